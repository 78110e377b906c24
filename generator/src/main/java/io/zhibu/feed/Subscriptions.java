package io.zhibu.feed;

import io.zhibu.address.Address;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.config.Settings;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Board;
import io.zhibu.site.Sites;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every feed of the site, and which page each belongs to: the whole, and one for each type, mechanism, unit and tag that has entries. */
public final class Subscriptions {
    private static final String MECHANISM = "mechanism";
    private static final String TAGS = "标签";

    private final Settings settings;
    private final Map<String, List<Feed>> kinds = new LinkedHashMap<>();
    private final Map<Address, Feed> byPage = new HashMap<>();

    /** @param latest what came or changed in the last weeks, the latest first */
    public Subscriptions(Catalogue catalogue, ByWord words, Settings settings, List<Page> latest) {
        this.settings = settings;
        if (settings.isOff("render.feed")) {
            return;
        }
        List<Page> listed =
                catalogue.pages().stream().filter(catalogue::isListed).toList();
        put("全站", Stream.of(new Feed(settings.title(), settings.title(), Sites.HOME, listed)));
        if (!latest.isEmpty()) {
            put("更新", Stream.of(feed("新增与更新", Board.UPDATES.address(), latest)));
        }
        put(
                "类型",
                catalogue.schemas().types().stream()
                        .filter(Schema::listed)
                        .map(type -> feed(type.plural(), Sites.list(type), catalogue.ofType(type.key()))));
        Optional<Vocabulary> mechanisms =
                catalogue.schemas().vocabulary(MECHANISM).filter(any -> !settings.isOff("render.words"));
        mechanisms.ifPresent(mechanism ->
                put(mechanism.label(), groups(words.groups(MECHANISM), group -> Sites.word(MECHANISM, group.key()))));
        if (!settings.isOff("render.units")) {
            put("单位", groups(catalogue.units(), group -> Sites.unit(group.key())));
        }
        if (!settings.isOff("render.tags")) {
            put(TAGS, groups(catalogue.tags(), Sites::tag));
        }
    }

    private Stream<Feed> groups(List<Group> groups, Function<Group, Address> page) {
        return groups.stream()
                .filter(group -> !group.pages().isEmpty())
                .map(group -> feed(group.label(), page.apply(group), group.pages()));
    }

    private Feed feed(String name, Address of, List<Page> pages) {
        return new Feed(name, name + " · " + settings.title(), of, pages);
    }

    private void put(String kind, Stream<Feed> feeds) {
        List<Feed> all = feeds.toList();
        if (!all.isEmpty()) {
            kinds.put(kind, all);
            all.forEach(feed -> byPage.put(feed.of(), feed));
        }
    }

    public List<Feed> all() {
        return kinds.values().stream().flatMap(List::stream).toList();
    }

    /** Whether each feed is there as JSON too. */
    public boolean inJson() {
        return !settings.isOff("render.jsonfeed");
    }

    /** The {@code alternates} of {@code templates/README.md}: the feeds of this page besides those of the whole site. */
    public List<Map<String, String>> alternates(Address page) {
        Feed feed = byPage.get(page);
        if (feed == null || page.equals(Sites.HOME)) {
            return List.of();
        }
        Map<String, String> atom = way(feed.title(), feed.atom(), "application/atom+xml");
        return inJson() ? List.of(atom, way(feed.title(), feed.json(), "application/feed+json")) : List.of(atom);
    }

    private static Map<String, String> way(String title, Address address, String type) {
        return Map.of("title", title, "uri", address.link(), "type", type);
    }

    /** The {@code feeds} of {@code templates/README.md}: without those of tags, of which there are many, and which each tag's page names. */
    public List<Map<String, Object>> model() {
        return kinds.entrySet().stream()
                .filter(kind -> !kind.getKey().equals(TAGS))
                .map(kind -> Map.<String, Object>of(
                        "title",
                        kind.getKey(),
                        "items",
                        kind.getValue().stream().map(this::item).toList()))
                .toList();
    }

    private Map<String, String> item(Feed feed) {
        Map<String, String> model = new LinkedHashMap<>();
        model.put("title", feed.name());
        model.put("uri", feed.atom().link());
        if (inJson()) {
            model.put("json", feed.json().link());
        }
        return model;
    }
}
