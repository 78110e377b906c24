package io.zhibu.board;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.site.Board;
import io.zhibu.site.Paging;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import java.util.List;
import java.util.Map;

/** The ledger to read, page by page. */
public final class LedgerPages {
    private static final int PER_PAGE = 200;

    private final Ledger ledger;
    private final SiteModel site;
    private final Tasks tasks;

    public LedgerPages(Catalogue catalogue, SiteModel site, Tasks tasks) {
        this.ledger = new Ledger(catalogue);
        this.site = site;
        this.tasks = tasks;
    }

    public void add() {
        List<Page> all = ledger.pages();
        // Counted once for all pages.
        long samples = all.stream().filter(Page::sample).count();
        Paging paging = new Paging(Board.LEDGER.address(), all.size(), PER_PAGE);
        for (int n = 1; n <= paging.pages(); n++) {
            int page = n;
            tasks.add(paging.address(page), Board.LEDGER.key(), () -> model(all, samples, paging, page));
        }
    }

    private PageModel model(List<Page> all, long samples, Paging paging, int page) {
        List<Page> here = paging.slice(all, page);
        PageModel model = site.board(Board.LEDGER, paging.address(page));
        model.put("parts", Part.both(all.size() - samples, samples, sample -> Map.of("items", lines(here, sample))));
        model.put("csv", Sites.LEDGER_CSV.link());
        model.put("pager", paging.model(page));
        return model;
    }

    private List<Map<String, String>> lines(List<Page> here, boolean sample) {
        return here.stream()
                .filter(page -> page.sample() == sample)
                .map(ledger::line)
                .toList();
    }
}
