package io.zhibu.build;

import io.zhibu.attachment.Examining;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.checks.Checks;
import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.history.History;
import io.zhibu.history.HistoryReading;
import io.zhibu.output.Output;
import io.zhibu.output.Shelf;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import io.zhibu.picture.Pictures;
import io.zhibu.picture.Picturing;
import io.zhibu.render.Holdings;
import io.zhibu.render.Rendering;
import io.zhibu.schema.Schema;
import io.zhibu.search.Acceptance;
import io.zhibu.search.Comparing;
import io.zhibu.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A folder to a site: reads as the drawing does. */
public final class Building {
    private final Path root;
    private final Wishes wishes;
    private final Stages stages;

    /**
     * What the caller decides about one build.
     *
     * @param drafts readers see what isn't published yet
     * @param styleguide readers also see a page of all parts of the templates
     * @param access a word of the vocabulary of that name, for whom the site is; empty for everyone
     * @param today the day that dates are held against, told the site's time zone
     * @param shelf keeps narrower pictures, and what Git told, for the next build
     * @param begins told the name of each stage before it begins, as {@link Built#times} names it
     */
    public record Wishes(
            boolean drafts,
            boolean styleguide,
            String access,
            Function<ZoneId, LocalDate> today,
            Parallel parallel,
            Shelf shelf,
            Consumer<String> begins) {}

    public Building(Path root, Wishes wishes) {
        this.root = root;
        this.wishes = wishes;
        this.stages = new Stages(wishes.begins());
    }

