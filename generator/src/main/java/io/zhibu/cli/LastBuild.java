package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.builtin.BuiltIn;
import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.disk.Mark;
import io.zhibu.disk.Stamp;
import io.zhibu.history.HistoryReading;
import io.zhibu.memo.Counting;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import io.zhibu.publish.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last build of a site came to. If neither what it read nor what it wrote was touched since, and the day and the history are the
 * same, it needn't be built again.
 */
final class LastBuild {
    private static final Digest KEY = Digest.of("last");

    /** Milliseconds within which a second change of a file may have the time of the first one. */
    private static final long MOMENT = 100;

    private final SiteOptions site;
    private final Instant now;
    private final Path target;
    private final Digest wishes;
    private final Standing standing;
    private final Memory memory;

    /** What stands where the site is put, in a word that no other state of it has; empty if nothing can be told of it. */
    @FunctionalInterface
    interface Standing {
        Optional<String> word() throws IOException;
    }

    /** Of a site that lies in a folder. */
    LastBuild(SiteOptions site, Instant now, Path target, Digest wishes, Parallel parallel) {
        this(site, now, target, wishes, () -> new SiteFolder(target).word(parallel));
    }

    /**
     * @param target where the site is seen
     * @param wishes all that the caller decided about it
     */
    LastBuild(SiteOptions site, Instant now, Path target, Digest wishes, Standing standing) {
        this.site = site;
        this.now = now;
        this.target = target;
        this.wishes = new Digest.Of()
                .text(site.root().toString())
                .text(target.toString())
                .add(wishes)
                .digest();
        this.standing = standing;
        this.memory = site.memory();
    }

    /**
     * What a build would read.
     *
     * @param stamp of it, before it is read; empty if it may change unseen
     * @param marks of each file that was not changed just now
     */
    private record Sources(List<Path> places, Optional<Digest> stamp, Map<Path, Digest> marks) {}

    /** The state of things before a build, and what the last one came to if it is as that one left it. */
    record Found(Optional<Summary> same, List<Path> places, Optional<Digest> sources, Map<Path, Digest> marks) {
        /** How a file stood, if that can be relied on. */
        Optional<Digest> mark(Path file) {
            return Optional.ofNullable(marks.get(file));
        }
    }

    Found look() throws IOException {
        if (memory == Memory.NONE) {
            return new Found(Optional.empty(), List.of(), Optional.empty(), Map.of());
        }
        Optional<Packing.In> kept = kept();
        if (kept.isEmpty()) {
            Stream<Path> own = Stream.of("site-config", "jbake.properties", "content", "templates", "templates/assets")
                    .map(site.root()::resolve);
            List<Path> usual = Stream.concat(own, below(site.root())).toList();
            return found(Optional.empty(), sources(usual));
        }
        Packing.In in = kept.get();
        Sources sources = sources(in);
        return found(sources.stamp().flatMap(stamp -> same(in, stamp)), sources);
    }

    /** What comes with the program may be changed too, by an upgrade or by whoever works on it. */
    private static Stream<Path> below(Path root) {
        return BuiltIn.here().map(BuiltIn::folder).filter(folder -> !folder.equals(root)).stream()
                .flatMap(folder -> Stream.of(folder.resolve("site-config"), folder.resolve("templates")));
    }

    private static Found found(Optional<Summary> same, Sources sources) {
        return new Found(same, sources.places(), sources.stamp(), sources.marks());
    }

    private Optional<Packing.In> kept() {
        try (Memory.Book book = memory.open("site", wishes)) {
            return book.recall(KEY).map(Packing.In::new);
        }
    }

