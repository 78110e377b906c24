package io.zhibu.render;

import io.zhibu.catalogue.Alike;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.Relation;
import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import io.zhibu.render.SiteModel.Crumb;
import io.zhibu.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jbake.template.model.TemplateModel;

/** The page of each entry: the entry, its contents, facts and relations, and its neighbours in the list. */
final class EntryPages {
    private final Catalogue catalogue;
    private final Catalogue listed;
    private final Ordering ordering;
    private final Alike alike;
    private final Documents documents;
    private final SiteModel site;
    private final Facts facts;
    private final Tasks tasks;

    /** @param listed those of the catalogue that stand before and after each other */
    EntryPages(
            Catalogue catalogue,
            Catalogue listed,
            Ordering ordering,
            Likeness likeness,
            Documents documents,
            SiteModel site,
            Tasks tasks,
            Facts facts) {
        this.catalogue = catalogue;
        this.listed = listed;
        this.ordering = ordering;
        this.alike = new Alike(catalogue, likeness);
        this.documents = documents;
        this.site = site;
        this.facts = facts;
        this.tasks = tasks;
    }

    void add(Page page) {
        List<String> templates = List.of(tasks.named(page.type()), tasks.named("entry"));
        tasks.add(new Task(page.address(), templates, page.where(), () -> model(page)));
    }

    private TemplateModel model(Page page) {
        Schema type = catalogue.schemas().type(page.type()).orElseThrow();
        List<Crumb> crumbs = type.listed()
                ? List.of(SiteModel.home(), new Crumb(type.plural(), Sites.list(type)))
                : List.of(SiteModel.home());
        TemplateModel model = site.page(
                "entry",
                page.address(),
                page.title(),
                page.fields().text("summary").orElse(""),
                page.type(),
                crumbs);
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
        model.put("facts", facts.of(page));
        LifeLine.of(page).ifPresent(line -> model.put("lifeline", line));
        model.put(
                "relations",
                catalogue.relations(page).stream()
                        .map(relation -> relation(page, type, relation))
                        .toList());
        model.put("alike", alike.to(page).stream().map(documents::of).toList());
        return model;
    }

    private static List<Map<String, Object>> toc(Page page) {
        return Outline.of(page.body()).stream()
                .filter(heading -> heading.level() == 2 || heading.level() == 3)
                .map(heading ->
                        Map.<String, Object>of("level", heading.level(), "id", heading.id(), "text", heading.text()))
                .toList();
    }

    private Map<String, Object> relation(Page page, Schema type, Relation relation) {
        boolean collected = type.field("items")
                .filter(items -> items.label().equals(relation.label()))
                .isPresent();
        List<Page> pages = collected ? ordering.collected(page, relation.pages()) : relation.pages();
        return Map.of(
                "label",
                relation.label(),
                "items",
                pages.stream().map(documents::of).toList());
    }
}
