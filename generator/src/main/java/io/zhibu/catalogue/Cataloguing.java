package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.page.Unread;
import io.zhibu.parallel.Parallel;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Stage 3: pages in, catalogue out. */
public final class Cataloguing {
    private static final PartialDate UNDATED = new PartialDate(0, 0, 0);

    // Newest first, then by address, so that two builds of the same content are the same byte for byte.
    private static final Comparator<Dated> NEWEST_FIRST = Comparator.comparing(Dated::date, Comparator.reverseOrder())
            .thenComparing(dated -> dated.page().address());

    /** A page with its date at hand: sorting asks for it a dozen times. */
    private record Dated(PartialDate date, Page page) {}

    private final Schemas schemas;
    private final Predicate<Status> visible;
    private final Readership readership;
    private final Parallel parallel;

    /** @param visible which pages readers see */
    public Cataloguing(Schemas schemas, Predicate<Status> visible, Parallel parallel) {
        this(schemas, visible, Readership.ALL, parallel);
    }

    /** @param readership for whom the catalogue is */
    public Cataloguing(Schemas schemas, Predicate<Status> visible, Readership readership, Parallel parallel) {
        this.schemas = schemas;
        this.visible = visible;
        this.readership = readership;
        this.parallel = parallel;
    }

    public Catalogue catalogue(List<Page> pages) {
        return catalogue(pages, List.of());
    }

    /** @param unread what might have been pages too */
    public Catalogue catalogue(List<Page> pages, List<Unread> unread) {
        List<Page> sorted = pages.stream()
                .map(page -> new Dated(page.fields().date("published").orElse(UNDATED), page))
                .sorted(NEWEST_FIRST)
                .map(Dated::page)
                .toList();
        List<Page> closed =
                sorted.stream().filter(page -> !readership.mayRead(page)).toList();
        List<Page> open = sorted.stream().filter(readership::mayRead).toList();
        List<Page> shown = open.stream().filter(this::isShown).toList();
        List<Page> withheld = open.stream().filter(page -> !isShown(page)).toList();
        Map<String, Page> byId = new HashMap<>();
        shown.forEach(page -> byId.put(page.id(), page));
        Map<String, Page> named = new HashMap<>();
        closed.stream().filter(this::isShown).forEach(page -> named.put(page.id(), page));
        Parallel.Both<Grouping, Map<String, List<Relation>>> made = parallel.both(
                () -> Grouping.of(shown, schemas), () -> new Relating(schemas, byId, named).relations(shown));
        return new Catalogue(schemas, shown, withheld, closed, unread, made.one(), made.other());
    }

    private boolean isShown(Page page) {
        return visible.test(page.heading().status())
                && schemas.type(page.type()).map(Schema::shown).orElse(true);
    }
}
