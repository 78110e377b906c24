package io.zhibu.preview;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The state that is shown, and the changes that are still to be heeded. Where those who watch, build and answer meet. */
final class Editions {
    private final Set<Path> touched = new HashSet<>();
    private Optional<Edition> current = Optional.empty();
    /** Changes that began, that were over, and that a build began to heed. */
    private long begun = 1;

    private long over = 1;
    private long heeded;
    private boolean closed;

    /**
     * What a build is to heed.
     *
     * @param number of the last change among them
     * @param touched files and folders; empty for the first build
     */
    record Change(long number, Set<Path> touched, long sinceNanos) {}

    private long sinceNanos = System.nanoTime();

    synchronized void begins() {
        if (begun == heeded) {
            sinceNanos = System.nanoTime();
        }
        begun++;
        notifyAll();
    }

    synchronized void changed(Set<Path> paths) {
        touched.addAll(paths);
        over = begun;
        notifyAll();
    }

    /** Waits for changes; empty when the preview ends. */
    synchronized Optional<Change> next() throws InterruptedException {
        while (!closed && over == heeded) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        heeded = over;
        Change change = new Change(heeded, Set.copyOf(touched), sinceNanos);
        touched.clear();
        return Optional.of(change);
    }

    /** What was to be heeded wasn't: the next build gets it too. */
    synchronized void again(Change change) {
        touched.addAll(change.touched());
        sinceNanos = change.sinceNanos();
    }

    /** Whether files changed since. */
    synchronized boolean isSuperseded(Change change) {
        return closed || begun > change.number();
    }

    /** Whether no file changes for that long. */
    synchronized boolean isQuiet(Change change, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0 && !isSuperseded(change); left = end - System.nanoTime()) {
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
        return !isSuperseded(change);
    }

    synchronized void publish(Edition edition) {
        current = Optional.of(edition);
        notifyAll();
    }

    synchronized Optional<Edition> current() {
        return current;
    }

    /** The state that knows of all changes so far, or after a while the one that there is. */
    synchronized Optional<Edition> fresh(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !closed && !isFresh(); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return current;
    }

    private boolean isFresh() {
        return current.filter(one -> one.change() >= begun).isPresent();
    }

    /** A later state than this one, or after a while whatever there is. */
    synchronized Optional<Edition> after(long number, long millis) throws InterruptedException {
        if (!closed && current.filter(one -> one.number() > number).isEmpty()) {
            wait(millis);
        }
        return current;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
