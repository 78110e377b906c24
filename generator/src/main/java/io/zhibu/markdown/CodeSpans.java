package io.zhibu.markdown;

import java.util.HashMap;
import java.util.Map;

/** Finds which run of backticks ends a code span. Looks over the text once, so that a run without partner is known without a search. */
final class CodeSpans {
    private final String s;
    private final Map<Integer, Integer> lastOfLength = new HashMap<>();
    private boolean looked;

    CodeSpans(String s) {
        this.s = s;
    }

    /** Where the closing run begins; -1 if there is none for the run that stands from there to there. */
    int close(int from, int to) {
        look();
        int length = to - from;
        // A run that a backslash has cut may have a length that no other has.
        if (lastOfLength.getOrDefault(length, -1) <= from) {
            return -1;
        }
        int close = s.indexOf('`', to);
        while (runEnd(close) - close != length) {
            close = s.indexOf('`', runEnd(close));
        }
        return close;
    }

    private void look() {
        for (int i = looked ? -1 : s.indexOf('`'); i >= 0; i = s.indexOf('`', runEnd(i))) {
            lastOfLength.put(runEnd(i) - i, i);
        }
        looked = true;
    }

    private int runEnd(int from) {
        int end = from;
        while (end < s.length() && s.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    /** What stands between, as code: line ends are spaces, and one space on each side goes. */
    static String text(String raw) {
        String code = raw.replace('\n', ' ');
        boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ");
        boolean hasMore = padded && code.chars().anyMatch(c -> c != ' ');
        return hasMore ? code.substring(1, code.length() - 1) : code;
    }
}
