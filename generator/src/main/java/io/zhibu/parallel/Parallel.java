package io.zhibu.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A number of workers for one run. Which worker does what differs from run to run; the results and their order do not.
 *
 * @param jobs how many threads; at least 1
 * @param stop asked before each item: may throw, and then the run ends with what it threw
 */
public record Parallel(int jobs, Runnable stop) {
    /** Deeply nested Markdown needs more stack than a thread has by default: 64 MiB hold what the reader lets through. */
    private static final long STACK_BYTES = 64L << 20;

    public Parallel {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, not " + jobs);
        }
    }

    /** A run that nothing stops. */
    public Parallel(int jobs) {
        this(jobs, () -> {});
    }

    /** As many threads as the machine has processors. */
    public static Parallel everywhere() {
        return new Parallel(Runtime.getRuntime().availableProcessors());
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
        run(Math.min(jobs, items.size()), () -> {
            Function<T, R> work = worker.get();
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                try {
                    stop.run();
                    R result = work.apply(items.get(i));
                    synchronized (results) {
                        results.set(i, result);
                    }
                } catch (RuntimeException | Error failed) {
                    // The others finish what they have begun and begin nothing more.
                    next.set(items.size());
                    throw failed;
                }
            }
        });
        return results;
    }

    /** Two pieces of work beside each other. */
    public <A, B> Both<A, B> both(Supplier<A> one, Supplier<B> other) {
        List<Object> made = map(List.<Supplier<?>>of(one, other), () -> Supplier::get);
        @SuppressWarnings("unchecked") // What each supplier gives stands at its place.
        Both<A, B> both = new Both<>((A) made.get(0), (B) made.get(1));
        return both;
    }

    /** What two pieces of work came to. */
    public record Both<A, B>(A one, B other) {}

    /** Returns or throws only when no worker runs any more: the caller may then clear up behind them. */
    private static void run(int workers, Runnable loop) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, workers), task -> new Thread(null, task, "worker", STACK_BYTES));
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(loop));
            }
        } catch (OutOfMemoryError noMoreThreads) {
            // Those that there are do the work as well.
            if (running.isEmpty()) {
                throw noMoreThreads;
            }
        } finally {
            threads.shutdown();
        }
        // A list of all, and not the first: whoever doesn't ask a worker doesn't wait for it.
        List<Throwable> failures =
                running.stream().flatMap(one -> failure(one).stream()).toList();
        Optional<Throwable> first = failures.stream().findFirst();
        if (first.isPresent()) {
            throw first.get() instanceof RuntimeException ours ? ours : new IllegalStateException(first.get());
        }
    }

    private static Optional<Throwable> failure(Future<?> worker) {
        try {
            worker.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of(new IllegalStateException("interrupted", stop));
        }
    }
}
