package io.zhibu.search;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.People;
import io.zhibu.catalogue.Place;
import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import io.zhibu.hanzi.Syllables;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searching on one site: its index, its files, its answers. */
public final class Search {
    private static final List<String> CLIENT = List.of(
            "limits.js",
            "files.js",
            "words.js",
            "question.js",
            "index.js",
            "site.js",
            "ranking.js",
            "marks.js",
            "asking.js");
    private static final String ELSEWHERE = "elsewhere.js";
    private static final String MORE = "MORE";

    private final Index index;
    private final Parallel parallel;
    private final Answering answering;
    private final Memory.Book parts;

    Search(Index index, Parallel parallel) {
        this(index, parallel, Memory.Book.BLANK);
    }

    Search(Index index, Parallel parallel, Memory.Book parts) {
        this(index, parallel, parts, new LuceneRanking(index));
    }

    private Search(Index index, Parallel parallel, Memory.Book parts, Ranking ranking) {
        this.parts = parts;
        this.index = index;
        this.parallel = parallel;
        this.answering = new Answering(index, ranking);
    }

    /** The same search, whose first order is made by another engine. */
    public Search rankedBy(Ranking other) {
        return new Search(index, parallel, parts, other);
    }

    /** What is searched, by its numbers in the index; each is made when it is asked for. For one thread. */
    public Stream<Indexed> indexed(int from, int to) {
        return index.indexed(from, to);
    }

    /** The ids of what is searched, by its numbers in the index. */
    public Stream<String> ids() {
        return index.entries().stream().map(Entry::id);
    }

    /** How many entries, pages and places are searched. */
    public int size() {
        return index.entries().size();
    }

    /**
     * The search of these pages.
     *
     * @param places what else is found by its name
     * @param readings syllables of words that the site reads in its own way
     * @param synonyms wordings, each with what is found by it too
     */
    public static Search of(
            Catalogue catalogue,
            List<Place> places,
            Map<String, List<String>> readings,
            List<List<String>> synonyms,
            Parallel parallel) {
        return of(catalogue, places, readings, synonyms, parallel, Map.of(), Memory.Book.BLANK);
    }

    /**
     * The same.
     *
     * @param sources of the bytes that pages were read from, by path of their file
     * @param parts what was made of the same entries before, where the same people were known and the same words read in their own way;
     *     open until the output is made
     */
    public static Search of(
            Catalogue catalogue,
            List<Place> places,
            Map<String, List<String>> readings,
            List<List<String>> synonyms,
            Parallel parallel,
            Map<String, Digest> sources,
            Memory.Book parts) {
        Folding folding = new Folding();
        return new Search(
                Index.of(
                        new Gathering(catalogue, places, sources).items(),
                        folding,
                        new Readings(readings).withPeople(People.names(catalogue)),
                        new Synonyms(synonyms, folding),
                        parallel,
                        parts),
                parallel,
                parts);
    }

    Parallel parallel() {
        return parallel;
    }

    Index index() {
        return index;
    }

    /** What the index finds, best first. Not to be asked from two threads at once. */
    public Answer answer(String typed) {
        return answering.answer(typed, false);
    }

    /** The same for exactly what was typed: no other way is tried to take it. */
    public Answer literally(String typed) {
        return answering.answer(typed, true);
    }

    /** Where in the page a reader finds most of what was asked; none if that stands under no heading. */
    public Optional<Answer.Section> section(Answer answer, Answer.Hit hit) {
        Entry entry = index.entries().get(hit.doc());
        OptionalInt place = new Marks(index.folding()).best(entry.text(), answer.marked());
        return place.isEmpty()
                ? Optional.empty()
                : entry.sectionAt(place.getAsInt())
                        .map(section -> new Answer.Section(entry.name(section), section.anchor()));
    }

    /**
     * An engine that the browser asks first.
     *
     * @param path where it answers, from the root of the server
     * @param site what this site is called there
     */
    public record Elsewhere(String path, String site) {}

    /** What the browser needs to search the site: its program and its data. */
    public Output output() {
        return output(Sharding.LARGE);
    }

    /** @param large above how many pages the data is that of a large site */
    Output output(int large) {
        return files(large, "", Memory.Book.BLANK).output();
    }

    /**
     * The same.
     *
     * @param elsewhere whom the program asks first
     * @param made files of earlier builds, and where these are kept
     */
    public SearchFiles files(Optional<Elsewhere> elsewhere, Memory.Book made) {
        String asking = elsewhere
                .map(there -> resource(ELSEWHERE).replace("PATH", there.path()).replace("SITE", there.site()))
                .orElse("");
        return files(Sharding.LARGE, asking, made);
    }

    private SearchFiles files(int large, String elsewhere, Memory.Book made) {
        return new SearchFiles(new Sharding(index, large, parallel, parts, made).files(), programs(elsewhere));
    }

    /** The same on every site that asks the same engine. */
    private SortedMap<String, byte[]> programs(String elsewhere) {
        Digest key = new Digest.Of().text("programs").text(elsewhere).digest();
        return SearchFiles.programs(new io.zhibu.memo.Packing.In(
                parts.recall(key).orElseGet(() -> {
                    io.zhibu.memo.Packing.Out out = new io.zhibu.memo.Packing.Out();
                    SearchFiles.pack(squeezed(elsewhere), out);
                    parts.keep(key, out.bytes());
                    return out.bytes();
                })));
    }

    private static SortedMap<String, byte[]> squeezed(String elsewhere) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> programs = Squeezing.squeezed(List.of(
                "(function () {\n'use strict';\n" + resources(CLIENT) + elsewhere + "}());\n",
                resource("more.js").replace("TABLE", Syllables.TABLE)));
        byte[] more = programs.get(1).getBytes(StandardCharsets.UTF_8);
        String name = "more-" + HexFormat.of().formatHex(Shards.hash(more));
        files.put(name, more);
        files.put("search", programs.get(0).replace(MORE, name).getBytes(StandardCharsets.UTF_8));
        files.put("inflate", Squeezing.squeezed(resource("inflate.js")).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String resources(List<String> names) {
        return names.stream().map(Search::resource).collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream in = Search.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own archive can't be read", unreadable);
        }
    }
}
