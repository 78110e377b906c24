package io.zhibu.preview;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with a script of ours in its head. The page itself stays as it is: only what a browser gets is longer. */
final class Injection {
    /** A comment may speak of a head. */
    private static final Pattern HEAD = Pattern.compile("(?is)<!--.*?-->|<head(?:\\s[^>]*)?>");

    private Injection() {}

    /** @param tag in ASCII; after the tag that opens the head, or at the end of a page that has none */
    static byte[] into(byte[] page, String tag) {
        // Bytes as characters, one each: what is looked for is the same in every encoding of a page.
        String text = new String(page, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(text);
        int at = -1;
        while (at < 0 && head.find()) {
            at = head.group().startsWith("<!--") ? -1 : head.end();
        }
        if (at < 0) {
            int end = text.lastIndexOf("</body>");
            at = end < 0 ? text.length() : end;
        }
        return (text.substring(0, at) + tag + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
