package io.zhibu.search;

/** Traditional characters and their simplified ones, to the bytes of a file. */
final class FoldTable {
    private static final int COUNT = 0;
    private static final int STEP = Coder.NUMBER;
    private static final int HIGH = 2 * Coder.NUMBER;
    private static final int CONTEXTS = HIGH + 256;

    private FoldTable() {}

    /** @param pairs the traditional character and the simplified one in turn, by the code of the former */
    static byte[] coded(String pairs) {
        Coder coder = new Coder(CONTEXTS);
        coder.number(COUNT, pairs.length() / 2 + 1);
        char before = 0;
        for (int at = 0; at < pairs.length(); at += 2) {
            char simplified = pairs.charAt(at + 1);
            coder.number(STEP, pairs.charAt(at) - before);
            coder.symbol(HIGH, 8, simplified >>> 8);
            coder.plain(8, simplified & 0xFF);
            before = pairs.charAt(at);
        }
        return coder.all();
    }
}
