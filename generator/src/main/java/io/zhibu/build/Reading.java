package io.zhibu.build;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Cataloguing;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.OrderReading;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.Readership;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigDigest;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Dialect;
import io.zhibu.content.Content;
import io.zhibu.content.ContentReading;
import io.zhibu.content.Earlier;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.page.Status;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Veil;
import io.zhibu.proofread.Waiver;
import io.zhibu.rulebook.HouseRules;
import io.zhibu.rulebook.HouseRulesReading;
import io.zhibu.rulebook.Rulebook;
import io.zhibu.rulebook.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The first stages: settings, content and catalogue. */
final class Reading {
    private final Path root;
    private final Building.Wishes wishes;
    private final Overlay overlay;
    private final Stages stages;
    private final boolean proofread;
    private final Function<Path, Optional<Digest>> marks;
    private final Rulebook book = Rulebook.own();

    /** @param proofread whether every file is read letter by letter too */
    Reading(Path root, Building.Wishes wishes, Overlay overlay, Stages stages, boolean proofread) {
        this(root, wishes, overlay, stages, proofread, file -> Optional.empty());
    }

    /** @param marks how a file stood before anything was read; empty if it must be opened */
    Reading(
            Path root,
            Building.Wishes wishes,
            Overlay overlay,
            Stages stages,
            boolean proofread,
            Function<Path, Optional<Digest>> marks) {
        this.marks = marks;
        this.proofread = proofread;
        this.root = root;
        this.wishes = wishes;
        this.overlay = overlay;
        this.stages = stages;
    }

    /** @throws IOException if the disk fails */
    Read read(Diagnostics diagnostics) throws IOException {
        return read(diagnostics, Known.NOTHING, Outcome::value, Set.of());
    }

    /**
     * What is known isn't found out again, and what an entry with errors was before stands in for it.
     *
     * @param touched files and folders that may be others than they were then
     */
    Read read(Diagnostics diagnostics, Known known, Set<Path> touched) throws IOException {
        return read(diagnostics, known, known::held, touched);
    }

    /** @param held what of the content the later stages get */
    private Read read(Diagnostics diagnostics, Known known, Function<Outcome<Content>, Content> held, Set<Path> touched)
            throws IOException {
        Optional<Read> last = known.last().filter(Read::begun);
        Ground ground = last.isPresent() && isContent(touched, last.get().config())
                ? last.get().ground()
                : ground();
        diagnostics.addAll(ground.told());
        Config config = ground.config();
        LocalDate today = wishes.today().apply(config.settings().zone());
        if (!ground.isSound()) {
            return broken(ground, today);
        }
        Optional<Read> before = last.filter(
                read -> read.today().equals(today) && read.settings().equals(ground.settings()));
        Outcome<Content> found = content(ground, today, before, touched);
        Content content = held.apply(found);
        Drafts drafts = Drafts.among(content, wishes.drafts());
        Proofs proofs = new Proofs(ground.house().scruples());
        Verdicts verdicts = verdicts(ground, proofs, found, drafts, diagnostics);
        Catalogued catalogued = stages.timed(
                "catalogue",
                () -> before.filter(read -> read.ground() == ground)
                        .flatMap(read -> read.catalogued().with(read.content(), content))
                        .orElseGet(() -> catalogued(ground, content, today)));
        return new Read(
                ground,
                true,
                today,
                content,
                catalogued,
                drafts,
                verdicts,
                proofs,
                // What stands in for an entry with errors isn't what was read.
                config.dialect() == Dialect.JBAKE || content != found.value() ? Memory.NONE : ground.memory());
    }

    /** Whether all that was touched lies in the folder of content. */
    private boolean isContent(Set<Path> touched, Config config) {
        Path content = config.layout().content().toAbsolutePath().normalize();
        return !touched.isEmpty() && touched.stream().allMatch(file -> file.startsWith(content));
    }

