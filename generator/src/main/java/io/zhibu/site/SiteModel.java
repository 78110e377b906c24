package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What every page of a site of ours sees: the site itself, the menu, the types. Made once; the pages share it. */
public final class SiteModel {
    /** Types that the head of every page names; beside them stand units and tags, and the rest in a menu. */
    private static final int FIRST_TYPES = 6;

    private final Config config;
    private final Document settings = new Document();
    private final String version;
    private final Document site = new Document();
    private final List<Map<String, Object>> types;
    private final List<Map<String, String>> footer;
    private final Optional<Map<String, String>> send;
    private final List<Map<String, String>> vocabularies;
    private final List<Board> known;
    private final Set<Board> filled;
    private final List<Map<String, String>> boards;
    private final Map<String, List<Map<String, Object>>> menus = new HashMap<>();
    private final Date today;

    public SiteModel(Catalogue catalogue, Config config, JBakeSettings jbake, LocalDate today) {
        this(catalogue, config, jbake, today, Optional.empty());
    }

    /** @param offline the site to take home, if it goes out with the site: {@code uri}, {@code size}, {@code day} */
    public SiteModel(
            Catalogue catalogue,
            Config config,
            JBakeSettings jbake,
            LocalDate today,
            Optional<Map<String, String>> offline) {
        this.config = config;
        settings.putAll(jbake.asMap());
        this.version = jbake.version();
        this.today = Document.midnight(today, config.settings().zone());
        site.put("title", config.settings().title());
        config.settings().host().ifPresent(host -> site.put("host", host));
        site.put("baked", today.toString());
        offline.ifPresent(zip -> site.put("offline", zip));
        List<Schema> listed =
                catalogue.schemas().types().stream().filter(Schema::listed).toList();
        types = listed.stream()
                .map(type -> type(type, catalogue.ofType(type.key())))
                .toList();
        footer = footer(catalogue);
        send = send();
        known = Board.of(catalogue, config);
        filled = known.stream().filter(board -> board.isFilled(catalogue)).collect(Collectors.toSet());
        boards = known.stream().map(this::board).toList();
        vocabularies = config.settings().isOff("render.words") ? List.of() : vocabularies(catalogue);
        List<Map<String, Object>> entries = new ArrayList<>();
        List<Schema> told = listed.stream()
                .filter(type -> catalogue.ofType(type.key()).stream().anyMatch(page -> !page.sample()))
                .toList();
        // A site of examples alone shows them.
        for (Schema type : told.isEmpty() ? listed : told) {
            boolean first = entries.size() < FIRST_TYPES;
            entries.add(Map.of(
                    "key",
                    type.key(),
                    "title",
                    type.plural(),
                    "uri",
                    Sites.list(type).link(),
                    "first",
                    first));
        }
        entry("unit", "单位", Sites.UNITS, "render.units", entries);
        entry("year", "年份", Sites.YEARS, "render.years", entries);
        entry("tags", "标签", Sites.TAGS, "render.tags", entries);
        for (Map<String, Object> current : entries) {
            menus.put((String) current.get("key"), marked(entries, (String) current.get("key")));
        }
        menus.put("", marked(entries, ""));
    }

    private void entry(String key, String title, Address address, String setting, List<Map<String, Object>> entries) {
        if (!config.settings().isOff(setting)) {
            entries.add(Map.of("key", key, "title", title, "uri", address.link(), "first", !key.equals("year")));
        }
    }

    /** The page that says where to send what one wrote, or else the one that says whom to ask; none if there is neither. */
    private Optional<Map<String, String>> send() {
        return config.settings().sending().isPresent()
                ? Optional.of(Map.of("title", "交一篇", "uri", Sites.SEND.link()))
                : footer.stream()
                        .filter(page -> Sites.CONTACT.link().equals(page.get("uri")))
                        .findFirst();
    }

    /** Pages that say where they stand in the footer. */
    private static List<Map<String, String>> footer(Catalogue catalogue) {
        return catalogue.pages().stream()
                .filter(page ->
                        !catalogue.schemas().type(page.type()).orElseThrow().listed())
                .filter(page -> page.fields()
                        .each("order", Value.Number.class)
                        .findAny()
                        .isPresent())
                .sorted(Comparator.<Page, BigDecimal>comparing(page -> page.fields()
                                .each("order", Value.Number.class)
                                .findFirst()
                                .orElseThrow()
                                .number())
                        .thenComparing(Page::id))
                .map(page -> Map.of("title", page.title(), "uri", page.address().link()))
                .toList();
    }

    /** Those whose words have pages. */
    private static List<Map<String, String>> vocabularies(Catalogue catalogue) {
        return catalogue.schemas().vocabularies().stream()
                .filter(Vocabulary::paged)
                .map(vocabulary -> Map.of(
                        "key", vocabulary.key(),
                        "title", vocabulary.label(),
                        "uri", Sites.words(vocabulary.key()).link()))
                .toList();
    }

    private static Map<String, Object> type(Schema type, List<Page> pages) {
        int samples = (int) pages.stream().filter(Page::sample).count();
        // A document tells each key by itself: most pages show the names, few the numbers.
        return new Document()
                .with("key", type.key())
                .with("label", type.label())
                .with("plural", type.plural())
                .with("uri", Sites.list(type).link())
                .with("count", pages.size() - samples)
                .with("samples", samples);
    }

    private static List<Map<String, Object>> marked(List<Map<String, Object>> entries, String current) {
        return entries.stream()
                .map(entry -> {
                    Map<String, Object> marked = new LinkedHashMap<>(entry);
                    marked.put("current", entry.get("key").equals(current));
                    return marked;
                })
                .toList();
    }

    /**
     * The keys that every page has.
     *
     * @param section the menu's entry that the page belongs to; empty for none
     * @param crumbs title and address of each page above
     */
    public PageModel page(
            String kind, Address address, String title, String description, String section, List<Crumb> crumbs) {
        PageModel model = new PageModel();
        model.put("kind", kind);
        model.put("root", address.root());
        model.share("config", settings);
        model.share("version", version);
        model.share("published_date", today);
        model.share("site", site);
        model.share("types", types);
        model.share("footer", footer);
        model.share("vocabularies", vocabularies);
        send.ifPresent(page -> model.share("send", page));
        model.share("boards", boards);
        model.oneOfFew("menu", menus.getOrDefault(section, menus.get("")));
        model.put(
                "crumbs",
                crumbs.stream()
                        .map(crumb -> Map.of(
                                "title", crumb.title(), "uri", crumb.address().link()))
                        .toList());
        model.put("page", Map.of("title", title, "uri", address.link(), "description", description));
        return model;
    }

    private Map<String, String> board(Board board) {
        return Map.of(
                "key",
                board.key(),
                "title",
                board.title(),
                "uri",
                board.address().link(),
                "column",
                board.column().word(),
                "empty",
                filled.contains(board) ? "" : "暂无");
    }

    /** Boards that readers of this list or index ask for, and on which something true stands. */
    public List<Map<String, String>> near(String list) {
        return known.stream()
                .filter(board -> board.isNear(list) && filled.contains(board))
                .map(this::board)
                .toList();
    }

    /** What every board has. */
    public PageModel board(Board board, Address address) {
        return page(board.key(), address, board.title(), "", "", List.of(home()));
    }

    public record Crumb(String title, Address address) {}

    public static Crumb home() {
        return new Crumb("首页", Sites.HOME);
    }
}
