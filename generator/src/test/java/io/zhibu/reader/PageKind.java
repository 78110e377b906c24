package io.zhibu.reader;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;

/**
 * One kind of page a reader meets, and where the repository's own site has one.
 *
 * @param template the template that makes it, without its suffix
 * @param of what tells it from other pages of that template; may be empty
 * @param path the page in the site, relative to its root
 */
record PageKind(String template, String of, String path) {
    private static PageKind of(String template, String path) {
        return new PageKind(template, "", path);
    }

    private static PageKind of(String template, String of, String path) {
        return new PageKind(template, of, path);
    }

    /** Every kind, the long and the empty ones too. */
    static List<PageKind> all() {
        return List.of(
                of("index", "index.html"),
                of("work-method", "work-method/sample-liangqingdan/index.html"),
                of("work-method", "real", "work-method/sanzhua-sibi/index.html"),
                of("work-method", "pictured", "work-method/sample-yibao/index.html"),
                of("work-method", "sparse", "work-method/wu-jiehe/index.html"),
                of("wall-sheet", "work-method/sanzhua-sibi/sheet/index.html"),
                of("branch", "branch/sample-jia-zhibu/index.html"),
                of("branch", "real", "branch/yubing/index.html"),
                of("role-model", "role-model/zheng-shouren/index.html"),
                of("entry", "institution", "institution/sample-laijian-banfa/index.html"),
                of("entry", "study", "study/sample-weidangke/index.html"),
                of("entry", "activity", "activity/sample-jiaoliu-ri/index.html"),
                of("entry", "term", "term/zhihuiyuan/index.html"),
                of("entry", "collection", "collection/bidu-shumu/index.html"),
                of("entry", "collected", "collection/sample-laijian-zhuanti/index.html"),
                of("entry", "report", "report/sample-diaoyan/index.html"),
                of("entry", "reprint", "report/sample-zhuanzai/index.html"),
                of("list", "work-method/index.html"),
                of("list", "one", "role-model/index.html"),
                of("list", "second", "work-method/2/index.html"),
                of("list", "pinyin", "work-method/by/pinyin/index.html"),
                of("tags-index", "tags/index.html"),
                of("tags", "tags/长江大保护/index.html"),
                of("groups", "units", "unit/index.html"),
                of("groups", "years", "year/index.html"),
                of("groups", "words", "honour/index.html"),
                of("group", "unit", "unit/cjw/index.html"),
                of("group", "mechanism", "mechanism/learning/index.html"),
                of("group", "kind", "mechanism/political/organ/index.html"),
                of("group", "reader", "audience/shigongyuan/index.html"),
                of("search", "search/index.html"),
                of("search", "answer", "search/index.html?q=党员"),
                of("search", "term", "search/index.html?q=三亮"),
                of("search", "filtered", "search/index.html?q=党员&type=branch"),
                of("search", "nothing", "search/index.html?q=龘龘龘"),
                of("send", "send/index.html"),
                of("ledger", "ledger/index.html"),
                of("full-coverage", "full-coverage/index.html"),
                of("coverage", "coverage/index.html"),
                of("review", "review/index.html"),
                of("updates", "updates/index.html"),
                of("contact", "contact/index.html"),
                of("statistics", "statistics/index.html"),
                of("glossary", "glossary/index.html"),
                of("glossary", "strokes", "glossary/strokes/index.html"),
                of("honour-roll", "honour-roll/index.html"),
                of("brands", "brands/index.html"),
                of("exemplars", "exemplars/index.html"),
                of("pilots", "pilots/index.html"),
                of("places", "places/index.html"),
                of("promotion", "promotion/index.html"),
                of("calendar", "calendar/index.html"),
                of("studies", "studies/index.html"),
                of("progress", "progress/index.html"),
                of("duties", "duties/index.html"),
                of("reviewing", "reviewing/index.html"),
                of("activity-rooms", "activity-rooms/index.html"),
                of("map", "map/index.html"),
                of("fields", "fields/index.html"),
                of("rules", "help/rules/index.html"),
                of("rule", "help/rules/half-width-punctuation/index.html"),
                of("page", "page/about/index.html"),
                of("styleguide", "styleguide/index.html"),
                of("error404", "404.html"));
    }

    /** Waits until the page shows what it is going to show by itself. */
    void load(Page page) {
        page.waitForLoadState(template.equals("search") ? LoadState.NETWORKIDLE : LoadState.LOAD);
    }

    /** Waits likewise, and unfolds what a reader would. */
    void settle(Page page) {
        load(page);
        if (of.equals("filtered")) {
            page.evaluate("document.querySelector('.facets').open = true");
        }
    }

    /** A short name for a file or a message: {@code work-method-sparse}. */
    String name() {
        return of.isEmpty() ? template : template + "-" + of;
    }

    @Override
    public String toString() {
        return name();
    }
}
