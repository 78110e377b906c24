package io.zhibu.markdown;

import io.zhibu.markdown.Pieces.Piece;
import io.zhibu.page.Event;
import java.util.Optional;

/**
 * The inline content of one leaf to events: CommonMark's algorithm, in one pass, in linear time and without recursion. flexmark's own
 * inline parser is quadratic on several patterns and overflows the stack on others, so blocks are its and lines are ours.
 */
final class Inlines {
    private static final boolean[] SPECIAL = special();

    /** A bracket that may begin a link or picture. */
    private static final class Bracket {
        private final Piece piece;
        private final int start;
        private final int inside;
        private final Bracket before;
        private boolean holdsBracket;

        private Bracket(Piece piece, int start, int inside, Bracket before) {
            this.piece = piece;
            this.start = start;
            this.inside = inside;
            this.before = before;
        }

        private boolean isImage() {
            return inside - start == 2;
        }
    }

    private final Leaf leaf;
    private final String s;
    private final Surroundings around;
    private final Pieces pieces = new Pieces();
    private final Delimiters delimiters;
    private final InlineHtml html;
    private final CodeSpans code;
    private Bracket lastBracket;
    private int at;
    private boolean hard;
    // Links hold no links: brackets before this place can no longer begin one.
    private int linked;

    private Inlines(Leaf leaf, Surroundings around) {
        this.leaf = leaf;
        this.s = leaf.text();
        this.around = around;
        this.delimiters = new Delimiters(pieces, new Flanking(around.isChinese()));
        this.html = new InlineHtml(s);
        this.code = new CodeSpans(s);
    }

    static Pieces read(Leaf leaf, Surroundings around) {
        if (isPlain(leaf.text())) {
            Pieces pieces = new Pieces();
            pieces.add(new Event.Text(leaf.text()));
            return pieces;
        }
        return new Inlines(leaf, around).read();
    }

