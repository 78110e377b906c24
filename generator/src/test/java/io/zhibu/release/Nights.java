package io.zhibu.release;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Publishes small made-up sites, of which every page says the same word, into one folder. */
final class Nights {
    static final Where ORIGIN = Where.inFile("content/a.md");
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final List<String> PAGES = List.of("index.html", "tags/三亮/index.html", "unit/a/index.html");
    /** The same every night. */
    static final String STEADY = "style.css";

    static final Limits LIMITS = new Limits(10, 0, 3, Where.inFile("site-config/jbake.properties"));

    final Releases releases;
    private final Disk disk;
    private final boolean plain;

    Nights(Path to, Disk disk, boolean plain) {
        this.releases = new Releases(to);
        this.disk = disk;
        this.plain = plain;
    }

    static Nights to(Path folder) {
        return new Nights(folder, Disk.REAL, false);
    }

    Releasing releasing() {
        return new Releasing(releases, disk, new Parallel(2), (files, of) -> {});
    }

    /** The words, and each page's is its own file. */
    static Output site(String word) {
        Output.Builder builder = new Output.Builder();
        PAGES.forEach(page -> builder.add(new Address(page), ORIGIN, () -> Outcome.of(bytes(page + word))));
        builder.add(new Address(STEADY), ORIGIN, () -> Outcome.of(bytes("steady")));
        String part = "search/x-" + Digest.of(word).substring(0, 6) + ".js";
        builder.add(new Address(part), ORIGIN, () -> Outcome.of(bytes(word)));
        return builder.build().value();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(
                    "method", "m" + i, "method/m" + i + "/index.html", "工作法", "第" + i, Digest.of(i + ""), false, ""));
        }
        return entries;
    }

    Outcome<Publication> publish(String word) throws IOException {
        return publish(site(word), entries(10));
    }

    Outcome<Publication> publish(Output output, List<Entry> entries) throws IOException {
        return publish(output, entries, LIMITS, () -> 0);
    }

    Outcome<Publication> publish(Output output, List<Entry> entries, Limits limits, Releasing.Beside beside)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Outcome<Optional<Lock>> entered = releasing().enter(Owner.self(NOW), plain);
        diagnostics.addAll(entered.diagnostics());
        if (entered.value().isEmpty()) {
            return Outcome.of(
                    new Publication(Publication.What.KEPT, Optional.empty(), Optional.empty(), 0), diagnostics);
        }
        Lock lock = entered.value().get();
        try (lock) {
            Outcome<Publication> published = releasing()
                    .publish(
                            output,
                            new Releasing.Night(
                                    "2026-11-23",
                                    new TreeMap<>(Map.of("commit", "c0ffee")),
                                    entries,
                                    limits,
                                    false,
                                    beside));
            diagnostics.addAll(published.diagnostics());
            return Outcome.of(published.value(), diagnostics);
        }
    }

    /** As the next command begins, whatever it is. */
    void nextCommand() throws IOException {
        Outcome<Optional<Lock>> entered =
                Nights.to(releases.folder()).releasing().enter(Owner.self(NOW), false);
        if (entered.value().isPresent()) {
            entered.value().get().close();
        }
    }

    /** The one word that all pages before readers say; what is wrong if it isn't one. */
    String word() {
        List<String> words = PAGES.stream()
                .map(page -> {
                    try {
                        return Files.readString(releases.current().resolve(page))
                                .replace(page, "");
                    } catch (IOException missing) {
                        return "没有 " + page;
                    }
                })
                .distinct()
                .toList();
        return words.size() == 1 ? words.get(0) : words.toString();
    }
}
