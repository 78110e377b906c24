package io.zhibu.proofread;

/** Han characters for patterns: as ranges, which take a fraction of the time that the JDK's tables of scripts take. */
final class Han {
    /** Within the brackets of a class of characters. */
    static final String IN = "\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF";

    /** One of them. */
    static final String ONE = "[" + IN + "]";

    private Han() {}

    static boolean is(char c) {
        return c >= '\u3400' && c <= '\u9FFF' && (c < '\u4DC0' || c > '\u4DFF') || c >= '\uF900' && c <= '\uFAFF';
    }

    static boolean in(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (is(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
