package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.schema.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbake.template.model.TemplateModel;

/** What the feeds and the sitemap say. Times come from the entries' own dates, never from the clock. */
final class Feeds {
    private static final int ENTRIES = 30;
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;

    Feeds(Catalogue catalogue, Config config, Documents documents, SiteModel site) {
        this.catalogue = catalogue;
        this.config = config;
        this.documents = documents;
        this.site = site;
    }

    TemplateModel all() {
        List<Page> pages =
                catalogue.pages().stream().filter(catalogue::isListed).toList();
        return feed(Sites.FEED, config.settings().title(), Sites.HOME, pages);
    }

    TemplateModel of(Schema type) {
        return feed(
                Sites.feed(type),
                type.plural() + " · " + config.settings().title(),
                Sites.list(type),
                catalogue.ofType(type.key()));
    }

    private TemplateModel feed(Address address, String title, Address of, List<Page> pages) {
        List<Map<String, Object>> entries =
                pages.stream().limit(ENTRIES).map(this::entry).toList();
        TemplateModel model = site.page("feed", address, title, "", "", List.of());
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("title", title);
        feed.put("id", id(address));
        feed.put("uri", of.link());
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
        Document entry = documents.of(page);
        Optional<LocalDate> published = page.fields().date("published").flatMap(PartialDate::exact);
        Optional<LocalDate> updated =
                page.fields().date("updated").flatMap(PartialDate::exact).or(() -> published);
        entry.with("feedId", id(page.address()))
                .with("feedPublished", published.map(this::instant).orElse(null))
                .with("feedUpdated", updated.map(this::instant).orElse(EPOCH));
        return entry;
    }

    private String id(Address address) {
        return config.settings()
                .host()
                .map(host -> host + "/" + address.link())
                .orElse("tag:zhibu.invalid,2026:" + address.link());
    }

    private String instant(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atStartOfDay(config.settings().zone()));
    }

    /** @param tasks all pages of the site */
    TemplateModel sitemap(List<Task> tasks) {
        TemplateModel model = site.page("sitemap", Sites.SITEMAP, "", "", "", List.of());
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
