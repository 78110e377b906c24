package io.zhibu.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Anchors of one text's headings, readable and each once: Han stays, Latin becomes lower case, spaces become hyphens. */
final class HeadingIds {
    private static final Pattern EXPLICIT = Pattern.compile("[ \t]\\{#([\\p{L}\\p{N}][\\p{L}\\p{N}_-]*)\\}$");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** The id that the heading's writer gave it; empty if none. */
    static String explicit(String text) {
        Matcher found = text.endsWith("}") ? EXPLICIT.matcher(text) : EXPLICIT.matcher("");
        return found.find() ? found.group(1) : "";
    }

    static int explicitStart(String text) {
        return text.stripTrailing().lastIndexOf("{#") - 1;
    }

    String next(String explicit, String words) {
        String wanted = explicit.isEmpty() ? readable(words) : explicit;
        String id = wanted;
        while (!taken.add(id)) {
            id = wanted + "-" + repeats.merge(wanted, 2, (before, first) -> before + 1);
        }
        return id;
    }

    private static String readable(String words) {
        StringBuilder id = new StringBuilder(words.length());
        words.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK) {
                id.appendCodePoint(c);
            } else if ((Letters.isSpace(c) || c == '-' || c == '.')
                    && !id.isEmpty()
                    && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        });
        int end = id.length();
        while (end > 0 && id.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? "section" : id.substring(0, end);
    }
}
