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
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.page.Page;
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
import java.util.function.Function;
import java.util.function.Predicate;

/** The first stages: settings, content and catalogue. */
final class Reading {
    private final Path root;
    private final Building.Wishes wishes;
    private final Overlay overlay;
    private final Stages stages;
    private final boolean proofread;
    private final Rulebook book = Rulebook.own();

    /** @param proofread whether every file is read letter by letter too */
    Reading(Path root, Building.Wishes wishes, Overlay overlay, Stages stages, boolean proofread) {
        this.proofread = proofread;
        this.root = root;
        this.wishes = wishes;
        this.overlay = overlay;
        this.stages = stages;
    }

    /** @throws IOException if the disk fails */
    Read read(Diagnostics diagnostics) throws IOException {
        return read(diagnostics, Outcome::value);
    }

    /** @param held what of the content the later stages get */
    Read read(Diagnostics diagnostics, Function<Outcome<Content>, Content> held) throws IOException {
        Digest before = ConfigDigest.of(root);
        Outcome<Config> read = stages.timed("config", () -> new ConfigReading(root).read());
        // What was changed while it was read stands for nothing.
        Memory memory = before.equals(ConfigDigest.of(root)) ? wishes.memory() : Memory.NONE;
        diagnostics.addAll(read.diagnostics());
        Config config = wishes.styleguide() ? read.value().with("render.styleguide") : read.value();
        HouseRules house = HouseRules.NONE;
        if (config.dialect() != Dialect.JBAKE) {
            Outcome<HouseRules> rules = new HouseRulesReading(config.layout().layers(), book).read();
            rules.diagnostics().stream().map(BuiltIn::explained).forEach(diagnostics::add);
            house = rules.value();
        }
        LocalDate today = wishes.today().apply(config.settings().zone());
        Map<String, Order> orders = orders(config, diagnostics);
        Outcome<Readership> asked = Readership.of(config.schemas(), wishes.access());
        diagnostics.addAll(asked.diagnostics());
        Readership readership = asked.value();
        if (diagnostics.hasErrors()) {
            // Held against broken rules, sound content would be blamed for what is wrong with the rules.
            Content none = Content.empty();
            Catalogue empty =
                    new Cataloguing(config.schemas(), visible(config), wishes.parallel()).catalogue(List.of());
            return new Read(
                    false,
                    config,
                    today,
                    none,
                    empty,
                    empty,
                    ordering(config, empty, Map.of()),
                    Drafts.NONE,
                    new Verdicts(book, HouseRules.NONE, List.of()),
                    new Proofs(house.scruples()),
                    Memory.NONE,
                    before,
                    before);
        }
        Outcome<Content> found = stages.timed(
                "content",
                () -> new ContentReading(
                                config,
                                today,
                                wishes.parallel(),
                                Markdown.reader(config),
                                memory.open("entries", before),
                                overlay)
                        .read());
        Content content = held.apply(found);
        Drafts drafts = Drafts.among(content, wishes.drafts());
        Proofs proofs = new Proofs(house.scruples());
        Verdicts verdicts = verdicts(config, house, proofs, found, drafts, memory, before, diagnostics);
        Catalogue catalogue = stages.timed(
                "catalogue",
                () -> new Cataloguing(config.schemas(), visible(config), readership, wishes.parallel())
                        .catalogue(content.pages(), content.unread()));
        boolean samples = !config.settings().isOff("samples.show");
        Catalogue listed = catalogue.without(page -> page.sample() && !samples || page.isExpired(today));
        return new Read(
                true,
                config,
                today,
                content,
                catalogue,
                listed,
                ordering(config, listed, orders),
                drafts,
                verdicts,
                proofs,
                // What stands in for an entry with errors isn't what was read.
                config.dialect() == Dialect.JBAKE || content != found.value() ? Memory.NONE : memory,
                before,
                digest(before, content, today));
    }

    /** Told by the bytes that were read, not by what became of them; what lies beside an entry, by its size. */
    private Digest digest(Digest settings, Content content, LocalDate today) {
        Digest.Of all = new Digest.Of().add(settings).text(wishes.access());
        all.number(wishes.drafts() ? 1 : 0).number(wishes.styleguide() ? 1 : 0);
        for (Page page : content.pages()) {
            Digest source = content.sources().get(page.where().file());
            if (source != null) {
                all.add(source).number(page.heading().status().ordinal()).number(page.isExpired(today) ? 1 : 0);
            }
            page.attached().forEach(one -> all.text(one.path()).number(one.size()));
        }
        content.unread().forEach(one -> all.text(one.file()).text(one.id()));
        return all.digest();
    }

    /** Every file is read letter by letter before anything is weighed: it may say what it is not to be held to. */
    private Verdicts verdicts(
            Config config,
            HouseRules house,
            Proofs proofs,
            Outcome<Content> content,
            Drafts drafts,
            Memory memory,
            Digest settings,
            Diagnostics diagnostics)
            throws IOException {
        Outcome<List<Waiver>> waivers = Outcome.of(List.of());
        if (proofread && config.dialect() != Dialect.JBAKE) {
            try (Memory.Book read = memory.open("proofs", settings)) {
                Proofing proofing = new Proofing(root, overlay, proofs, wishes.parallel(), read);
                waivers = stages.timed("proofs", () -> proofing.read(content.value()));
            }
        }
        Verdicts verdicts = new Verdicts(book, house, waivers.value());
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