    private Sources sources(Packing.In in) throws IOException {
        List<Path> places = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            places.add(Path.of(in.text()));
        }
        return sources(places);
    }

    /** What was changed just now isn't relied on: it may be changed once more, unseen, before it is read. */
    private static Sources sources(List<Path> places) throws IOException {
        long settled = System.currentTimeMillis() - MOMENT;
        Map<Path, Digest> marks = new HashMap<>();
        Optional<Stamp> stamp = Stamp.of(places, (file, mark) -> {
            if (mark.kind() == Mark.Kind.FILE && mark.changed() < settled) {
                marks.put(file, mark.digest());
            }
        });
        return new Sources(places, stamp.filter(one -> one.newest() < settled).map(Stamp::digest), marks);
    }

    private Optional<Summary> same(Packing.In in, Digest stamp) {
        ZoneId zone = ZoneId.of(in.text());
        String content = in.text();
        LocalDate today = site.today(now, zone);
        boolean untouched = in.text().equals(today.toString())
                && in.text().equals(stamp.toString())
                && in.text().equals(written().orElse("touched"))
                && in.text().equals(HistoryReading.mark(site.root(), content).toString());
        if (!untouched) {
            return Optional.empty();
        }
        List<Building.Count> counts = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            counts.add(new Building.Count(in.text(), in.text(), in.number(), in.number()));
        }
        Building.Facts facts = new Building.Facts(today, counts, in.number(), in.number(), in.number(), in.number());
        Publishing.Written written = new Publishing.Written(in.number(), Long.parseLong(in.text()), true);
        List<Diagnostic> diagnostics = DiagnosticPacking.read(in);
        return Optional.of(new Summary(
                facts,
                () -> Map.of("site", new Counting.Reuse(1, 0)),
                diagnostics,
                Optional.of(written),
                target,
                Map.of()));
    }

    /** What stands there now, as {@link Standing} tells it. */
    Optional<String> written() {
        try {
            return standing.word();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * For the next build; what was changed while this one ran is not taken for what it has read.
     *
     * @param word of what was written, as {@link Standing} tells it
     */
    void keep(Found before, Config config, Summary summary, Optional<String> word) throws IOException {
        Optional<Publishing.Written> written = summary.written();
        if (memory == Memory.NONE || written.isEmpty() || config.dialect() == Dialect.JBAKE) {
            return;
        }
        Layout layout = config.layout();
        Stream<Path> own = Stream.of(
                layout.root().resolve("site-config"),
                layout.root().resolve("jbake.properties"),
                layout.content(),
                layout.templates(),
                layout.assets());
        Stream<Path> packed =
                config
                        .settings()
                        .get("offline.zip")
                        .filter(name -> !name.isBlank())
                        .map(layout.root()::resolve)
                        .stream();
        List<Path> places = Stream.of(own, packed, below(layout.root()))
                .flatMap(some -> some)
                .map(place -> place.toAbsolutePath().normalize())
                .toList();
        Optional<Digest> sources = before.sources()
                .filter(stamp -> places.equals(before.places()))
                .filter(stamp -> stampNow(places).equals(Optional.of(stamp)));
        ZoneId zone = config.settings().zone();
        String content = layout.spelt(layout.content());
        Packing.Out out = new Packing.Out();
        out.number(places.size());
        places.forEach(place -> out.text(place.toString()));
        out.text(zone.getId())
                .text(content)
                .text(summary.site().today().toString())
                .text(sources.map(Digest::toString).orElse("unknown"))
                .text(word.orElse("unknown"))
                .text(HistoryReading.mark(site.root(), content).toString());
        out.number(summary.site().counts().size());
        for (Building.Count count : summary.site().counts()) {
            out.text(count.type()).text(count.label()).number(count.entries()).number(count.samples());
        }
        out.number(summary.site().shown())
                .number(summary.site().withheld())
                .number(summary.site().leftOut())
                .number(summary.site().restricted())
                .number(written.get().files())
                .text(Long.toString(written.get().bytes()));
        DiagnosticPacking.write(summary.diagnostics(), out);
        try (Memory.Book book = memory.open("site", wishes)) {
            book.keep(KEY, out.bytes());
        }
    }

    private static Optional<Digest> stampNow(List<Path> places) {
        try {
            return Stamp.of(places).map(Stamp::digest);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
