package io.zhibu.search;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Expectation;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the search finds what the site's owner expects of it. */
public final class Acceptance {
    private final Search search;
    private final Catalogue catalogue;

    public Acceptance(Search search, Catalogue catalogue) {
        this.search = search;
        this.catalogue = catalogue;
    }

    /** An error for every expectation that isn't met, at its place in the file of expectations. */
    public List<Diagnostic> check(List<Expectation> expectations) {
        Diagnostics diagnostics = new Diagnostics();
        each(expectations, diagnostics);
        return diagnostics.list();
    }

    /** Likewise, but those of entries that aren't there are one warning: settings copied from another site stop no build. */
    public List<Diagnostic> checkThere(List<Expectation> expectations) {
        Diagnostics diagnostics = new Diagnostics();
        List<Expectation> missing = expectations.stream()
                .filter(expected -> !isThere(expected)
                        && catalogue.page(expected.id()).filter(this::isLeftOut).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            diagnostics.warning(
                    missing.get(0).idWhere(),
                    "search-test-id",
                    "有 " + missing.size() + " 条搜索测试要找的条目不存在或没有发布，没有试，第一条是“"
                            + missing.get(0).id() + "”",
                    "改成已发布条目的 id，或删去这些测试；逐条列出用 zhibu check --search");
        }
        each(
                expectations.stream()
                        .filter(expected -> !missing.contains(expected))
                        .toList(),
                diagnostics);
        return diagnostics.list();
    }

    private void each(List<Expectation> expectations, Diagnostics diagnostics) {
        search.parallel()
                .map(expectations, () -> expected -> {
                    Diagnostics own = new Diagnostics();
                    check(expected, own);
                    return own.list();
                })
                .forEach(diagnostics::addAll);
    }

    /** An entry, or a list or board by its address. */
    private boolean isThere(Expectation expected) {
        return catalogue.page(expected.id()).filter(catalogue::isShown).isPresent()
                || search.index().places().anyMatch(place -> place.id().equals(expected.id()));
    }

    /** What the site's readers may not read, or a sample that is published and that the site doesn't offer: nobody is to find it. */
    private boolean isLeftOut(Page page) {
        return catalogue.isRestricted(page)
                || page.sample() && page.heading().status() == Status.PUBLISHED && !catalogue.isShown(page);
    }

    private void check(Expectation expected, Diagnostics diagnostics) {
        if (catalogue.page(expected.id()).filter(this::isLeftOut).isPresent()) {
            return;
        }
        if (!isThere(expected)) {
            List<String> ids = catalogue.pages().stream().map(Page::id).sorted().toList();
            diagnostics.error(
                    expected.idWhere(),
                    "search-test-id",
                    "搜索测试要找的条目“" + expected.id() + "”不存在或没有发布",
                    Nearest.to(expected.id(), ids)
                            .map(near -> "是“" + near + "”吗？")
                            .orElse("改成已发布条目的 id，或删去这一条测试"));
            return;
        }
        Answer answer = search.answer(expected.query());
        boolean listed = answer.called().stream().anyMatch(hit -> hit.id().equals(expected.id()));
        List<String> found = (listed ? answer.called() : answer.hits())
                .stream().map(Answer.Hit::id).toList();
        int place = IntStream.range(0, found.size())
                .filter(i -> found.get(i).equals(expected.id()))
                .findFirst()
                .orElse(-1);
        if (place < 0 || place >= expected.top()) {
            String where = place < 0 ? "没有找到" : "排在第 " + (place + 1);
            String instead = found.isEmpty() ? "什么也没有" : "第一名是“" + found.get(0) + "”";
            diagnostics.error(
                    expected.where(),
                    "search-miss",
                    "查“" + expected.query() + "”，“" + expected.id() + "”" + where + "，应在前 " + expected.top() + "；"
                            + instead,
                    "把这个词写进那一篇的标题、别名或摘要，或在 synonyms.yml 里登记同义词；期望本身不对就改 top");
        }
    }
}
