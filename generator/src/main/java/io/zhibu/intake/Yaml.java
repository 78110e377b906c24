package io.zhibu.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as they stand in front matter. */
final class Yaml {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{IsHan}A-Za-z（《“][\\p{IsHan}A-Za-z0-9（）《》“”、，。；：！？·—…〔〕 /+-]*");
    private static final Pattern WORDS = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private Yaml() {}

    static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !text.contains("  ")
                && !WORDS.matcher(text).matches();
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** On one line. */
    static String of(List<String> texts) {
        return texts.stream().map(Yaml::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
