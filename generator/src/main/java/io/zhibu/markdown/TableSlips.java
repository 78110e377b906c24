package io.zhibu.markdown;

import java.util.List;

/** Paragraphs that were meant as tables: without a line of dashes, with one that doesn't fit, or with tabs instead of bars. */
final class TableSlips {
    private TableSlips() {}

    /** @param literal the leaf's text as far as it is shown as it was typed */
    static void look(Leaf leaf, String literal, Warnings warnings) {
        boolean bars = literal.indexOf('|') >= 0 || literal.indexOf('｜') >= 0;
        if (!bars && literal.indexOf('\t') < 0) {
            return;
        }
        List<String> rows = literal.lines().toList();
        int at = 0;
        for (int i = 0; bars && i < rows.size(); i++) {
            String row = rows.get(i);
            if (Table.isDashes(row, 0, row.length()) && row.matches(".*[|｜].*")) {
                dashes(leaf, i == 0 ? "" : rows.get(i - 1), row, at, warnings);
                return;
            }
            at += row.length() + 1;
        }
        if (rows.size() < 2) {
            return;
        }
        if (rows.stream().allMatch(TableSlips::isRow)) {
            int columns = Table.columns(rows.get(0));
            warnings.noTable("这几行像表格，第二行却不是横线，不会成为表格", "在第一行下面加一行：" + line(columns), leaf.offset(0));
        } else if (rows.stream().allMatch(row -> row.matches(".*\\S\t+\\S.*"))) {
            String head = "| "
                    + String.join(
                            " | ", leaf.text().lines().findFirst().orElse("").split("\t+")) + " |";
            warnings.noTable(
                    "这几行用制表符（Tab）分列，不会成为表格",
                    "改为：" + head + "，下面加一行 " + line(head.split(" \\| ").length) + "，其余各行也用竖线分开",
                    leaf.offset(0));
        }
    }

    private static void dashes(Leaf leaf, String head, String row, int at, Warnings warnings) {
        int wanted = Table.columns(head);
        if (!head.matches(".*[|｜].*")) {
            warnings.noTable("横线行上面没有表头，不会成为表格", "在这一行上面紧挨着写表头，如：| 名称 | 数量 |，有几列写几格", leaf.offset(at));
        } else if (wanted != Table.columns(row)) {
            warnings.noTable(
                    "表头有 " + wanted + " 格，横线行有 " + Table.columns(row) + " 格，不会成为表格",
                    "改为：" + line(wanted),
                    leaf.offset(at));
        }
    }

    private static boolean isRow(String row) {
        return row.matches("[|｜].*[^|｜\\s].*[|｜][ \t]*");
    }

    private static String line(int columns) {
        return "|" + "---|".repeat(Math.max(1, Math.min(columns, 20)));
    }
}
