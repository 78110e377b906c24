package io.zhibu.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk on which one act fails, or after which nothing happens any more, as when the process is killed. */
final class FaultyDisk implements Disk {
    private final int at;
    private final boolean killed;
    private final AtomicInteger acts = new AtomicInteger();
    private volatile boolean linked;

    /** The process is gone: what should be done next isn't. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private FaultyDisk(int at, boolean killed) {
        this.at = at;
        this.killed = killed;
    }

    /** Neither the act of this number, from 1, nor any after it is done. */
    static FaultyDisk killedAt(int act) {
        return new FaultyDisk(act, true);
    }

    /** The act of this number, from 1, fails, and no other. */
    static FaultyDisk failingAt(int act) {
        return new FaultyDisk(act, false);
    }

    /** Whether as many acts were asked for. */
    boolean reached() {
        return acts.get() >= at;
    }

    /** Whether what failed was a second name for a file, which is then written instead. */
    boolean failedAtALink() {
        return linked;
    }

    private void act() throws IOException {
        int now = acts.incrementAndGet();
        if (killed && now >= at) {
            throw new Killed();
        }
        if (now == at) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        act();
        REAL.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        act();
        REAL.write(file, bytes);
    }

    @Override
    public void link(Path fresh, Path file) throws IOException {
        linked |= acts.get() + 1 == at;
        act();
        REAL.link(fresh, file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        act();
        REAL.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        act();
        REAL.delete(path);
    }

    @Override
    public long free(Path path) throws IOException {
        return REAL.free(path);
    }
}
