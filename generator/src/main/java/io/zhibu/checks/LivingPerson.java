package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;

/** An entry tells more of a living person than the year of birth, or tells it without consent. */
final class LivingPerson implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> page.type().equals("role-model"))
                .filter(page -> page.fields().text("kind").filter("个人"::equals).isPresent())
                .forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        boolean dead = page.fields().date("death").isPresent();
        if (dead && !page.fields().flag("deceased")) {
            page.fields()
                    .each("deceased", Value.Flag.class)
                    .forEach(flag -> diagnostics.error(
                            flag.where(), "person-deceased", "写了逝世的日期，“已故”却写的是否", "写 deceased: true，或核对逝世日期"));
        }
        if (dead || page.fields().flag("deceased")) {
            return;
        }
        page.fields()
                .date("birth")
                .filter(birth -> birth.month() > 0)
                .ifPresent(birth -> diagnostics.error(
                        page.fields().get("birth").orElseThrow().where(),
                        "person-birth",
                        "在世的人只写出生的年份，这里写到了" + (birth.day() > 0 ? "日" : "月"),
                        "写成 birth: " + new PartialDate(birth.year(), 0, 0)));
        if (page.fields()
                .get("consent")
                .filter(value -> !(value instanceof Value.Unrecorded))
                .isEmpty()) {
            diagnostics.error(
                    page.where(), "person-consent", "在世的个人，有本人同意才立为榜样，这一篇没有写", "加 consent，写明 by（何人）和 date（日期）；没有同意的不收");
        }
    }
}
