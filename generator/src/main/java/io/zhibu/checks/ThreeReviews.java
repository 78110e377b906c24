package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;

/** The reviews that are written down are not the three that there must be. That three people do them, in order, the schema says. */
final class ThreeReviews implements Check {
    private static final List<String> STAGES = List.of("初审", "复审", "终审");

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        catalogue.pages().forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        List<String> done = page.fields()
                .each("reviews", Value.Record.class)
                .flatMap(review -> review.fields().text("stage").stream())
                .toList();
        List<String> missing =
                STAGES.stream().filter(stage -> !done.contains(stage)).toList();
        if (!done.isEmpty() && !missing.isEmpty()) {
            diagnostics.notice(
                    page.fields().get("reviews").orElseThrow().where(),
                    "three-reviews",
                    "已发布，三审里没有" + String.join("、", missing),
                    "补做" + missing.get(0) + "，写上审核人和日期；没有审完的先把 status 改回审核中");
        } else if (done.size() > STAGES.size() || !done.isEmpty() && !done.equals(STAGES)) {
            diagnostics.notice(
                    page.fields().get("reviews").orElseThrow().where(),
                    "three-reviews",
                    "三审的次序是" + String.join("、", done),
                    "照" + String.join("、", STAGES) + "各写一次");
        }
    }
}
