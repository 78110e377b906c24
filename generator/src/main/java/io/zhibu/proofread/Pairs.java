package io.zhibu.proofread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Follows the marks that come in pairs, paragraph by paragraph. */
final class Pairs {
    private static final String OPEN = "“《（(";
    private static final String CLOSE = "”》）)";
    private static final Pattern NUMBERED =
            Pattern.compile("(?s).*[:;：；=-]|(?:.*[^0-9A-Za-z一二三四五六七八九十①-⑳]|)[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}");

    private Pairs() {}

    /**
     * A mark without its other half.
     *
     * @param turned the other half is there and turned the same way
     */
    record Lone(int at, char mark, boolean turned) {}

    static List<Lone> lone(String view) {
        List<Lone> lone = new ArrayList<>();
        for (int at = 0; at < view.length(); ) {
            int end = paragraphEnd(view, at);
            paragraph(view, at, end, lone);
            at = end + 1;
        }
        return lone;
    }

    /** Items, headings, rows of a table and fields are paragraphs of their own. */
    private static int paragraphEnd(String view, int from) {
        int at = Script.lineEnd(view, from);
        while (at < view.length()) {
            int next = at + 1;
            if (next < view.length() && view.charAt(at) == '\r' && view.charAt(next) == '\n') {
                next++;
            }
            int end = Script.lineEnd(view, next);
            if (begins(view, next, end)) {
                return at;
            }
            at = end;
        }
        return at;
    }

    /** Whether something of its own stands on the line, or nothing. */
    private static boolean begins(String view, int from, int end) {
        int at = from;
        while (at < end && (view.charAt(at) == ' ' || view.charAt(at) == '\t' || view.charAt(at) == '\u3000')) {
            at++;
        }
        if (at >= end) {
            return true;
        }
        char c = view.charAt(at);
        char next = at + 1 < end ? view.charAt(at + 1) : ' ';
        if (c >= '0' && c <= '9') {
            return next == '.'
                    || next == ')'
                    || next == '、'
                    || next >= '0' && next <= '9' && at + 2 < end && ".)、".indexOf(view.charAt(at + 2)) >= 0;
        }
        if (c == Script.OUT) {
            while (at < end && view.charAt(at) == Script.OUT) {
                at++;
            }
            return at == end;
        }
        return "#|>!".indexOf(c) >= 0 || "-*+".indexOf(c) >= 0 && next == ' ';
    }

    private static boolean has(String view, int from, int to) {
        for (int at = from; at < to; at++) {
            if (OPEN.indexOf(view.charAt(at)) >= 0 || CLOSE.indexOf(view.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void paragraph(String view, int from, int to, List<Lone> lone) {
        if (!has(view, from, to) || !Han.in(view.substring(from, to))) {
            return;
        }
        Deque<Integer> open = new ArrayDeque<>();
        List<Lone> own = new ArrayList<>();
        for (int at = from; at < to; at++) {
            char c = view.charAt(at);
            if (c == '|') {
                close(view, open, own);
            } else if (OPEN.indexOf(c) >= 0) {
                open.push(at);
            } else if (CLOSE.indexOf(c) >= 0) {
                close(view, at, open, own);
            }
        }
        boolean goesOn = continues(view, to);
        while (!open.isEmpty()) {
            int at = open.pop();
            // A quotation of several paragraphs is closed at the end of the last.
            if (!(goesOn && view.charAt(at) == '“')) {
                own.add(new Lone(at, view.charAt(at), false));
            }
        }
        lone.addAll(turned(view, own));
    }

    private static void close(String view, Deque<Integer> open, List<Lone> own) {
        while (!open.isEmpty()) {
            int at = open.pop();
            own.add(new Lone(at, view.charAt(at), false));
        }
    }

    private static void close(String view, int at, Deque<Integer> open, List<Lone> own) {
        char c = view.charAt(at);
        if (!open.isEmpty() && kind(view.charAt(open.peek())) == kind(c)) {
            open.pop();
            return;
        }
        boolean within = open.stream().anyMatch(one -> kind(view.charAt(one)) == kind(c));
        if (within) {
            while (kind(view.charAt(open.peek())) != kind(c)) {
                int lost = open.pop();
                own.add(new Lone(lost, view.charAt(lost), false));
            }
            open.pop();
        } else if (!(kind(c) == 2
                && NUMBERED.matcher(view.substring(Math.max(0, at - 6), at)).matches())) {
            own.add(new Lone(at, c, false));
        }
    }

    private static boolean continues(String view, int at) {
        int next = at;
        while (next < view.length() && Character.isWhitespace(view.charAt(next))) {
            next++;
        }
        return next < view.length() && view.charAt(next) == '“';
    }

    /** Round and curved brackets count as one kind, whatever their width. */
    private static int kind(char c) {
        int at = Math.max(OPEN.indexOf(c), CLOSE.indexOf(c));
        return at == 3 ? 2 : at;
    }

    /** Two lone quotation marks in one paragraph are halves of one pair. */
    private static List<Lone> turned(String view, List<Lone> own) {
        List<Lone> marks = own.stream()
                .filter(one -> kind(one.mark()) == 0)
                .sorted((a, b) -> a.at() - b.at())
                .toList();
        boolean wrong = false;
        for (int i = 0; i < marks.size(); i++) {
            wrong |= marks.get(i).mark() != (i % 2 == 0 ? '“' : '”');
        }
        boolean pair = marks.size() % 2 == 0 && wrong;
        return own.stream()
                .map(one -> new Lone(one.at(), one.mark(), pair && kind(one.mark()) == 0))
                .sorted((a, b) -> a.at() - b.at())
                .toList();
    }
}
