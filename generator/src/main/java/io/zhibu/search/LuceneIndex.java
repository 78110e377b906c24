package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Lucene's index of the entries, in memory, made when somebody asks: the files of a browser need none of it. */
final class LuceneIndex {
    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        // On newer JDKs it advises to update Lucene, which an editor can't; newer Lucene doesn't run on Java 17.
        LUCENE.setLevel(Level.SEVERE);
    }

    /** Entries that are indexed together, and again together if one of them changed. */
    private static final int ROW = 256;

    private static final int KEY = 6;

    private final List<Item> items;
    private final Folding folding;
    private final Hearing hearing;
    private final Parallel parallel;
    private final Memory.Book book;
    private IndexReader reader;

    LuceneIndex(List<Item> items, Folding folding, Hearing hearing, Parallel parallel, Memory.Book book) {
        this.items = items;
        this.folding = folding;
        this.hearing = hearing;
        this.parallel = parallel;
        this.book = book;
    }

    /** Of the rows in order: the same for any number of threads. */
    synchronized IndexReader reader() {
        if (reader == null) {
            List<Row> rows = new ArrayList<>();
            for (Row row : parallel.map(
                    IntStream.iterate(0, from -> from < items.size(), from -> from + ROW)
                            .boxed()
                            .toList(),
                    () -> from -> row(items.subList(from, Math.min(items.size(), from + ROW))))) {
                rows.add(row.kept().isPresent() ? row : row.heard(hearing));
            }
            try {
                IndexReader[] readers = parallel.map(rows, () -> this::opened).toArray(IndexReader[]::new);
                reader = readers.length == 1 ? readers[0] : new MultiReader(readers);
            } catch (IOException impossible) {
                throw failed(impossible);
            }
        }
        return reader;
    }

    /**
     * Entries in a row, and the index of them alone as an earlier build made it.
     *
     * @param sounds of each of them; none where the index is there already
     */
    private record Row(List<Item> items, Digest key, Optional<byte[]> kept, List<Hearing.Heard> sounds) {
        Row heard(Hearing hearing) {
            return new Row(
                    items,
                    key,
                    kept,
                    items.stream().map(item -> hearing.of(item.entry())).toList());
        }
    }

    private Row row(List<Item> row) {
        Digest.Of all = new Digest.Of().number(KEY);
        row.forEach(item -> all.add(item.digest()));
        Digest key = all.digest();
        return new Row(row, key, book.recall(key), List.of());
    }

    private IndexReader opened(Row row) {
        try {
            if (row.kept().isPresent()) {
                return DirectoryReader.open(DirectoryPacking.read(row.kept().get()));
            }
            Directory directory = new ByteBuffersDirectory(
                    new SingleInstanceLockFactory(),
                    ByteBuffersDataOutput::new,
                    ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
            // Entries keep their order in one segment.
            IndexWriterConfig config = new IndexWriterConfig()
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setRAMBufferSizeMB(256);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int at = 0; at < row.items().size(); at++) {
                    writer.addDocument(
                            document(row.items().get(at).entry(), row.sounds().get(at)));
                }
                writer.commit();
            }
            book.keep(row.key(), DirectoryPacking.bytes(directory));
            return DirectoryReader.open(directory);
        } catch (IOException impossible) {
            throw failed(impossible);
        }
    }

    private static UncheckedIOException failed(IOException impossible) {
        return new UncheckedIOException("a directory in memory failed", impossible);
    }

    private Document document(Entry entry, Hearing.Heard heard) {
        Document document = new Document();
        document.add(field("title", IndexOptions.DOCS_AND_FREQS, false, new CutWords(Index.titled(entry, folding))));
        document.add(field("body", IndexOptions.DOCS_AND_FREQS, false, new CutWords(Index.said(entry, folding))));
        document.add(field("name", IndexOptions.DOCS, false, new Words(heard.names())));
        document.add(field("label", IndexOptions.DOCS, true, new Words(heard.labels())));
        return document;
    }

    private static Field field(String name, IndexOptions options, boolean omitNorms, TokenStream words) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return new Field(name, words, type);
    }
}
