package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.board.BoardPages;
import io.zhibu.board.LedgerPages;
import io.zhibu.board.RollPages;
import io.zhibu.board.SiteMap;
import io.zhibu.board.StatisticsPage;
import io.zhibu.board.StudyPages;
import io.zhibu.board.UpdatesPage;
import io.zhibu.board.WorkPages;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Collected;
import io.zhibu.config.Config;
import io.zhibu.config.Sending;
import io.zhibu.entry.Documents;
import io.zhibu.entry.EntryPages;
import io.zhibu.entry.Holdings;
import io.zhibu.feed.Feed;
import io.zhibu.feed.Feeds;
import io.zhibu.feed.Subscriptions;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.listing.GlossaryPages;
import io.zhibu.listing.HomePage;
import io.zhibu.listing.IndexPages;
import io.zhibu.listing.Redirects;
import io.zhibu.listing.WordPages;
import io.zhibu.manual.FieldManual;
import io.zhibu.manual.RulePages;
import io.zhibu.schema.Schema;
import io.zhibu.site.Board;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import io.zhibu.site.WordLinks;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Every page that a site of typed entries has. What each shows, the classes of their pages know. */
final class SitePlan {
    private static final String METHOD = "work-method";

    private final Holdings holdings;
    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final LocalDate today;
    private final ByWord words;
    private final Optional<UpdatesPage> updates;
    private final Subscriptions subscriptions;
    private final Tasks tasks;
    private final SortedMap<Address, Address> moved = new TreeMap<>();

    SitePlan(Holdings holdings, Config config, Documents documents, SiteModel site, LocalDate today) {
        this.holdings = holdings;
        this.catalogue = holdings.listed();
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.today = today;
        this.words = new ByWord(catalogue);
        this.updates = Board.of(catalogue, config).contains(Board.UPDATES)
                ? Optional.of(new UpdatesPage(holdings))
                : Optional.empty();
        this.subscriptions = new Subscriptions(
                catalogue,
                words,
                config.settings(),
                updates.map(UpdatesPage::pages).orElse(List.of()));
        this.tasks = new Tasks(config, templates());
    }

