package io.zhibu.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A number of workers for one run. Which worker does what differs from run to run; the results and their order do not.
 *
 * @param jobs how many threads; at least 1
 */
public record Parallel(int jobs) {
    /** Deeply nested Markdown needs more stack than a thread has by default: 64 MiB hold what the reader lets through. */
    private static final long STACK_BYTES = 64L << 20;

    public Parallel {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, not " + jobs);
        }
    }

    /**
     * Each item's result, in the order of the items.
     *
     * @param worker makes what one thread works with: called once a thread, so that what it makes need not be safe from others
     */
    public <T, R> List<R> map(List<T> items, Supplier<Function<T, R>> worker) {
        AtomicInteger next = new AtomicInteger();
        List<R> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            results.add(null);
        }
        run(() -> {
            boolean done = false;
            try {
                Function<T, R> work = worker.get();
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    R result = work.apply(items.get(i));
                    synchronized (results) {
                        results.set(i, result);
                    }
                }
                done = true;
            } finally {
                if (!done) {
                    // The others finish what they hold and begin nothing more.
                    next.set(items.size());
                }
            }
        });
        return results;
    }

    private void run(Runnable loop) {
        ExecutorService threads =
                Executors.newFixedThreadPool(jobs, task -> new Thread(null, task, "worker", STACK_BYTES));
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                running.add(threads.submit(loop));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            end(threads);
        }
    }

    /** Nobody works on once the caller is told: it may be about to delete what they write. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
