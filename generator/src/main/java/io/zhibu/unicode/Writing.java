package io.zhibu.unicode;

/** How scripts are set: with spaces between words, or without. */
public final class Writing {
    private Writing() {}

    /** Written without spaces between words: Han, kana, and the punctuation that goes with them; quotation marks and dashes too. */
    public static boolean isChinese(int c) {
        return c >= 0x2E80 && c <= 0xA4CF && c != 0x3000
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE10 && c <= 0xFE1F
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFFEE
                || c >= 0x20000 && c <= 0x3FFFF
                || c == '“'
                || c == '”'
                || c == '‘'
                || c == '’'
                || c == '…'
                || c == '—'
                || c == '·';
    }

    /** Whether what stands on two lines goes on without a space where they are made one. */
    public static boolean joins(int lastOfLine, int firstOfNext) {
        return isChinese(lastOfLine) && isChinese(firstOfNext);
    }
}
