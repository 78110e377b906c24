package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Cataloguing;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.OrderReading;
import io.zhibu.catalogue.Ordering;
import io.zhibu.checks.Checks;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Dialect;
import io.zhibu.config.Layout;
import io.zhibu.content.BodyReading;
import io.zhibu.content.Content;
import io.zhibu.content.ContentReading;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.history.History;
import io.zhibu.history.HistoryReading;
import io.zhibu.markdown.HtmlWriting;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.output.Output;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.parallel.Parallel;
import io.zhibu.render.BodyWriting;
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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A folder to a site: reads as the drawing does. */
public final class Building {
    private static final String JBAKE_EXTENSIONS = "HARDWRAPS,AUTOLINKS,FENCED_CODE_BLOCKS,DEFINITIONS";

    private final Path root;
    private final Wishes wishes;
    private final Map<String, Long> times = new LinkedHashMap<>();

    /**
     * What the caller decides about one build.
     *
     * @param drafts readers see what isn't published yet
     * @param today the day that dates are held against, told the site's time zone
     * @param begins told the name of each stage before it begins, as {@link Built#times} names it
     */
    public record Wishes(
            boolean drafts, Function<ZoneId, LocalDate> today, Parallel parallel, Consumer<String> begins) {}

    public Building(Path root, Wishes wishes) {
        this.root = root;
        this.wishes = wishes;
    }

