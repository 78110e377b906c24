package io.zhibu.book;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of Chinese may end: anywhere between two characters, but not before a sign that closes nor after one that opens, not
 * inside a word, a number, an ellipsis or a dash.
 */
final class Kinsoku implements FSTextBreaker {
    static final String NOT_FIRST = "，。、；：？！）》」』】〕〉”’％‰℃·～々!%),.:;?]}";
    private static final String NOT_LAST = "（《「『【〔〈“‘([{¥￥#";
    private static final String IN_PAIRS = "—…";
    private static final String IN_ADDRESSES = "/?&=_";

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return -1;
        }
        do {
            at++;
        } while (at < text.length() && !isBreak(text.charAt(at - 1), text.charAt(at)));
        return at;
    }

    static boolean isBreak(char before, char after) {
        if (after == ' ' || Character.isLowSurrogate(after) || isMark(after)) {
            return false;
        }
        if (before == ' ' || IN_ADDRESSES.indexOf(before) >= 0 && isWord(after)) {
            return true;
        }
        if (before == after && IN_PAIRS.indexOf(after) >= 0) {
            return false;
        }
        boolean word = isWord(before) && isWord(after);
        return !word && NOT_LAST.indexOf(before) < 0 && NOT_FIRST.indexOf(after) < 0;
    }

    private static boolean isMark(char sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    /** Part of what is written without spaces but isn't Han. */
    private static boolean isWord(char sign) {
        return sign < 0x2000 && sign != ' ' && NOT_LAST.indexOf(sign) < 0;
    }
}
