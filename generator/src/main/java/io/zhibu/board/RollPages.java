package io.zhibu.board;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.Ordering;
import io.zhibu.entry.Documents;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Board;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.WordLinks;
import io.zhibu.tally.Brand;
import io.zhibu.tally.HonourRoll;
import io.zhibu.tally.Places;
import io.zhibu.tally.Promotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the boards show that put forward: honours, brands, pilots, where branches stand and what was taken over. */
public final class RollPages {
    /** A cell names so many entries; the rest it counts. */
    private static final int CELL = 5;

    private final Catalogue catalogue;
    private final Ordering ordering;
    private final Documents documents;
    private final SiteModel site;
    private final WordLinks links;
    /** By id of the branch. */
    private final Once<Map<String, List<Page>>> methods;

    public RollPages(Catalogue catalogue, Ordering ordering, Documents documents, SiteModel site, WordLinks links) {
        this.catalogue = catalogue;
        this.ordering = ordering;
        this.documents = documents;
        this.site = site;
        this.links = links;
        this.methods = new Once<>(() -> methods(catalogue));
    }

    private static Map<String, List<Page>> methods(Catalogue catalogue) {
        Map<String, List<Page>> methods = new HashMap<>();
        for (Page method : catalogue.ofType("work-method")) {
            method.fields()
                    .each("branch", Value.Reference.class)
                    .forEach(branch -> methods.computeIfAbsent(branch.id(), any -> new ArrayList<>())
                            .add(method));
        }
        return methods;
    }

    public PageModel honours(Board board) {
        Vocabulary honours = honours();
        List<Page> held = catalogue.pages().stream()
                .filter(catalogue::isListed)
                .filter(page -> !HonourRoll.of(List.of(page), honours).rows().isEmpty())
                .toList();
        PageModel model = parts(board, held, part -> roll(HonourRoll.of(part, honours)));
        model.put(
                "without",
                HonourRoll.of(held, honours).without().stream()
                        .map(word -> Map.of(
                                "label",
                                word.label(),
                                "issuer",
                                word.properties().getOrDefault("issuer", Value.Unrecorded.WORD)))
                        .toList());
        return model;
    }

    private Map<String, Object> roll(HonourRoll roll) {
        return Map.of(
                "honours",
                roll.honours().stream().map(this::column).toList(),
                "rows",
                roll.rows().stream().map(this::row).toList());
    }

