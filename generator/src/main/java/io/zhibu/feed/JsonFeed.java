package io.zhibu.feed;

import io.zhibu.address.Address;
import io.zhibu.config.Settings;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.JsonText;
import java.util.List;
import java.util.Map;

/** A feed as JSON Feed 1.1. Without a host its addresses begin at the feed's own, as those of the Atom feed do. */
public final class JsonFeed {
    private final Settings settings;
    private final FeedTimes times;

    public JsonFeed(Settings settings) {
        this.settings = settings;
        this.times = new FeedTimes(settings);
    }

    public String text(Feed feed) {
        return JsonText.of(JsonText.object(
                "version",
                "https://jsonfeed.org/version/1.1",
                "title",
                feed.title(),
                "home_page_url",
                url(feed, feed.of()),
                "feed_url",
                url(feed, feed.json()),
                "language",
                "zh-CN",
                "authors",
                List.of(JsonText.object("name", settings.title())),
                "items",
                feed.pages().stream().map(page -> item(feed, page)).toList()));
    }

    private Map<String, Object> item(Feed feed, Page page) {
        Map<String, Object> item = JsonText.object(
                "id",
                times.id(page.address()),
                "url",
                url(feed, page.address()),
                "title",
                page.marked(),
                "content_text",
                page.fields().text("summary").orElse(page.title()));
        times.published(page).ifPresent(published -> item.put("date_published", published));
        times.updated(page).ifPresent(updated -> item.put("date_modified", updated));
        List<String> tags = page.fields().list("tags").stream().map(Value::text).toList();
        if (!tags.isEmpty()) {
            item.put("tags", tags);
        }
        return item;
    }

    private String url(Feed feed, Address to) {
        return settings.host()
                .map(host -> host + "/" + to.link())
                .orElse(feed.json().root() + to.link());
    }
}
