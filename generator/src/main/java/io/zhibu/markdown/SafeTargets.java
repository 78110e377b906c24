package io.zhibu.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells targets that lead somewhere from those that run something. Looks at the scheme alone, not at where it leads. */
final class SafeTargets {
    private static final Set<String> DANGEROUS = Set.of(
            "javascript",
            "vbscript",
            "data",
            "livescript",
            "mocha",
            "jscript",
            "view-source",
            "filesystem",
            "blob",
            "jar");
    private static final Set<String> ALLOWED = Set.of("http", "https", "mailto", "tel", "ftp");

    private SafeTargets() {}

    /** Whether a browser could take the target for code. */
    static boolean isDangerous(String target) {
        return scheme(target).filter(DANGEROUS::contains).isPresent();
    }

    /** Whether the target is relative or has one of the few schemes that pages need. */
    static boolean isAllowed(String target) {
        return scheme(target).map(ALLOWED::contains).orElse(true);
    }

    /**
     * What stands before the first colon, as a browser reads it: without white space and control characters, in lower case.
     */
    private static Optional<String> scheme(String target) {
        String plain = target.indexOf('&') < 0 ? target : Escapes.resolve(target);
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == ':') {
                return scheme(scheme);
            } else if (c == '/' || c == '?' || c == '#' || scheme.length() > 64) {
                return Optional.empty();
            } else if (isVisible(c)) {
                scheme.append(c);
            }
        }
        return Optional.empty();
    }

    /** Empty if no browser takes this for a scheme: {@code 第一章:总则.md} is a file beside the page. */
    private static Optional<String> scheme(CharSequence before) {
        boolean fits = before.length() > 0
                && Letters.isAsciiLetter(before.charAt(0))
                && before.chars().allMatch(SafeTargets::isSchemePart);
        return fits ? Optional.of(before.toString().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isSchemePart(int c) {
        return Letters.isAsciiLetter(c) || Letters.isAsciiDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean isVisible(char c) {
        return c > ' '
                && c != 127
                && !Letters.isSpace(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && c != 0xFFFD
                && Character.getType(c) != Character.LINE_SEPARATOR
                && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
    }
}
