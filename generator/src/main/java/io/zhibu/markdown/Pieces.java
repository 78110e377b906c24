package io.zhibu.markdown;

import io.zhibu.page.Event;
import io.zhibu.unicode.Spelling;
import io.zhibu.unicode.Writing;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Events of inline content in the making: linked, so that an element can still begin before what is there. Finds no marks itself. */
final class Pieces {
    /** One event and its neighbours. */
    static final class Piece {
        private Event event;
        private Piece before;
        private Piece after;

        private Piece(Event event) {
            this.event = event;
        }

        void replace(Event other) {
            event = other;
        }
    }

    private static final Pattern WITHIN_LINE =
            Pattern.compile("(?is)</?(a|abbr|b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\\b.*");

    private final Piece first = new Piece(new Event.SoftBreak());
    private Piece last = first;
    private String literal = "";

    /** The text that was read, as far as it is shown as it was typed. */
    String literal() {
        return literal;
    }

    Pieces with(String typed) {
        literal = typed;
        return this;
    }

    Piece add(Event event) {
        Piece piece = new Piece(event);
        piece.before = last;
        last.after = piece;
        last = piece;
        return piece;
    }

    void addBefore(Piece there, Event event) {
        addAfter(there.before, event);
    }

    void addAfter(Piece there, Event event) {
        if (there == last) {
            add(event);
            return;
        }
        Piece piece = new Piece(event);
        piece.before = there;
        piece.after = there.after;
        there.after.before = piece;
        there.after = piece;
    }

    /** Takes out the piece and all behind it. */
    void dropFrom(Piece piece) {
        last = piece.before;
        last.after = null;
    }

    private void drop(Piece piece) {
        piece.before.after = piece.after;
        if (piece == last) {
            last = piece.before;
        } else {
            piece.after.before = piece.before;
        }
    }

    /**
     * Takes out the line ends that stand in the midst of Chinese, where one line goes on in the next without a space: what is shown,
     * searched for and linked is one text. Marks of emphasis, links and notes may stand between.
     */
    void joinLines() {
        int lastOfLine = ' ';
        Piece end = null;
        for (Piece piece = first.after; piece != null; piece = piece.after) {
            if (piece.event instanceof Event.Text text) {
                String seen = Spelling.bare(text.text());
                if (!seen.isEmpty()) {
                    if (end != null && Writing.joins(lastOfLine, seen.codePointAt(0))) {
                        drop(end);
                    }
                    end = null;
                    lastOfLine = seen.codePointBefore(seen.length());
                }
            } else if (piece.event instanceof Event.SoftBreak) {
                end = piece;
            } else if (!isWithinLine(piece.event)) {
                end = null;
                lastOfLine = ' ';
            }
        }
    }

    private static boolean isWithinLine(Event event) {
        if (event instanceof Event.Start start) {
            return !(start.element() instanceof Event.Image);
        } else if (event instanceof Event.End end) {
            return !(end.element() instanceof Event.Image);
        }
        return event instanceof Event.NoteMark
                || event instanceof Event.Html html
                        && WITHIN_LINE.matcher(html.html()).matches();
    }

    /** All events in order, neighbouring texts made one. */
    void forEach(Consumer<Event> step) {
        StringBuilder joined = new StringBuilder();
        for (Piece piece = first.after; piece != null; piece = piece.after) {
            if (!(piece.event instanceof Event.Text text)) {
                step.accept(piece.event);
            } else if (joined.isEmpty() && (piece.after == null || !(piece.after.event instanceof Event.Text))) {
                if (!text.text().isEmpty()) {
                    step.accept(text);
                }
            } else {
                joined.append(text.text());
                if (piece.after == null || !(piece.after.event instanceof Event.Text)) {
                    if (!joined.isEmpty()) {
                        step.accept(new Event.Text(joined.toString()));
                    }
                    joined.setLength(0);
                }
            }
        }
    }

    /** The words alone. */
    String words() {
        StringBuilder words = new StringBuilder();
        forEach(event -> {
            if (event instanceof Event.Text text) {
                words.append(text.text());
            } else if (event instanceof Event.Code code) {
                words.append(code.text());
            } else if (event instanceof Event.SoftBreak || event instanceof Event.HardBreak) {
                words.append(' ');
            }
        });
        return words.toString();
    }
}
