package io.zhibu.preview.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells of changes soon after they were made: as the system tells of them, and as looking at every file now and then shows. Where the
 * system turns out to tell nothing, looking happens more often.
 */
public final class Watching implements Closeable {
    /** A program that saves touches a file several times in a few milliseconds. */
    private static final long QUIET_MILLIS = 12;
    /** Something that never rests is told of nevertheless. */
    private static final long LONGEST_MILLIS = 600;

    private static final long TRUSTING_MILLIS = 2_000;
    private static final long DISTRUSTING_MILLIS = 200;
    /** Looking may take that part of a processor. */
    private static final int TRUSTING_SHARE = 40;

    private static final int DISTRUSTING_SHARE = 5;

    private final Supplier<Places> places;
    private final Events events;
    private final Told told;
    private final Thread thread;
    private volatile boolean closed;
    private Places watched;
    private boolean trusting;
    private long lookedNanos;

    /** Who is told. */
    public interface Told {
        /** Something changes just now. */
        void begins();

        /** It is quiet again; these files, or files in these folders, are others than before. */
        void changed(Set<Path> touched);

        /** Whether what is shown is out of date though no file changed: asked now and then. */
        boolean isOver();
    }

    /**
     * Watches from now on.
     *
     * @param places asked anew after each change
     */
    public Watching(Supplier<Places> places, Events events, Told told) {
        this.places = places;
        this.events = events;
        this.told = told;
        Places now = places.get();
        this.watched = now;
        this.trusting = !(events instanceof NoEvents) && now.trees().stream().noneMatch(Watching::isElsewhere);
        events.watch(now);
        Stamps first = look();
        this.thread = new Thread(() -> run(first), "preview-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The events of the system, if it has any. */
    public static Events events() {
        try {
            return new SystemEvents(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return new NoEvents();
        }
    }

    /** On a drive of another machine, or one that is handed through to a virtual one: its own programs' events don't come here. */
    private static boolean isElsewhere(Path tree) {
        try {
            return Files.getFileStore(tree)
                    .type()
                    .matches(
                            "(?i)nfs\\d?|cifs|smb\\w*|9p|drvfs|v9fs|vboxsf|vmhgfs|fuse\\..*|afs|ncpfs|webdav|davfs\\d?");
        } catch (IOException notThere) {
            return false;
        }
    }

    private void run(Stamps first) {
        Stamps last = first;
        Set<Path> announced = new HashSet<>();
        long lookAt = lookAt();
        try {
            while (!closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(lookAt - System.nanoTime());
                Set<Path> touched = left <= 0 ? Set.of() : sifted(events.next(left));
                if (!touched.isEmpty()) {
                    announced.addAll(announce(touched));
                } else if (System.nanoTime() - lookAt >= 0) {
                    rewatch();
                    Stamps now = look();
                    Set<Path> untold = sifted(now.unlike(last));
                    untold.removeAll(announced);
                    last = now;
                    if (!untold.isEmpty()) {
                        // Of a folder that goes away the system tells only its name.
                        trusting &= !announced.isEmpty();
                        announce(untold);
                    } else if (told.isOver()) {
                        announce(Set.of());
                    }
                    announced.clear();
                    lookAt = lookAt();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Path> sifted(Set<Path> touched) {
        Set<Path> sifted = new HashSet<>(touched);
        sifted.removeIf(Noise::is);
        return sifted;
    }

    private Set<Path> announce(Set<Path> first) throws InterruptedException {
        told.begins();
        Set<Path> all = new HashSet<>(first);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        Set<Path> more = events.next(QUIET_MILLIS);
        while (!more.isEmpty() && System.nanoTime() - end < 0) {
            all.addAll(sifted(more));
            more = events.next(QUIET_MILLIS);
        }
        rewatch();
        told.changed(all);
        return all;
    }

    /** Only if other places are meant: of new folders the events learn by themselves. */
    private void rewatch() {
        Places now = places.get();
        if (!now.equals(watched)) {
            events.watch(now);
            watched = now;
        }
    }

    private Stamps look() {
        long begun = System.nanoTime();
        Stamps now = Stamps.of(places.get());
        lookedNanos = System.nanoTime() - begun;
        return now;
    }

    private long lookAt() {
        long rest = trusting
                ? Math.max(TimeUnit.MILLISECONDS.toNanos(TRUSTING_MILLIS), lookedNanos * TRUSTING_SHARE)
                : Math.max(TimeUnit.MILLISECONDS.toNanos(DISTRUSTING_MILLIS), lookedNanos * DISTRUSTING_SHARE);
        return System.nanoTime() + rest;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        events.close();
    }
}
