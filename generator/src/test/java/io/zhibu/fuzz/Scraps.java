package io.zhibu.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The body of a Word document made of any bytes: each opens an element, ends one, or says a letter. A fuzzer that had to write the tags
 * itself would hardly come to a table.
 */
final class Scraps {
    private static final List<String> ELEMENTS = List.of(
            "w:p",
            "w:r",
            "w:t",
            "w:pPr",
            "w:rPr",
            "w:b",
            "w:i",
            "w:vanish",
            "w:pStyle w:val=\"Heading1\"",
            "w:outlineLvl w:val=\"1\"",
            "w:outlineLvl w:val=\"-9\"",
            "w:jc w:val=\"center\"",
            "w:numPr",
            "w:ilvl w:val=\"8\"",
            "w:numId w:val=\"1\"",
            "w:tbl",
            "w:tr",
            "w:tc",
            "w:trPr",
            "w:tcPr",
            "w:gridSpan w:val=\"3\"",
            "w:gridSpan w:val=\"99999999999\"",
            "w:gridBefore w:val=\"2\"",
            "w:gridAfter w:val=\"2\"",
            "w:vMerge",
            "w:vMerge w:val=\"restart\"",
            "w:hMerge",
            "w:hyperlink w:anchor=\"a\"",
            "w:hyperlink r:id=\"out\"",
            "w:bookmarkStart w:name=\"a\"",
            "w:fldSimple w:instr=\"HYPERLINK &quot;javascript:x&quot;\"",
            "w:fldChar w:fldCharType=\"begin\"",
            "w:fldChar w:fldCharType=\"separate\"",
            "w:fldChar w:fldCharType=\"end\"",
            "w:instrText",
            "w:br",
            "w:br w:type=\"page\"",
            "w:tab",
            "w:cr",
            "w:noBreakHyphen",
            "w:sym w:font=\"Wingdings\" w:char=\"F0A8\"",
            "w:footnoteReference w:id=\"1\"",
            "w:endnoteReference w:id=\"1\"",
            "w:ruby",
            "w:rubyBase",
            "w:rt",
            "w:sdt",
            "w:sdtPr",
            "w:sdtContent",
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:smartTag",
            "mc:AlternateContent",
            "mc:Choice",
            "mc:Fallback",
            "m:oMath",
            "m:oMathPara",
            "m:r",
            "m:t",
            "m:f",
            "m:num",
            "m:den",
            "m:sSup",
            "w:drawing",
            "w:pict",
            "w:object",
            "v:textbox",
            "w:txbxContent",
            "a:blip r:embed=\"picture\"",
            "w:altChunk",
            "w:commentRangeStart w:id=\"1\"");
    private static final int END = 80;
    private static final int END_ALL = 95;
    private static final int RUN = 96;
    private static final int LETTER = 112;
    private static final int DEEPEST = 140;
    /** With a meaning to Markdown, YAML, HTML or to those who guess what a line is. */
    private static final String LETTERS =
            "一二三、（）：“”《》党支部工作法第章年月日来源单位0123456789abcxyz *_`~[]()<>|#+-!&\\{}=:;,.\"'$^@/%?\n\t\u3000\u00a0\u200b\u0301\ufffd";

    private final StringBuilder xml = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Scraps() {}

    static String body(byte[] bytes) {
        Scraps scraps = new Scraps();
        for (byte one : bytes) {
            scraps.take(one & 0xff);
        }
        scraps.end(0);
        return scraps.xml.toString();
    }

    private void take(int code) {
        if (code < ELEMENTS.size()) {
            begin(ELEMENTS.get(code));
        } else if (code >= LETTER) {
            letter(LETTERS.charAt((code - LETTER) % LETTERS.length()));
        } else if (code >= RUN) {
            begin("w:p");
            begin("w:r");
            begin("w:t");
        } else if (code == END_ALL) {
            end(0);
        } else if (code >= END) {
            end(open.size() - 1);
        }
    }

    private void begin(String element) {
        // As in a document, paragraphs, rows and cells stand beside each other; what else makes no sense stays so.
        switch (element) {
            case "w:p", "w:tbl" -> endBefore("w:p", Set.of("w:tc", "w:txbxContent"));
            case "w:tc" -> endBefore("w:tc", Set.of("w:tbl"));
            case "w:tr" -> endBefore("w:tr", Set.of("w:tbl"));
            default -> {}
        }
        if (open.size() < DEEPEST) {
            xml.append('<').append(element).append('>');
            open.push(element.split(" ")[0]);
        }
    }

    private void letter(char letter) {
        xml.append(
                switch (letter) {
                    case '<' -> "&lt;";
                    case '&' -> "&amp;";
                    default -> Character.toString(letter);
                });
    }

    /** The innermost of that name ends, if none of those around it has begun since. */
    private void endBefore(String name, Set<String> around) {
        int depth = open.size();
        for (String one : open) {
            depth--;
            if (one.equals(name)) {
                end(depth);
                return;
            }
            if (around.contains(one)) {
                return;
            }
        }
    }

    private void end(int depth) {
        while (open.size() > Math.max(0, depth)) {
            xml.append("</").append(open.pop()).append('>');
        }
    }
}
