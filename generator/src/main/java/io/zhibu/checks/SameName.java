package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.unicode.Spelling;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Two entries go by one name: an alias leads to one of them alone, and two methods of one name are told apart by nobody. */
final class SameName implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Map<String, Page> methods = new HashMap<>();
        Map<String, Page> names = new HashMap<>();
        sorted(catalogue).forEach(page -> names.putIfAbsent(Spelling.bare(page.title()), page));
        sorted(catalogue).forEach(page -> {
            page.fields().each("method_name", Value.Text.class).forEach(name -> {
                Page first = methods.putIfAbsent(Spelling.bare(name.text()), page);
                if (first != null) {
                    diagnostics.warning(
                            name.where(),
                            "method-same",
                            "工作法名称“" + name.text() + "”与 " + first.where().file() + " 相同",
                            "两篇写的是一回事就合成一篇，不是一回事就改名称");
                }
            });
            page.fields().each("aliases", Value.Text.class).forEach(alias -> {
                Page first = names.putIfAbsent(Spelling.bare(alias.text()), page);
                if (first != null && first != page) {
                    diagnostics.error(
                            alias.where(),
                            "alias-same",
                            "别名“" + alias.text() + "”已是 " + first.where().file() + " 的名称",
                            "一个名称只归一篇，删去这一个");
                }
            });
        });
    }

    private static Stream<Page> sorted(Catalogue catalogue) {
        return Everything.pages(catalogue)
                .sorted(Comparator.comparing(page -> page.where().file()));
    }
}
