package io.zhibu.markdown;

import io.zhibu.markdown.Pieces.Piece;
import io.zhibu.page.Event;
import java.util.Arrays;

/**
 * Runs of asterisks, underscores and tildes that may begin or end emphasis, and the pairing of them. CommonMark's algorithm, in linear
 * time and without recursion. Decides nothing about links.
 */
final class Delimiters {
    private static final String MARKS = "*_~";

    private static final class Run {
        private final Piece piece;
        private final int at;
        private final char mark;
        private final int original;
        private final boolean opens;
        private final boolean closes;
        private int left;
        private Run before;
        private Run after;

        private Run(Piece piece, int at, char mark, int length, boolean opens, boolean closes) {
            this.piece = piece;
            this.at = at;
            this.mark = mark;
            this.original = length;
            this.left = length;
            this.opens = opens;
            this.closes = closes;
        }
    }

    private final Pieces pieces;
    private final Flanking flanking;
    private final Literal literal;
    private Run last;

    /** @param literal where the marks that mark are struck out */
    Delimiters(Pieces pieces, Flanking flanking, Literal literal) {
        this.pieces = pieces;
        this.flanking = flanking;
        this.literal = literal;
    }

    /** Takes the run that stands from there to there as text that may become a mark. */
    void add(String s, int from, int to) {
        char mark = s.charAt(from);
        Piece piece = pieces.add(new Event.Text(s.substring(from, to)));
        flanking.look(s, from, to);
        boolean fits = mark != '~' || to - from == 2;
        if (fits && (flanking.opens() || flanking.closes())) {
            Run run = new Run(piece, from, mark, to - from, flanking.opens(), flanking.closes());
            run.before = last;
            if (last != null) {
                last.after = run;
            }
            last = run;
        }
    }

    /** Pairs all runs that stand at or behind the place, and forgets them. */
    void pair(int bottom) {
        if (last == null || last.at < bottom) {
            return;
        }
        int[] lowest = new int[MARKS.length() * 6];
        Arrays.fill(lowest, bottom);
        Run closer = last;
        while (closer.before != null && closer.before.at >= bottom) {
            closer = closer.before;
        }
        while (closer != null) {
            closer = closer.closes ? close(closer, lowest) : closer.after;
        }
        while (last != null && last.at >= bottom) {
            remove(last);
        }
    }

    /** The run to look at next. */
    private Run close(Run closer, int[] lowest) {
        int kind = MARKS.indexOf(closer.mark) * 6 + (closer.opens ? 3 : 0) + closer.original % 3;
        Run opener = closer.before;
        while (opener != null && opener.at >= lowest[kind] && !matches(opener, closer)) {
            opener = opener.before;
        }
        if (opener != null && opener.at >= lowest[kind]) {
            return pair(opener, closer);
        }
        lowest[kind] = closer.at;
        Run next = closer.after;
        if (!closer.opens) {
            remove(closer);
        }
        return next;
    }

    private static boolean matches(Run opener, Run closer) {
        if (!opener.opens || opener.mark != closer.mark) {
            return false;
        }
        boolean either = opener.closes || closer.opens;
        boolean odd = (opener.original + closer.original) % 3 == 0 && closer.original % 3 != 0;
        return !(either && odd);
    }

    private Run pair(Run opener, Run closer) {
        int used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
        Event.Element element =
                closer.mark == '~' ? new Event.Strike() : used == 2 ? new Event.Strong() : new Event.Emphasis();
        int closed = closer.at + closer.original - closer.left;
        shorten(opener, used);
        shorten(closer, used);
        literal.mark(opener.at + opener.left, opener.at + opener.left + used);
        literal.mark(closed, closed + used);
        pieces.addAfter(opener.piece, new Event.Start(element));
        pieces.addBefore(closer.piece, new Event.End(element));
        opener.after = closer;
        closer.before = opener;
        if (opener.left == 0) {
            remove(opener);
        }
        if (closer.left > 0) {
            return closer;
        }
        Run next = closer.after;
        remove(closer);
        return next;
    }

    private static void shorten(Run run, int used) {
        run.left -= used;
        run.piece.replace(new Event.Text(String.valueOf(run.mark).repeat(run.left)));
    }

    private void remove(Run run) {
        if (run.before != null) {
            run.before.after = run.after;
        }
        if (run.after != null) {
            run.after.before = run.before;
        } else {
            last = run.before;
        }
    }
}
