package io.zhibu.markdown;

import io.zhibu.unicode.Writing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that stand in a text without any marks, as GitHub finds them. They end before Chinese, which writes no spaces. */
final class Addresses {
    private static final Pattern START = Pattern.compile("(?i)https?://(?=[a-z0-9])|www\\.(?=[a-z0-9-]+\\.[a-z0-9])");
    private static final String NEVER_BEFORE = "/.-_@";
    private static final String NEVER_IN = "<>[]{}|\\^`\"";
    private static final String NEVER_LAST = "?!.,:;*_~'";

    private Addresses() {}

    /** A quick look, which may be wrong if it says yes. */
    static boolean mayBeIn(String s) {
        return s.contains("://") || s.contains("www.") || s.contains("WWW.");
    }

    /** Where the first address between the two places begins; -1 if none does. */
    static int start(String s, int from, int to) {
        Matcher start = START.matcher(s).region(from, to).useTransparentBounds(true);
        while (start.find()) {
            char before = start.start() == 0 ? ' ' : s.charAt(start.start() - 1);
            if (!Letters.isAsciiLetter(before) && !Letters.isAsciiDigit(before) && NEVER_BEFORE.indexOf(before) < 0) {
                return start.start();
            }
        }
        return -1;
    }

    /** After the address that begins here: marks that belong to the sentence and a parenthesis opened before it are not its own. */
    static int end(String s, int at) {
        int end = at;
        int open = 0;
        while (end < s.length() && isPart(s.codePointAt(end))) {
            open += s.charAt(end) == '(' ? 1 : s.charAt(end) == ')' ? -1 : 0;
            end += Character.charCount(s.codePointAt(end));
        }
        while (NEVER_LAST.indexOf(s.charAt(end - 1)) >= 0 || s.charAt(end - 1) == ')' && open < 0) {
            open += s.charAt(--end) == ')' ? 1 : 0;
        }
        return end;
    }

    static String target(String address) {
        return address.regionMatches(true, 0, "www.", 0, 4) ? "http://" + address : address;
    }

    private static boolean isPart(int c) {
        if (c < 128) {
            return c > ' ' && c != 127 && NEVER_IN.indexOf(c) < 0;
        }
        return Character.isLetterOrDigit(c) && !Writing.isChinese(c);
    }
}
