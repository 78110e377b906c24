package io.zhibu.workbench;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checks say of one entry, each beside the field or the line that it is said of. */
final class Findings {
    private static final int MOST = 200;

    private Findings() {}

    static List<Map<String, Object>> of(List<Diagnostic> all, String file, EntryText text) {
        return all.stream()
                .filter(one -> one.where().file().equals(file))
                .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(Diagnostic::where))
                .distinct()
                .limit(MOST)
                .map(one -> told(one, text))
                .toList();
    }

    static long errors(List<Diagnostic> all, String file) {
        return all.stream()
                .filter(one -> one.isError() && one.where().file().equals(file))
                .count();
    }

    private static Map<String, Object> told(Diagnostic one, EntryText text) {
        Map<String, Object> told = new LinkedHashMap<>();
        int line = one.where().line();
        int body = line - text.headerLines();
        told.put("severity", one.severity().label());
        told.put("grave", one.severity() == Severity.ERROR);
        told.put("rule", one.rule());
        told.put("message", one.message());
        told.put("hint", one.hint().orElse(""));
        told.put("place", one.where().toString());
        // What is said of an entry as a whole is said at its first line.
        told.put("field", line <= 1 || body > 0 ? "" : text.fieldAt(line));
        told.put("line", Math.max(0, body));
        told.put("column", body > 0 ? one.where().column() : 0);
        return told;
    }
}
