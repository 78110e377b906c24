package io.zhibu.word;

import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import java.util.List;
import java.util.regex.Pattern;

/** Headings of one entry, counted as official papers count: 一、 then （一） then 1. */
final class Headings {
    private static final String HAN = "[零〇一二三四五六七八九十百]+";
    /** What an editor has counted already isn't counted twice. */
    private static final Pattern COUNTED = Pattern.compile("(?s)[（(〔【]?(?:" + HAN
            + "|\\d{1,3}|[A-Za-z])(?:[、．)）〕】：:]|\\.(?!\\d)).*|第(?:" + HAN
            + "|\\d+)[章节条部分步篇编款项讲点、．：:\\s].*|其" + HAN + ".*|步骤.*|[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ].*");

    private static final String UNCOUNTED = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>";
    private static final int DEEPEST = 5;

    private final boolean counted;
    private final int list;
    private final boolean inChapter;

    /**
     * @param list that counts them
     * @param inChapter the entry is one of several in the document
     */
    Headings(Page page, int list, boolean inChapter) {
        List<String> own = Outline.of(page.body()).stream()
                .filter(one -> one.level() == 2)
                .map(Outline.Heading::text)
                .toList();
        this.counted = own.stream().noneMatch(text -> COUNTED.matcher(text).matches());
        this.list = list;
        this.inChapter = inChapter;
    }

    /** One that isn't counted. */
    static String plain(Line text) {
        return Paper.paragraph("Heading1", UNCOUNTED, text);
    }

    /** @param level as in the body: 2 for the widest */
    String paragraph(int level, Line text) {
        int depth = Math.min(DEEPEST, Math.max(1, level - 1));
        String number = !counted
                ? UNCOUNTED
                : list == 1
                        ? ""
                        : "<w:numPr><w:ilvl w:val=\"" + (depth - 1) + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>";
        String outline = inChapter ? "<w:outlineLvl w:val=\"" + depth + "\"/>" : "";
        return Paper.paragraph("Heading" + depth, number + outline, text);
    }
}
