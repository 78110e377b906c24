package io.zhibu.unicode;

/** Characters that leave nothing on the page, so that a word with one inside looks like the word without. */
final class Invisible {
    private Invisible() {}

    /** Fixed ranges, and not the JDK's tables: the browser's client leaves out the same. */
    static boolean is(int c) {
        return c == 0xAD
                || c == 0x34F
                || c == 0x61C
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0x3164
                || isVariation(c)
                || c == 0xFEFF
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE03FF;
    }

    /** Asks for another shape of the character before it: a coloured sign, a rare form of a Han character. */
    static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** What an editor is told that it is. */
    static String called(int c) {
        String name = switch (c) {
            case 0xAD -> "软连字符";
            case 0x200B -> "零宽空格";
            case 0x200C -> "零宽不连字";
            case 0x200D -> "零宽连字";
            case 0x200E -> "从左到右标记";
            case 0x200F -> "从右到左标记";
            case 0x2060 -> "词连接符";
            case 0x3164, 0xFFA0, 0x115F, 0x1160 -> "谚文填充符";
            default -> isVariation(c) ? "变体选择符" : "不显示的字符";
        };
        return name + "（U+%04X）".formatted(c);
    }
}
