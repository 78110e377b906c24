package io.zhibu.hanzi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A piece as strokes order it: numbers, then Latin words, then characters by their total, their classes of strokes and at last their code
 * points; those that no table has stand behind all others.
 *
 * @param strokes classes of the strokes; empty if unknown, or if the piece has none
 */
record Written(Piece piece, String strokes) implements Comparable<Written> {
    private static final Comparator<Written> ORDER = Comparator.comparingInt(Written::rank)
            .thenComparingInt(Written::size)
            .thenComparing(Written::strokes)
            .thenComparing(written -> written.piece.text(), Written::byCodePoint);

    static Written of(Piece piece, Strokes strokes) {
        boolean han = piece.kind() == Piece.Kind.HAN && !piece.text().isEmpty();
        return new Written(piece, han ? strokes.of(piece.text().codePointAt(0)).orElse("") : "");
    }

    static Written[] all(List<Piece> pieces, Strokes strokes) {
        return pieces.stream().map(piece -> of(piece, strokes)).toArray(Written[]::new);
    }

    /** Whether it is a Chinese character that no table has. */
    boolean isUnknown() {
        return piece.kind() == Piece.Kind.HAN && strokes.isEmpty();
    }

    private int rank() {
        return isUnknown() ? Piece.Kind.values().length : piece.kind().ordinal();
    }

    private int size() {
        return piece.kind() == Piece.Kind.NUMBER ? piece.text().length() : strokes.length();
    }

    static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    @Override
    public int compareTo(Written other) {
        return ORDER.compare(this, other);
    }
}