    private static boolean isPlain(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (isSpecial(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Pieces read() {
        while (at < s.length()) {
            int from = at;
            while (at < s.length() && !isSpecial(s.charAt(at))) {
                at++;
            }
            if (at > from) {
                plain(from, at);
            }
            if (at < s.length()) {
                step(s.charAt(at));
            }
        }
        delimiters.pair(0);
        if (around.isChinese()) {
            pieces.joinLines();
        }
        return pieces;
    }

    private void plain(int from, int to) {
        int end = to;
        if (to < s.length() && s.charAt(to) == '\n') {
            while (end > from && s.charAt(end - 1) == ' ') {
                end--;
            }
            hard = to - end >= 2;
        }
        text(from, end);
    }

    private void text(int from, int to) {
        if (to > from) {
            pieces.add(new Event.Text(s.substring(from, to)));
        }
    }

    private void step(char c) {
        switch (c) {
            case '\n' -> lineEnd();
            case '\\' -> backslash();
            case '`' -> backticks();
            case '[' -> bracket(1);
            case '!' -> bang();
            case ']' -> closingBracket();
            case '<' -> angle();
            case '&' -> ampersand();
            default -> mark(c);
        }
    }

    private void lineEnd() {
        pieces.add(hard ? new Event.HardBreak() : new Event.SoftBreak());
        hard = false;
        at++;
    }

    private void backslash() {
        char next = at + 1 < s.length() ? s.charAt(at + 1) : ' ';
        if (next == '\n') {
            pieces.add(new Event.HardBreak());
            at += 2;
        } else if (Letters.isAsciiPunctuation(next)) {
            text(at + 1, at + 2);
            at += 2;
        } else {
            text(at, ++at);
        }
    }

    private void backticks() {
        int end = runEnd(at);
        int close = code.close(at, end);
        if (close < 0) {
            text(at, end);
            at = end;
        } else {
            pieces.add(new Event.Code(CodeSpans.text(s.substring(end, close))));
            at = close + end - at;
        }
    }

    private int runEnd(int from) {
        int end = from;
        while (end < s.length() && s.charAt(end) == s.charAt(from)) {
            end++;
        }
        return end;
    }

    private void bang() {
        if (s.startsWith("[", at + 1)) {
            bracket(2);
        } else {
            text(at, ++at);
        }
    }

    private void bracket(int length) {
        Piece piece = pieces.add(new Event.Text(s.substring(at, at + length)));
        if (lastBracket != null) {
            lastBracket.holdsBracket = true;
        }
        lastBracket = new Bracket(piece, at, at + length, lastBracket);
        at += length;
    }

    private void closingBracket() {
        Bracket open = lastBracket;
        int close = at++;
        if (open == null) {
            text(close, at);
            return;
        }
        lastBracket = open.before;
        Optional<References.Target> target = Optional.empty();
        if (open.isImage() || open.start >= linked) {
            if (note(open, close)) {
                return;
            }
            target = inlineTarget().or(() -> referenceTarget(open, close));
        }
        if (target.isPresent()) {
            link(open, target.get());
        } else {
            text(close, close + 1);
        }
    }

    private boolean note(Bracket open, int close) {
        if (open.isImage() || !s.startsWith("^", open.inside)) {
            return false;
        }
        Optional<Event.NoteMark> mark = around.noteMark(s.substring(open.inside + 1, close));
        mark.ifPresent(found -> {
            delimiters.pair(open.start);
            pieces.dropFrom(open.piece);
            pieces.add(found);
        });
        return mark.isPresent();
    }

    private Optional<References.Target> inlineTarget() {
        Optional<InlineTarget> inline = InlineTarget.at(s, at);
        inline.ifPresent(found -> {
            around.warnings().ofReferences(s, at, found.end(), leaf::offset);
            at = found.end();
        });
        return inline.map(InlineTarget::target);
    }

    private Optional<References.Target> referenceTarget(Bracket open, int close) {
        int labelEnd = LinkParts.labelEnd(s, at);
        boolean full = labelEnd > at + 2;
        if (!full && (open.holdsBracket || close - open.inside > LinkParts.LONGEST_LABEL)) {
            return Optional.empty();
        }
        String label = full ? s.substring(at + 1, labelEnd - 1) : s.substring(open.inside, close);
        Optional<References.Target> target = around.references().get(label);
        if (target.isPresent() && labelEnd > 0) {
            at = labelEnd;
        }
        target.ifPresent(found -> around.warnings().ofTarget(found, leaf.offset(open.start)));
        return target;
    }

    private void link(Bracket open, References.Target target) {
        delimiters.pair(open.start);
        Optional<Event.Element> element = open.isImage()
                ? around.image(target.destination(), target.title(), leaf.offset(open.start))
                : around.link(target.destination(), target.title(), leaf.offset(open.start));
        open.piece.replace(element.<Event>map(Event.Start::new).orElseGet(() -> new Event.Text("")));
        element.ifPresent(begun -> pieces.add(new Event.End(begun)));
        if (!open.isImage()) {
            linked = open.start;
        }
    }

    private void angle() {
        int end = Autolinks.end(s, at);
        if (end > 0) {
            autolink(end);
            return;
        }
        end = html.end(at);
        if (end > 0) {
            around.html(s.substring(at, end), leaf.offset(at)).forEach(pieces::add);
            at = end;
        } else {
            around.brokenHtml(s, at, leaf.offset(at));
            text(at, ++at);
        }
    }

    private void autolink(int end) {
        String target = s.substring(at + 1, end - 1);
        Optional<Event.Element> link = around.link(Autolinks.target(target), "", leaf.offset(at));
        link.ifPresent(begun -> pieces.add(new Event.Start(begun)));
        text(at + 1, end - 1);
        link.ifPresent(begun -> pieces.add(new Event.End(begun)));
        at = end;
    }

    private void ampersand() {
        int end = Escapes.referenceEnd(s, at);
        if (end > 0) {
            around.warnings().ofReference(s, at, end, leaf.offset(at));
            pieces.add(new Event.Text(Escapes.reference(s, at, end)));
            at = end;
        } else {
            text(at, ++at);
        }
    }

    private void mark(char c) {
        if (c == '~' && !around.isChinese()) {
            text(at, ++at);
            return;
        }
        int end = runEnd(at);
        delimiters.add(s, at, end);
        at = end;
    }

    private static boolean isSpecial(char c) {
        return c < SPECIAL.length && SPECIAL[c];
    }

    private static boolean[] special() {
        boolean[] special = new boolean[128];
        for (char c : "\n\\`*_~[]!<&".toCharArray()) {
            special[c] = true;
        }
        return special;
    }
}
