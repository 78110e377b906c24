package io.zhibu.markdown;

import java.util.Optional;

/**
 * A target in parentheses behind a link's text.
 *
 * @param end after the closing parenthesis
 */
record InlineTarget(References.Target target, int end) {
    /**
     * The one that begins here, if one does.
     *
     * @param chinese a title may stand between wide quotation marks
     */
    static Optional<InlineTarget> at(String s, int at, boolean chinese) {
        if (!s.startsWith("(", at)) {
            return Optional.empty();
        }
        int from = LinkParts.spaceEnd(s, at + 1);
        int to = LinkParts.destinationEnd(s, from);
        if (to < 0) {
            return Optional.empty();
        }
        int titleAt = LinkParts.spaceEnd(s, to);
        int titleEnd = titleAt > to ? LinkParts.titleEnd(s, titleAt) : -1;
        titleEnd = chinese && titleAt > to && titleEnd < 0 ? LinkParts.wideTitleEnd(s, titleAt) : titleEnd;
        int end = LinkParts.spaceEnd(s, titleEnd < 0 ? to : titleEnd);
        if (!s.startsWith(")", end)) {
            return Optional.empty();
        }
        String title = titleEnd < 0 ? "" : LinkParts.title(s, titleAt, titleEnd);
        return Optional.of(new InlineTarget(new References.Target(LinkParts.destination(s, from, to), title), end + 1));
    }
}