    /** @throws IOException if the disk fails; everything else is in the outcome */
    public Outcome<Built> build() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, stages).read(diagnostics);
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
            Search search = tried(read, false, diagnostics);
            if (diagnostics.hasErrors()) {
                return Outcome.of(stopped(read), diagnostics);
            }
            searched = stages.timed("shards", search::output);
        }
        Output output = planned(read, likeness, pictures, history, searched, diagnostics);
        return Outcome.of(new Built(config, read.today(), read.catalogue(), output, stages.times()), diagnostics);
    }

    /**
     * The pages of the site as its folder is now, without waiting for what takes long: {@link Sketch#finish} gives the rest. Errors stop
     * neither; what an entry with errors was before stands in for it.
     *
     * @throws IOException if the disk fails; everything else is in the sketch
     */
    public Sketch sketch(Known known) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, stages).read(diagnostics, known::held);
        if (!read.begun()) {
            return new Sketch(this, read, known, Pictures.NONE, nothing(), diagnostics.list());
        }
        History history = known.history().isPresent() ? known.history().get() : history(read, diagnostics);
        Pictures pictures = looked(read, diagnostics);
        Output output =
                planned(read, known.likenessIn(read.catalogue()), pictures, history, known.search(), diagnostics);
        return new Sketch(this, read, known.with(history), pictures, output, diagnostics.list());
    }

    Sketch.Finished finish(Read read, Pictures pictures, List<Diagnostic> sketched) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(sketched);
        History history = history(read, diagnostics);
        Likeness likeness = likeness(read);
        rules(read, history, likeness, diagnostics);
        attachments(read, diagnostics);
        Output searched = nothing();
        if (searchable(read.config())) {
            Search search = diagnostics.hasErrors()
                    ? stages.timed("search", () -> search(read))
                    : tried(read, false, diagnostics);
            searched = stages.timed("shards", search::output);
        }
        Output output = planned(read, likeness, pictures, history, searched, diagnostics);
        return new Sketch.Finished(output, searched, likeness, history, diagnostics.list());
    }

    private static boolean searchable(Config config) {
        return config.dialect() != Dialect.JBAKE && !config.settings().isOff("render.search");
    }

    private Output planned(
            Read read, Likeness likeness, Pictures pictures, History history, Output searched, Diagnostics diagnostics)
            throws IOException {
        Outcome<Output> output = stages.timed(
                "plan",
                () -> new Rendering(read.config(), Markdown.writer(read.config()), read.today())
                        .render(
                                new Holdings(
                                        read.catalogue(), read.listed(), read.ordering(), likeness, pictures, history),
                                read.content().files(),
                                read.content().assets(),
                                read.content().data(),
                                searched));
        diagnostics.addAll(read.drafts().toned(output.diagnostics()));
        return output.value();
    }

    /**
     * The search of the site as its folder is now, without building it.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Search> search() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, stages).read(diagnostics);
        return Outcome.of(stages.timed("search", () -> search(read)), diagnostics);
    }

    /**
     * What a site is made of, without making it; errors say what of it can't be relied on.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Contents> contents() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, stages).read(diagnostics);
        rules(read, history(read, diagnostics), Likeness.NONE, diagnostics);
        Pictures pictures = pictures(read, diagnostics);
        return Outcome.of(
                new Contents(read.config(), read.today(), read.catalogue(), read.ordering(), pictures), diagnostics);
    }

    public record Contents(Config config, LocalDate today, Catalogue catalogue, Ordering ordering, Pictures pictures) {}

    /**
     * What is wrong with the settings and the content, without a site.
     *
     * @param acceptance whether the search is held against the owner's expectations too
     * @throws IOException if the disk fails
     */
    public Outcome<Built> check(boolean acceptance) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = new Reading(root, wishes, stages).read(diagnostics);
        rules(read, history(read, diagnostics), likeness(read), diagnostics);
        pictures(read, diagnostics);
        if (acceptance && !diagnostics.hasErrors() && read.config().dialect() != Dialect.JBAKE) {
            tried(read, true, diagnostics);
        }
        return Outcome.of(stopped(read), diagnostics);
    }

    /** Also when content was found wrong, so that all that is wrong is told in one run; broken settings leave no content to hold them to. */
    private void rules(Read read, History history, Likeness likeness, Diagnostics diagnostics) throws IOException {
        if (read.config().dialect() != Dialect.JBAKE) {
            Outcome<Catalogue> checked = stages.timed(
                    "checks",
                    () -> new Checks(wishes.parallel(), read.today(), read.ordering(), history)
                            .check(read.catalogue(), likeness));
            diagnostics.addAll(read.drafts().toned(checked.diagnostics()));
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
        return history.value();
    }

    private Pictures pictures(Read read, Diagnostics diagnostics) throws IOException {
        Pictures pictures = looked(read, diagnostics);
        attachments(read, diagnostics);
        return pictures;
    }

    private Pictures looked(Read read, Diagnostics diagnostics) throws IOException {
        if (read.config().dialect() == Dialect.JBAKE) {
            return Pictures.NONE;
        }
        Content content = read.content();
        Outcome<Pictures> pictures = stages.timed(
                "pictures",
                () -> new Picturing(content.files(), wishes.parallel(), wishes.shelf()).pictures(content.pages()));
        diagnostics.addAll(read.drafts().toned(pictures.diagnostics()));
        return pictures.value();
    }

    /** A file is told of once: what a field or a picture was refused for is enough. */
    private void attachments(Read read, Diagnostics diagnostics) throws IOException {
        Config config = read.config();
        if (config.dialect() == Dialect.JBAKE) {
            return;
        }
        Set<Where> told = diagnostics.list().stream()
                .filter(one -> one.isError()
                        || read.drafts().files().contains(one.where().file()))
                .map(Diagnostic::where)
                .collect(Collectors.toSet());
        Where setting = config.settings()
                .where("asset.endings")
                .orElse(Where.inFile(config.layout().spelt(config.layout().properties())));
        diagnostics.addAll(read.drafts()
                .toned(stages.timed(
                        "attachments",
                        () -> new Examining(
                                        read.content().files(),
                                        config.settings().assetEndings(),
                                        wishes.parallel())
                                .examine(read.content().pages(), told, setting))));
    }

    private Likeness likeness(Read read) throws IOException {
        Config config = read.config();
        return config.dialect() == Dialect.JBAKE || config.settings().isOff("render.alike")
                ? Likeness.NONE
                : stages.timed("alike", () -> new Comparing(read.catalogue(), wishes.parallel()).likeness());
    }

    /**
     * The search, held against what the owner expects of it.
     *
     * @param strictly what is expected of entries that aren't there is an error each
     */
    private Search tried(Read read, boolean strictly, Diagnostics diagnostics) throws IOException {
        Search search = stages.timed("search", () -> search(read));
        diagnostics.addAll(stages.timed("acceptance", () -> {
            Acceptance acceptance = new Acceptance(search, read.listed());
            return strictly
                    ? acceptance.check(read.config().expectations())
                    : acceptance.checkThere(read.config().expectations());
        }));
        return search;
    }

    private Search search(Read read) {
        return Search.of(
                read.listed(),
                read.config().wording().readings(),
                read.config().wording().synonyms(),
                wishes.parallel());
    }

    static Output nothing() {
        return new Output.Builder().build().value();
    }

    private Built stopped(Read read) {
        return new Built(read.config(), read.today(), read.catalogue(), nothing(), stages.times());
    }

    /**
     * What a build came to.
     *
     * @param output empty if an error stopped the build
     * @param times milliseconds by stage, in order
     */
    public record Built(Config config, LocalDate today, Catalogue catalogue, Output output, Map<String, Long> times) {
        public Built {
            times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
        }

        /** How many pages of each type are shown, in the order of the schemas. */
        public List<Count> counts() {
            return config.schemas().types().stream()
                    .map(type -> count(type, catalogue.ofType(type.key())))
                    .toList();
        }

        /** How many pages are shown that aren't for everyone. */
        public int restricted() {
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
     * The shown pages of one type.
     *
     * @param type its key; two types may share a label
     * @param entries without the samples
     */
    public record Count(String type, String label, int entries, int samples) {}
}
