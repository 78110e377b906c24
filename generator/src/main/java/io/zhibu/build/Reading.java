package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Cataloguing;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.OrderReading;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.Readership;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Dialect;
import io.zhibu.content.Content;
import io.zhibu.content.ContentReading;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.page.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The first stages: settings, content and catalogue. */
final class Reading {
    private final Path root;
    private final Building.Wishes wishes;
    private final Stages stages;

    Reading(Path root, Building.Wishes wishes, Stages stages) {
        this.root = root;
        this.wishes = wishes;
        this.stages = stages;
    }

    /** @throws IOException if the disk fails */
    Read read(Diagnostics diagnostics) throws IOException {
        return read(diagnostics, Outcome::value);
    }

    /** @param held what of the content the later stages get */
    Read read(Diagnostics diagnostics, Function<Outcome<Content>, Content> held) throws IOException {
        Outcome<Config> read = stages.timed("config", () -> new ConfigReading(root).read());
        diagnostics.addAll(read.diagnostics());
        Config config = wishes.styleguide() ? read.value().with("render.styleguide") : read.value();
        LocalDate today = wishes.today().apply(config.settings().zone());
        Map<String, Order> orders = orders(config, diagnostics);
        Outcome<Readership> asked = Readership.of(config.schemas(), wishes.access());
        diagnostics.addAll(asked.diagnostics());
        Readership readership = asked.value();
        if (diagnostics.hasErrors()) {
            // Held against broken rules, sound content would be blamed for what is wrong with the rules.
            Content none = new Content(List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
            Catalogue empty =
                    new Cataloguing(config.schemas(), visible(config), wishes.parallel()).catalogue(List.of());
            return new Read(false, config, today, none, empty, empty, ordering(config, empty, Map.of()), Drafts.NONE);
        }
        Outcome<Content> found = stages.timed(
                "content", () -> new ContentReading(config, today, wishes.parallel(), Markdown.reader(config)).read());
        Content content = held.apply(found);
        // One that is shown is held to what every page is held to.
        Drafts drafts = wishes.drafts() ? Drafts.NONE : Drafts.among(content.pages());
        diagnostics.addAll(drafts.toned(found.diagnostics()));
        Catalogue catalogue = stages.timed(
                "catalogue",
                () -> new Cataloguing(config.schemas(), visible(config), readership, wishes.parallel())
                        .catalogue(content.pages(), content.unread()));
        Catalogue listed = config.settings().isOff("samples.show") ? catalogue.withoutSamples() : catalogue;
        return new Read(true, config, today, content, catalogue, listed, ordering(config, listed, orders), drafts);
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
