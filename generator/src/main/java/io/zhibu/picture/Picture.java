package io.zhibu.picture;

import java.util.List;

/**
 * One picture, looked at but not decoded.
 *
 * @param width of the picture as it is seen, in pixels; 0 if a drawing doesn't say
 * @param height likewise
 * @param turn how it must be turned to be seen upright, as EXIF counts: 1 is upright already
 * @param digest of the file's bytes, in hexadecimal digits
 */
record Picture(Kind kind, int width, int height, int turn, String digest) {
    private static final List<Integer> WIDTHS = List.of(480, 960, 1440);

    /** The widths of narrower ones that are worth having; none of what isn't made of plain pixels. */
    List<Integer> narrower() {
        boolean pixels = kind == Kind.JPEG || kind == Kind.PNG;
        return pixels ? WIDTHS.stream().filter(one -> one < width).toList() : List.of();
    }

    /** How high a narrower one is, rounded, one pixel at least. */
    int height(int narrow) {
        return (int) Math.max(1, ((long) height * narrow + width / 2) / width);
    }

    /** Whether it isn't much wider than the widest narrower one. */
    boolean offered() {
        return width <= WIDTHS.get(WIDTHS.size() - 1);
    }
}
