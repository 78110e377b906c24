package io.zhibu.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How wide text is on a terminal. */
final class Columns {
    private static final Pattern ROW = Pattern.compile("( +\\S+(?: \\S+)*)( {2,})(\\S.*)");

    private Columns() {}

    /** A Chinese character takes two. */
    static int of(String text) {
        return text.codePoints().map(one -> one < 0x80 ? 1 : 2).sum();
    }

    /** Rows of a word and what it means, padded as if every character took one column: padded by what they take. */
    static String aligned(String rows) {
        return rows.lines().map(Columns::row).collect(Collectors.joining("\n", "", rows.isEmpty() ? "" : "\n"));
    }

    private static String row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return line;
        }
        int wide = of(row.group(1)) - row.group(1).length();
        return row.group(1) + " ".repeat(Math.max(1, row.group(2).length() - wide)) + row.group(3);
    }

    /** Rows of cells, each column as wide as its widest cell. */
    static List<String> table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], of(row.get(i)));
            }
        });
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        line.append(row.get(i)).append(" ".repeat(widths[i] - of(row.get(i)) + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }
}
