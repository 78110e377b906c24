package io.zhibu.markdown;

import io.zhibu.markdown.Pieces.Piece;
import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    private final Literal literal;
    private final Delimiters delimiters;
    private final InlineHtml html;
    private final CodeSpans code;
    private Bracket lastBracket;
    private int at;
    private boolean hard;
    // Links hold no links: brackets before this place can no longer begin one.
    private int linked;
    private final BitSet ownLines;
    private final List<Bare> bare = new ArrayList<>();
    private boolean inAnchor;

    /** An address that stands alone, which is no link of its own where a link turns out to be around it. */
    private record Bare(int at, Piece start, Piece end) {}

    private Inlines(Leaf leaf, Surroundings around) {
        this.leaf = leaf;
        this.s = leaf.text();
        this.around = around;
        this.literal = new Literal(s);
        this.ownLines = around.isChinese() ? Enumeration.lines(s) : new BitSet();
        this.delimiters = new Delimiters(pieces, new Flanking(around.isChinese()), literal);
        this.html = new InlineHtml(s);
        this.code = new CodeSpans(s);
    }

    static Pieces read(Leaf leaf, Surroundings around) {
        boolean plain = isPlain(leaf.text()) && !(around.isChinese() && Addresses.mayBeIn(leaf.text()));
        if (plain) {
            Pieces pieces = new Pieces();
            pieces.add(new Event.Text(leaf.text()));
            return around.looked(leaf, pieces, leaf.text());
        }
        Inlines inlines = new Inlines(leaf, around);
        inlines.read();
        return around.looked(leaf, inlines.pieces, inlines.literal.text());
    }

    private static boolean isPlain(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (isSpecial(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void read() {
        while (at < s.length()) {
            int from = at;
            while (at < s.length() && !isSpecial(s.charAt(at))) {
                at++;
            }
            if (at > from) {
                plain(from, at);
            }
            // An address that stands alone may end anywhere.
            if (at < s.length() && isSpecial(s.charAt(at))) {
                step(s.charAt(at));
            }
        }
        delimiters.pair(0);
        if (around.isChinese()) {
            pieces.joinLines();
        }
    }

    private void plain(int from, int to) {
        int address = around.isChinese() && !inAnchor ? Addresses.start(s, from, to) : -1;
        if (address >= 0) {
            text(from, address);
            bareAddress(address);
            return;
        }
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

    private void bareAddress(int from) {
        at = Addresses.end(s, from);
        Optional<Event.Element> link = around.link(Addresses.target(s.substring(from, at)), "", leaf.offset(from));
        Piece start = pieces.add(new Event.Start(link.orElseThrow()));
        text(from, at);
        bare.add(new Bare(from, start, pieces.add(new Event.End(link.get()))));
        literal.blot(from, at);
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
        at++;
        pieces.add(hard || ownLines.get(at) ? new Event.HardBreak() : new Event.SoftBreak());
        hard = false;
    }

    private void backslash() {
        char next = at + 1 < s.length() ? s.charAt(at + 1) : ' ';
        if (next == '\n') {
            pieces.add(new Event.HardBreak());
            at += 2;
        } else if (Letters.isAsciiPunctuation(next)) {
            text(at + 1, at + 2);
            literal.blot(at, at + 2);
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
            literal.blot(at, close + end - at);
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
        // Behind an exclamation mark it looks like a picture, which has a target.
        if (!s.startsWith("^", open.inside) || open.isImage() && (!around.isChinese() || s.startsWith("(", at))) {
            return false;
        }
        Optional<Event.NoteMark> mark = around.noteMark(s.substring(open.inside + 1, close));
        mark.ifPresent(found -> {
            delimiters.pair(open.start);
            pieces.dropFrom(open.piece);
            if (open.isImage()) {
                text(open.start, open.start + 1);
            }
            pieces.add(found);
            literal.blot(open.start, close + 1);
        });
        return mark.isPresent();
    }

    private Optional<References.Target> inlineTarget() {
        Optional<InlineTarget> inline = InlineTarget.at(s, at, around.isChinese());
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
        while (!bare.isEmpty() && bare.get(bare.size() - 1).at() > open.start) {
            Bare inside = bare.remove(bare.size() - 1);
            inside.start().replace(new Event.Text(""));
            inside.end().replace(new Event.Text(""));
        }
        if (!open.isImage()) {
            linked = open.start;
            if (open.start > 0 && s.charAt(open.start - 1) == '！' && LinkSlips.isPicture(target.destination())) {
                around.slips().wideBang(leaf, open.start - 1, at);
            }
        }
        literal.blot(open.start, at);
    }

    private void angle() {
        int end = Autolinks.end(s, at);
        if (end > 0) {
            autolink(end);
            return;
        }
        end = html.end(at);
        if (end > 0) {
            literal.blot(at, end);
            inAnchor = s.startsWith("<a", at) ? s.startsWith(" ", at + 2) : inAnchor && !s.startsWith("</a", at);
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
        literal.blot(at, end);
        at = end;
    }

    private void ampersand() {
        int end = Escapes.referenceEnd(s, at);
        if (end > 0) {
            around.warnings().ofReference(s, at, end, leaf.offset(at));
            pieces.add(new Event.Text(Escapes.reference(s, at, end)));
            literal.blot(at, end);
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
