package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code strokes.txt} to the strokes of characters: a line for each, such as {@code 李 7 1234521}, with complaints about what can't be used.
 */
final class StrokesReading {
    private static final String HINT = "写字、总笔画、各笔的笔形（横 1 竖 2 撇 3 点 4 折 5），中间空一格，如“李 7 1234521”";

    private final Where file;
    private final Diagnostics diagnostics;

    StrokesReading(Where file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Map<String, String> strokes(String text) {
        Map<String, String> strokes = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                row(line, file.at(i + 1, 1), strokes);
            }
        }
        return strokes;
    }

    private void row(String line, Where where, Map<String, String> strokes) {
        String[] cells = line.split("\\s+");
        boolean isRow = cells.length == 3
                && cells[0].codePointCount(0, cells[0].length()) == 1
                && cells[1].matches("[1-9]\\d?")
                && cells[2].matches("[1-5]+");
        if (!isRow) {
            diagnostics.error(where, "strokes-form", "这一行不是“字 总笔画 笔形”", HINT);
        } else if (Integer.parseInt(cells[1]) != cells[2].length()) {
            diagnostics.error(
                    where,
                    "strokes-count",
                    "“" + cells[0] + "”写明 " + cells[1] + " 画，笔形有 " + cells[2].length() + " 个",
                    "数一数，一笔一个数字");
        } else if (strokes.put(cells[0], cells[2]) != null) {
            diagnostics.error(where, "strokes-twice", "“" + cells[0] + "”前面已经写过", "删去其中一行");
        }
    }
}
