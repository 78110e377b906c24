package io.zhibu.proofread;

import io.zhibu.proofread.Script.Part;
import java.util.Arrays;

/** Marks what stands between quotation marks or the marks of a title: other people's words. */
final class Quotations {
    private static final String OPEN = "“‘「『《〈";
    private static final String CLOSE = "”’」』》〉";
    /** A mark that is closed later than that was probably never closed. */
    private static final int LONGEST = 500;

    private Quotations() {}

    /** Within a paragraph; marks of the form and code between them don't matter. */
    static void mark(char[] text, Part[] parts, boolean[] quoted) {
        for (int at = 0; at < text.length; at++) {
            // The first of them, in the order of their codes, that such a mark can be.
            int kind = text[at] < '\u2018' ? -1 : OPEN.indexOf(text[at]);
            if (kind < 0 || quoted[at] || parts[at] == Part.CODE) {
                continue;
            }
            int end = end(text, at, OPEN.charAt(kind), CLOSE.charAt(kind));
            if (end > 0) {
                Arrays.fill(quoted, at, end + 1, true);
                at = end;
            }
        }
    }

    private static int end(char[] text, int from, char open, char close) {
        int depth = 0;
        for (int at = from; at < text.length && at - from < LONGEST; at++) {
            char c = text[at];
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            if (c == '\n' && at + 1 < text.length && (text[at + 1] == '\n' || text[at + 1] == '\r')) {
                return -1;
            }
        }
        return -1;
    }
}
