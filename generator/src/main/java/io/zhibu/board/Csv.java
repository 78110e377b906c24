package io.zhibu.board;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as RFC 4180 writes them, so that Excel and WPS open them as they are: with a BOM, else they'd read UTF-8 as GBK. */
final class Csv {
    /** What makes a cell a formula, also in the wide forms that a Chinese Excel takes for the same. */
    private static final String FORMULA = "=+-@＝＋－＠\t\r";

    private Csv() {}

    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", "\uFEFF", ""));
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
