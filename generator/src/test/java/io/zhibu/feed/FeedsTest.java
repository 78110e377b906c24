package io.zhibu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.address.Address;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.entry.Documents;
import io.zhibu.entry.Holdings;
import io.zhibu.history.History;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.picture.Pictures;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the feeds and the sitemap say. */
class FeedsTest extends WithSmallSite {
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    @Test
    void theNewestStandFirstWithTheTimesOfTheirDays() {
        site.entry("branch/old", "published: 2026-07-01\nupdated: 2026-07-09", "");
        site.entry("branch/new", "published: 2026-07-02", "");

        assertThat(entries(model("index.html")))
                .map(one -> one.get("feedId") + " " + one.get("feedPublished") + " " + one.get("feedUpdated"))
                .containsExactly(
                        "http://zhibu.example.cn/branch/new/index.html 2026-07-02T00:00:00+08:00 2026-07-02T00:00:00+08:00",
                        "http://zhibu.example.cn/branch/old/index.html 2026-07-01T00:00:00+08:00 2026-07-09T00:00:00+08:00");
        assertThat(feed(model("index.html")))
                .containsEntry("updated", "2026-07-09T00:00:00+08:00")
                .containsEntry("id", "http://zhibu.example.cn/feed.xml");
    }

    @Test
    void aTypesFeedHoldsTheTypeAlone() {
        site.entry("branch/one", "", "");
        site.entry("method/two", "branch: one", "");
        PageModel model = model("method/index.html");

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
        assertThat(entries(model("index.html"))).hasSize(30);
    }

    @Test
    void anEmptyFeedIsAsOldAsTimeAndWithoutAHostHasAnIdOfItsOwn() {
        site.file("site-config/jbake.properties", "site.title=小站\n");

        assertThat(feed(model("index.html")))
                .containsEntry("updated", EPOCH)
                .containsEntry("id", "tag:zhibu.invalid,2026:feed.xml");
    }

    @Test
    void everyUnitAndMechanismThatHasEntriesHasAFeedOfItsOwn() {
        site.file(
                "site-config/vocabularies/mechanism.yml",
                "label: 机制\npages: true\nwords:\n  a: {label: 甲}\n  b: {label: 乙}\n");
        site.file(
                "site-config/schemas/branch.yml",
                "key: branch\nlabel: 党支部\nplural: 支部\norder: 20\nfields:\n"
                        + "  mechanism: {label: 机制, kind: term, of: mechanism}\n");
        site.entry("branch/one", "mechanism: 甲", "");
        Catalogue catalogue = site.catalogue();

        assertThat(subscriptions(catalogue).all().stream()
                        .map(feed -> feed.atom().path()))
                .containsExactly(
                        "feed.xml",
                        "method/feed.xml",
                        "branch/feed.xml",
                        "mechanism/a/feed.xml",
                        "unit/cjw/feed.xml",
                        "unit/shuiwen/feed.xml");
        assertThat(subscriptions(catalogue).alternates(Address.page("mechanism", "a")))
                .extracting(way -> way.get("type") + " " + way.get("title") + " " + way.get("uri"))
                .containsExactly(
                        "application/atom+xml 甲 · 小站 mechanism/a/feed.xml",
                        "application/feed+json 甲 · 小站 mechanism/a/feed.json");
        assertThat(subscriptions(catalogue).alternates(Sites.HOME)).isEmpty();
    }

    @Test
    void everyTagThatHasEntriesHasAFeedThatItsPageNamesAndTheMapDoesNot() {
        site.file(
                "site-config/schemas/branch.yml",
                "key: branch\nlabel: 党支部\nplural: 支部\norder: 20\nfields:\n"
                        + "  tags: {label: 标签, kind: text, many: true}\n");
        site.entry("branch/one", "tags: [三亮, “引号”]", "");
        Subscriptions subscriptions = subscriptions(site.catalogue());

        assertThat(subscriptions.all().stream().map(feed -> feed.atom().path()))
                .contains("tags/三亮/feed.xml")
                .filteredOn(path -> path.startsWith("tags/"))
                .hasSize(2);
        assertThat(subscriptions.alternates(Sites.tag("三亮")).get(0))
                .containsEntry("title", "三亮 · 小站")
                .containsEntry("uri", "tags/%E4%B8%89%E4%BA%AE/feed.xml");
        assertThat(subscriptions.model()).extracting(kind -> kind.get("title")).doesNotContain("标签");
        site.file("site-config/jbake.properties", "site.title=小站\nrender.tags=false\n");
        assertThat(subscriptions(site.catalogue()).all())
                .noneMatch(feed -> feed.atom().path().startsWith("tags/"));
    }

