package io.zhibu.hanzi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Texts in the order of their pinyin, character by character, so that what begins with one word stands together. */
public final class PinyinOrder {
    private final Readings readings;
    private final Strokes strokes;

    public PinyinOrder(Readings readings, Strokes strokes) {
        this.readings = readings;
        this.strokes = strokes;
    }

    /** Where a text stands that is nobody's name. */
    public Key text(String text) {
        List<Piece> pieces = Piece.of(text);
        List<String> syllables = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Piece piece : pieces) {
            if (isReadable(piece)) {
                run.append(piece.text());
            } else {
                syllables.addAll(readings.of(run.toString()));
                run.setLength(0);
            }
        }
        syllables.addAll(readings.of(run.toString()));
        return key(pieces, syllables, text);
    }

    /** Where a person stands: the family name is read as one. */
    public Key person(String name) {
        boolean plain = !name.isEmpty() && Piece.of(name).stream().allMatch(PinyinOrder::isReadable);
        return plain ? key(Piece.of(name), readings.person(name), name) : text(name);
    }

    /** Where a text stands that is to be read in this way: syllables with blanks between them, one for each character or any others. */
    public Key readAs(String reading, String text) {
        List<String> syllables = Piece.of(reading).stream().map(Piece::text).toList();
        List<Piece> pieces = Piece.of(text);
        if (pieces.stream().filter(PinyinOrder::isReadable).count() != syllables.size()) {
            pieces =
                    syllables.stream().map(any -> new Piece(Piece.Kind.HAN, "")).toList();
        }
        return key(pieces, syllables, text);
    }

    // The readings know characters of one UTF-16 unit.
    private static boolean isReadable(Piece piece) {
        return piece.kind() == Piece.Kind.HAN && piece.text().length() <= 1;
    }

    private Key key(List<Piece> pieces, List<String> syllables, String text) {
        Iterator<String> next = syllables.iterator();
        Spoken[] spoken = pieces.stream()
                .map(piece -> new Spoken(isReadable(piece) ? next.next() : "", Written.of(piece, strokes)))
                .toArray(Spoken[]::new);
        return new Key(spoken, text);
    }

    /** A text's place among others; the same for equal texts only. */
    public static final class Key implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::letter)
                .thenComparing(key -> key.spoken, Arrays::compare)
                .thenComparing(key -> key.text, Written::byCodePoint);

        private final Spoken[] spoken;
        private final String text;

        private Key(Spoken[] spoken, String text) {
            this.spoken = spoken;
            this.text = text;
        }

        /** The letter under which an index lists the text: A to Z, or # for what begins with none of them. */
        public char letter() {
            return spoken.length == 0 ? '#' : spoken[0].letter();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