    private Map<String, Object> column(Vocabulary.Word honour) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("label", honour.label());
        model.put("issuer", honour.properties().getOrDefault("issuer", Value.Unrecorded.WORD));
        links.to("honour", honour.key()).map(Address::link).ifPresent(uri -> model.put("uri", uri));
        return model;
    }

    private Map<String, Object> row(HonourRoll.Row row) {
        return Map.of(
                "year",
                row.year().map(String::valueOf).orElse(Value.Unrecorded.WORD),
                "cells",
                row.cells().stream().map(this::cell).toList());
    }

    private Map<String, Object> cell(List<Page> pages) {
        return Map.of(
                "items",
                pages.stream().limit(CELL).map(this::honoured).toList(),
                "more",
                Math.max(0, pages.size() - CELL));
    }

    private Map<String, Object> honoured(Page page) {
        Map<String, Object> model = new LinkedHashMap<>(Linked.to(page));
        model.put("unit", page.fields().get("unit").map(Value::text).orElse(""));
        model.put(
                "methods",
                methods.get().getOrDefault(page.id(), List.of()).stream()
                        .map(method -> Linked.with(
                                method,
                                "name",
                                method.fields().text("method_name").orElse(method.title())))
                        .toList());
        return model;
    }

    /** Branches and people that others look up to, side by side. */
    public PageModel exemplars(Board board) {
        List<Page> both = Stream.of("branch", "role-model")
                .flatMap(type -> ordering.pages(ordering.of(type), catalogue.ofType(type)).stream())
                .filter(catalogue::isListed)
                .toList();
        return parts(
                board,
                both,
                part -> Map.of("sides", List.of(side("组织", "branch", part), side("个人", "role-model", part))));
    }

    private Map<String, Object> side(String label, String type, List<Page> pages) {
        Vocabulary honours = honours();
        return Map.of(
                "label",
                label,
                "items",
                pages.stream()
                        .filter(page -> page.type().equals(type))
                        .map(page -> exemplar(page, honours))
                        .toList());
    }

    private Map<String, Object> exemplar(Page page, Vocabulary honours) {
        Map<String, Object> model = new LinkedHashMap<>(Linked.with(
                page, "unit", page.fields().get("unit").map(Value::text).orElse("")));
        HonourRoll roll = HonourRoll.of(List.of(page), honours);
        List<Map<String, String>> given = new ArrayList<>();
        for (HonourRoll.Row row : roll.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    given.add(Map.of(
                            "label",
                            roll.honours().get(i).label(),
                            "year",
                            row.year().map(String::valueOf).orElse("")));
                }
            }
        }
        model.put("honours", given);
        return model;
    }

    private Vocabulary honours() {
        return catalogue.schemas().vocabulary("honour").orElseGet(() -> new Vocabulary("honour", "", List.of()));
    }

    public PageModel brands(Board board) {
        List<Page> branded = Brand.all(catalogue.ofType("branch"), catalogue.schemas()).stream()
                .map(Brand::page)
                .toList();
        return parts(
                board,
                ordered(branded),
                part -> Map.of(
                        "brands",
                        Brand.all(part, catalogue.schemas()).stream()
                                .map(this::brand)
                                .toList()));
    }

    private Map<String, Object> brand(Brand brand) {
        Map<String, Object> model = new LinkedHashMap<>(Linked.to(brand.page()));
        for (String key : List.of("name", "meaning", "carrier", "influence")) {
            brand.fields().text(key).ifPresent(text -> model.put(key, text));
        }
        if (documents.value(brand.page(), "brand") instanceof Map<?, ?> fields
                && fields.get("logo") instanceof Map<?, ?> file) {
            Map<Object, Object> logo = new LinkedHashMap<>(file);
            // Narrower ones are told from the branch's own page.
            logo.remove("offered");
            model.put("logo", logo);
        }
        model.put("missing", brand.missing());
        return model;
    }

    public PageModel pilots(Board board) {
        return parts(
                board,
                ordered(catalogue.ofType("branch").stream()
                        .filter(page -> page.fields().flag("pilot"))
                        .toList()),
                part -> Map.of("items", part.stream().map(this::pilot).toList()));
    }

    private Map<String, String> pilot(Page page) {
        return Linked.with(
                page,
                "unit",
                page.fields().get("unit").map(Value::text).orElse(""),
                "accepted",
                page.fields().date("pilot_accepted").map(PartialDate::toString).orElse(""));
    }

    public PageModel places(Board board) {
        List<Page> placed =
                catalogue.ofType("branch").stream().filter(Places::isPlaced).toList();
        return parts(
                board,
                ordered(placed),
                part -> Map.of(
                        "projects", places(Places.byProject(part)),
                        "regions", places(Places.byRegion(part))));
    }

    private List<Map<String, Object>> places(List<Group> groups) {
        return ordering.groups(Order.PINYIN, groups).stream()
                .map(group -> Map.<String, Object>of(
                        "label",
                        group.label(),
                        "items",
                        group.pages().stream()
                                .map(page -> Linked.with(
                                        page, "form", page.fields().text("form").orElse("")))
                                .toList()))
                .toList();
    }

    public PageModel promotion(Board board) {
        List<Page> told = Promotion.all(catalogue.ofType("work-method")).stream()
                .map(Promotion::page)
                .toList();
        return parts(board, told, part -> Map.of("items", ranked(Promotion.all(part))));
    }

    /** Those with as many adopters share a place. */
    private List<Map<String, Object>> ranked(List<Promotion> all) {
        List<Map<String, Object>> models = new ArrayList<>();
        int place = 0;
        int last = -1;
        for (Promotion one : all) {
            if (one.adopters().size() != last) {
                place = models.size() + 1;
                last = one.adopters().size();
            }
            Map<String, Object> model = new LinkedHashMap<>(Linked.to(one.page()));
            model.put("place", place);
            model.put("level", one.level().orElse(Value.Unrecorded.WORD));
            model.put("adopters", adopters(one));
            model.put("events", one.events());
            models.add(model);
        }
        return models;
    }

    private List<Map<String, String>> adopters(Promotion one) {
        return one.adopters().stream()
                .map(id -> catalogue
                        .page(id)
                        .filter(catalogue::isShown)
                        .map(Linked::to)
                        .orElseGet(() -> Map.of("id", id, "title", catalogue.nameOf(id))))
                .toList();
    }

    /** As the list of branches has them; asked of few, for reading characters takes its time. */
    private List<Page> ordered(List<Page> branches) {
        return ordering.pages(ordering.of("branch"), branches);
    }

    private PageModel parts(Board board, List<Page> pages, Function<List<Page>, Map<String, Object>> more) {
        PageModel model = site.board(board, board.address());
        model.put("parts", Part.both(pages, more));
        return model;
    }
}
