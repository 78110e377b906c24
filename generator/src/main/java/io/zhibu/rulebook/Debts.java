package io.zhibu.rulebook;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of debts: read, and written anew. A line each: rule, file, count and message with tabs between. */
public final class Debts {
    /** From the site's root. */
    public static final String FILE = "site-config/known-findings.tsv";
    /** What the file begins with. */
    public static final String BEGIN = "#";

    private static final String HEAD = """
            # 旧账：记下这些的时候就有的错误和警告，不挡构建；改好一处就划去一处。
            # 由 zhibu check --baseline-write 写，--baseline-trim 划去改好的。规则、文件、处数、说明之间是制表符。
            """;

    private Debts() {}

    static List<Debt> read(String text, Where file, Diagnostics diagnostics) {
        List<Debt> debts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith(BEGIN)) {
                continue;
            }
            String[] cells = line.split("\t", 4);
            if (cells.length == 4 && cells[2].matches("[1-9][0-9]{0,5}")) {
                debts.add(new Debt(cells[0], cells[1], cells[3], Integer.parseInt(cells[2])));
            } else {
                diagnostics.error(
                        file.at(i + 1, 1),
                        "known-findings-form",
                        "这一行不是“规则、文件、处数、说明”四格",
                        "删去这一行，或重新运行 zhibu check --baseline-write");
            }
        }
        return debts;
    }

    /** What stops a site, as debts. */
    public static List<Debt> of(Collection<Diagnostic> diagnostics, Rulebook book) {
        Map<String, Debt> debts = new TreeMap<>();
        diagnostics.stream()
                .filter(one -> one.severity() != Severity.NOTICE && book.isAdjustable(one.rule()))
                .map(one -> new Debt(one.rule(), one.where().file(), one.message(), 1))
                .forEach(one -> debts.merge(
                        one.key(),
                        one,
                        (old, more) -> new Debt(old.rule(), old.file(), old.message(), old.count() + 1)));
        return List.copyOf(debts.values());
    }

    /** The file that says these. */
    public static String written(Collection<Debt> debts) {
        StringBuilder text = new StringBuilder(HEAD);
        debts.forEach(debt -> text.append(debt.rule())
                .append('\t')
                .append(debt.file())
                .append('\t')
                .append(debt.count())
                .append('\t')
                .append(debt.message().replace('\n', ' '))
                .append('\n'));
        return text.toString();
    }
}
