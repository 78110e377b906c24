package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two entries have one title: in a list of one type nobody tells them apart, elsewhere only who looks at the type. */
final class SameTitle implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Map<String, List<Page>> titled = new TreeMap<>();
        Everything.pages(catalogue)
                .filter(page -> !page.title().equals(page.id()))
                .forEach(page -> titled.computeIfAbsent(Spelling.bare(page.title()), title -> new ArrayList<>())
                        .add(page));
        titled.values().stream()
                .filter(all -> all.size() > 1)
                .forEach(all -> all.forEach(page -> {
                    List<Page> others = all.stream()
                            .filter(other -> other != page)
                            .filter(other -> !isNamed(catalogue, page, other) && !isNamed(catalogue, other, page))
                            .toList();
                    if (!others.isEmpty()) {
                        diagnostics.add(told(page, others));
                    }
                }));
    }

    /** Whether an entry of another type refers to it, as a term does to the method that it explains: readers see what is what. */
    private static boolean isNamed(Catalogue catalogue, Page by, Page page) {
        boolean[] named = {false};
        if (!by.type().equals(page.type())) {
            Everything.values(
                    catalogue,
                    by,
                    (field, value) -> named[0] |= value instanceof Value.Reference reference
                            && reference.id().equals(page.id()));
        }
        return named[0];
    }

    private static Diagnostic told(Page page, List<Page> others) {
        boolean alike = others.stream().anyMatch(other -> other.type().equals(page.type()));
        return new Diagnostic(
                place(page),
                alike ? Severity.WARNING : Severity.NOTICE,
                "title-same",
                "标题“" + page.title() + "”与 "
                        + others.stream()
                                .map(other -> place(other).toString())
                                .sorted()
                                .limit(5)
                                .collect(Collectors.joining("、"))
                        + (others.size() > 5 ? " 等 " + others.size() + " 处" : "") + " 相同",
                Optional.of(alike ? "在标题里加上单位、年份等区别它们的字；写的是一回事就合成一篇" : "不同类的可以同名；要让读者在检索里分得清，就在标题里加几个字"));
    }

    private static Where place(Page page) {
        return page.fields().get("title").map(Value::where).orElse(page.where());
    }
}
