package io.zhibu.hanzi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts in the order of their strokes, as official lists of names have them: character by character, each by its total and then by the
 * classes of its strokes. Of one family, those whose given name is one character stand before the others.
 */
public final class StrokeOrder {
    private final Strokes strokes;
    private final Surnames surnames = new Surnames();

    public StrokeOrder(Strokes strokes) {
        this.strokes = strokes;
    }

    /** Where a text stands that is nobody's name. */
    public Key text(String text) {
        Written[] written = Written.all(Piece.of(text), strokes);
        return new Key(written, Math.min(1, written.length), false, text);
    }

    /** Where a person stands. */
    public Key person(String name) {
        Written[] written = Written.all(Piece.of(name), strokes);
        int family = Math.min(surnames.length(name), written.length);
        return new Key(written, family, written.length - family <= 1, name);
    }

    /**
     * The characters without strokes that decide where something stands: those that a text begins with, and those in which two neighbours
     * differ.
     *
     * @param sorted the keys of a list, in order
     */
    public static Set<String> unknown(List<Key> sorted) {
        Set<String> unknown = new LinkedHashSet<>();
        for (int i = 0; i < sorted.size(); i++) {
            Written[] here = sorted.get(i).written;
            note(here, 0, unknown);
            if (i > 0) {
                Written[] before = sorted.get(i - 1).written;
                int at = Arrays.mismatch(before, here);
                note(before, at, unknown);
                note(here, at, unknown);
            }
        }
        return unknown;
    }

    private static void note(Written[] text, int at, Set<String> unknown) {
        if (at >= 0 && at < text.length && text[at].isUnknown()) {
            unknown.add(text[at].piece().text());
        }
    }

    /** A text's place among others; the same for equal texts only. */
    public static final class Key implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.<Key, Written[]>comparing(
                        key -> Arrays.copyOf(key.written, key.family), Arrays::compare)
                .thenComparing(key -> !key.brief)
                .thenComparing(key -> key.written, Arrays::compare)
                .thenComparing(key -> key.text, Written::byCodePoint);

        private final Written[] written;
        private final int family;
        private final boolean brief;
        private final String text;

        private Key(Written[] written, int family, boolean brief, String text) {
            this.written = written;
            this.family = family;
            this.brief = brief;
            this.text = text;
        }

        /** How many the first character has; 0 if the text begins with none, or if no table has it. */
        public int strokes() {
            return written.length == 0 ? 0 : written[0].strokes().length();
        }

        /** Whether the text begins with a character that no table has. */
        public boolean isUnknown() {
            return written.length > 0 && written[0].isUnknown();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
