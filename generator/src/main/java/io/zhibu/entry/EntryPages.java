package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Alike;
import io.zhibu.catalogue.Capabilities;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Collected;
import io.zhibu.catalogue.NamePart;
import io.zhibu.catalogue.Relation;
import io.zhibu.catalogue.Untold;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.SiteModel.Crumb;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import io.zhibu.site.WordLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page of each entry: the entry, its contents, facts and relations, and its neighbours in the list. */
public final class EntryPages {
    private final Catalogue catalogue;
    private final Catalogue listed;
    private final Alike alike;
    private final Documents documents;
    private final SiteModel site;
    private final Facts facts;
    private final Tasks tasks;
    private final Collected collected;
    private final WordLinks links;
    private final boolean sheets;

    /** @param sheets whether methods have a sheet for a wall */
    public EntryPages(
            Holdings holdings,
            Documents documents,
            SiteModel site,
            Tasks tasks,
            Collected collected,
            WordLinks links,
            boolean sheets) {
        this.sheets = sheets;
        this.catalogue = holdings.whole();
        this.listed = holdings.listed();
        this.alike = new Alike(catalogue, holdings.likeness());
        this.documents = documents;
        this.site = site;
        this.facts = new Facts(catalogue, term -> links.to(term.vocabulary(), term.key()));
        this.tasks = tasks;
        this.collected = collected;
        this.links = links;
    }

    public void add(Page page) {
        List<String> templates = List.of(tasks.named(page.type()), tasks.named("entry"));
        tasks.add(new Task(page.address(), templates, page.where(), () -> model(page), Task.Basis.entry(page.id())));
    }

    /** The entry once more, as one sheet for a wall: a method has one. */
    public void addSheet(Page page) {
        if (hasSheet(page)) {
            tasks.add(new Task(
                    Sites.sheet(page),
                    List.of(tasks.named("wall-sheet")),
                    page.where(),
                    () -> sheet(page),
                    Task.Basis.entry(page.id())));
        }
    }

    private boolean hasSheet(Page page) {
        return sheets && page.type().equals("work-method");
    }

    private PageModel sheet(Page page) {
        List<Crumb> crumbs = new ArrayList<>(above(page));
        crumbs.add(new Crumb(page.title(), page.address()));
        PageModel model = site.page(
                "wall-sheet",
                Sites.sheet(page),
                "一页张贴",
                page.fields().text("summary").orElse(""),
                page.type(),
                crumbs);
        model.setContent(documents.of(page));
        WallSheet sheet = WallSheet.of(page);
        model.put("points", sheet.points());
        model.put("meanings", sheet.meanings());
        model.put(
                "steps",
                sheet.steps().stream()
                        .map(step -> Map.of("name", step.name(), "says", step.says()))
                        .toList());
        model.put("cut", sheet.cut());
        return model;
    }

    private List<Crumb> above(Page page) {
        Schema type = catalogue.schemas().type(page.type()).orElseThrow();
        return type.listed()
                ? List.of(SiteModel.home(), new Crumb(type.plural(), Sites.list(type)))
                : List.of(SiteModel.home());
    }

    private PageModel model(Page page) {
        PageModel model = site.page(
                "entry",
                page.address(),
                page.title(),
                page.fields().text("summary").orElse(""),
                page.type(),
                above(page));
        fill(model, page);
        if (hasSheet(page)) {
            model.put("sheet", Sites.sheet(page).link());
        }
        return model;
    }

    /** What the templates of an entry get to see of it. */
    public void fill(PageModel model, Page page) {
        Document content = documents.of(page);
        listed.newer(page).map(documents::of).ifPresent(newer -> {
            content.setNextContent(newer);
            model.put("newer", newer);
        });
        listed.older(page).map(documents::of).ifPresent(older -> {
            content.setPreviousContent(older);
            model.put("older", older);
        });
        model.setContent(content);
        model.put("toc", toc(page));
        model.put("nameParts", nameParts(page));
        model.put("facts", facts.of(page));
        model.put("untold", Untold.of(page, catalogue.schemas()));
        LifeLine.of(page).ifPresent(line -> model.put("lifeline", line));
        model.put(
                "relations",
                catalogue.relations(page).stream().map(this::relation).toList());
        model.put("alike", alike.to(page).stream().map(documents::of).toList());
        model.put("collected", collected.of(page).stream().map(documents::of).toList());
        model.put(
                "places", collected.places(page).stream().map(EntryPages::place).toList());
        if (page.type().equals("branch")) {
            model.put(
                    "capabilities",
                    Capabilities.of(page, catalogue).stream()
                            .map(this::capability)
                            .toList());
        }
    }

    private static Map<String, Object> place(Collected.Place place) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("collection", Linked.to(place.collection()));
        model.put("number", place.number());
        model.put("total", place.total());
        place.previous().map(Linked::to).ifPresent(previous -> model.put("previous", previous));
        place.next().map(Linked::to).ifPresent(next -> model.put("next", next));
        return model;
    }

    private Map<String, Object> capability(Capabilities capability) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("label", capability.word().label());
        links.to("capability", capability.word().key()).map(Address::link).ifPresent(uri -> model.put("uri", uri));
        model.put("items", Linked.all(capability.pages()));
        return model;
    }

    private static List<Map<String, Object>> toc(Page page) {
        return Outline.of(page.body()).stream()
                .filter(heading -> heading.level() == 2 || heading.level() == 3)
                .map(heading ->
                        Map.<String, Object>of("level", heading.level(), "id", heading.id(), "text", heading.text()))
                .toList();
    }

    /** The halves of a method's name if they count as many things as its gloss explains; else none. */
    private static List<Map<String, Object>> nameParts(Page page) {
        List<NamePart> parts =
                page.fields().text("method_name").map(NamePart::of).orElse(List.of());
        int said = parts.stream().mapToInt(NamePart::count).sum();
        if (said < 2 || said != page.fields().list("gloss").size()) {
            return List.of();
        }
        return parts.stream()
                .map(part -> Map.<String, Object>of("text", part.text(), "count", part.count()))
                .toList();
    }

    private Map<String, Object> relation(Relation relation) {
        return Map.of(
                "label",
                relation.label(),
                "items",
                Stream.concat(
                                relation.pages().stream().map(documents::of),
                                relation.closed().stream().map(title -> Map.of("title", title)))
                        .toList());
    }
}
