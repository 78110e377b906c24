package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lists what each entry says 未载 to, so that somebody who knows can fill it in. */
final class Unrecorded implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> {
            Set<String> labels = new LinkedHashSet<>();
            Everything.values(catalogue, page, (field, value) -> {
                if (value instanceof Value.Unrecorded) {
                    labels.add(field.label());
                }
            });
            if (!labels.isEmpty()) {
                diagnostics.notice(
                        page.where(),
                        "unrecorded",
                        "有 " + labels.size() + " 项未载：" + String.join("、", labels),
                        "找到来源后补上");
            }
        });
    }
}
