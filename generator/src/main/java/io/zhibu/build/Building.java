package io.zhibu.build;

import io.zhibu.attachment.Examining;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Gone;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.People;
import io.zhibu.catalogue.Place;
import io.zhibu.checks.Checks;
import io.zhibu.checks.Remembered;
import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.config.Settings;
import io.zhibu.content.Content;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.entry.Holdings;
import io.zhibu.entry.Offline;
import io.zhibu.history.Authors;
import io.zhibu.history.History;
import io.zhibu.history.HistoryReading;
import io.zhibu.memo.Counting;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.output.Output;
import io.zhibu.output.Shelf;
import io.zhibu.output.Standing;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import io.zhibu.picture.Pictures;
import io.zhibu.picture.Picturing;
import io.zhibu.render.Rendering;
import io.zhibu.rulebook.Debt;
import io.zhibu.schema.Schema;
import io.zhibu.search.Acceptance;
import io.zhibu.search.Comparing;
import io.zhibu.search.Search;
import io.zhibu.search.SearchFiles;
import io.zhibu.site.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A folder to a site: reads as the drawing does. */
public final class Building {
    private final Path root;
    private final Wishes wishes;
    private final Counting memory;
    private final Overlay overlay;
    private final Stages stages;
    private final Function<Path, Optional<Digest>> marks;

    /**
     * What the caller decides about one build.
     *
     * @param drafts readers see what isn't published yet
     * @param styleguide readers also see a page of all parts of the templates
     * @param access a word of the vocabulary of that name, for whom the site is; empty for everyone
     * @param today the day that dates are held against, told the site's time zone
     * @param shelf keeps narrower pictures, and what Git told, for the next build
     * @param memory of what earlier builds made
     * @param last the site that is there now
     * @param begins told the name of each stage before it begins, as {@link Built#times} names it
     */
    public record Wishes(
            boolean drafts,
            boolean styleguide,
            String access,
            Function<ZoneId, LocalDate> today,
            Parallel parallel,
            Shelf shelf,
            Memory memory,
            Standing last,
            Consumer<String> begins) {
        Wishes with(Memory other) {
            return new Wishes(drafts, styleguide, access, today, parallel, shelf, other, last, begins);
        }
    }

    public Building(Path root, Wishes wishes) {
        this(root, wishes, Overlay.NONE);
    }

    /** @param overlay what is read in place of files of the content */
    public Building(Path root, Wishes wishes, Overlay overlay) {
        this(root, wishes, overlay, file -> Optional.empty());
    }

    /** @param marks how a file stood before anything was read, in a word that no other state of it has; empty if it must be opened */
    public Building(Path root, Wishes wishes, Overlay overlay, Function<Path, Optional<Digest>> marks) {
        this.marks = marks;
        this.root = root;
        this.memory = new Counting(wishes.memory());
        this.wishes = wishes.with(memory);
        this.overlay = overlay;
        this.stages = new Stages(wishes.begins());
    }

    /** @throws IOException if the disk fails; everything else is in the outcome */
    public Outcome<Built> build() throws IOException {
        return build(true);
    }