    @Test
    void asJsonAFeedSaysTheSame() {
        site.entry("branch/one", "title: 甲“乙”\nsummary: 做法\nupdated: 2026-07-09", "");
        Feed feed = feed(site.catalogue(), "branch/index.html");

        assertThat(new JsonFeed(site.config().settings()).text(feed)).isEqualTo("""
                {
                  "version": "https://jsonfeed.org/version/1.1",
                  "title": "支部 · 小站",
                  "home_page_url": "http://zhibu.example.cn/branch/index.html",
                  "feed_url": "http://zhibu.example.cn/branch/feed.json",
                  "language": "zh-CN",
                  "authors": [
                    {
                      "name": "小站"
                    }
                  ],
                  "items": [
                    {
                      "id": "http://zhibu.example.cn/branch/one/index.html",
                      "url": "http://zhibu.example.cn/branch/one/index.html",
                      "title": "甲“乙”",
                      "content_text": "做法",
                      "date_published": "2026-07-01T00:00:00+08:00",
                      "date_modified": "2026-07-09T00:00:00+08:00"
                    }
                  ]
                }
                """);
        site.file("site-config/jbake.properties", "site.title=小站\n");
        assertThat(new JsonFeed(site.config().settings()).text(feed))
                .contains(
                        "\"home_page_url\": \"../branch/index.html\"",
                        "\"id\": \"tag:zhibu.invalid,2026:branch/one/index.html\"");
    }

    @Test
    void theSitemapNamesThePagesAndWhenAnEntryChanged() {
        site.entry("branch/one", "updated: 2026-07-09", "");
        List<Task> tasks = Stream.of(
                        Sites.HOME, Sites.NOT_FOUND, new Address("feed.xml"), Address.page("branch", "one"))
                .map(address -> new Task(address, List.of("any"), Where.inFile("any"), PageModel::new))
                .toList();

        assertThat(feeds(site.catalogue()).sitemap(tasks).get("sitemap"))
                .isEqualTo(List.of(
                        Map.of("loc", "http://zhibu.example.cn/index.html"),
                        Map.of("loc", "http://zhibu.example.cn/branch/one/index.html", "lastmod", "2026-07-09")));
    }

    /** Of the feed that belongs to the page. */
    private PageModel model(String page) {
        Catalogue catalogue = site.catalogue();
        return feeds(catalogue).of(feed(catalogue, page));
    }

    private Feed feed(Catalogue catalogue, String page) {
        return subscriptions(catalogue).all().stream()
                .filter(feed -> feed.of().path().equals(page))
                .findFirst()
                .orElseThrow();
    }

    private Subscriptions subscriptions(Catalogue catalogue) {
        return new Subscriptions(catalogue, new ByWord(catalogue), site.config().settings(), List.of());
    }

    private Feeds feeds(Catalogue catalogue) {
        Config config = site.config();
        SiteModel model =
                new SiteModel(catalogue, config, JBakeSettings.of(config, Map.of()), LocalDate.of(2026, 11, 23));
        Ordering ordering = new Ordering(catalogue, Map.of(), Map.of(), Map.of());
        Holdings holdings = new Holdings(
                catalogue,
                catalogue,
                ordering,
                Likeness.NONE,
                Pictures.NONE,
                History.NONE,
                List.of(),
                LocalDate.of(2026, 11, 23));
        Documents documents = new Documents(holdings, config, (body, targets) -> "");
        return new Feeds(catalogue, config, documents, model);
    }

    private static Map<Object, Object> feed(PageModel model) {
        return new HashMap<>((Map<?, ?>) model.get("feed"));
    }

    private static List<Map<?, ?>> entries(PageModel model) {
        return ((List<?>) feed(model).get("entries"))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
