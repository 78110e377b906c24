package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.SourceLink;
import io.zhibu.config.Config;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every shown page in JBake's form, made once. */
final class Documents {
    private final Catalogue catalogue;
    private final Config config;
    private final BodyWriting bodies;
    private final Map<String, Document> byId = new HashMap<>();
    private final Map<String, Address> tags = new HashMap<>();

    Documents(Catalogue catalogue, Config config, BodyWriting bodies) {
        this.catalogue = catalogue;
        this.config = config;
        this.bodies = bodies;
        catalogue.tags().forEach(tag -> tags.put(tag.label(), Sites.tag(tag)));
        PlainValues values = new PlainValues(catalogue);
        catalogue.pages().forEach(page -> byId.put(page.id(), document(page, values)));
    }

    Document of(Page page) {
        return byId.get(page.id());
    }

    List<Document> all() {
        return catalogue.pages().stream().map(this::of).toList();
    }

    private Document document(Page page, PlainValues values) {
        Document document = new Document();
        document.putAll(values.of(page.fields()));
        Schema type = catalogue.schemas().type(page.type()).orElseThrow();
        document.with("id", page.id())
                .with("title", page.title())
                .with("type", page.type())
                .with("status", page.heading().status() == Status.PUBLISHED ? "published" : "draft")
                .with("draft", page.heading().status() != Status.PUBLISHED)
                .with("sample", page.sample())
                .with("cached", true)
                .with("rendered", false)
                .with("uri", page.address().link())
                .with("sourceuri", page.address().link())
                .with("rootpath", page.address().root())
                .with("file", page.where().file())
                .with(
                        "date",
                        page.fields()
                                .date("published")
                                .flatMap(PartialDate::exact)
                                .map(day ->
                                        Document.midnight(day, config.settings().zone()))
                                .orElse(null))
                .with(
                        "tags",
                        page.fields().list("tags").stream().map(Value::text).toArray(String[]::new))
                .with(
                        "tagLinks",
                        page.fields().list("tags").stream().map(this::tag).toList())
                .with("typeLabel", type.label())
                .with("typePlural", type.plural())
                .with("typeUri", type.listed() ? Sites.list(type).link() : null)
                .with("body", new Markup(() -> body(page)));
        page.fields()
                .each("unit", Value.Term.class)
                .findFirst()
                .ifPresent(unit -> document.with("unitLabel", unit.label())
                        .with("unitUri", type.listed() ? Sites.unit(unit.key()).link() : null));
        return document;
    }

    private Map<String, Object> tag(Value tag) {
        Address address = tags.get(tag.text());
        return address == null ? Map.of("label", tag.text()) : Map.of("label", tag.text(), "uri", address.link());
    }

    private String body(Page page) {
        return bodies.html(Citing.cited(page), new BodyWriting.Targets() {
            @Override
            public String link(String target, Event.Place place) {
                return resolved(page, target);
            }

            @Override
            public String image(String target, Event.Place place) {
                return resolved(page, target);
            }
        });
    }

    /** The link on the finished page: an entry's page instead of its file; what lies beside an entry keeps its path. */
    private String resolved(Page page, String target) {
        SourceLink link = SourceLink.of(target, page);
        if (link.kind() == SourceLink.Kind.ENTRY) {
            return catalogue
                    .fromFile(link.file())
                    .map(other -> page.address().linkTo(other.address())
                            + (link.anchor().isEmpty() ? "" : "#" + link.anchor()))
                    .orElse(target);
        }
        if (link.kind() == SourceLink.Kind.ASSET) {
            String folder = page.where().file().substring(0, page.where().file().lastIndexOf('/') + 1);
            return link.file().startsWith(folder)
                    ? Attachments.address(page, link.file().substring(folder.length()))
                            .link()
                            .substring(page.address().folder().length())
                    : target;
        }
        return target;
    }
}