    /** What counts where the settings say nothing, by JBake's keys: the names of templates, and what JBake leaves out is there. */
    static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>(templates());
        for (String key : List.of("render.sitemap", "render.error404", "render.tagsindex")) {
            defaults.put(key, "true");
        }
        return defaults;
    }

    private static Map<String, String> templates() {
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

    /** The settings that name a template for pages that no site of these types has. */
    static List<String> unasked(Config config) {
        Set<String> asked = new TreeSet<>(templates().keySet());
        asked.addAll(List.of(
                "template.entry.file",
                "template.search.file",
                "template.send.file",
                "template.wall-sheet.file",
                "template.styleguide.file",
                "template.fields.file",
                "template.rules.file",
                "template.rule.file",
                "template.redirect.file"));
        Arrays.stream(Board.values()).forEach(board -> asked.add("template." + board.key() + ".file"));
        config.schemas().types().forEach(type -> asked.add("template." + type.key() + ".file"));
        return config.settings().keys().stream()
                .filter(key -> key.matches("template\\..+\\.file") && !asked.contains(key))
                .toList();
    }

    List<Task> tasks() {
        WordLinks links = new WordLinks(catalogue, config, words);
        Collected collected = new Collected(catalogue, holdings.ordering());
        EntryPages entries = new EntryPages(holdings, documents, site, tasks, collected, links, sheets());
        IndexPages indexes =
                new IndexPages(catalogue, holdings.ordering(), config, documents, site, tasks, subscriptions);
        holdings.whole().pages().forEach(entries::add);
        new HomePage(catalogue, config, documents, site, tasks, links, today).add(updates);
        listed().forEach(indexes::list);
        tasks.when("render.tags", indexes::tags);
        tasks.when("render.units", indexes::units);
        tasks.when("render.years", indexes::years);
        tasks.when("render.words", new WordPages(catalogue, words, site, tasks, indexes)::add);
        tasks.when("render.search", () -> tasks.add(Sites.SEARCH, "search", this::search));
        sending().ifPresent(sending -> tasks.add(Sites.SEND, "send", () -> send(sending)));
        tasks.when("render.fields", () -> tasks.add(Sites.FIELDS, "fields", this::fields));
        tasks.when("render.rules", () -> new RulePages(site, tasks).add(config));
        if (config.settings().isOn("render.styleguide")) {
            tasks.add(Sites.STYLEGUIDE, "styleguide", () -> styleguide(entries));
        }
        boards(links);
        tasks.when("render.error404", () -> tasks.add(Sites.NOT_FOUND, "error404", this::notFound));
        feeds();
        // After the sitemap, which doesn't list what tells an entry a second time.
        holdings.whole().pages().forEach(entries::addSheet);
        tasks.when("render.robots", () -> tasks.add(Sites.ROBOTS, "robots", this::robots));
        // After all else: where a page stands, none may lead away.
        Redirects entriesMoved = new Redirects(holdings.whole(), site, tasks);
        entriesMoved.entries();
        Redirects redirects = new Redirects(catalogue, site, tasks);
        tasks.when("render.units", redirects::units);
        tasks.when("render.tags", redirects::tags);
        moved.putAll(redirects.moved());
        moved.putAll(entriesMoved.moved());
        return tasks.all();
    }

    /** Old addresses to new ones, once {@link #tasks} were planned. */
    SortedMap<Address, Address> moved() {
        return moved;
    }

    /** A site whose owner has no template for them does without. */
    private boolean sheets() {
        return !config.settings().isOff("render.sheets")
                && Files.exists(config.layout().template(tasks.named("wall-sheet")));
    }

    private List<Schema> listed() {
        return catalogue.schemas().types().stream().filter(Schema::listed).toList();
    }

    /** Without crumbs: its field stands where the crumbs would. */
    private PageModel search() {
        return site.page("search", Sites.SEARCH, "检索", "", "", List.of());
    }

    /** All parts of the templates, where the parts of an entry are those of the entry that has the most fields. */
    private PageModel styleguide(EntryPages entries) {
        PageModel model = site.page("styleguide", Sites.STYLEGUIDE, "构件", "", "", List.of(SiteModel.home()));
        catalogue.pages().stream()
                .filter(catalogue::isListed)
                .max(Comparator.comparingInt(page -> page.fields().all().size()))
                .ifPresent(page -> entries.fill(model, page));
        return model;
    }

    /** Whoever looks at all parts of the templates sees this page too, wherever things are sent. */
    private Optional<Sending> sending() {
        Optional<Sending> own = config.settings().sending();
        return own.isPresent() || !config.settings().isOn("render.styleguide")
                ? own
                : Optional.of(new Sending(
                        Optional.of("示例单位党务部门"),
                        Optional.of("shili@example.cn"),
                        Optional.of("https://git.example.cn/")));
    }

    /** The form that is filled in by those who send something, and where to; empty where nobody takes it. */
    Optional<Form> form() {
        return config.settings().isOff("render.docx")
                ? Optional.empty()
                : sending()
                        .flatMap(to -> catalogue
                                .schemas()
                                .type(METHOD)
                                .filter(Schema::shown)
                                .map(type -> new Form(type, to)));
    }

    record Form(Schema type, Sending to) {}

    private PageModel send(Sending sending) {
        PageModel model = site.page("send", Sites.SEND, "交一篇", "写好的做法交到哪里、怎样写、谁来核对。", "", List.of(SiteModel.home()));
        sending.office().ifPresent(office -> model.put("office", office));
        sending.email().ifPresent(email -> model.put("email", email));
        sending.forge().ifPresent(forge -> model.put("forge", forge));
        form().ifPresent(form -> model.put("form", Sites.SEND.linkTo(Sites.form(form.type()))));
        return model;
    }

    private PageModel fields() {
        FieldManual manual = new FieldManual(catalogue);
        PageModel model = site.page("fields", Sites.FIELDS, "字段手册", "", "", List.of(SiteModel.home()));
        model.put("common", manual.common());
        model.put("manual", manual.types());
        model.put("words", manual.vocabularies());
        return model;
    }

    private void boards(WordLinks links) {
        BoardPages boards = new BoardPages(catalogue, site, today);
        RollPages rolls = new RollPages(catalogue, holdings.ordering(), documents, site, links);
        StudyPages studies = new StudyPages(catalogue, site, tasks);
        WorkPages work =
                new WorkPages(catalogue, site, links, today, !config.settings().isOff("samples.show"));
        for (Board board : Board.of(catalogue, config)) {
            switch (board) {
                case UPDATES -> page(board, shown -> updates.orElseThrow().model(site));
                case STATISTICS ->
                    page(board, shown -> new StatisticsPage(catalogue, config, documents, site, links, today).model());
                case GLOSSARY -> new GlossaryPages(catalogue, holdings.ordering(), site, tasks).add();
                case LEDGER -> new LedgerPages(catalogue, site, tasks).add();
                case CALENDAR -> studies.calendar();
                case SITE_MAP ->
                    page(board, shown -> new SiteMap(catalogue, config, site, words, subscriptions).model());
                case COVERAGE -> page(board, shown -> boards.coverage(shown, config.baseline(), config.unitTotals()));
                case FULL_COVERAGE -> page(board, boards::fullCoverage);
                case REVIEW -> page(board, boards::reviews);
                case CONTACT -> page(board, boards::contacts);
                case HONOUR_ROLL -> page(board, rolls::honours);
                case BRANDS -> page(board, rolls::brands);
                case EXEMPLARS -> page(board, rolls::exemplars);
                case PILOTS -> page(board, rolls::pilots);
                case PLACES -> page(board, rolls::places);
                case PROMOTION -> page(board, rolls::promotion);
                case STUDIES -> page(board, studies::studies);
                case PROGRESS -> page(board, work::progress);
                case DUTIES -> page(board, work::duties);
                case REVIEWING -> page(board, work::reviewing);
                case ROOMS -> page(board, work::rooms);
            }
        }
    }

    private void page(Board board, Function<Board, PageModel> model) {
        tasks.add(board.address(), board.key(), () -> model.apply(board));
    }

    private PageModel notFound() {
        return site.page("404", Sites.NOT_FOUND, "没有这个页面", "", "", List.of(SiteModel.home()));
    }

    private PageModel robots() {
        return site.page("robots", Sites.ROBOTS, "", "", "", List.of());
    }

    /** The feeds that are there as JSON too, which no template makes. */
    List<Feed> inJson() {
        return subscriptions.inJson() ? subscriptions.all() : List.of();
    }

    private void feeds() {
        Feeds feeds = new Feeds(catalogue, config, documents, site);
        subscriptions.all().forEach(feed -> tasks.add(feed.atom(), "feed", () -> feeds.of(feed)));
        if (config.settings().host().isPresent()) {
            List<Task> pages = List.copyOf(tasks.all());
            tasks.when("render.sitemap", () -> tasks.add(Sites.SITEMAP, "sitemap", () -> feeds.sitemap(pages)));
        }
    }
}
