package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.board.WorkPages;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Choice;
import io.zhibu.catalogue.Choices;
import io.zhibu.catalogue.Group;
import io.zhibu.catalogue.Letter.Heading;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.Years;
import io.zhibu.config.Config;
import io.zhibu.entry.Documents;
import io.zhibu.feed.Subscriptions;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.site.Linked;
import io.zhibu.site.Paging;
import io.zhibu.site.SiteModel;
import io.zhibu.site.SiteModel.Crumb;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import io.zhibu.tally.ActivityRooms;
import io.zhibu.tally.DutyLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of entries by type, tag, unit and year, page by page, and the indexes over them. */
public final class IndexPages {
    private final Catalogue catalogue;
    private final Ordering ordering;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final Tasks tasks;
    private final Narrowing narrowing;
    private final Subscriptions feeds;

    public IndexPages(
            Catalogue catalogue,
            Ordering ordering,
            Config config,
            Documents documents,
            SiteModel site,
            Tasks tasks,
            Subscriptions feeds) {
        this.feeds = feeds;
        this.catalogue = catalogue;
        this.ordering = ordering;
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.tasks = tasks;
        this.narrowing = new Narrowing(new Choices(catalogue.schemas()));
    }

    public void list(Schema type) {
        List<Sorting> sortings = Sorting.of(type, catalogue, ordering);
        for (Sorting sorting : sortings) {
            paged(
                    sorting.address(),
                    new Listed(sorting.pages(), catalogue.ofType(type.key())),
                    "list",
                    "list",
                    type.plural(),
                    type.key(),
                    List.of(SiteModel.home()),
                    Map.of(
                            "order",
                            Map.of("key", sorting.key(), "word", sorting.word()),
                            "orders",
                            Sorting.model(sortings, sorting),
                            "near",
                            site.near(type.key())),
                    List.of(new Choice("type", type.key(), type.label())));
        }
    }

    /**
     * @param more what the template sees besides the list
     * @param common one choice that all entries of the list have in common, or none if the search knows no such choice
     */
    void paged(
            Address first,
            List<Page> pages,
            String template,
            String kind,
            String title,
            String section,
            List<Crumb> crumbs,
            Map<String, Object> more,
            List<Choice> common) {
        Listed listed = new Listed(new Once<>(() -> pages), pages);
        paged(first, listed, template, kind, title, section, crumbs, more, common);
    }

    /**
     * What a list has.
     *
     * @param pages in its order
     * @param unsorted the same in any order
     */
    private record Listed(Once<List<Page>> pages, List<Page> unsorted) {}

    private void paged(
            Address first,
            Listed listed,
            String template,
            String kind,
            String title,
            String section,
            List<Crumb> crumbs,
            Map<String, Object> more,
            List<Choice> common) {
        Once<List<Map<String, Object>>> narrower =
                new Once<>(() -> narrower(listed.pages().get(), common));
        Once<List<Map<String, Object>>> byType = new Once<>(() -> ByType.of(listed.unsorted(), catalogue));
        int total = listed.unsorted().size();
        int samples = (int) listed.unsorted().stream().filter(Page::sample).count();
        Paging paging = new Paging(first, total, config.settings().perPage());
        for (int n = 1; n <= paging.pages(); n++) {
            int page = n;
            tasks.add(paging.address(page), template, () -> {
                PageModel model = site.page(kind, paging.address(page), title, "", section, crumbs);
                model.put(
                        "items",
                        paging.slice(listed.pages().get(), page).stream()
                                .map(documents::of)
                                .toList());
                model.put("total", total - samples);
                model.put("samples", samples);
                model.put("byType", byType.get());
                model.put("pager", paging.model(page));
                model.put("narrower", narrower.get());
                model.put("alternates", feeds.alternates(first));
                model.putAll(more);
                return model;
            });
        }
    }

    private List<Map<String, Object>> narrower(List<Page> pages, List<Choice> common) {
        return common.isEmpty() || config.settings().isOff("render.search")
                ? List.of()
                : narrowing.of(pages, common.get(0));
    }

