package io.zhibu.solr;

import java.io.IOException;
import java.util.List;

/** What is done with documents that aren't there as they are here, and with keys that are there and not here. */
interface Batch {
    void put(List<Documents.Made> documents) throws IOException;

    void remove(List<String> keys) throws IOException;

    void looked(int documents, int of);

    /** Nothing: to see what would be done. */
    record None() implements Batch {
        @Override
        public void put(List<Documents.Made> documents) {}

        @Override
        public void remove(List<String> keys) {}

        @Override
        public void looked(int documents, int of) {}
    }

    /** They are sent. */
    record Sent(Solr solr, String collection, Export.Progress progress) implements Batch {
        @Override
        public void put(List<Documents.Made> documents) throws IOException {
            if (!documents.isEmpty()) {
                solr.put(collection, documents);
            }
        }

        @Override
        public void remove(List<String> keys) throws IOException {
            solr.remove(collection, keys);
        }

        @Override
        public void looked(int documents, int of) {
            progress.looked(documents, of);
        }
    }
}
