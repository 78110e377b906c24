package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Polyphones;
import io.zhibu.hanzi.Readings;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
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
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * The entries and the Lucene index over them, in memory, in one piece. Their numbers tell what they are: true ones first, and of these as
 * of the made-up ones first the entries, then pages, then places; otherwise the order is that of the entries, on large sites that of their
 * lengths.
 */
final class Index {
    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        // On newer JDKs it advises to update Lucene, which an editor can't; newer Lucene doesn't run on Java 17.
        LUCENE.setLevel(Level.SEVERE);
    }

    /** UTF-16 units of a word. */
    static final int LONGEST = 64;

    private static final List<String> FIELDS = Arrays.stream(Family.values())
            .flatMap(family -> Stream.of(family.first(), family.second()))
            .toList();

    private static final int KINDS = Entry.Kind.values().length;
    /** Entries that are indexed together, and again together if one of them changed. */
    private static final int PART = 256;

    private final List<Entry> entries;
    private final Folding folding;
    private final Polyphones polyphones;
    private final Synonyms synonyms;
    private final DirectoryReader reader;
    private final Map<String, Extent> places;
    private final int[] borders;
    private final Names names;

    private Index(
            List<Entry> entries,
            Folding folding,
            Polyphones polyphones,
            Names names,
            Synonyms synonyms,
            DirectoryReader reader,
            Map<String, Extent> places) {
        this.entries = List.copyOf(entries);
        this.places = places;
        this.borders = new int[2 * KINDS];
        for (Entry entry : entries) {
            for (int later = border(entry.sample(), entry.kind()) + 1; later < borders.length; later++) {
                borders[later]++;
            }
        }
        this.folding = folding;
        this.polyphones = polyphones;
        this.names = names;
        this.synonyms = synonyms;
        this.reader = reader;
    }

    static Index of(List<Entry> found, Folding folding, Readings readings, Synonyms synonyms, Parallel parallel) {
        return of(found, folding, readings, synonyms, parallel, Memory.Book.BLANK);
    }

    /**
     * Each part of the entries is indexed by itself; put together in order, they are one index, the same for any number of threads.
     *
     * @param parts of indexes of the same readings
     */
    static Index of(
            List<Entry> found,
            Folding folding,
            Readings readings,
            Synonyms synonyms,
            Parallel parallel,
            Memory.Book parts) {
        Polyphones polyphones = new Polyphones(readings);
        Names names = new Names(readings, polyphones);
        // Many entries are filed under the same labels.
        Map<String, List<String>> labels = new HashMap<>();
        // Asked one after the other: the dictionary of sounds isn't made for several threads.
        Function<Entry, Heard> hearing = entry -> heard(entry, folding, names, labels);
        boolean large = found.size() > Sharding.LARGE;
        List<LengthOrder> lengths =
                large ? LengthOrder.of(found, found.stream().map(hearing).toList(), folding, parallel) : List.of();
        List<Entry> entries = large
                ? lengths.stream().map(LengthOrder::entry).toList()
                : found.stream()
                        .sorted(Comparator.comparing(Entry::sample).thenComparing(Entry::kind))
                        .toList();
        List<List<Entry>> cut = IntStream.iterate(0, from -> from < entries.size(), from -> from + PART)
                .mapToObj(from -> entries.subList(from, Math.min(entries.size(), from + PART)))
                .toList();
        List<Part> known = parallel.map(cut, () -> part -> Part.known(part, parts));
        List<Part> heard = new ArrayList<>();
        for (Part part : known) {
            int from = heard.size() * PART;
            heard.add(
                    part.kept().isPresent()
                            ? part
                            : part.with(
                                    large
                                            ? lengths
                                                    .subList(
                                                            from,
                                                            from
                                                                    + part.entries()
                                                                            .size())
                                                    .stream()
                                                    .map(LengthOrder::sounds)
                                                    .toList()
                                            : part.entries().stream()
                                                    .map(hearing)
                                                    .toList()));
        }
        List<Made> made = parallel.map(heard, () -> part -> part.made(folding, parts));
        // Whoever looks a word up takes many cuttings of a file, and each is made of every buffer that the file is of.
        Directory whole = new ByteBuffersDirectory(
                new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
        try (IndexWriter writer = new IndexWriter(whole, config())) {
            if (!made.isEmpty()) {
                writer.addIndexes(made.stream().map(Made::directory).toArray(Directory[]::new));
            }
            writer.forceMerge(1);
            writer.commit();
            return new Index(
                    entries, folding, polyphones, names, synonyms, DirectoryReader.open(whole), placesIn(made));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a directory in memory failed", impossible);
        }
    }

    /**
     * Some entries in a row, and the index of them alone as an earlier build made it.
     *
     * @param sounds of each of them; none where the index is there already
     */
    private record Part(List<Entry> entries, Digest key, Optional<byte[]> kept, List<Heard> sounds) {
        static Part known(List<Entry> entries, Memory.Book parts) {
            Digest.Of key = new Digest.Of();
            entries.forEach(entry -> key.add(entry.digest()));
            Digest digest = key.digest();
            return new Part(entries, digest, parts.recall(digest), List.of());
        }

        Part with(List<Heard> heard) {
            return new Part(entries, key, kept, heard);
        }

        Made made(Folding folding, Memory.Book parts) {
            try {
                if (kept.isPresent()) {
                    return Made.read(kept.get());
                }
                Made made = new Made(part(entries, sounds, folding), places(entries, sounds, folding));
                parts.keep(key, made.bytes());
                return made;
            } catch (IOException impossible) {
                throw new UncheckedIOException("a directory in memory failed", impossible);
            }
        }
    }

    /**
     * A part's index.
     *
     * @param places how much of each field is of places
     */
    private record Made(Directory directory, Map<String, Extent> places) {
        byte[] bytes() throws IOException {
            Packing.Out out = new Packing.Out();
            for (String field : FIELDS) {
                Extent extent = places.getOrDefault(field, Extent.NONE);
                out.number(extent.pages()).text(Long.toString(extent.words()));
            }
            return out.bytes(DirectoryPacking.bytes(directory)).bytes();
        }

        static Made read(byte[] kept) throws IOException {
            Packing.In in = new Packing.In(kept);
            Map<String, Extent> places = new HashMap<>();
            for (String field : FIELDS) {
                places.put(field, new Extent(in.number(), Long.parseLong(in.text())));
            }
            return new Made(DirectoryPacking.read(in.bytes()), places);
        }
    }

    private static IndexWriterConfig config() {
        // Neighbours only, or the order of the entries were lost; and all at once.
        LogDocMergePolicy merging = new LogDocMergePolicy();
        merging.setMergeFactor(Integer.MAX_VALUE);
        return new IndexWriterConfig()
                .setMergePolicy(merging)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(256);
    }

    private static Directory part(List<Entry> entries, List<Heard> sounds, Folding folding) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, config())) {
            for (int at = 0; at < entries.size(); at++) {
                writer.addDocument(document(entries.get(at), sounds.get(at), folding));
            }
            writer.commit();
            return directory;
        }
    }

    /** By what sounds an entry is found: those of its names and of its labels. */
    record Heard(List<String> names, List<String> labels) {}

    private static Heard heard(Entry entry, Folding folding, Names names, Map<String, List<String>> labels) {
        Set<String> sounds = new LinkedHashSet<>(names.of(folding.fold(entry.names())));
        Names.joins(entry.reading(), sounds);
        return new Heard(
                List.copyOf(sounds), labels.computeIfAbsent(entry.labels(), lines -> names.of(folding.fold(lines))));
    }

    private static Map<String, Extent> places(List<Entry> entries, List<Heard> sounds, Folding folding) {
        Map<String, Extent> places = new HashMap<>();
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            if (entry.kind() == Entry.Kind.PLACE) {
                Map.of(
                                "title", Tokens.count(titled(entry, folding)),
                                "body", Tokens.count(said(entry, folding)),
                                "name", sounds.get(at).names().size(),
                                "label", sounds.get(at).labels().size())
                        .forEach((field, words) -> places.put(
                                field, places.getOrDefault(field, Extent.NONE).plus(words)));
            }
        }
        return places;
    }

    private static Map<String, Extent> placesIn(List<Made> parts) {
        Map<String, Extent> places = new HashMap<>();
        parts.forEach(part -> part.places().forEach((field, extent) -> places.merge(field, extent, Extent::and)));
        return places;
    }

    static String titled(Entry entry, Folding folding) {
        return folding.fold(entry.names() + "\n" + entry.labels());
    }

    static String said(Entry entry, Folding folding) {
        return folding.fold(entry.summary() + "\n" + entry.text());
    }

    private static Document document(Entry entry, Heard heard, Folding folding) {
        Document document = new Document();
        document.add(field("title", IndexOptions.DOCS_AND_FREQS, false, new CutWords(titled(entry, folding))));
        document.add(field("body", IndexOptions.DOCS_AND_FREQS, false, new CutWords(said(entry, folding))));
        document.add(field("name", IndexOptions.DOCS, false, new Words(heard.names())));
        document.add(field("label", IndexOptions.DOCS, true, new Words(heard.labels())));
        return document;
    }

    /** Some of the entries, each with its words when it is asked for. */
    Stream<Indexed> indexed(int from, int to) {
        Map<String, List<String>> labels = new HashMap<>();
        return IntStream.range(from, to).mapToObj(at -> indexed(at, labels));
    }

    private Indexed indexed(int at, Map<String, List<String>> labels) {
        Entry entry = entries.get(at);
        Heard heard = heard(entry, folding, names, labels);
        boolean place = entry.kind() == Entry.Kind.PLACE;
        return new Indexed(
                entry.id(),
                entry.kind().ordinal()
                        + (place
                                ? "%07d".formatted(at - from(entry.sample(), Entry.Kind.PLACE))
                                : URLDecoder.decode(entry.uri().replace("+", "%2B"), StandardCharsets.UTF_8)),
                entry.title(),
                entry.uri(),
                entry.summary(),
                entry.type(),
                entry.unit(),
                entry.year(),
                entry.sample(),
                entry.kind() == Entry.Kind.ENTRY,
                place,
                entry.choices(),
                entry.day(),
                entry.text(),
                entry.sections().stream()
                        .map(section -> new Indexed.Section(section.at(), section.anchor()))
                        .toList(),
                counted(titled(entry, folding)),
                counted(said(entry, folding)),
                heard.names(),
                heard.labels());
    }

    private static Map<String, Integer> counted(String folded) {
        Map<String, Integer> words = new LinkedHashMap<>();
        Tokens.cut(folded, token -> words.merge(shortened(token.text()), 1, Integer::sum));
        return words;
    }

    /** Longer ones are no words, and Lucene refuses those above 32 KB. */
    static String shortened(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    private static Field field(String name, IndexOptions options, boolean omitNorms, TokenStream words) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return new Field(name, words, type);
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many stand before the first true one, or the first made-up one, of this kind or a later one. */
    int from(boolean sample, Entry.Kind kind) {
        return borders[border(sample, kind)];
    }

    private static int border(boolean sample, Entry.Kind kind) {
        return (sample ? KINDS : 0) + kind.ordinal();
    }

    /**
     * How much of a field is of places.
     *
     * @param pages that have it
     * @param words in all of them
     */
    record Extent(int pages, long words) {
        private static final Extent NONE = new Extent(0, 0);

        private Extent and(Extent other) {
            return new Extent(pages + other.pages, words + other.words);
        }

        Extent plus(int more) {
            return more == 0 ? this : new Extent(pages + 1, words + more);
        }
    }

    Extent placesIn(String field) {
        return places.getOrDefault(field, Extent.NONE);
    }

    Folding folding() {
        return folding;
    }

    Polyphones polyphones() {
        return polyphones;
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
