package io.zhibu.markdown;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The link definitions of one text. Takes them from the beginnings of paragraphs, the first of a label counts. */
final class References {
    /** @param title empty if there is none */
    record Target(String destination, String title) {}

    private static final Pattern PROSE = Pattern.compile("[^/.#:]*\\p{IsHan}[^/.#:]*");

    private final Map<String, Target> targets = new HashMap<>();
    // Where those stand that look like prose and that nothing has asked for.
    private final Map<String, Integer> doubtful = new LinkedHashMap<>();

    Optional<Target> get(String label) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        String normalized = LinkParts.normalized(label);
        doubtful.remove(normalized);
        return Optional.ofNullable(targets.get(normalized));
    }

    /** To be called when all has been read: words that were taken for an address that no link has. */
    void unused(Warnings warnings) {
        doubtful.forEach((label, offset) ->
                warnings.uselessDefinition(label, targets.get(label).destination(), offset));
    }

    /** Takes all definitions that stand at the leaf's beginning. Answers where the rest begins. */
    int take(Leaf leaf) {
        String s = leaf.text();
        int at = 0;
        while (at < s.length() && s.charAt(at) == '[') {
            int end = takeOne(s, at, leaf.offset(at));
            if (end < 0) {
                return at;
            }
            at = Math.min(s.length(), end + 1);
        }
        return at;
    }

    /** The end of the line that ends the definition, or -1. */
    private int takeOne(String s, int at, int offset) {
        int labelEnd = LinkParts.labelEnd(s, at);
        if (labelEnd < 0 || labelEnd >= s.length() || s.charAt(labelEnd) != ':') {
            return -1;
        }
        String label = LinkParts.normalized(s.substring(at + 1, labelEnd - 1));
        int from = LinkParts.spaceEnd(s, labelEnd + 1);
        int to = LinkParts.destinationEnd(s, from);
        if (label.isEmpty() || to <= from) {
            return -1;
        }
        int titleAt = LinkParts.spaceEnd(s, to);
        int titleEnd = titleAt > to ? LinkParts.titleEnd(s, titleAt) : -1;
        String destination = LinkParts.destination(s, from, to);
        if (titleEnd >= 0 && isLineEnd(s, LinkParts.blankEnd(s, titleEnd))) {
            define(label, new Target(destination, LinkParts.title(s, titleAt, titleEnd)), offset);
            return LinkParts.blankEnd(s, titleEnd);
        }
        int lineEnd = LinkParts.blankEnd(s, to);
        if (!isLineEnd(s, lineEnd)) {
            return -1;
        }
        define(label, new Target(destination, ""), offset);
        return lineEnd;
    }

    private void define(String label, Target target, int offset) {
        if (targets.putIfAbsent(label, target) == null
                && PROSE.matcher(target.destination()).matches()) {
            doubtful.put(label, offset);
        }
    }

    private static boolean isLineEnd(String s, int at) {
        return at >= s.length() || s.charAt(at) == '\n';
    }
}
