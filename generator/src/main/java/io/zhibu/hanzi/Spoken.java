package io.zhibu.hanzi;

import java.util.Comparator;

/**
 * A piece as pinyin orders it: numbers, then Latin words, then characters by their syllables, then what has no reading. Tones don't count;
 * of one syllable, the strokes decide.
 *
 * @param syllable of a Chinese character, ü as v; empty if it has none
 */
record Spoken(String syllable, Written written) implements Comparable<Spoken> {
    private static final Comparator<Spoken> ORDER = Comparator.comparingInt(Spoken::rank)
            .thenComparing(spoken -> spoken.syllable.replace('v', 'u'))
            .thenComparing(Spoken::syllable)
            .thenComparing(Spoken::written);

    private int rank() {
        Piece.Kind kind = written.piece().kind();
        return kind == Piece.Kind.HAN && syllable.isEmpty() ? Piece.Kind.OTHER.ordinal() : kind.ordinal();
    }

    /** A to Z, or # for what begins with none of them. */
    char letter() {
        String word =
                written.piece().kind() == Piece.Kind.LATIN ? written.piece().text() : syllable;
        return word.isEmpty() ? '#' : (char) (word.charAt(0) - 'a' + 'A');
    }

    @Override
    public int compareTo(Spoken other) {
        return ORDER.compare(this, other);
    }
}