    /** @throws IOException if the disk fails; everything else is in the outcome */
    public Outcome<Built> build() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = read(diagnostics);
        if (!read.begun()) {
            return Outcome.of(stopped(read), diagnostics);
        }
        Config config = read.config();
        Likeness likeness = likeness(read);
        rules(read, likeness, diagnostics);
        if (diagnostics.hasErrors()) {
            return Outcome.of(stopped(read), diagnostics);
        }
        boolean searchable =
                config.dialect() != Dialect.JBAKE && !config.settings().isOff("render.search");
        Output searched = nothing();
        if (searchable) {
            Search search = tried(read, diagnostics);
            if (diagnostics.hasErrors()) {
                return Outcome.of(stopped(read), diagnostics);
            }
            searched = timed("shards", search::output);
        }
        Output shards = searched;
        Outcome<Output> output = timed(
                "plan",
                () -> new Rendering(config, writer(config), read.history(), read.today())
                        .render(
                                read.catalogue(),
                                read.ordering(),
                                likeness,
                                read.content().files(),
                                read.content().assets(),
                                read.content().data(),
                                shards));
        diagnostics.addAll(output.diagnostics());
        return Outcome.of(new Built(config, read.today(), read.catalogue(), output.value(), times), diagnostics);
    }

    /**
     * The search of the site as its folder is now, without building it.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Search> search() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = read(diagnostics);
        return Outcome.of(timed("search", () -> search(read)), diagnostics);
    }

    /**
     * What a site is made of, without making it; errors say what of it can't be relied on.
     *
     * @throws IOException if the disk fails; everything else is in the outcome
     */
    public Outcome<Contents> contents() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = read(diagnostics);
        rules(read, Likeness.NONE, diagnostics);
        return Outcome.of(
                new Contents(
                        read.config(),
                        read.today(),
                        read.catalogue(),
                        read.ordering(),
                        read.content().files()),
                diagnostics);
    }

    /** @param files what lies beside entries, by path from the site's root */
    public record Contents(
            Config config, LocalDate today, Catalogue catalogue, Ordering ordering, Map<String, Path> files) {}

    /**
     * What is wrong with the settings and the content, without a site.
     *
     * @param acceptance whether the search is held against the owner's expectations too
     * @throws IOException if the disk fails
     */
    public Outcome<Built> check(boolean acceptance) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Read read = read(diagnostics);
        rules(read, likeness(read), diagnostics);
        if (acceptance && !diagnostics.hasErrors() && read.config().dialect() != Dialect.JBAKE) {
            tried(read, diagnostics);
        }
        return Outcome.of(stopped(read), diagnostics);
    }

    /** Also when content was found wrong, so that all that is wrong is told in one run; broken settings leave no content to hold them to. */
    private void rules(Read read, Likeness likeness, Diagnostics diagnostics) throws IOException {
        if (read.config().dialect() != Dialect.JBAKE) {
            diagnostics.addAll(timed(
                            "checks",
                            () -> new Checks(wishes.parallel(), read.today(), read.ordering(), read.history())
                                    .check(read.catalogue(), likeness))
                    .diagnostics());
        }
    }

    private Likeness likeness(Read read) throws IOException {
        Config config = read.config();
        return config.dialect() == Dialect.JBAKE || config.settings().isOff("render.alike")
                ? Likeness.NONE
                : timed("alike", () -> new Comparing(read.catalogue(), wishes.parallel()).likeness());
    }

    /** The search, held against what the owner expects of it. */
    private Search tried(Read read, Diagnostics diagnostics) throws IOException {
        Search search = timed("search", () -> search(read));
        diagnostics.addAll(timed(
                "acceptance",
                () -> new Acceptance(search, read.catalogue())
                        .check(read.config().expectations())));
        return search;
    }

    private Search search(Read read) {
        return Search.of(
                read.catalogue(),
                read.config().wording().readings(),
                read.config().wording().synonyms(),
                wishes.parallel());
    }

    /** @param begun whether content was read: not if the rules for it are wrong */
    private record Read(
            boolean begun,
            Config config,
            LocalDate today,
            Content content,
            Catalogue catalogue,
            Ordering ordering,
            History history) {}

    private Read read(Diagnostics diagnostics) throws IOException {
        Outcome<Config> read = timed("config", () -> new ConfigReading(root).read());
        diagnostics.addAll(read.diagnostics());
        Config config = read.value();
        LocalDate today = wishes.today().apply(config.settings().zone());
        Map<String, Order> orders = orders(config, diagnostics);
        if (diagnostics.hasErrors()) {
            // Held against broken rules, sound content would be blamed for what is wrong with the rules.
            Content none = new Content(List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
            Catalogue empty =
                    new Cataloguing(config.schemas(), visible(config), wishes.parallel()).catalogue(List.of());
            return new Read(false, config, today, none, empty, ordering(config, empty, Map.of()), History.NONE);
        }
        Outcome<Content> content =
                timed("content", () -> new ContentReading(config, today, wishes.parallel(), reader(config)).read());
        diagnostics.addAll(content.diagnostics());
        Catalogue catalogue = timed(
                "catalogue",
                () -> new Cataloguing(config.schemas(), visible(config), wishes.parallel())
                        .catalogue(content.value().pages(), content.value().unread()));
        History history = history(config, diagnostics);
        return new Read(true, config, today, content.value(), catalogue, ordering(config, catalogue, orders), history);
    }

    private History history(Config config, Diagnostics diagnostics) throws IOException {
        if (config.dialect() == Dialect.JBAKE || config.settings().isOff("render.history")) {
            return History.NONE;
        }
        Layout layout = config.layout();
        Outcome<History> history = timed(
                "history",
                () -> new HistoryReading(
                                root,
                                layout.spelt(layout.content()),
                                config.settings().zone())
                        .read());
        diagnostics.addAll(history.diagnostics());
        return history.value();
    }

    private Map<String, Order> orders(Config config, Diagnostics diagnostics) {
        if (config.dialect() == Dialect.JBAKE) {
            return Map.of();
        }
        Outcome<Map<String, Order>> orders = new OrderReading(config.settings(), config.schemas()).orders();
        diagnostics.addAll(orders.diagnostics());
        return orders.value();
    }

    private static Ordering ordering(Config config, Catalogue catalogue, Map<String, Order> orders) {
        return new Ordering(
                catalogue, config.wording().readings(), config.wording().strokes(), orders);
    }

    private static Output nothing() {
        return new Output.Builder().build().value();
    }

    private Built stopped(Read read) {
        return new Built(read.config(), read.today(), read.catalogue(), nothing(), times);
    }

    private Predicate<Status> visible(Config config) {
        boolean all = config.dialect() == Dialect.JBAKE;
        return status -> status == Status.PUBLISHED || all || wishes.drafts() && status != Status.ARCHIVED;
    }

    private static Supplier<BodyReading> reader(Config config) {
        String extensions = config.settings().get("markdown.extensions").orElse(JBAKE_EXTENSIONS);
        return () -> new MarkdownReading(profile(config), extensions)::read;
    }

    private static BodyWriting writer(Config config) {
        HtmlWriting writing = new HtmlWriting(profile(config));
        return (body, targets) -> writing.html(body, new HtmlWriting.Targets() {
            @Override
            public String link(String target, Event.Place place) {
                return targets.link(target, place);
            }

            @Override
            public String image(String target, Event.Place place) {
                return targets.image(target, place);
            }
        });
    }

    private static Profile profile(Config config) {
        return switch (config.dialect()) {
            case CHINESE -> Profile.CHINESE;
            case PLAIN -> Profile.PLAIN;
            case JBAKE -> Profile.JBAKE;
        };
    }

    private interface Stage<T> {
        T run() throws IOException;
    }

    private <T> T timed(String stage, Stage<T> work) throws IOException {
        wishes.begins().accept(stage);
        long begun = System.nanoTime();
        T made = work.run();
        times.put(stage, (System.nanoTime() - begun) / 1_000_000);
        return made;
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
