package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.page.Unread;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All pages of the site, in every order in which readers meet them. Immutable; safe from many threads. */
public final class Catalogue {
    private final Schemas schemas;
    private final List<Page> shown;
    private final List<Page> withheld;
    private final List<Page> restricted;
    private final Set<String> restrictedIds;
    private final List<Unread> unread;
    private final Map<String, Page> byId = new HashMap<>();
    private final Map<String, Page> byFile = new HashMap<>();
    private final Map<String, List<Page>> byType = new LinkedHashMap<>();
    private final Map<String, Integer> position = new HashMap<>();
    private final List<Group> tags;
    private final List<Group> units;
    private final List<Group> years;
    private final Map<String, List<Relation>> relations;

    Catalogue(
            Schemas schemas,
            List<Page> shown,
            List<Page> withheld,
            List<Page> restricted,
            List<Unread> unread,
            Grouping grouping,
            Map<String, List<Relation>> relations) {
        this.schemas = schemas;
        this.shown = List.copyOf(shown);
        this.withheld = List.copyOf(withheld);
        this.restricted = List.copyOf(restricted);
        this.restrictedIds = restricted.stream().map(Page::id).collect(Collectors.toSet());
        this.unread = List.copyOf(unread);
        this.relations = Map.copyOf(relations);
        this.tags = grouping.tags();
        this.units = grouping.units();
        this.years = grouping.years();
        schemas.types().forEach(type -> byType.put(type.key(), new ArrayList<>()));
        for (Page page : shown) {
            List<Page> same = byType.computeIfAbsent(page.type(), type -> new ArrayList<>());
            position.put(page.id(), same.size());
            same.add(page);
        }
        byType.replaceAll((type, pages) -> Collections.unmodifiableList(pages));
        shown.forEach(this::index);
        withheld.forEach(this::index);
        restricted.forEach(this::index);
    }

    /**
     * The same for readers who look for something: these pages are withheld from every list, index and count, and still known by id and
     * file.
     *
     * @param aside such as what is made up, where that isn't offered
     */
    public Catalogue without(Predicate<Page> aside) {
        if (shown.stream().noneMatch(aside)) {
            return this;
        }
        List<Page> kept = shown.stream().filter(aside.negate()).toList();
        List<Page> others = new ArrayList<>(withheld);
        shown.stream().filter(aside).forEach(others::add);
        Map<String, List<Relation>> among = new HashMap<>();
        relations.forEach((id, all) -> among.put(
                id,
                all.stream()
                        .map(relation -> relation.without(aside))
                        .filter(relation -> !relation.isEmpty())
                        .toList()));
        return new Catalogue(schemas, kept, others, restricted, unread, Grouping.of(kept, schemas), among);
    }

    /**
     * The same with other pages in the place of those of their ids, like them in all but the text.
     *
     * @param others by id
     */
    public Catalogue with(Map<String, Page> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, List<Relation>> among = new HashMap<>(relations);
        among.replaceAll((id, all) -> all.stream().anyMatch(one -> isAmong(one.pages(), others))
                ? all.stream()
                        .map(one -> new Relation(one.label(), with(one.pages(), others), one.closed()))
                        .toList()
                : all);
        return new Catalogue(
                schemas,
                with(shown, others),
                with(withheld, others),
                with(restricted, others),
                unread,
                new Grouping(groups(tags, others), groups(units, others), groups(years, others)),
                among);
    }

    private static List<Group> groups(List<Group> groups, Map<String, Page> others) {
        return groups.stream()
                .map(group -> isAmong(group.pages(), others)
                        ? new Group(
                                group.key(),
                                group.label(),
                                group.parent(),
                                with(group.pages(), others),
                                group.samples())
                        : group)
                .toList();
    }

    private static List<Page> with(List<Page> pages, Map<String, Page> others) {
        return isAmong(pages, others)
                ? pages.stream()
                        .map(page -> others.getOrDefault(page.id(), page))
                        .toList()
                : pages;
    }

    private static boolean isAmong(List<Page> pages, Map<String, Page> others) {
        for (Page page : pages) {
            if (others.containsKey(page.id())) {
                return true;
            }
        }
        return false;
    }

    private void index(Page page) {
        byId.put(page.id(), page);
        byFile.put(page.where().file(), page);
    }

    public Schemas schemas() {
        return schemas;
    }

    /** What readers see, newest first, then by address. */
    public List<Page> pages() {
        return shown;
    }

    /** Drafts, what is in review, scheduled or archived. */
    public List<Page> withheld() {
        return withheld;
    }

    /** What is for a narrower circle than the site's readers: known by id and file, and part of nothing that they see. */
    public List<Page> restricted() {
        return restricted;
    }

    public boolean isRestricted(Page page) {
        return restrictedIds.contains(page.id());
    }

    /** What readers see where an entry is named: its title; what names it, if nothing is published by that id. */
    public String nameOf(String id) {
        return page(id).filter(page ->
                        isShown(page) || isRestricted(page) && page.heading().status() == Status.PUBLISHED)
                .map(Page::title)
                .orElse(id);
    }

    /** Shown, withheld or restricted. */
    public Optional<Page> page(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The page made from this file, by path from the site's root; shown, withheld or restricted. */
    public Optional<Page> fromFile(String path) {
        return Optional.ofNullable(byFile.get(path));
    }

    /** Whether a page of this id, or of this file, was meant to be here and couldn't be read. */
    public boolean isUnread(String idOrFile) {
        return unread.stream()
                .anyMatch(one -> one.id().equals(idOrFile) || one.file().equals(idOrFile));
    }

    /** Whether a draft of this id, or in this file, couldn't be read: the site is made without it. */
    public boolean isUnfinished(String idOrFile) {
        return unread.stream()
                .anyMatch(one ->
                        one.draft() && (one.id().equals(idOrFile) || one.file().equals(idOrFile)));
    }

    public boolean isShown(Page page) {
        return position.containsKey(page.id());
    }

    /** Whether the page's type has a list: other pages stay out of indexes and counts. */
    public boolean isListed(Page page) {
        return schemas.type(page.type()).map(Schema::listed).orElse(true);
    }

    /** The shown pages of one type, newest first. */
    public List<Page> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The next newer page of the same type. */
    public Optional<Page> newer(Page page) {
        return neighbour(page, -1);
    }

    /** The next older page of the same type. */
    public Optional<Page> older(Page page) {
        return neighbour(page, 1);
    }

    /** None for a page that isn't shown. */
    private Optional<Page> neighbour(Page page, int step) {
        if (!isShown(page)) {
            return Optional.empty();
        }
        int at = position.get(page.id()) + step;
        List<Page> same = ofType(page.type());
        return at >= 0 && at < same.size() ? Optional.of(same.get(at)) : Optional.empty();
    }

    /** Tags that are registered or in use, most entries first (made-up ones not counted), then by label; some have no entries. */
    public List<Group> tags() {
        return tags;
    }

    /**
     * Units, each after the one above it, in the order of the vocabulary; some have no entries. Made-up ones only where they have entries at
     * or below them.
     */
    public List<Group> units() {
        return units;
    }

    /** Years with entries, latest first. */
    public List<Group> years() {
        return years;
    }

    /** What this page has to do with other shown pages: first what it names, then who names it. */
    public List<Relation> relations(Page page) {
        return relations.getOrDefault(page.id(), List.of());
    }
}
