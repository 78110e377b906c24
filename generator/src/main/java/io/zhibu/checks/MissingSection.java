package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.unicode.Spelling;
import java.util.List;

/** An entry lacks a section that readers look for in its type. */
final class MissingSection implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .forEach(page -> catalogue.schemas().type(page.type()).ifPresent(schema -> {
                    if (!schema.sections().isEmpty()) {
                        check(page, schema, diagnostics);
                    }
                }));
    }

    private static void check(Page page, Schema schema, Diagnostics diagnostics) {
        List<String> headings = headings(page);
        for (Schema.Section section : schema.sections()) {
            boolean there = section.names().stream()
                    .anyMatch(name -> headings.stream().anyMatch(heading -> heading.contains(name)));
            if (!there) {
                String name = section.names().get(0);
                diagnostics.warning(
                        page.where(),
                        "section-missing",
                        "正文缺“" + name + "”一节",
                        "加一行 ## " + name + "（也可叫"
                                + String.join(
                                        "、",
                                        section.names()
                                                .subList(1, section.names().size())) + "）");
            }
        }
    }

    private static List<String> headings(Page page) {
        return Outline.of(page.body()).stream()
                .filter(heading -> heading.level() == 2)
                .map(heading -> Spelling.bare(heading.text()))
                .toList();
    }
}
