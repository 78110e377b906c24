package io.zhibu.render;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.FullCoverage;
import io.zhibu.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jbake.template.model.TemplateModel;

/** What the boards of one page each show. */
final class BoardPages {
    private final Catalogue catalogue;
    private final SiteModel site;

    BoardPages(Catalogue catalogue, SiteModel site) {
        this.catalogue = catalogue;
        this.site = site;
    }

    TemplateModel fullCoverage(Board board) {
        List<Page> branches = catalogue.ofType("branch");
        return parts(
                board,
                branches,
                part -> Map.of(
                        "measures",
                        FullCoverage.of(part).measures().stream()
                                .map(BoardPages::measure)
                                .toList()));
    }

    private static Map<String, Object> measure(FullCoverage.Measure measure) {
        return Map.of(
                "key",
                measure.key(),
                "label",
                measure.label(),
                "met",
                measure.met().size(),
                "exempt",
                measure.exempt().size(),
                "missed",
                measure.missed().stream()
                        .map(missed -> linked(missed.page(), "why", missed.why()))
                        .toList(),
                "unrecorded",
                measure.unrecorded().stream().map(BoardPages::linked).toList());
    }

    private TemplateModel parts(Board board, List<Page> pages, Function<List<Page>, Map<String, Object>> more) {
        TemplateModel model = site.board(board, board.address());
        model.put(
                "parts",
                Part.both(
                        pages,
                        Page::sample,
                        sample -> more.apply(pages.stream()
                                .filter(page -> page.sample() == sample)
                                .toList())));
        return model;
    }

    /** @param more key and text, in turn */
    private static Map<String, String> linked(Page page, String... more) {
        Map<String, String> model = new LinkedHashMap<>();
        model.put("id", page.id());
        model.put("title", page.title());
        model.put("uri", page.address().link());
        for (int i = 0; i < more.length; i += 2) {
            model.put(more[i], more[i + 1]);
        }
        return model;
    }
}
