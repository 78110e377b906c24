package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.catalogue.Relation;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.render.SiteModel.Crumb;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jbake.template.model.TemplateModel;

/** Every page that a site of typed entries has, and what each shows. */
final class SitePlan {
    private static final int LATEST = 10;

    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final Where settings;
    private final Facts facts;
    private final List<Task> tasks = new ArrayList<>();

    SitePlan(Catalogue catalogue, Config config, Documents documents, SiteModel site) {
        this.catalogue = catalogue;
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.settings = Where.inFile(config.layout().spelt(config.layout().properties()));
        this.facts = new Facts(catalogue);
    }

    /** Default names of templates, by JBake's keys. */
    static Map<String, String> templates() {
        return Map.of(
                "template.masterindex.file", "index.ftlh",
                "template.tag.file", "tags.ftlh",
                "template.tagsindex.file", "tags-index.ftlh",
                "template.list.file", "list.ftlh",
                "template.groups.file", "groups.ftlh",
                "template.group.file", "group.ftlh",
                "template.error404.file", "error404.ftlh",
                "template.feed.file", "feed.ftlx",
                "template.sitemap.file", "sitemap.ftlx",
                "template.robots.file", "robots.ftl");
    }

    List<Task> tasks() {
        catalogue.pages().forEach(this::entry);
        home();
        listed().forEach(this::list);
        tags();
        when("render.units", this::units);
        when("render.years", this::years);
        when("render.error404", () -> add(Sites.NOT_FOUND, "error404", this::notFound));
        feeds();
        when(
                "render.robots",
                () -> add(Sites.ROBOTS, "robots", () -> site.page("robots", Sites.ROBOTS, "", "", "", List.of())));
        return tasks;
    }

    /** A setting switches a kind of page off. */
    private void when(String key, Runnable pages) {
        if (config.settings().get(key).filter("false"::equals).isEmpty()) {
            pages.run();
        }
    }

    private List<Schema> listed() {
        return catalogue.schemas().types().stream().filter(Schema::listed).toList();
    }

    private TemplateModel notFound() {
        return site.page("404", Sites.NOT_FOUND, "没有这个页面", "", "", List.of(SiteModel.home()));
    }

    private void feeds() {
        Feeds feeds = new Feeds(catalogue, config, documents, site);
        when("render.feed", () -> {
            add(Sites.FEED, "feed", feeds::all);
            listed().forEach(type -> add(Sites.feed(type), "feed", () -> feeds.of(type)));
        });
        if (config.settings().host().isPresent()) {
            when("render.sitemap", () -> add(Sites.SITEMAP, "sitemap", () -> feeds.sitemap(tasks)));
        }
    }

    private void add(Address address, String template, Supplier<TemplateModel> model) {
        tasks.add(new Task(address, List.of(named(template)), settings, model));
    }

    private String named(String template) {
        return config.settings()
                .get("template." + template + ".file")
                .orElseGet(() -> templates().getOrDefault("template." + template + ".file", template + ".ftlh"));
    }

    private void entry(Page page) {
        tasks.add(new Task(
                page.address(), List.of(named(page.type()), named("entry")), page.where(), () -> entryModel(page)));
    }

    private TemplateModel entryModel(Page page) {
        Schema type = catalogue.schemas().type(page.type()).orElseThrow();
        List<Crumb> crumbs = type.listed()
                ? List.of(SiteModel.home(), new Crumb(type.plural(), Sites.list(type)))
                : List.of(SiteModel.home());
        TemplateModel model = site.page(
                "entry",
                page.address(),
                page.title(),
                page.fields().text("summary").orElse(""),
                page.type(),
                crumbs);
        Document content = documents.of(page);
        catalogue.newer(page).map(documents::of).ifPresent(newer -> {
            content.setNextContent(newer);
            model.put("newer", newer);
        });
        catalogue.older(page).map(documents::of).ifPresent(older -> {
            content.setPreviousContent(older);
            model.put("older", older);
        });
        model.setContent(content);
        model.put("toc", toc(page));
        model.put("facts", facts.of(page));
        model.put(
                "relations",
                catalogue.relations(page).stream().map(this::relation).toList());
        return model;
    }

    private static List<Map<String, Object>> toc(Page page) {
        return Outline.of(page.body()).stream()
                .filter(heading -> heading.level() == 2 || heading.level() == 3)
                .map(heading ->
                        Map.<String, Object>of("level", heading.level(), "id", heading.id(), "text", heading.text()))
                .toList();
    }

    private Map<String, Object> relation(Relation relation) {
        return Map.of(
                "label",
                relation.label(),
                "items",
                relation.pages().stream().map(documents::of).toList());
    }

