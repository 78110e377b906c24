package io.zhibu.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a release is: where it came from, its entries, and the digest of each of its files. Written so that {@code sha256sum -c} reads it
 * in the folder of the site; the last line tells whether the manifest itself is whole.
 *
 * @param facts by name, such as {@code commit}
 * @param entries in the order of the catalogue
 * @param carried files of earlier releases that pages which are still open may ask for, and for how many releases each was carried
 * @param files digest by path from the folder of the site, the carried ones too
 */
public record Manifest(
        SortedMap<String, String> facts,
        List<Entry> entries,
        SortedMap<String, Integer> carried,
        SortedMap<String, String> files) {
    static final String NAME = "MANIFEST";

    private static final String FIRST = "# zhibu-manifest 1";
    private static final String ENTRY = "# entry: ";
    private static final String CARRIED = "# carried: ";
    private static final String END = "# end: ";
    private static final Pattern FACT = Pattern.compile("# ([a-z][a-z-]*): (.*)");
    private static final Pattern FILE = Pattern.compile("(" + Digest.PATTERN + ")  (.+)");

    public Manifest {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        entries = List.copyOf(entries);
        carried = Collections.unmodifiableSortedMap(new TreeMap<>(carried));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Empty if nobody said. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Of the text, which tells one release from any other. */
    public String digest() {
        return Digest.of(text());
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        facts.forEach((name, value) -> text.append("# ")
                .append(name)
                .append(": ")
                .append(value.replaceAll("\\s", " "))
                .append('\n'));
        entries.forEach(entry -> text.append(ENTRY).append(entry.line()).append('\n'));
        carried.forEach((path, times) ->
                text.append(CARRIED).append(times).append('\t').append(path).append('\n'));
        files.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return text + END + Digest.of(text.toString()) + "\n";
    }

    /** Empty if there is none, or if it isn't what was written. */
    static Optional<Manifest> read(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static Optional<Manifest> read(String text) {
        int end = text.lastIndexOf(END);
        if (!text.startsWith(FIRST + "\n")
                || end < 0
                || !text.substring(end).equals(END + Digest.of(text.substring(0, end)) + "\n")) {
            return Optional.empty();
        }
        SortedMap<String, String> facts = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        SortedMap<String, Integer> carried = new TreeMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (String line : text.substring(FIRST.length() + 1, end).split("\n")) {
            Matcher file = FILE.matcher(line);
            Matcher fact = FACT.matcher(line);
            if (line.startsWith(ENTRY)) {
                Optional.ofNullable(Entry.read(line.substring(ENTRY.length()))).ifPresent(entries::add);
            } else if (line.startsWith(CARRIED)) {
                String[] parts = line.substring(CARRIED.length()).split("\t", 2);
                carried.put(parts[1], Integer.valueOf(parts[0]));
            } else if (file.matches()) {
                files.put(file.group(2), file.group(1));
            } else if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2));
            }
        }
        return Optional.of(new Manifest(facts, entries, carried, files));
    }

    /** The same with other facts besides; what was known by a name before is no more. */
    Manifest with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(facts);
        all.putAll(more);
        return new Manifest(all, entries, carried, files);
    }
}
