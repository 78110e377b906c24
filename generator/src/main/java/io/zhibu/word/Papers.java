package io.zhibu.word;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Collected;
import io.zhibu.catalogue.Ordering;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.picture.Pictures;
import io.zhibu.site.Sites;
import java.util.List;
import java.util.Optional;

/** The documents that a site offers beside its pages. Each is made when it is asked for. */
public final class Papers {
    private final Catalogue catalogue;
    private final Collected collected;
    private final Places places;
    private final Blank blank = new Blank();

    /**
     * @param catalogue of the pages that there are
     * @param listed those that a collection leads to
     * @param host of the site, if it is known
     */
    public Papers(Catalogue catalogue, Catalogue listed, Ordering ordering, Pictures pictures, Optional<String> host) {
        this.catalogue = catalogue;
        this.collected = new Collected(listed, ordering);
        this.places = new Places(catalogue, pictures, host);
    }

    /** The entries that have one. */
    public List<Page> pages() {
        return catalogue.pages().stream()
                .filter(page ->
                        Sites.hasPaper(catalogue.schemas().type(page.type()).orElseThrow()))
                .toList();
    }

    /** The document of an entry; a collection's holds what it collects too. */
    public byte[] of(Page page) {
        Paper paper = new Paper(blank, page.title(), author(page));
        List<Page> chapters = collected.of(page);
        EntryPaper first = new EntryPaper(paper, catalogue, page, places, 0);
        first.opening("Title");
        first.text();
        if (!chapters.isEmpty()) {
            int list = paper.counted(1);
            for (Page chapter : chapters) {
                paper.add(Paper.paragraph(
                        "ListParagraph",
                        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + list + "\"/></w:numPr>",
                        Line.of(chapter.marked() + (chapter.sample() ? "（示例）" : ""))));
            }
        }
        first.told();
        for (int at = 0; at < chapters.size(); at++) {
            new EntryPaper(paper, catalogue, chapters.get(at), places, at + 1).write();
        }
        return paper.bytes();
    }

    private static String author(Page page) {
        return page.fields()
                .first("unit", Value.Term.class)
                .map(Value.Term::label)
                .orElse("");
    }
}