    private Ground ground() throws IOException {
        Diagnostics told = new Diagnostics();
        Digest before = ConfigDigest.of(root);
        Outcome<Config> read = stages.timed("config", () -> new ConfigReading(root).read());
        // What was changed while it was read stands for nothing.
        Memory memory = before.equals(ConfigDigest.of(root)) ? wishes.memory() : Memory.NONE;
        told.addAll(read.diagnostics());
        Config config = wishes.styleguide() ? read.value().with("render.styleguide") : read.value();
        HouseRules house = HouseRules.NONE;
        if (config.dialect() != Dialect.JBAKE) {
            Outcome<HouseRules> rules = new HouseRulesReading(config.layout().layers(), book).read();
            rules.diagnostics().stream().map(BuiltIn::explained).forEach(told::add);
            house = rules.value();
        }
        Map<String, Order> orders = orders(config, told);
        Outcome<Readership> asked = Readership.of(config.schemas(), wishes.access());
        told.addAll(asked.diagnostics());
        return new Ground(config, house, orders, asked.value(), before, memory, told.list());
    }

    /** Held against broken rules, sound content would be blamed for what is wrong with the rules. */
    private Read broken(Ground ground, LocalDate today) {
        Config config = ground.config();
        Catalogue empty = new Cataloguing(config.schemas(), visible(config), wishes.parallel()).catalogue(List.of());
        return new Read(
                ground,
                false,
                today,
                Content.empty(),
                new Catalogued(empty, empty, ordering(config, empty, Map.of())),
                Drafts.NONE,
                new Verdicts(book, HouseRules.NONE, List.of()),
                new Proofs(ground.house().scruples()),
                Memory.NONE);
    }

    private Outcome<Content> content(Ground ground, LocalDate today, Optional<Read> before, Set<Path> touched)
            throws IOException {
        Config config = ground.config();
        Earlier earlier = before.map(read -> read.content()
                        .earlier()
                        .after(touched, root, config.layout().content()))
                .orElse(Earlier.NOTHING);
        return stages.timed(
                "content",
                () -> new ContentReading(
                                config,
                                today,
                                wishes.parallel(),
                                Markdown.reader(config),
                                ground.memory().open("entries", ground.settings()),
                                overlay,
                                earlier,
                                marks,
                                ground.memory().open("stood", ground.settings()))
                        .read());
    }

    private Catalogued catalogued(Ground ground, Content content, LocalDate today) {
        Config config = ground.config();
        Catalogue catalogue = new Cataloguing(config.schemas(), visible(config), ground.readership(), wishes.parallel())
                .catalogue(content.pages(), content.unread());
        boolean samples = !config.settings().isOff("samples.show");
        Catalogue listed = catalogue.without(page -> page.sample() && !samples || page.isExpired(today));
        return new Catalogued(catalogue, listed, ordering(config, listed, ground.orders()));
    }

    /** Every file is read letter by letter before anything is weighed: it may say what it is not to be held to. */
    private Verdicts verdicts(
            Ground ground, Proofs proofs, Outcome<Content> content, Drafts drafts, Diagnostics diagnostics)
            throws IOException {
        Outcome<List<Waiver>> waivers = Outcome.of(List.of());
        if (proofread && ground.config().dialect() != Dialect.JBAKE) {
            try (Memory.Book read = ground.memory().open("proofs", ground.settings())) {
                Proofing proofing = new Proofing(root, overlay, proofs, wishes.parallel(), read);
                waivers = stages.timed("proofs", () -> proofing.read(content.value()));
            }
        }
        Verdicts verdicts = new Verdicts(book, ground.house(), waivers.value());
        for (List<Diagnostic> said :
                List.of(content.diagnostics(), waivers.diagnostics(), verdicts.told(waivers.value()))) {
            verdicts.weighed(drafts.toned(said)).stream().map(Veil::over).forEach(diagnostics::add);
        }
        return verdicts;
    }

    private Map<String, Order> orders(Config config, Diagnostics diagnostics) {
        // Without types every order would be blamed for what is wrong with the settings.
        if (config.dialect() == Dialect.JBAKE || config.schemas().types().isEmpty()) {
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

    private Predicate<Status> visible(Config config) {
        boolean all = config.dialect() == Dialect.JBAKE;
        return status -> status == Status.PUBLISHED || all || wishes.drafts() && status != Status.ARCHIVED;
    }
}
