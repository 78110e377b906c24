package io.zhibu.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a leaf's text is shown as it was typed. All that became code, HTML, a link, a note or an escape is blotted out, each character in
 * its place, so that who looks for slips finds none in what is right.
 */
final class Literal {
    /** Stands where something was that is no plain text. */
    static final char GONE = '\uFFFC';

    /** Stands where an asterisk was that marks emphasis. */
    static final char MARK = '\u0001';

    private static final Pattern MATHS = Pattern.compile("\\$\\$[^$]{1,10000}\\$\\$|\\$[^$\n]{1,1000}\\$");

    private final char[] text;

    Literal(String s) {
        text = s.toCharArray();
    }

    /** Line ends stay, so that lines can be told. */
    void blot(int from, int to) {
        for (int i = from; i < to; i++) {
            text[i] = text[i] == '\n' ? '\n' : GONE;
        }
    }

    void mark(int from, int to) {
        for (int i = from; i < to; i++) {
            text[i] = text[i] == '*' ? MARK : GONE;
        }
    }

    /** As long as the leaf's text; maths between dollar signs is blotted out too. */
    String text() {
        String s = new String(text);
        if (s.indexOf('$') < 0) {
            return s;
        }
        for (Matcher maths = MATHS.matcher(s); maths.find(); ) {
            blot(maths.start(), maths.end());
        }
        return new String(text);
    }
}
