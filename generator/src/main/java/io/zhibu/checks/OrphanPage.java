package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.SourceLink;
import io.zhibu.page.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A page that is in no list, not at the foot of pages, and that no other page leads to: nobody will find it. */
final class OrphanPage implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        List<Page> lonely = catalogue.pages().stream()
                .filter(page -> catalogue
                        .schemas()
                        .type(page.type())
                        .filter(schema -> !schema.listed())
                        .isPresent())
                .filter(page -> page.fields().get("order").isEmpty())
                .toList();
        if (lonely.isEmpty()) {
            return;
        }
        Set<String> led = new HashSet<>();
        Everything.pages(catalogue).forEach(page -> leads(catalogue, page, led));
        lonely.stream()
                .filter(page -> !led.contains(page.where().file()) && !led.contains(page.id()))
                .forEach(page -> diagnostics.notice(
                        page.where(),
                        "orphan-page",
                        "“" + page.title() + "”不在列表里，也没有哪里链到它",
                        "在有关的一篇里链接它，或写 order 放到页脚；不要了就删去"));
    }

    /** Files and ids of others: a page that leads to itself is as lonely as before. */
    private static void leads(Catalogue catalogue, Page page, Set<String> led) {
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                leads(link.target(), page, led);
            } else if (event instanceof Event.Html html && html.leading() == Event.Leading.LINK) {
                leads(html.target(), page, led);
            }
        });
        Everything.values(catalogue, page, (field, value) -> {
            if (value instanceof Value.Reference reference && !reference.id().equals(page.id())) {
                led.add(reference.id());
            }
        });
    }

    private static void leads(String target, Page page, Set<String> led) {
        SourceLink link = SourceLink.of(target, page);
        if (link.kind() == SourceLink.Kind.ENTRY
                && !link.file().equals(page.where().file())) {
            led.add(link.file());
        }
    }
}
