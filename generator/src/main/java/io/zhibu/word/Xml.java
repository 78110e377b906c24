package io.zhibu.word;

/** Text as it stands in a part of a document. */
final class Xml {
    private Xml() {}

    /** Without the characters that no XML may hold, which Word would refuse the whole file for. */
    static String text(String plain) {
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                    boolean pair = at + 1 < plain.length() && Character.isSurrogatePair(c, plain.charAt(at + 1));
                    if (pair) {
                        at++;
                        out.append(c).append(plain.charAt(at));
                    } else if (c >= ' ' && !Character.isSurrogate(c) && c != 0xFFFE && c != 0xFFFF) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
