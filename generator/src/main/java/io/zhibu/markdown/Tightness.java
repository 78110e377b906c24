package io.zhibu.markdown;

import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;

/** Whether a list has no blank line between its items or between what they hold: CommonMark's rule, which flexmark bends. */
final class Tightness {
    private Tightness() {}

    static boolean isTight(ListBlock list, String source, Lines lines) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (isParted(item, source, lines)) {
                return false;
            }
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                if (isParted(child, source, lines)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether lines stand between the node and the next: blank ones, since all others belong to a node. */
    private static boolean isParted(Node node, String source, Lines lines) {
        Node next = node.getNext();
        return next != null && lines.line(next.getStartOffset()) - lastLine(node, source, lines) > 1;
    }

    private static int lastLine(Node node, String source, Lines lines) {
        Node deepest = node;
        while (deepest.getLastChild() instanceof Block last) {
            deepest = last;
        }
        int start = deepest.getStartOffset();
        int end = deepest instanceof ListItem item ? item.getOpeningMarker().getEndOffset() : deepest.getEndOffset();
        while (end > start && source.charAt(end - 1) <= ' ') {
            end--;
        }
        return lines.line(Math.max(start, end - 1));
    }
}
