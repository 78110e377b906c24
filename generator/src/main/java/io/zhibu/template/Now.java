package io.zhibu.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FreeMarker's {@code .now} is the clock's, and no setting changes that. In expressions it is read as a variable of the same length, which
 * the model gives the day of the build: the same content makes the same bytes all day, and {@code --as-of} holds for templates too.
 */
final class Now {
    /** The key in the model. */
    static final String KEY = "$now";

    private static final String TEXT = "\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'";

    private static final String INNER = "\\((?:[^()\"']++|" + TEXT + ")*+\\)";

    private static final String BRACKETED = "\\((?:[^()\"']++|" + TEXT + "|" + INNER + ")*+\\)";

    /** A comment, what isn't parsed, a tag in either spelling, an interpolation. */
    private static final Pattern PARTS = Pattern.compile(
            String.join(
                    "|",
                    "[<\\[]#--.*?--[>\\]]",
                    "[<\\[]#noparse[>\\]].*?[<\\[]/#noparse[>\\]]",
                    "<[#@](?:[^>\"'(]++|" + TEXT + "|" + BRACKETED + ")*+>",
                    "\\[[#@](?:[^]\"'(]++|" + TEXT + "|" + BRACKETED + ")*+]",
                    "[$#]\\{(?:[^}\"']++|" + TEXT + ")*+}"),
            Pattern.DOTALL);

    private static final Pattern ASKED = Pattern.compile("(?<![\\w\\])$@.])\\.now\\b");

    private Now() {}

    /** The template with the day of the build instead of the clock; every character else stands where it stood. */
    static String held(String template) {
        if (!template.contains(".now")) {
            return template;
        }
        Matcher part = PARTS.matcher(template);
        StringBuilder held = new StringBuilder();
        int from = 0;
        while (part.find()) {
            held.append(template, from, part.start()).append(held(template, part));
            from = part.end();
        }
        return held.append(template, from, template.length()).toString();
    }

    private static String held(String template, Matcher part) {
        String text = template.substring(part.start(), part.end());
        boolean asIs = text.startsWith("#--", 1) || text.startsWith("#noparse", 1);
        return asIs ? text : ASKED.matcher(text).replaceAll(Matcher.quoteReplacement(KEY));
    }
}
