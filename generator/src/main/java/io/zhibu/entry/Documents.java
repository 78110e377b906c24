package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.jbake.BodyWriting;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.Markup;
import io.zhibu.jbake.Once;
import io.zhibu.memo.Digest;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import io.zhibu.qr.Qr;
import io.zhibu.schema.Schema;
import io.zhibu.site.Sites;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What templates find under each key of a typed page. */
public final class Documents {
    private final Catalogue listed;
    private final Config config;
    private final PlainValues values;
    private final Map<String, Address> tags = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private final Map<String, Function<Page, Object>> keys = new HashMap<>();
    private final Codes codes = new Codes();

    public Documents(Holdings holdings, Config config, BodyWriting bodies) {
        Showing showing = new Showing(holdings.pictures());
        this.listed = holdings.listed();
        this.config = config;
        this.values = new PlainValues(holdings.whole(), showing);
        if (!config.settings().isOff("render.tags")) {
            listed.tags().forEach(tag -> tags.put(tag.label(), Sites.tag(tag)));
        }
        if (!config.settings().isOff("render.units")) {
            listed.units().forEach(unit -> units.add(unit.key()));
        }
        Bodies html = new Bodies(holdings.whole(), listed, bodies, showing);
        keys.put("id", Page::id);
        keys.put("title", Page::title);
        keys.put("type", Page::type);
        keys.put("status", page -> isPublished(page) ? "published" : "draft");
        keys.put("draft", page -> !isPublished(page));
        keys.put("sample", Page::sample);
        keys.put(
                "expired",
                page -> page.isExpired(holdings.today())
                        ? page.fields().date("expires").orElseThrow().toString()
                        : null);
        keys.put("restriction", page -> page.restriction().isEmpty() ? null : page.restriction());
        keys.put("cached", page -> true);
        keys.put("rendered", page -> false);
        keys.put("uri", page -> page.address().link());
        keys.put("sourceuri", page -> page.address().link());
        keys.put("rootpath", page -> page.address().root());
        keys.put("file", page -> page.where().file());
        keys.put("date", this::date);
        keys.put(
                "tags",
                page -> page.fields().list("tags").stream().map(Value::text).toArray(String[]::new));
        keys.put(
                "tagLinks",
                page -> page.fields().list("tags").stream().map(this::tag).toList());
        keys.put("termNames", Documents::termNames);
        keys.put("typeLabel", page -> type(page).label());
        keys.put("typePlural", page -> type(page).plural());
        keys.put("typeUri", page -> type(page).listed() ? Sites.list(type(page)).link() : null);
        if (!config.settings().isOff("render.docx")) {
            keys.put("word", page -> Sites.hasPaper(type(page)) ? page.address().linkTo(Sites.paper(page)) : null);
        }
        keys.put("unitLabel", page -> unit(page).map(Value.Term::label).orElse(null));
        keys.put(
                "unitUri",
                page -> unit(page)
                        .filter(unit -> type(page).listed() && units.contains(unit.key()))
                        .map(unit -> Sites.unit(unit.key()).link())
                        .orElse(null));
        keys.put("body", page -> new Markup(() -> html.html(page), () -> html.digest(page)));
        keys.put(
                "modified",
                page -> holdings.lastChange(page).map(LocalDate::toString).orElse(null));
        keys.put("contributors", page -> {
            List<String> names = holdings.contributors(page);
            return names.isEmpty() ? null : names;
        });
        config.settings()
                .editing()
                .ifPresent(editing ->
                        keys.put("edit", page -> editing.at(page.where().file())));
        ListNeighbours neighbours = new ListNeighbours(holdings.ordering());
        keys.put("previousInList", page -> neighbours.before(page).map(this::of).orElse(null));
        keys.put("nextInList", page -> neighbours.after(page).map(this::of).orElse(null));
        config.settings().host().ifPresent(host -> keys.put("qr", page -> code(host, page)));
    }

    public PageDocument of(Page page) {
        return new PageDocument(page, this);
    }

    public List<PageDocument> all() {
        return listed.pages().stream().map(this::of).toList();
    }

    /** Null if the page doesn't have the key: what FreeMarker takes for “missing”. */
    public Object value(Page page, String key) {
        Function<Page, Object> known = keys.get(key);
        return known != null
                ? known.apply(page)
                : page.fields().get(key).map(value -> values.of(page, value)).orElse(null);
    }

    /** Every key that the page may have. */
    Set<String> keys(Page page) {
        Set<String> all = new TreeSet<>(keys.keySet());
        all.addAll(page.fields().all().keySet());
        return all;
    }

    private static boolean isPublished(Page page) {
        return page.heading().status() == Status.PUBLISHED;
    }

    private Schema type(Page page) {
        return listed.schemas().type(page.type()).orElseThrow();
    }

    /** What the name of a method sums up; null without a gloss. */
    private static String termNames(Page page) {
        String names = page.fields()
                .each("gloss", Value.Record.class)
                .flatMap(one -> one.fields().text("term").stream())
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? null : names;
    }

    private static Optional<Value.Term> unit(Page page) {
        return page.fields().first("unit", Value.Term.class);
    }

    private Markup code(String host, Page page) {
        String address = host + "/" + page.address().link();
        // Whether there is one and which one are two questions; and an entry's sheet, made soon after its page, has the
        // same.
        Once<String> code;
        synchronized (codes) {
            code = codes.computeIfAbsent(
                    address, any -> new Once<>(() -> Qr.of(address).svg("本页网址的二维码")));
        }
        return new Markup(code::get, () -> Digest.of(address));
    }

    /** The last few. */
    private static final class Codes extends LinkedHashMap<String, Once<String>> {
        private static final long serialVersionUID = 1L;

        private static final int MOST = 100;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Once<String>> eldest) {
            return size() > MOST;
        }
    }

    private Object date(Page page) {
        return page.fields()
                .date("published")
                .flatMap(PartialDate::exact)
                .map(day -> Document.midnight(day, config.settings().zone()))
                .orElse(null);
    }

    private Map<String, Object> tag(Value tag) {
        Address address = tags.get(tag.text());
        return address == null ? Map.of("label", tag.text()) : Map.of("label", tag.text(), "uri", address.link());
    }
}
