package io.zhibu.unicode;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.List;

/** Characters that a font made up for itself, as Word's symbols are: what another computer shows for them nobody knows. */
public final class PrivateUse {
    private PrivateUse() {}

    /** @param c a code point */
    public static boolean is(int c) {
        return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000;
    }

    /** What an editor is told that it is. */
    public static String called(int c) {
        return "这个字符（U+%04X）是字体自造的，多半从 Word 粘贴而来，别的电脑上显示不出来".formatted(c);
    }

    /**
     * Tells of the first one in each line, with the line as it is without any.
     *
     * @param start where the text begins in its file
     */
    public static void look(String text, Where start, Diagnostics diagnostics) {
        if (text.codePoints().noneMatch(PrivateUse::is)) {
            return;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int[] all = lines.get(i).codePoints().toArray();
            int first = 0;
            StringBuilder left = new StringBuilder();
            for (int at = all.length - 1; at >= 0; at--) {
                first = is(all[at]) ? at + 1 : first;
                left.insert(0, is(all[at]) ? "" : Character.toString(all[at]));
            }
            if (first > 0) {
                diagnostics.warning(
                        start.at(start.line() + i, first),
                        "private-use",
                        called(all[first - 1]),
                        "改为：" + left.toString().replaceAll("(?<=\\S) {2,}", " "));
            }
        }
    }
}
