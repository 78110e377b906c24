package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The entries and the Lucene index over them, in memory, in one piece and in the order of the entries. */
final class Index {
    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        // On newer JDKs it advises to update Lucene, which an editor can't; newer Lucene doesn't run on Java 17.
        LUCENE.setLevel(Level.SEVERE);
    }

    private final List<Entry> entries;
    private final Folding folding;
    private final Readings readings;
    private final Synonyms synonyms;
    private final DirectoryReader reader;

    private Index(List<Entry> entries, Folding folding, Readings readings, Synonyms synonyms, DirectoryReader reader) {
        this.entries = List.copyOf(entries);
        this.folding = folding;
        this.readings = readings;
        this.synonyms = synonyms;
        this.reader = reader;
    }

    static Index of(List<Entry> entries, Folding folding, Readings readings, Synonyms synonyms) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            Names names = new Names(readings);
            for (Entry entry : entries) {
                writer.addDocument(document(entry, folding, names));
            }
            writer.forceMerge(1);
            writer.commit();
            return new Index(entries, folding, readings, synonyms, DirectoryReader.open(directory));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a directory in memory failed", impossible);
        }
    }

    private static Document document(Entry entry, Folding folding, Names names) {
        Document document = new Document();
        document.add(field(
                "title", IndexOptions.DOCS_AND_FREQS, false, cut(folding.fold(entry.names() + "\n" + entry.labels()))));
        document.add(field(
                "body", IndexOptions.DOCS_AND_FREQS, false, cut(folding.fold(entry.summary() + "\n" + entry.text()))));
        List<String> sounds = new ArrayList<>(names.of(folding.fold(entry.names())));
        java.util.Set<String> stated = new java.util.LinkedHashSet<>();
        Names.joins(entry.reading(), stated);
        stated.stream().filter(word -> !sounds.contains(word)).forEach(sounds::add);
        document.add(field("name", IndexOptions.DOCS, false, sounds));
        document.add(field("label", IndexOptions.DOCS, true, names.of(folding.fold(entry.labels()))));
        return document;
    }

    private static List<String> cut(String folded) {
        List<String> words = new ArrayList<>();
        Tokens.cut(folded, token -> words.add(shortened(token.text())));
        return words;
    }

    /** Longer ones are no words, and Lucene refuses those above 32 KB. */
    static String shortened(String word) {
        return word.length() > 64 ? word.substring(0, 64) : word;
    }

    private static Field field(String name, IndexOptions options, boolean omitNorms, List<String> words) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return new Field(name, new Words(words), type);
    }

    List<Entry> entries() {
        return entries;
    }

    Folding folding() {
        return folding;
    }

    Readings readings() {
        return readings;
    }

    Synonyms synonyms() {
        return synonyms;
    }

    DirectoryReader reader() {
        return reader;
    }

    /** The one piece of the index; none if there are no entries. */
    List<LeafReader> leaves() {
        return reader.leaves().stream().map(leaf -> leaf.reader()).toList();
    }
}
