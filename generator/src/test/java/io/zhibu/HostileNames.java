package io.zhibu;

import java.util.Random;

/** Names that some system refuses, reads otherwise, or takes for another one; the same ones for the same seed. */
public final class HostileNames {
    private static final String[] PARTS = {
        "党支部", "工作法", "三问", "a", "A", "z", "Z", "0", "9", ".", "..", "/", "\\", "~", "~2e", "%", "%2e", "%00", "#", "?", "*", ":",
        "|", "<", ">", "\"", "'", "`", "&", ";", "$", "(", ")", "[", "]", "{", "}", "!", "=", "+", ",", "@", "^", " ", "  ", "\t", "\n",
        "\r", "\u0000", "\u0001", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2028", "\u2029",
        "\u2066", "\u3000", "\ufeff", "\ufffd", "\uffff", "\u00e9", "e\u0301", "\u0301", "\u212a", "K", "k", "\u00df", "ss", "\u0130",
        "\u0131", "i", "I", "\u017f", "s", "\u1e9e", "\uf900", "豈", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69", "\ufe0f",
        "\u2215", "\uff0f", "\uff0e", "\u2024", "con", "CON", "prn", "aux", "nul", "com1", "COM¹", "lpt9", "conin$", ".html", ".htaccess",
        ".git", "-", "-rf", "--", "C:", "index.html", "desktop.ini", "$(id)", "${x}", "<script>", "\ue000", "\udb40\udc01"
    };

    private final Random random;

    public HostileNames(long seed) {
        this.random = new Random(seed);
    }

    /** Of one part to six. */
    public String next() {
        StringBuilder name = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            name.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return name.toString();
    }
}
