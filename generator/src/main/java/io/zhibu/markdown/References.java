package io.zhibu.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The link definitions of one text. Takes them from the beginnings of paragraphs, the first of a label counts. */
final class References {
    /** @param title empty if there is none */
    record Target(String destination, String title) {}

    private final Map<String, Target> targets = new HashMap<>();

    Optional<Target> get(String label) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(targets.get(LinkParts.normalized(label)));
    }

    /** Takes all definitions that stand at the text's beginning. Answers where the rest begins. */
    int take(String s) {
        int at = 0;
        while (at < s.length() && s.charAt(at) == '[') {
            int end = takeOne(s, at);
            if (end < 0) {
                return at;
            }
            at = Math.min(s.length(), end + 1);
        }
        return at;
    }

    /** The end of the line that ends the definition, or -1. */
    private int takeOne(String s, int at) {
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
            targets.putIfAbsent(label, new Target(destination, LinkParts.title(s, titleAt, titleEnd)));
            return LinkParts.blankEnd(s, titleEnd);
        }
        int lineEnd = LinkParts.blankEnd(s, to);
        if (!isLineEnd(s, lineEnd)) {
            return -1;
        }
        targets.putIfAbsent(label, new Target(destination, ""));
        return lineEnd;
    }

    private static boolean isLineEnd(String s, int at) {
        return at >= s.length() || s.charAt(at) == '\n';
    }
}
