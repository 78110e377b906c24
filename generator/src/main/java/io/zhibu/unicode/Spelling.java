package io.zhibu.unicode;

import java.text.Normalizer;
import java.util.Locale;

/** When two texts are the same letters, however a keyboard, a file system or a PDF has put them down. */
public final class Spelling {
    private Spelling() {}

    /**
     * The text as its letters are: without what nobody sees, letters with their accents in one, no look-alikes of Han characters. Upper
     * and lower case stay, and full and half width.
     */
    public static String bare(String text) {
        if (isBare(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Invisible.is(c)).forEach(seen::appendCodePoint);
        for (int at = 0; at < seen.length(); at++) {
            seen.setCharAt(at, Lookalike.plain(seen.charAt(at)));
        }
        return composed(seen.toString());
    }

    /** Letters with their accents in one, as every system but macOS spells the names of files. */
    public static String composed(String text) {
        return isBare(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Equal for two names of files of which a disk on Windows or macOS keeps only one. */
    public static String onDisk(String name) {
        return bare(name).toLowerCase(Locale.ROOT);
    }

    /** Of nearly every text, and quickly. */
    static boolean isBare(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean bare = c < 0x300 && c != 0xAD
                    || c >= 0x2010 && c < 0x2028
                    || c >= 0x3000 && c < 0x3099
                    || c > 0x309A && c < 0x3131
                    || c >= 0x3400 && c < 0xA000
                    || c >= 0xFF01 && c < 0xFF9E;
            if (!bare) {
                return false;
            }
        }
        return true;
    }
}
