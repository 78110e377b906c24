package io.zhibu.markdown;

/**
 * Whether a run of marks can begin or end emphasis, judged by its neighbours. CommonMark's rule looks for spaces, and Chinese has none:
 * there {@code 以**“红旗”**为} stays literal. In Chinese text punctuation counts as a letter, and a Chinese neighbour outside as the space
 * that would stand there. Underscores keep CommonMark's rule.
 */
final class Flanking {
    private final boolean chinese;
    private boolean opens;
    private boolean closes;

    Flanking(boolean chinese) {
        this.chinese = chinese;
    }

    void look(String s, int from, int to) {
        int before = from == 0 ? '\n' : before(s, from);
        int after = to == s.length() ? '\n' : s.codePointAt(to);
        boolean underscore = s.charAt(from) == '_';
        boolean mends = chinese && !underscore;
        boolean left = flanks(before, after, mends);
        boolean right = flanks(after, before, mends);
        opens = underscore ? left && (!right || Letters.isPunctuation(before)) : left;
        closes = underscore ? right && (!left || Letters.isPunctuation(after)) : right;
    }

    /** What a variation selector belongs to stands before it, and is the neighbour. */
    private int before(String s, int from) {
        int before = s.codePointBefore(from);
        int start = from - Character.charCount(before);
        return chinese && start > 0 && Letters.isVariation(before) ? s.codePointBefore(start) : before;
    }

    boolean opens() {
        return opens;
    }

    boolean closes() {
        return closes;
    }

    private static boolean flanks(int outside, int inside, boolean mends) {
        if (Letters.isSpace(inside)) {
            return false;
        }
        if (!Letters.isPunctuation(inside) || mends && Letters.isCjk(inside)) {
            return true;
        }
        return Letters.isSpace(outside) || Letters.isPunctuation(outside) || mends && Letters.isCjk(outside);
    }
}
