package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Letter;
import io.zhibu.catalogue.Letter.Heading;
import io.zhibu.catalogue.Ordering;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.site.Board;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The terms of the site to look up, by pinyin on one page and by strokes on another; other names and what a term stands for lead to it. */
public final class GlossaryPages {
    private final List<Page> terms;
    private final Ordering ordering;
    private final SiteModel site;
    private final Tasks tasks;
    private final List<Heading<Page>> headings = new ArrayList<>();
    private final Map<Page, Map<String, Object>> models = new HashMap<>();

    public GlossaryPages(Catalogue catalogue, Ordering ordering, SiteModel site, Tasks tasks) {
        this.terms = catalogue.ofType("term");
        this.ordering = ordering;
        this.site = site;
        this.tasks = tasks;
        for (Page term : terms) {
            String word = word(term);
            headings.addAll(Letters.headings(term, word, texts(term, "short_title", "aliases", "expansions")));
            models.put(term, model(term, word));
        }
    }

    private static String word(Page term) {
        return term.fields().text("term").orElse(term.title());
    }

    private static List<String> texts(Page term, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> term.fields().each(field, Value.Text.class))
                .map(Value.Text::text)
                .toList();
    }

    private static Map<String, Object> model(Page term, String word) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("label", word);
        model.put("uri", term.address().link());
        model.put("sample", term.sample());
        if (!term.restriction().isEmpty()) {
            model.put("restriction", term.restriction());
        }
        model.put("also", Letters.others(word, texts(term, "short_title", "aliases")));
        term.fields().text("definition").ifPresent(meaning -> model.put("meaning", meaning));
        return model;
    }

    public void add() {
        tasks.add(
                Board.GLOSSARY.address(),
                Board.GLOSSARY.key(),
                () -> model(Board.GLOSSARY.address(), "pinyin", ordering.byLetter(headings)));
        tasks.add(
                Sites.STROKES,
                Board.GLOSSARY.key(),
                () -> model(Sites.STROKES, "strokes", ordering.byStrokes(headings)));
    }

    private PageModel model(Address address, String order, List<Letter<Page>> letters) {
        PageModel model = site.board(Board.GLOSSARY, address);
        int samples = (int) terms.stream().filter(Page::sample).count();
        model.put("order", order);
        model.put("total", terms.size() - samples);
        model.put("samples", samples);
        model.put("letters", Letters.model(letters, models::get));
        model.put("pinyin", Board.GLOSSARY.address().link());
        model.put("strokes", Sites.STROKES.link());
        return model;
    }
}