    private void home() {
        add(Sites.HOME, "masterindex", () -> {
            TemplateModel model =
                    site.page("home", Sites.HOME, config.settings().title(), "", "", List.of());
            model.put(
                    "latest",
                    catalogue.pages().stream()
                            .filter(page -> !page.sample()
                                    && catalogue
                                            .schemas()
                                            .type(page.type())
                                            .map(Schema::listed)
                                            .orElse(false))
                            .limit(LATEST)
                            .map(documents::of)
                            .toList());
            focus().ifPresent(focus -> model.put("focus", documents.of(focus)));
            model.put("mechanisms", counts("mechanism"));
            model.put("platforms", counts("platform"));
            return model;
        });
    }

    private Optional<Page> focus() {
        return catalogue.ofType("role-model").stream()
                .filter(page -> !page.sample())
                .findFirst();
    }

    private List<Map<String, Object>> counts(String vocabulary) {
        return catalogue.schemas().vocabulary(vocabulary).map(Vocabulary::words).orElse(List.of()).stream()
                .map(word -> Map.<String, Object>of(
                        "key", word.key(),
                        "label", word.label(),
                        "count",
                                catalogue.pages().stream()
                                        .filter(page -> !page.sample()
                                                && page.fields()
                                                        .each(vocabulary, Value.Term.class)
                                                        .anyMatch(term ->
                                                                term.key().equals(word.key())))
                                        .count()))
                .toList();
    }

    private void list(Schema type) {
        paged(
                Sites.list(type),
                catalogue.ofType(type.key()),
                "list",
                "list",
                type.plural(),
                type.key(),
                List.of(SiteModel.home()),
                Map.of());
    }

    private void paged(
            Address first,
            List<Page> pages,
            String template,
            String kind,
            String title,
            String section,
            List<Crumb> crumbs,
            Map<String, Object> more) {
        Paging paging = new Paging(first, pages.size(), config.settings().perPage());
        for (int n = 1; n <= paging.pages(); n++) {
            int page = n;
            add(paging.address(page), template, () -> {
                TemplateModel model = site.page(kind, paging.address(page), title, "", section, crumbs);
                model.put(
                        "items",
                        paging.slice(pages, page).stream().map(documents::of).toList());
                model.put("total", pages.size());
                model.put("pager", paging.model(page));
                model.putAll(more);
                return model;
            });
        }
    }

    private void tags() {
        int most = catalogue.tags().stream()
                .mapToInt(tag -> tag.pages().size())
                .max()
                .orElse(1);
        List<Map<String, Object>> groups = catalogue.tags().stream()
                .map(tag ->
                        GroupModel.of(tag, Sites.tag(tag), weight(tag.pages().size(), most), 0))
                .toList();
        add(Sites.TAGS, "tagsindex", () -> {
            TemplateModel model = site.page("tags", Sites.TAGS, "标签", "", "tags", List.of(SiteModel.home()));
            model.put("groups", groups);
            return model;
        });
        List<Crumb> crumbs = List.of(SiteModel.home(), new Crumb("标签", Sites.TAGS));
        for (int i = 0; i < catalogue.tags().size(); i++) {
            Group tag = catalogue.tags().get(i);
            paged(
                    Sites.tag(tag),
                    tag.pages(),
                    "tag",
                    "tag",
                    tag.label(),
                    "tags",
                    crumbs,
                    Map.of("tag", tag.label(), "group", groups.get(i)));
        }
    }

    private static int weight(int count, int most) {
        return most <= 1 ? 1 : 1 + 4 * (count - 1) / (most - 1);
    }

    private void units() {
        UnitTree tree = new UnitTree(catalogue);
        add(Sites.UNITS, "groups", () -> {
            TemplateModel model = site.page("units", Sites.UNITS, "单位", "", "unit", List.of(SiteModel.home()));
            model.put("groups", tree.index());
            return model;
        });
        for (Group unit : catalogue.units()) {
            List<Crumb> crumbs = new ArrayList<>(List.of(SiteModel.home(), new Crumb("单位", Sites.UNITS)));
            tree.above(unit).forEach(parent -> crumbs.add(new Crumb(parent.label(), Sites.unit(parent.key()))));
            paged(
                    Sites.unit(unit.key()),
                    unit.pages(),
                    "group",
                    "unit",
                    unit.label(),
                    "unit",
                    crumbs,
                    Map.of("group", tree.model(unit)));
        }
    }

    private void years() {
        List<Map<String, Object>> groups = catalogue.years().stream()
                .map(year -> GroupModel.of(year, Sites.year(year), 1, 0))
                .toList();
        add(Sites.YEARS, "groups", () -> {
            TemplateModel model = site.page("years", Sites.YEARS, "年份", "", "year", List.of(SiteModel.home()));
            model.put("groups", groups);
            return model;
        });
        List<Crumb> crumbs = List.of(SiteModel.home(), new Crumb("年份", Sites.YEARS));
        for (int i = 0; i < catalogue.years().size(); i++) {
            Group year = catalogue.years().get(i);
            paged(
                    Sites.year(year),
                    year.pages(),
                    "group",
                    "year",
                    year.label(),
                    "year",
                    crumbs,
                    Map.of("group", groups.get(i)));
        }
    }
}
