package io.zhibu.rulebook;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.proofread.Official;
import io.zhibu.proofread.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables that a site's owner keeps in a spreadsheet: cells with tabs between, the first line names them. */
final class WordLists {
    private static final List<String> TERM = List.of("错写", "正写", "级别", "说明", "范围", "例外");
    private static final List<String> OFFICIAL = List.of("姓名", "职务", "起", "止", "次序");
    private static final Map<String, Term.Scope> SCOPES = Map.of(
            "", Term.Scope.EVERYWHERE, "全部", Term.Scope.EVERYWHERE, "正文", Term.Scope.TEXT, "字段", Term.Scope.FIELDS);

    private final Diagnostics diagnostics;

    WordLists(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    private interface Row<T> {
        Optional<T> of(String[] cells, Where where);
    }

    List<Term> terms(String text, Where file) {
        return rows(text, file, TERM, this::term);
    }

    List<Official> officials(String text, Where file) {
        return rows(text, file, OFFICIAL, this::official);
    }

    private <T> List<T> rows(String text, Where file, List<String> head, Row<T> reading) {
        List<T> rows = new ArrayList<>();
        boolean headed = false;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Where where = file.at(i + 1, 1);
            String[] cells = cells(line, head.size());
            if (!headed) {
                headed = true;
                if (!List.of(cells).equals(head)) {
                    diagnostics.error(
                            where, "word-list-form", "第一行应是各栏的名称", "写成“" + String.join("⇥", head) + "”，⇥ 处按一次 Tab");
                    return rows;
                }
                continue;
            }
            reading.of(cells, where).ifPresent(rows::add);
        }
        return rows;
    }

    private static String[] cells(String line, int count) {
        String[] cells = new String[count];
        String[] written = line.split("\t", -1);
        for (int i = 0; i < count; i++) {
            cells[i] = i < written.length ? written[i].strip() : "";
        }
        return cells;
    }

    private Optional<Term> term(String[] cells, Where where) {
        if (cells[0].isEmpty()) {
            return wrong(where, "这一行没有写“错写”", "第一格写要查的词；各格之间是 Tab，不是空格");
        }
        Optional<Severity> severity = cells[2].isEmpty()
                ? Optional.of(Severity.NOTICE)
                : Level.of(cells[2]).flatMap(Level::severity);
        if (severity.isEmpty()) {
            return wrong(where, "没有“" + cells[2] + "”这种级别", Nearest.hint(cells[2], List.of("单项否决", "扣分", "提醒")));
        }
        if (!SCOPES.containsKey(cells[4])) {
            return wrong(where, "没有“" + cells[4] + "”这种范围", Nearest.hint(cells[4], List.of("全部", "正文", "字段")));
        }
        List<String> exceptions = cells[5].isEmpty() ? List.of() : List.of(cells[5].split("\\s*[、，,]\\s*"));
        return Optional.of(new Term(cells[0], cells[1], severity.get(), cells[3], SCOPES.get(cells[4]), exceptions));
    }

    private Optional<Official> official(String[] cells, Where where) {
        if (cells[0].isEmpty() || cells[1].isEmpty()) {
            return wrong(where, "这一行缺姓名或职务", "第一格写姓名，第二格写职务；各格之间是 Tab，不是空格");
        }
        for (int i = 2; i <= 4; i++) {
            if (!cells[i].matches("|[0-9]{1,4}")) {
                return wrong(
                        where,
                        "“" + OFFICIAL.get(i) + "”应是数字，这里是“" + cells[i] + "”",
                        i == 4 ? "写 1、2、3，不排次序就空着" : "写年份，如 2021，不知道就空着");
            }
        }
        return Optional.of(new Official(cells[0], cells[1], number(cells[2]), number(cells[3]), number(cells[4])));
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    private <T> Optional<T> wrong(Where where, String message, String hint) {
        diagnostics.error(where, "word-list-form", message, hint);
        return Optional.empty();
    }
}
