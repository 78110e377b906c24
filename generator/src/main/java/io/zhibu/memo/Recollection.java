package io.zhibu.memo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A memory that lasts as long as the process, for one that builds again and again; at first it knows what another one knows. */
public final class Recollection implements Memory {
    private final Memory before;
    private final Map<String, Map<Digest, byte[]>> books = new ConcurrentHashMap<>();

    /** @param before asked for each book once, and told what was kept the first time */
    public Recollection(Memory before) {
        this.before = before;
    }

    @Override
    public Book open(String stage, Digest under) {
        String name = stage + " " + under;
        Map<Digest, byte[]> known = books.get(name);
        return known == null ? new Open(name, Map.of(), before.open(stage, under)) : new Open(name, known, Book.BLANK);
    }

    private final class Open implements Book {
        private final String name;
        private final Map<Digest, byte[]> known;
        private final Book first;
        private final Map<Digest, byte[]> next = new ConcurrentHashMap<>();

        Open(String name, Map<Digest, byte[]> known, Book first) {
            this.name = name;
            this.known = known;
            this.first = first;
        }

        @Override
        public Optional<byte[]> recall(Digest key) {
            Optional<byte[]> value = Optional.ofNullable(known.get(key)).or(() -> first.recall(key));
            value.ifPresent(bytes -> next.put(key, bytes));
            return value.map(byte[]::clone);
        }

        @Override
        public void keep(Digest key, byte[] value) {
            next.put(key, value);
            first.keep(key, value);
        }

        /** Other books of the stage go: settings that were changed seldom come back. */
        @Override
        public void close() {
            String stage = name.substring(0, name.indexOf(' ') + 1);
            books.keySet().removeIf(other -> other.startsWith(stage));
            books.put(name, next);
            first.close();
        }
    }
}