    /**
     * The same site as it is packed to be taken home: without that package in it.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Built> buildToPack() throws IOException {
        return build(false);
    }

    private Outcome<Built> build(boolean offers) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, true, marks).read(diagnostics);
        if (!read.begun()) {
            return Outcome.of(stopped(read), diagnostics);
        }
        Config config = read.config();
        History history = history(read, diagnostics);
        Likeness likeness = likeness(read);
        rules(read, history, likeness, diagnostics);
        Pictures pictures = pictures(read, diagnostics);
        if (diagnostics.hasErrors()) {
            return Outcome.of(stopped(read), diagnostics);
        }
        Output searched = nothing();
        if (searchable(config)) {
            Outcome<Output> files = searched(read);
            diagnostics.addAll(files.diagnostics());
            if (diagnostics.hasErrors()) {
                return Outcome.of(stopped(read), diagnostics);
            }
            searched = files.value();
        }
        OfflineZip zip = new OfflineZip(root, config);
        Optional<Offline> offline = offers ? zip.look(diagnostics) : Optional.empty();
        if (diagnostics.hasErrors()) {
            return Outcome.of(stopped(read), diagnostics);
        }
        if (offline.isPresent()) {
            searched = zip.beside(searched, offline.get());
        }
        Memory.Book pages = read.memory().open("pages", read.settings());
        Output output = planned(read, likeness, pictures, history, gone(read), searched, offline, pages, diagnostics);
        return Outcome.of(
                new Built(config, read.today(), read.catalogue(), output, stages.times(), memory::reuse, pages::close),
                diagnostics);
    }

    /**
     * The pages of the site as its folder is now, without waiting for what takes long: {@link Sketch#finish} gives the rest. Errors stop
     * neither; what an entry with errors was before stands in for it.
     *
     * @param touched files and folders that may be others than when what is known was read
     * @throws IOException if the disk fails; everything else is in the sketch
     */
    public Sketch sketch(Known known, Set<Path> touched) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, true).read(diagnostics, known, touched);
        if (!read.begun()) {
            return new Sketch(this, read, known, Pictures.NONE, nothing(), diagnostics.list());
        }
        History history = known.history().isPresent() ? known.history().get() : history(read, diagnostics);
        Pictures pictures = looked(read, diagnostics);
        Output output = planned(
                read,
                known.likenessIn(read.catalogue()),
                pictures,
                history,
                List.of(),
                known.search(),
                Optional.empty(),
                Memory.Book.BLANK,
                diagnostics);
        return new Sketch(this, read, known.with(history), pictures, output, diagnostics.list());
    }

    Sketch.Finished finish(Read read, Pictures pictures, List<Diagnostic> sketched) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(sketched);
        History history = history(read, diagnostics);
        Likeness likeness = likeness(read);
        rules(read, history, likeness, diagnostics);
        attachments(read, diagnostics);
        enclosures(read, diagnostics);
        Output searched = nothing();
        if (searchable(read.config())) {
            if (diagnostics.hasErrors()) {
                Search search = stages.timed("search", () -> search(read));
                searched = stages.timed("shards", () -> files(search, read, Memory.Book.BLANK))
                        .output();
            } else {
                Outcome<Output> files = searched(read);
                diagnostics.addAll(files.diagnostics());
                searched = files.value();
            }
        }
        Output output = planned(
                read,
                likeness,
                pictures,
                history,
                gone(read),
                searched,
                Optional.empty(),
                Memory.Book.BLANK,
                diagnostics);
        return new Sketch.Finished(output, searched, likeness, history, diagnostics.list());
    }

    private static boolean searchable(Config config) {
        return config.dialect() != Dialect.JBAKE && !config.settings().isOff("render.search");
    }

    private Output planned(
            Read read,
            Likeness likeness,
            Pictures pictures,
            History history,
            List<Gone> gone,
            Output made,
            Optional<Offline> offline,
            Memory.Book pages,
            Diagnostics diagnostics)
            throws IOException {
        Outcome<Output> output = stages.timed(
                "plan",
                () -> new Rendering(read.config(), Markdown.writer(read.config()), read.today(), pages, wishes.last())
                        .render(
                                new Holdings(
                                        read.catalogue(),
                                        read.listed(),
                                        read.ordering(),
                                        likeness,
                                        pictures,
                                        history,
                                        gone,
                                        read.today(),
                                        offline),
                                read.content().files(),
                                read.content().assets(),
                                read.content().data(),
                                made,
                                pages == Memory.Book.BLANK ? Optional.empty() : read.shown(wishes),
                                read.content().sources()));
        diagnostics.addAll(read.toned(output.diagnostics()));
        return output.value();
    }

    /**
     * The search of the site as its folder is now, without building it.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Search> search() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, false).read(diagnostics);
        return Outcome.of(stages.timed("search", () -> search(read)), diagnostics);
    }

    /**
     * What a site is made of, without making it; errors say what of it can't be relied on.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Contents> contents() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, true).read(diagnostics);
        rules(read, history(read, diagnostics), Likeness.NONE, diagnostics);
        Pictures pictures = pictures(read, diagnostics);
        return Outcome.of(
                new Contents(read.config(), read.today(), read.catalogue(), read.ordering(), pictures), diagnostics);
    }

    public record Contents(Config config, LocalDate today, Catalogue catalogue, Ordering ordering, Pictures pictures) {}

    /**
     * Which entries there are, without a look at what is wrong with them.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Listing> listing() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, false).read(diagnostics);
        return Outcome.of(new Listing(read.config(), read.today(), read.catalogue()), diagnostics);
    }

    public record Listing(Config config, LocalDate today, Catalogue catalogue) {}

    /**
     * What is wrong with the settings and the content, without a site.
     *
     * @param acceptance whether the search is held against the owner's expectations too
     * @throws IOException if the disk fails
     */
    public Outcome<Built> check(boolean acceptance) throws IOException {
        Outcome<Checked> checked = judged(acceptance);
        return new Outcome<>(checked.value().built(), checked.diagnostics());
    }

    /** The same, and which debts are still there. */
    public Outcome<Checked> judged(boolean acceptance) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, overlay, stages, true).read(diagnostics);
        rules(read, history(read, diagnostics), likeness(read), diagnostics);
        pictures(read, diagnostics);
        if (acceptance && !diagnostics.hasErrors() && read.config().dialect() != Dialect.JBAKE) {
            tried(read, true, Memory.Book.BLANK, diagnostics);
        }
        if (read.begun()) {
            diagnostics.addAll(read.verdicts().paid());
        }
        return Outcome.of(new Checked(stopped(read), read.verdicts().met()), diagnostics);
    }

    /** Also when content was found wrong, so that all that is wrong is told in one run; broken settings leave no content to hold them to. */
    private void rules(Read read, History history, Likeness likeness, Diagnostics diagnostics) throws IOException {
        if (read.config().dialect() != Dialect.JBAKE) {
            Outcome<Catalogue> checked = stages.timed("checks", () -> checked(read, history, likeness));
            read.toned(checked.diagnostics()).stream()
                    .map(read.config().layout()::placed)
                    .forEach(diagnostics::add);
        }
    }

    private Outcome<Catalogue> checked(Read read, History history, Likeness likeness) {
        try (Memory.Book book = read.memory().open("checks", read.settings())) {
            return new Checks(
                            wishes.parallel(),
                            read.today(),
                            read.ordering(),
                            history,
                            !read.config().settings().isOff("content.names"),
                            (rule, nanos) -> stages.part("checks", rule, nanos),
                            new Remembered(read.content().sources(), read.marked(wishes, history, likeness), book))
                    .check(read.catalogue(), likeness);
        }
    }

    /** What Git knows of the content; not asked where nothing is made of it. */
    private History history(Read read, Diagnostics diagnostics) throws IOException {
        Config config = read.config();
        if (!read.begun()
                || config.dialect() == Dialect.JBAKE
                || config.settings().isOff("render.history")) {
            return History.NONE;
        }
        String content = config.layout().spelt(config.layout().content());
        Outcome<History> history = stages.timed(
                "history",
                () -> new HistoryReading(root, content, config.settings().zone(), wishes.shelf()).read());
        diagnostics.addAll(history.diagnostics());
        return config.settings().isOn("render.contributors")
                ? history.value().with(Authors.read(root, content))
                : history.value();
    }

    private List<Gone> gone(Read read) throws IOException {
        Settings settings = read.config().settings();
        return read.config().dialect() == Dialect.JBAKE
                        || List.of("render.history", "render.withdrawn", "render.boards").stream()
                                .anyMatch(settings::isOff)
                ? List.of()
                : stages.timed("departures", () -> new Departures(root, read).all());
    }

    private Pictures pictures(Read read, Diagnostics diagnostics) throws IOException {
        Pictures pictures = looked(read, diagnostics);
        attachments(read, diagnostics);
        enclosures(read, diagnostics);
        return pictures;
    }

    private void enclosures(Read read, Diagnostics diagnostics) throws IOException {
        if (read.config().dialect() != Dialect.JBAKE) {
            diagnostics.addAll(
                    read.toned(stages.timed("enclosures", () -> enclosed(read).look())));
        }
    }

    private Enclosures enclosed(Read read) {
        return new Enclosures(read.content(), read.proofs(), wishes.parallel(), wishes.shelf());
    }

    private Pictures looked(Read read, Diagnostics diagnostics) throws IOException {
        if (read.begun()) {
            asTheyAre(read, diagnostics);
        }
        if (read.config().dialect() == Dialect.JBAKE) {
            return Pictures.NONE;
        }
        Content content = read.content();
        Outcome<Pictures> pictures = stages.timed(
                "pictures",
                () -> new Picturing(content.files(), wishes.parallel(), wishes.shelf()).pictures(content.pages()));
        diagnostics.addAll(read.toned(pictures.diagnostics()));
        return pictures.value();
    }

    /** Assets, and in a project of JBake's all that lies beside the pages, go out unchanged, whatever they are. */
    private void asTheyAre(Read read, Diagnostics diagnostics) throws IOException {
        Config config = read.config();
        Content content = read.content();
        String folder = config.layout().spelt(config.layout().assets()) + "/";
        Map<String, Path> own = new TreeMap<>(content.assets());
        own.values().removeIf(file -> !config.layout().isOwn(file));
        diagnostics.addAll(
                stages.timed("assets", () -> new Examining(own, List.of(), wishes.parallel()).examineAll(folder)));
        if (config.dialect() == Dialect.JBAKE) {
            diagnostics.addAll(new Examining(content.files(), List.of(), wishes.parallel()).examineAll(""));
        }
    }

    /** A file is told of once: what a field or a picture was refused for is enough. */
    private void attachments(Read read, Diagnostics diagnostics) throws IOException {
        Config config = read.config();
        if (config.dialect() == Dialect.JBAKE) {
            return;
        }
        Set<Where> told = diagnostics.list().stream()
                .filter(one ->
                        one.isError() || read.drafts().isHidden(one.where().file()))
                .map(Diagnostic::where)
                .collect(Collectors.toSet());
        Where setting = config.settings()
                .where("asset.endings")
                .orElse(Where.inFile(config.layout().spelt(config.layout().properties())));
        diagnostics.addAll(read.toned(stages.timed(
                "attachments",
                () -> new Examining(read.content().files(), config.settings().assetEndings(), wishes.parallel())
                        .examine(read.content().pages(), told, setting))));
    }

    private Likeness likeness(Read read) throws IOException {
        Config config = read.config();
        return config.dialect() == Dialect.JBAKE || config.settings().isOff("render.alike")
                ? Likeness.NONE
                : stages.timed("alike", () -> new Comparing(read.catalogue(), wishes.parallel()).likeness());
    }

    /** The files of the search, held against what the owner expects of it; nothing of it is made if it would be as it was. */
    private Outcome<Output> searched(Read read) throws IOException {
        try (Memory.Book book = read.memory().open("search", Digest.of("all"))) {
            Digest key = new Digest.Of()
                    .add(read.digest(wishes))
                    .add(enclosed(read).digest())
                    .digest();
            Optional<byte[]> kept = book.recall(key);
            if (kept.isPresent()) {
                Packing.In in = new Packing.In(kept.get());
                List<Diagnostic> said = DiagnosticPacking.read(in);
                Optional<SearchFiles> files = stages.timed("search", () -> SearchFiles.read(in, book));
                if (files.isPresent()) {
                    return new Outcome<>(files.get().output(), said);
                }
            }
            Outcome<Optional<SearchFiles>> made = searchedAnew(read, book);
            made.value().ifPresent(files -> {
                Packing.Out out = new Packing.Out();
                DiagnosticPacking.write(made.diagnostics(), out);
                files.pack(out);
                book.keep(key, out.bytes());
            });
            return new Outcome<>(
                    made.value().map(SearchFiles::output).orElseGet(Building::nothing), made.diagnostics());
        }
    }

    /**
     * What parts of it came to before stands, where their entries are the same in every letter. Empty if something that is expected isn't
     * found.
     */
    private Outcome<Optional<SearchFiles>> searchedAnew(Read read, Memory.Book files) throws IOException {
        Digest.Of ground = new Digest.Of().add(read.settings());
        People.names(read.listed()).forEach(ground::text);
        try (Memory.Book parts = read.memory().open("parts", ground.digest())) {
            Diagnostics diagnostics = new Diagnostics();
            Search search = tried(read, false, parts, diagnostics);
            return diagnostics.hasErrors()
                    ? Outcome.of(Optional.empty(), diagnostics)
                    : Outcome.of(Optional.of(stages.timed("shards", () -> files(search, read, files))), diagnostics);
        }
    }

    private static SearchFiles files(Search search, Read read, Memory.Book files) {
        return search.files(
                read.config().settings().elsewhere().map(there -> new Search.Elsewhere(there.path(), there.site())),
                files);
    }

    /**
     * The search, held against what the owner expects of it.
     *
     * @param strictly what is expected of entries that aren't there is an error each
     */
    private Search tried(Read read, boolean strictly, Memory.Book parts, Diagnostics diagnostics) throws IOException {
        Search search = stages.timed("search", () -> search(read, parts));
        diagnostics.addAll(stages.timed("acceptance", () -> {
            Acceptance acceptance = new Acceptance(search, read.listed());
            return strictly
                    ? acceptance.check(read.config().expectations())
                    : acceptance.checkThere(read.config().expectations());
        }));
        return search;
    }

    private Search search(Read read) throws IOException {
        return search(read, Memory.Book.BLANK);
    }

    private Search search(Read read, Memory.Book parts) throws IOException {
        List<Place> places = new ArrayList<>(Places.of(read.listed(), read.config()));
        places.addAll(enclosed(read).places(read.listed()));
        return Search.of(
                read.listed(),
                places,
                read.config().wording().readings(),
                read.config().wording().synonyms(),
                wishes.parallel(),
                read.content().sources(),
                parts);
    }

    static Output nothing() {
        return new Output.Builder().build().value();
    }

    private Built stopped(Read read) {
        return new Built(
                read.config(), read.today(), read.catalogue(), nothing(), stages.times(), memory::reuse, () -> {});
    }

    /** @param debts that were there before and still are */
    public record Checked(Built built, List<Debt> debts) {}

    /**
     * What a build came to.
     *
     * @param output empty if an error stopped the build
     * @param times milliseconds by stage, in order
     * @param reuse by stage, so far: pages are counted while the output is read
     * @param done to be run once the output was read: what was made of it is remembered
     */
    public record Built(
            Config config,
            LocalDate today,
            Catalogue catalogue,
            Output output,
            Map<String, Long> times,
            Supplier<Map<String, Counting.Reuse>> reuse,
            Runnable done) {
        public Built {
            times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
        }

        /** What of it can be told in a few words. */
        public Facts facts() {
            return new Facts(
                    today,
                    counts(),
                    catalogue.pages().size(),
                    catalogue.withheld().size(),
                    catalogue.restricted().size(),
                    restricted());
        }

        /** How many pages of each type are shown, in the order of the schemas. */
        private List<Count> counts() {
            return config.schemas().types().stream()
                    .map(type -> count(type, catalogue.ofType(type.key())))
                    .toList();
        }

        /** How many pages are shown that aren't for everyone. */
        private int restricted() {
            return (int) catalogue.pages().stream()
                    .filter(page -> !page.restriction().isEmpty())
                    .count();
        }

        private static Count count(Schema type, List<Page> pages) {
            int samples = (int) pages.stream().filter(Page::sample).count();
            return new Count(type.key(), type.label(), pages.size() - samples, samples);
        }
    }

    /**
     * A site in a few words.
     *
     * @param shown pages of all types
     * @param withheld entries that aren't published yet, or no longer
     * @param leftOut entries for fewer people than the site
     * @param restricted shown pages that aren't for everyone
     */
    public record Facts(LocalDate today, List<Count> counts, int shown, int withheld, int leftOut, int restricted) {
        public Facts {
            counts = List.copyOf(counts);
        }
    }

    /**
     * The shown pages of one type.
     *
     * @param type its key; two types may share a label
     * @param entries without the samples
     */
    public record Count(String type, String label, int entries, int samples) {}
}
