package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import java.time.LocalDate;

/** An entry whose day has come is in no list any more: somebody should say whether it is to stay. */
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
    }
}