    public void tags() {
        int most = catalogue.tags().stream().mapToInt(Group::count).max().orElse(1);
        List<Map<String, Object>> groups = catalogue.tags().stream()
                .map(tag -> GroupModel.of(tag, Sites.tag(tag), weight(tag.count(), most), 0))
                .toList();
        tasks.add(Sites.TAGS, "tagsindex", () -> {
            PageModel model = site.page("tags", Sites.TAGS, "标签", "", "tags", List.of(SiteModel.home()));
            model.put("groups", groups);
            model.put("letters", letters("theme", catalogue.tags(), groups));
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
                    Map.of("tag", tag.label(), "group", groups.get(i)),
                    List.of(new Choice("tag", tag.key(), tag.label())));
        }
    }

    /**
     * @param vocabulary whose words the groups are
     * @param models of the groups
     */
    private List<Map<String, Object>> letters(String vocabulary, List<Group> groups, List<Map<String, Object>> models) {
        Map<String, Map<String, Object>> byKey = new HashMap<>();
        models.forEach(model -> byKey.put((String) model.get("key"), new LinkedHashMap<>(model)));
        List<Heading<Group>> headings = new ArrayList<>();
        for (Group group : groups) {
            List<String> names = catalogue
                    .schemas()
                    .vocabulary(vocabulary)
                    .map(words -> words.namesOf(group.key()))
                    .orElse(List.of());
            headings.addAll(Letters.headings(group, group.label(), names));
            byKey.get(group.key()).put("also", Letters.others(group.label(), names));
        }
        return Letters.model(ordering.byLetter(headings), group -> byKey.get(group.key()));
    }

    private static int weight(int count, int most) {
        return most <= 1 || count == 0 ? 1 : 1 + 4 * (count - 1) / (most - 1);
    }

    public void units() {
        UnitTree tree = new UnitTree(catalogue);
        DutyLists lists = new DutyLists(catalogue);
        UnitCard card = new UnitCard(catalogue, !config.settings().isOff("render.search"));
        tasks.add(Sites.UNITS, "groups", () -> {
            PageModel model = site.page("units", Sites.UNITS, "单位", "", "unit", List.of(SiteModel.home()));
            model.put("groups", tree.index());
            model.put("near", site.near("unit"));
            model.put("letters", letters("unit", catalogue.units(), tree.index()));
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
                    unit(unit, tree, lists, card),
                    List.of(new Choice("unit", unit.key(), unit.label())));
        }
    }

    /** Made-up rooms stand beside made-up branches, and a unit has branches of one kind alone: the checks see to it. */
    private Map<String, Object> unit(Group unit, UnitTree tree, DutyLists lists, UnitCard card) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of("group", tree.model(unit), "card", card.of(unit)));
        model.put("lists", Linked.all(lists.of(unit.key())));
        ActivityRooms rooms = ActivityRooms.of(unit.pages());
        if (rooms.recorded() > 0) {
            model.put("rooms", WorkPages.rooms(rooms));
        }
        return model;
    }

    /** Entries that stand under no year. */
    private Map<String, Object> undated() {
        List<Page> pages = catalogue.pages().stream()
                .filter(page -> catalogue.isListed(page) && Years.of(page).isEmpty())
                .toList();
        int samples = (int) pages.stream().filter(Page::sample).count();
        return Map.of("label", Years.NONE, "count", pages.size() - samples, "samples", samples);
    }

    public void years() {
        List<Map<String, Object>> groups = catalogue.years().stream()
                .map(year -> GroupModel.of(year, Sites.year(year), 1, 0))
                .toList();
        tasks.add(Sites.YEARS, "groups", () -> {
            PageModel model = site.page("years", Sites.YEARS, "年份", "", "year", List.of(SiteModel.home()));
            model.put("groups", groups);
            model.put("undated", undated());
            model.put("near", site.near("year"));
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
                    Map.of("group", groups.get(i)),
                    List.of(new Choice("year", year.key(), year.label())));
        }
    }
}
