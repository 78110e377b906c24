package io.zhibu.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.history.History;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jbake.template.model.TemplateModel;
import org.junit.jupiter.api.Test;

/** What the feeds and the sitemap say. */
class FeedsTest extends WithSmallSite {
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    @Test
    void theNewestStandFirstWithTheTimesOfTheirDays() {
        site.entry("branch/old", "published: 2026-07-01\nupdated: 2026-07-09", "");
        site.entry("branch/new", "published: 2026-07-02", "");

        assertThat(entries(feeds().all()))
                .map(one -> one.get("feedId") + " " + one.get("feedPublished") + " " + one.get("feedUpdated"))
                .containsExactly(
                        "http://zhibu.example.cn/branch/new/index.html 2026-07-02T00:00:00+08:00 2026-07-02T00:00:00+08:00",
                        "http://zhibu.example.cn/branch/old/index.html 2026-07-01T00:00:00+08:00 2026-07-09T00:00:00+08:00");
        assertThat(feed(feeds().all()))
                .containsEntry("updated", "2026-07-09T00:00:00+08:00")
                .containsEntry("id", "http://zhibu.example.cn/feed.xml");
    }

    @Test
    void aTypesFeedHoldsTheTypeAlone() {
        site.entry("branch/one", "", "");
        site.entry("method/two", "branch: one", "");
        TemplateModel model = feeds().of(site.config().schemas().type("method").orElseThrow());

        assertThat(entries(model)).map(one -> one.get("id")).isEqualTo(List.of("two"));
        assertThat(feed(model))
                .containsEntry("title", "工作法 · 小站")
                .containsEntry("id", "http://zhibu.example.cn/method/feed.xml")
                .containsEntry("uri", "method/index.html");
    }

    @Test
    void aFeedHoldsThirtyAtTheMost() {
        for (int i = 10; i < 41; i++) {
            site.entry("branch/n" + i, "", "");
        }
        assertThat(entries(feeds().all())).hasSize(30);
    }

    @Test
    void anEmptyFeedIsAsOldAsTimeAndWithoutAHostHasAnIdOfItsOwn() {
        site.file("site-config/jbake.properties", "site.title=小站\n");

        assertThat(feed(feeds().all()))
                .containsEntry("updated", EPOCH)
                .containsEntry("id", "tag:zhibu.invalid,2026:feed.xml");
    }

    @Test
    void theSitemapNamesThePagesAndWhenAnEntryChanged() {
        site.entry("branch/one", "updated: 2026-07-09", "");
        List<Task> tasks = Stream.of(Sites.HOME, Sites.NOT_FOUND, Sites.FEED, Address.page("branch", "one"))
                .map(address -> new Task(address, List.of("any"), Where.inFile("any"), TemplateModel::new))
                .toList();

        assertThat(feeds().sitemap(tasks).get("sitemap"))
                .isEqualTo(List.of(
                        Map.of("loc", "http://zhibu.example.cn/index.html"),
                        Map.of("loc", "http://zhibu.example.cn/branch/one/index.html", "lastmod", "2026-07-09")));
    }

    private Feeds feeds() {
        Config config = site.config();
        Catalogue catalogue = site.catalogue();
        SiteModel model =
                new SiteModel(catalogue, config, JBakeSettings.of(config, Map.of()), LocalDate.of(2026, 11, 23));
        return new Feeds(
                catalogue,
                config,
                new Documents(
                        catalogue,
                        new Ordering(catalogue, Map.of(), Map.of(), Map.of()),
                        config,
                        (body, targets) -> "",
                        History.NONE),
                model);
    }

    private static Map<Object, Object> feed(TemplateModel model) {
        return new HashMap<>((Map<?, ?>) model.get("feed"));
    }

    private static List<Map<?, ?>> entries(TemplateModel model) {
        return ((List<?>) feed(model).get("entries"))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
