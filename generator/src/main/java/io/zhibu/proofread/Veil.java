package io.zhibu.proofread;

import io.zhibu.diagnostic.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps numbers that are somebody's out of what is printed, whichever rule quotes the words around them. */
public final class Veil {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z*])(?:[1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]"
            + Digits.GAP + "[0-9]{4}" + Digits.GAP + "[0-9]{4}|[3-6][0-9]{15,18})(?![0-9A-Za-z*])");

    private Veil() {}

    public static Diagnostic over(Diagnostic one) {
        String message = over(one.message());
        boolean same = message.equals(one.message())
                && one.hint().map(hint -> over(hint).equals(hint)).orElse(true);
        return same
                ? one
                : new Diagnostic(
                        one.where(),
                        one.severity(),
                        one.rule(),
                        message,
                        one.hint().map(Veil::over));
    }

    public static String over(String text) {
        return Digits.isNumbered(text)
                ? NUMBER.matcher(text).replaceAll(number -> Matcher.quoteReplacement(Digits.masked(number.group())))
                : text;
    }
}
