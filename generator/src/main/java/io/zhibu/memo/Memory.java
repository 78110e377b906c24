package io.zhibu.memo;

import java.util.Optional;

/** What builds before this one kept, a book for each stage. Nothing in it needs to be there: what is missing is made anew. */
@FunctionalInterface
public interface Memory {
    /** Remembers nothing. */
    Memory NONE = (stage, under) -> Book.BLANK;

    /**
     * The book of one stage.
     *
     * @param under what all that is in it depends on: under another digest it is another book
     */
    Book open(String stage, Digest under);

    /** Safe from many threads until it is closed. */
    interface Book extends AutoCloseable {
        Book BLANK = new Book() {
            @Override
            public Optional<byte[]> recall(Digest key) {
                return Optional.empty();
            }

            @Override
            public void keep(Digest key, byte[] value) {
                // There is no next time.
            }

            @Override
            public void close() {
                // Nothing was kept.
            }
        };

        /** What was kept under the key; its reader may change it. */
        Optional<byte[]> recall(Digest key);

        /** For the next time. */
        void keep(Digest key, byte[] value);

        /** What was neither recalled nor kept since the book was opened is forgotten. */
        @Override
        void close();
    }
}
