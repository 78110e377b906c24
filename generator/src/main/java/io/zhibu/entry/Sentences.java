package io.zhibu.entry;

import java.util.ArrayList;
import java.util.List;

/** Where sentences of a line end: behind 。！？ and what closes there; not inside of a quotation or of brackets. */
final class Sentences {
    private static final String ENDS = "。！？";
    private static final String OPENS = "“‘（《「『";
    private static final String CLOSES = "”’）》」』";

    private Sentences() {}

    /** All of them; joined they are the line. */
    static List<String> of(String line) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (OPENS.indexOf(sign) >= 0) {
                depth++;
            } else if (CLOSES.indexOf(sign) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            if (depth == 0 && ENDS.indexOf(sign) >= 0) {
                sentences.add(line.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < line.length()) {
            sentences.add(line.substring(from));
        }
        return sentences;
    }

    static String first(String line) {
        return line.isEmpty() ? line : of(line).get(0).strip();
    }
}
