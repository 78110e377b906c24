package io.zhibu.markdown;

import io.zhibu.page.Event;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of boxes, by all the names that writers give them. */
final class Admonitions {
    private static final Pattern ALERT = Pattern.compile("\\[[!！](\\p{L}{1,20})\\][-+]?([^\n]*)(?:\n|$)");
    private static final Map<String, String> TITLES =
            Map.of("note", "说明", "tip", "提示", "warning", "注意", "danger", "警告", "example", "示例");
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("note", "note"),
            Map.entry("info", "note"),
            Map.entry("abstract", "note"),
            Map.entry("说明", "note"),
            Map.entry("tip", "tip"),
            Map.entry("hint", "tip"),
            Map.entry("success", "tip"),
            Map.entry("提示", "tip"),
            Map.entry("important", "warning"),
            Map.entry("attention", "warning"),
            Map.entry("warning", "warning"),
            Map.entry("注意", "warning"),
            Map.entry("caution", "danger"),
            Map.entry("danger", "danger"),
            Map.entry("error", "danger"),
            Map.entry("警告", "danger"),
            Map.entry("example", "example"),
            Map.entry("示例", "example"));
    private static final Set<String> NAMES = new TreeSet<>(KINDS.keySet());

    private Admonitions() {}

    static Event.Admonition of(Box.Admonition marker, int offset, Warnings warnings) {
        String name = marker.kind().toLowerCase(Locale.ROOT);
        if (!KINDS.containsKey(name)) {
            warnings.unknownBox(marker.kind(), NAMES, offset);
        }
        String kind = KINDS.getOrDefault(name, "note");
        return new Event.Admonition(kind, marker.title().isEmpty() ? TITLES.get(kind) : marker.title());
    }

    /** The box that a quote is whose first line is {@code [!NOTE]}, or that with a title behind. */
    static Optional<Event.Admonition> ofAlert(Leaf leaf, Warnings warnings) {
        Matcher alert = ALERT.matcher(leaf.text());
        if (!leaf.text().startsWith("[") || !alert.lookingAt()) {
            return Optional.empty();
        }
        Box.Admonition marker =
                new Box.Admonition(alert.group(1), alert.group(2).strip());
        return Optional.of(of(marker, leaf.offset(0), warnings));
    }

    /** What the first paragraph says after that line. */
    static Optional<Leaf> afterAlert(Leaf leaf) {
        int end = leaf.text().indexOf('\n');
        return end < 0
                ? Optional.empty()
                : Optional.of(leaf.part(end + 1, leaf.text().length()));
    }
}
