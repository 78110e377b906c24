package io.zhibu.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
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
        if (next == null) {
            return false;
        }
        int last = lastLine(node, source, lines);
        int begin = lines.line(next.getStartOffset());
        return begin - last > 1 && (!endsInQuote(node) || hasBlank(last + 1, begin, quotesAround(node), source, lines));
    }

    private static boolean endsInQuote(Node node) {
        for (Node last = node; last instanceof Block; last = last.getLastChild()) {
            if (last instanceof BlockQuote) {
                return true;
            }
        }
        return false;
    }

    private static int quotesAround(Node node) {
        int quotes = 0;
        for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
            quotes += outer instanceof BlockQuote ? 1 : 0;
        }
        return quotes;
    }

    /** Whether one of the lines is blank outside the quote that ends before it: {@code >} alone belongs to the quote. */
    private static boolean hasBlank(int from, int to, int quotes, String source, Lines lines) {
        for (int line = from; line < to; line++) {
            int marks = 0;
            for (int i = lines.start(line); i < lines.start(line + 1); i++) {
                marks += source.charAt(i) == '>' ? 1 : 0;
            }
            if (marks <= quotes) {
                return true;
            }
        }
        return false;
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
