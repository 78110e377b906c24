package io.zhibu.parallel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for work no longer than it may take. Work that is late is told to stop; what heeds that in no way, as a regular expression that
 * looks for a match for years, is left behind on its thread, which keeps no process alive.
 */
public final class Patience {
    /** As {@link Parallel}'s workers have it. */
    private static final long STACK_BYTES = 64L << 20;
    /** For so long a thread waits for the next piece of work, in seconds. */
    private static final long REST = 2;

    private final Duration limit;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, REST, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(null, task, "bounded", STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            });

    /** @param limit how long one piece of work may take */
    public Patience(Duration limit) {
        this.limit = limit;
    }

    /** How long one piece of work may take. */
    public Duration limit() {
        return limit;
    }

    /** {@link #spend(Supplier, Runnable)}, where an interruption is all that late work is told. */
    public <T> Optional<T> spend(Supplier<T> work) {
        return spend(work, () -> {});
    }

    /**
     * What the work came to, on whatever thread; nothing if it was late. What it throws is thrown.
     *
     * @param late called once the time is over, beside the interruption of the thread
     */
    public <T> Optional<T> spend(Supplier<T> work, Runnable late) {
        CountDownLatch ended = new CountDownLatch(1);
        Future<T> running;
        try {
            running = threads.submit(() -> {
                try {
                    return work.get();
                } finally {
                    ended.countDown();
                }
            });
        } catch (OutOfMemoryError noMoreThreads) {
            return Optional.of(work.get());
        }
        try {
            return Optional.of(running.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } catch (TimeoutException over) {
            stop(running, late, ended);
        } catch (InterruptedException stop) {
            stop(running, late, ended);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Waits a little for it to heed: then what it holds is free before the next piece begins. */
    private void stop(Future<?> running, Runnable late, CountDownLatch ended) {
        late.run();
        running.cancel(true);
        try {
            ended.await(limit.toNanos() / 10, TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
