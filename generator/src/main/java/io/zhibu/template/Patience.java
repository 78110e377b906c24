package io.zhibu.template;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Interrupts a thread whose work takes longer than it may. Work on any number of threads has one watcher, which ends when there is none.
 * What heeds no interrupt isn't stopped.
 */
final class Patience {
    private final Duration limit;
    private final Set<Work> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** How long work may take. */
    Duration limit() {
        return limit;
    }

    /** The work that the current thread begins now; to be {@linkplain Work#end ended} whatever comes of it. */
    Work begin() {
        Work work = new Work(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        running.add(work);
        if (watched.compareAndSet(false, true)) {
            Thread watcher = new Thread(this::watch, "patience");
            watcher.setDaemon(true);
            watcher.start();
        }
        return work;
    }

    private void watch() {
        try {
            do {
                Thread.sleep(Math.max(1, Math.min(limit.toMillis() / 4, 1_000)));
                long now = System.nanoTime();
                running.forEach(work -> work.look(now));
            } while (!running.isEmpty());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            // Work that begins from here on has a watcher of its own; what began a moment before has none, and is
            // looked
            // for.
            watched.set(false);
            if (!running.isEmpty() && watched.compareAndSet(false, true)) {
                watch();
            }
        }
    }

    /** One piece of work on one thread. */
    final class Work {
        private final Thread thread;
        private final long until;
        private boolean late;
        private boolean ended;

        private Work(Thread thread, long until) {
            this.thread = thread;
            this.until = until;
        }

        private synchronized void look(long now) {
            if (!ended && !late && now - until > 0) {
                late = true;
                thread.interrupt();
            }
        }

        /** Whether it took too long. The thread goes on as if it had never been interrupted. */
        boolean end() {
            running.remove(this);
            synchronized (this) {
                ended = true;
                if (late) {
                    Thread.interrupted();
                }
                return late;
            }
        }
    }
}
