package io.zhibu.markdown;

import io.zhibu.parallel.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does work on a text in a thread of its own, with a deep stack and a deadline. The text it hands on stops whoever reads it once the time
 * is over, since flexmark heeds no interrupt.
 */
final class Guard {
    private final Patience patience;

    Guard(Duration limit) {
        this.patience = new Patience(limit);
    }

    /** How the work ended: with a value, or too late, or with the stack used up. */
    record End<T>(Optional<T> value, boolean late) {}

    <T> End<T> run(String text, Function<CharSequence, T> work) {
        Watched watched = new Watched(text);
        try {
            return patience.spend(() -> end(watched, work), () -> watched.over = true)
                    .orElse(new End<>(Optional.empty(), true));
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("a bug while reading Markdown", wrong);
        }
    }

    private static <T> End<T> end(Watched text, Function<CharSequence, T> work) {
        try {
            return new End<>(Optional.of(work.apply(text)), false);
        } catch (StackOverflowError deep) {
            return new End<>(Optional.empty(), false);
        } catch (TimeOver over) {
            return new End<>(Optional.empty(), true);
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
