package io.zhibu.memo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A memory that tells how much of another one was of use. */
public final class Counting implements Memory {
    private final Memory counted;
    private final Map<String, Opened> books = new ConcurrentHashMap<>();

    public Counting(Memory counted) {
        this.counted = counted;
    }

    /**
     * Of one stage so far.
     *
     * @param used values that were taken as they were kept
     * @param made values that were made anew, and kept
     */
    public record Reuse(int used, int made) {}

    @Override
    public Book open(String stage, Digest under) {
        Opened book = new Opened(counted.open(stage, under));
        books.put(stage, book);
        return book;
    }

    /** By stage. */
    public Map<String, Reuse> reuse() {
        Map<String, Reuse> reuse = new TreeMap<>();
        books.forEach((stage, book) -> reuse.put(stage, book.reuse()));
        return reuse;
    }

    private static final class Opened implements Book {
        private final Book book;
        private final Set<Digest> recalled = ConcurrentHashMap.newKeySet();
        private final Set<Digest> kept = ConcurrentHashMap.newKeySet();

        Opened(Book book) {
            this.book = book;
        }

        /** What was kept again after it was recalled had not been of use. */
        Reuse reuse() {
            int used =
                    (int) recalled.stream().filter(key -> !kept.contains(key)).count();
            return new Reuse(used, kept.size());
        }

        @Override
        public Optional<byte[]> recall(Digest key) {
            Optional<byte[]> value = book.recall(key);
            value.ifPresent(any -> recalled.add(key));
            return value;
        }

        @Override
        public void keep(Digest key, byte[] value) {
            kept.add(key);
            book.keep(key, value);
        }

        @Override
        public void close() {
            book.close();
        }
    }
}
