package io.zhibu.board;

import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.config.Config;
import io.zhibu.feed.Subscriptions;
import io.zhibu.jbake.PageModel;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Board;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page from which every list, index and page of explanation is one step away. */
public final class SiteMap {
    private final Catalogue catalogue;
    private final Config config;
    private final SiteModel site;
    private final ByWord words;
    private final Subscriptions feeds;

    public SiteMap(Catalogue catalogue, Config config, SiteModel site, ByWord words, Subscriptions feeds) {
        this.feeds = feeds;
        this.catalogue = catalogue;
        this.config = config;
        this.site = site;
        this.words = words;
    }

    public PageModel model() {
        PageModel model = site.board(Board.SITE_MAP, Board.SITE_MAP.address());
        model.put("words", config.settings().isOff("render.words") ? List.of() : vocabularies());
        model.put(
                "pages",
                catalogue.schemas().types().stream()
                        .filter(type -> !type.listed())
                        .flatMap(type -> catalogue.ofType(type.key()).stream())
                        .map(page -> way(page.title(), page.address().link()))
                        .toList());
        model.put("feeds", feeds.model());
        return model;
    }

    private List<Map<String, Object>> vocabularies() {
        return catalogue.schemas().vocabularies().stream()
                .filter(Vocabulary::paged)
                .map(vocabulary -> {
                    Map<String, Object> model = way(
                            vocabulary.label(), Sites.words(vocabulary.key()).link());
                    model.put(
                            "items",
                            words.groups(vocabulary.key()).stream()
                                    .map(group -> word(vocabulary, group))
                                    .toList());
                    return model;
                })
                .toList();
    }

    private static Map<String, Object> word(Vocabulary vocabulary, Group group) {
        Map<String, Object> model =
                way(group.label(), Sites.word(vocabulary.key(), group.key()).link());
        model.put("count", group.count());
        model.put("samples", group.samples());
        return model;
    }

    private static Map<String, Object> way(String title, String uri) {
        return new LinkedHashMap<>(Map.of("title", title, "uri", uri));
    }
}
