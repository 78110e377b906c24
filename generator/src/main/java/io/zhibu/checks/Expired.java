package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.time.LocalDate;

/** An entry whose day has come is in no list any more: somebody should say whether it is to stay, and who refers to it whether to go on. */
final class Expired implements Check {
    private final LocalDate today;

    Expired(LocalDate today) {
        this.today = today;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        catalogue.pages().stream()
                .filter(page -> page.isExpired(today))
                .forEach(page -> diagnostics.notice(
                        page.fields().get("expires").orElseThrow().where(),
                        "entry-expired",
                        "到了下架日期 " + page.fields().date("expires").orElseThrow() + "，列表、检索和订阅里已经没有它，知道网址的还打得开",
                        "还有用的，核对以后改 expires；不要了的，把 status 写成 archived"));
        catalogue.pages().stream()
                .filter(page -> !page.isExpired(today))
                .forEach(page -> Everything.values(catalogue, page, (field, value) -> {
                    if (value instanceof Value.Reference reference) {
                        catalogue
                                .page(reference.id())
                                .filter(target -> target.isExpired(today))
                                .ifPresent(target -> refers(field.label(), reference, target, diagnostics));
                    }
                }));
    }

    private static void refers(String label, Value.Reference reference, Page target, Diagnostics diagnostics) {
        diagnostics.notice(
                reference.where(),
                "reference-expired",
                "“" + label + "”引用的“" + reference.id() + "”到了下架日期 "
                        + target.fields().date("expires").orElseThrow() + "，列表里已经没有它",
                "换成还在用的一篇，或删去这一处引用；那一篇还有用的，改它的 expires");
    }
}
