package io.zhibu.markdown;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Does work on a text in a thread of its own, with a deep stack and a deadline. The text it hands on stops whoever reads it once the time
 * is over, since flexmark heeds no interrupt.
 */
final class Guard {
    private static final long STACK = 64L << 20;

    private final Duration limit;

    Guard(Duration limit) {
        this.limit = limit;
    }

    /** How the work ended: with a value, or too late, or with the stack used up. */
    record End<T>(Optional<T> value, boolean late) {}

    <T> End<T> run(String text, Function<CharSequence, T> work) {
        Watched watched = new Watched(text);
        AtomicReference<End<T>> end = new AtomicReference<>(new End<>(Optional.empty(), true));
        AtomicReference<Optional<Throwable>> bug = new AtomicReference<>(Optional.empty());
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        end.set(new End<>(Optional.of(work.apply(watched)), false));
                    } catch (StackOverflowError deep) {
                        end.set(new End<>(Optional.empty(), false));
                    } catch (TimeOver over) {
                        // As it stands.
                    } catch (RuntimeException | Error wrong) {
                        bug.set(Optional.of(wrong));
                    }
                },
                "markdown",
                STACK);
        // What reads nothing for long can't be stopped: then the thread must not keep the process alive.
        worker.setDaemon(true);
        worker.start();
        await(worker, watched);
        if (bug.get().isPresent()) {
            throw new IllegalStateException(
                    "a bug while reading Markdown", bug.get().get());
        }
        return end.get();
    }

    private void await(Thread worker, Watched watched) {
        try {
            worker.join(limit.toMillis());
            watched.over = true;
            worker.join(limit.toMillis() / 10);
        } catch (InterruptedException interrupted) {
            watched.over = true;
            Thread.currentThread().interrupt();
        }
    }

    /** The time is over. Carries no stack trace: it says nothing about a bug. */
    private static final class TimeOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TimeOver() {
            super("time over", null, false, false);
        }
    }

    private static final class Watched implements CharSequence {
        private final String text;
        private volatile boolean over;

        private Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (over) {
                throw new TimeOver();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
