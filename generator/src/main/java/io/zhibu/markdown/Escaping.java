package io.zhibu.markdown;

import java.nio.charset.StandardCharsets;

/** Writes text into HTML so that it stays text, and targets so that they stay addresses. */
final class Escaping {
    private static final String IN_ADDRESS = "-_.!~*'();/?:@&=+$,#%";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Escaping() {}

    static void text(String s, StringBuilder out) {
        int from = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c <= '>' && (c == '<' || c == '>' || c == '&' || c == '"')) {
                out.append(s, from, i).append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : "&quot;");
                from = i + 1;
            }
        }
        out.append(s, from, s.length());
    }

    /** The address with what no address may hold percent-encoded; what is encoded already stays. */
    static void address(String s, StringBuilder out) {
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (c == '&') {
                out.append("&amp;");
            } else if (c < 128 && (Letters.isAsciiLetter(c) || Letters.isAsciiDigit(c) || IN_ADDRESS.indexOf(c) >= 0)) {
                out.append((char) c);
                if (c == '%' && !isEncoded(s, i)) {
                    out.append("25");
                }
            } else {
                encode(c, out);
            }
            i += Character.charCount(c);
        }
    }

    private static boolean isEncoded(String s, int at) {
        return at + 2 < s.length()
                && Character.digit(s.charAt(at + 1), 16) >= 0
                && Character.digit(s.charAt(at + 2), 16) >= 0;
    }

    private static void encode(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
    }
}
