package io.zhibu.hanzi;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import io.zhibu.unicode.Lookalike;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.List;

/**
 * Spellings that count as one: full and half width, upper and lower case, traditional and simplified. Works on single UTF-16 units, so
 * that a place in folded text is the same place in the text itself. The browser's client folds by the same rules.
 */
public final class Folding {
    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9FFF';

    private final BitSet common = new BitSet();
    private final char[] simplified = new char[LAST_HAN - FIRST_HAN + 1];
    private final char[] radicals = new char[Lookalike.LAST_RADICAL - Lookalike.FIRST_RADICAL + 1];
    private final String pairs;

    public Folding() {
        // What GB 2312 holds is in use in simplified text: 乾 of 乾隆 stays. A browser can list that set without being
        // sent it.
        CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
        StringBuilder found = new StringBuilder();
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            boolean inUse = encoder.canEncode(c);
            common.set(c, inUse);
            char to = inUse ? c : simple(c);
            simplified[c - FIRST_HAN] = to;
            if (to != c) {
                found.append(c).append(to);
            }
        }
        pairs = radicals() + found;
    }

    /** Radicals that are signs of their own, each followed by the character that it looks like. */
    private String radicals() {
        StringBuilder found = new StringBuilder();
        for (char c = Lookalike.FIRST_RADICAL; c <= Lookalike.LAST_RADICAL; c++) {
            radicals[c - Lookalike.FIRST_RADICAL] = c;
            if (Lookalike.plain(c) != c) {
                char to = fold(Lookalike.plain(c));
                radicals[c - Lookalike.FIRST_RADICAL] = to;
                found.append(c).append(to);
            }
        }
        return found.toString();
    }

    private static char simple(char c) {
        List<String> to = ZhConverterUtil.toSimple(c);
        boolean single = to != null && !to.isEmpty() && to.get(0).length() == 1;
        return single ? to.get(0).charAt(0) : c;
    }

    /** Whether it is one of the 6,763 Chinese characters of GB 2312. */
    public boolean isCommon(char c) {
        return common.get(c);
    }

    /** Radicals and traditional characters, each followed by the character that it counts as, in the order of their codes. */
    public String pairs() {
        return pairs;
    }

    public char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (c >= FIRST_HAN && c <= LAST_HAN) {
            return simplified[c - FIRST_HAN];
        }
        if (c >= Lookalike.FIRST_RADICAL && c <= Lookalike.LAST_RADICAL) {
            return radicals[c - Lookalike.FIRST_RADICAL];
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return fold((char) (c - 0xFEE0));
        }
        if (c == 0x3000 || c == 0xA0) {
            return ' ';
        }
        return lower(c);
    }

    // Letters that Unicode assigned long ago: newer ones differ between a browser and the JDK.
    private static char lower(char c) {
        if (c >= 0xC0 && c <= 0x24F || c >= 0x370 && c <= 0x52F) {
            return Character.toLowerCase(c);
        }
        return c;
    }

    public String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }
}
