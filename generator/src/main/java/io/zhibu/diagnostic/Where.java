package io.zhibu.diagnostic;

import java.util.Comparator;

/**
 * A place that an editor can go to: a file, and a line and column in it. It does not know the text that stands there.
 *
 * @param file path from the site's root with forward slashes, such as {@code content/榜样/郑守仁.md}
 * @param line 1-based; 0 when the file as a whole is meant
 * @param column 1-based, in characters as an editor counts them (code points); 0 when the line as a whole is meant
 */
public record Where(String file, int line, int column) implements Comparable<Where> {
    private static final Comparator<Where> ORDER =
            Comparator.comparing(Where::file).thenComparingInt(Where::line).thenComparingInt(Where::column);

    public Where {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative position " + line + ":" + column + " in " + file);
        }
    }

    public static Where inFile(String file) {
        return new Where(file, 0, 0);
    }

    public Where at(int newLine, int newColumn) {
        return new Where(file, newLine, newColumn);
    }

    @Override
    public int compareTo(Where other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, leaving out what is 0. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
