package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An entry says almost word for word what an earlier one says, and no editor says that both are meant. */
final class NearDuplicate implements Check {
    /** Entries that were written after one pattern stay below two thirds; a copy of which a tenth was changed is above. */
    private static final float SAME = 0.75F;

    private static final PartialDate LATER = new PartialDate(9999, 12, 31);

    private final Likeness likeness;

    NearDuplicate(Likeness likeness) {
        this.likeness = likeness;
    }

    /** An entry and an earlier one. */
    private record Copy(Page page, Page first, float shared) {}

    /** Of each later entry with the one that it is likest: a text copied a hundred times is told of a hundred times and no more. */
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Comparator<Page> order = order(catalogue);
        Map<String, Copy> copies = new HashMap<>();
        Everything.pages(catalogue)
                .forEach(page -> likeness.of(page).stream()
                        .filter(match -> match.shared() >= SAME && !isMeant(page, match.page()))
                        .map(match -> order.compare(page, match.page()) > 0
                                ? new Copy(page, match.page(), match.shared())
                                : new Copy(match.page(), page, match.shared()))
                        .forEach(copy -> copies.merge(copy.page().id(), copy, NearDuplicate::likest)));
        copies.values().forEach(copy -> tell(catalogue, copy.page(), copy.first(), diagnostics));
    }

    private static Copy likest(Copy one, Copy other) {
        int order = Comparator.comparing(Copy::shared)
                .thenComparing(copy -> copy.first().address(), Comparator.reverseOrder())
                .compare(one, other);
        return order >= 0 ? one : other;
    }

    /** Made-up ones first: what a true entry took over from one is the true entry's fault. */
    private static Comparator<Page> order(Catalogue catalogue) {
        return Comparator.comparing((Page page) -> !page.sample())
                .thenComparing(page -> !catalogue.isShown(page))
                .thenComparing(page -> page.fields().date("published").orElse(LATER))
                .thenComparing(Page::address);
    }

    private static boolean isMeant(Page page, Page other) {
        return page.sample() && other.sample()
                || page.id().equals(other.id())
                || names(page, other)
                || names(other, page);
    }

    private static boolean names(Page page, Page other) {
        return List.of("related", "not_related").stream()
                .flatMap(field -> page.fields().each(field, Value.Reference.class))
                .anyMatch(reference -> reference.id().equals(other.id()));
    }

    private static void tell(Catalogue catalogue, Page page, Page first, Diagnostics diagnostics) {
        String named = "“" + first.title() + "”（" + first.where().file() + "）";
        if (first.sample() && !page.sample()) {
            diagnostics.warning(page.where(), "near-duplicate", "文字与示例" + named + "几乎一样", "把示例里虚构的话换成自己的，没有的删去");
            return;
        }
        boolean known = catalogue.schemas().type(page.type()).stream()
                .flatMap(type -> type.fields().stream())
                .anyMatch(field -> field.key().equals("not_related"));
        diagnostics.warning(
                page.where(),
                "near-duplicate",
                "文字与" + named + "几乎一样",
                known ? "并成一篇；确是两回事，就加一行 not_related: [" + first.id() + "]" : "并成一篇，或把这一篇自己的内容写出来");
    }
}
