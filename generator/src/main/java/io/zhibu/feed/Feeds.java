package io.zhibu.feed;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.entry.Documents;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.page.Page;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the Atom feeds and the sitemap say. */
public final class Feeds {
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final FeedTimes times;

    public Feeds(Catalogue catalogue, Config config, Documents documents, SiteModel site) {
        this.catalogue = catalogue;
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.times = new FeedTimes(config.settings());
    }

    public PageModel of(Feed made) {
        List<Map<String, Object>> entries =
                made.pages().stream().map(this::entry).toList();
        PageModel model = site.page("feed", made.atom(), made.title(), "", "", List.of());
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("title", made.title());
        feed.put("id", times.id(made.atom()));
        feed.put("uri", made.of().link());
        feed.put(
                "updated",
                entries.stream()
                        .map(entry -> (String) entry.get("feedUpdated"))
                        .max(String::compareTo)
                        .orElse(EPOCH));
        feed.put("entries", entries);
        model.put("feed", feed);
        return model;
    }

    private Map<String, Object> entry(Page page) {
        return documents
                .of(page)
                .with("feedId", times.id(page.address()))
                .with("feedPublished", times.published(page).orElse(null))
                .with("feedUpdated", times.updated(page).orElse(EPOCH));
    }

    /** @param tasks all pages of the site */
    public PageModel sitemap(List<Task> tasks) {
        PageModel model = site.page("sitemap", Sites.SITEMAP, "", "", "", List.of());
        String host = config.settings().host().orElseThrow();
        Map<String, String> changed = new LinkedHashMap<>();
        catalogue
                .pages()
                .forEach(page -> page.fields()
                        .date("updated")
                        .or(() -> page.fields().date("published"))
                        .ifPresent(date -> changed.put(page.address().path(), date.toString())));
        List<Map<String, Object>> locations = new ArrayList<>();
        for (Task task : tasks) {
            Address address = task.address();
            if (address.path().endsWith(".html") && !address.equals(Sites.NOT_FOUND)) {
                Map<String, Object> location = new LinkedHashMap<>();
                location.put("loc", host + "/" + address.link());
                Optional.ofNullable(changed.get(address.path())).ifPresent(day -> location.put("lastmod", day));
                locations.add(location);
            }
        }
        model.put("sitemap", locations);
        return model;
    }
}
