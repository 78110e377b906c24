package io.zhibu.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk on which one act fails, or after which nothing happens any more, as when the process is killed. */
public final class FaultyDisk implements Disk {
    private final int at;
    private final boolean killed;
    private final AtomicInteger acts = new AtomicInteger();
    private volatile boolean linked;

    /** The process is gone: what should be done next isn't. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private FaultyDisk(int at, boolean killed) {
        this.at = at;
        this.killed = killed;
    }

    /** Neither the act of this number, from 1, nor any after it is done. */
    public static FaultyDisk killedAt(int act) {
        return new FaultyDisk(act, true);
    }

    /** The act of this number, from 1, fails, and no other. */
    public static FaultyDisk failingAt(int act) {
        return new FaultyDisk(act, false);
    }

    /** Whether as many acts were asked for. */
    public boolean reached() {
        return acts.get() >= at;
    }

    /** Whether what failed was a second name for a file, which is then written instead. */
    public boolean failedAtALink() {
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
    public void rename(Path from, Path to) throws IOException {
        act();
        REAL.rename(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        act();
        REAL.replace(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        linked |= acts.get() + 1 == at;
        act();
        REAL.link(existing, name);
    }

    @Override
    public void point(Path link, Path target) throws IOException {
        act();
        REAL.point(link, target);
    }

    @Override
    public void sync(Path path) throws IOException {
        act();
        REAL.sync(path);
    }

    @Override
    public void permit(Path path, Rights rights) throws IOException {
        act();
        REAL.permit(path, rights);
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
