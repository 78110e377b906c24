package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** One department is the contact of two branches: a department has one branch to look after. */
final class SharedContact implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Map<String, Page> taken = new HashMap<>();
        Everything.pages(catalogue)
                .sorted(Comparator.comparing(page -> page.where().file()))
                .forEach(page -> page.fields().list("contact_department").forEach(department -> {
                    Page first = taken.putIfAbsent(department.text(), page);
                    if (first != null) {
                        diagnostics.warning(
                                department.where(),
                                "contact-shared",
                                "“" + name(department, catalogue) + "”已经联系 "
                                        + first.where().file(),
                                "一个机关部门党组织对口联系一个支部，核对两处");
                    }
                }));
    }

    private static String name(Value department, Catalogue catalogue) {
        return catalogue.page(department.text()).map(Page::title).orElse(department.text());
    }
}
