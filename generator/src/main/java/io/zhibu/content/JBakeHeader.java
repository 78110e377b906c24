package io.zhibu.content;

import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A JBake source cut into header and body by JBake's rules.
 *
 * @param lines of the header; none if JBake would not take it for one
 * @param bodyLine the line that the body begins at, from 1
 * @param flaw why what looks like a header isn't taken for one
 */
record JBakeHeader(List<String> lines, String body, int bodyLine, Optional<Diagnostic> flaw) {

    static JBakeHeader of(String text, Settings settings, Where file) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        String separator = settings.jbake("header.separator", Header.JBAKE_END);
        int end = lines.indexOf(separator);
        List<String> head = end < 0 ? List.of() : lines.subList(0, end);
        Optional<Diagnostic> flaw = end < 0
                ? almost(lines, separator, file)
                : unassigned(head, file).or(() -> untyped(head, settings, file));
        boolean headed = end >= 0 && flaw.isEmpty();
        // JBake shows the whole file where nothing follows a separator; only a file that has none is meant so.
        int bodyFrom = end + 1;
        return new JBakeHeader(headed ? head : List.of(), joined(lines, bodyFrom), bodyFrom + 1, flaw);
    }

    private static String joined(List<String> lines, int from) {
        return from >= lines.size() ? "" : String.join("\n", lines.subList(from, lines.size())) + "\n";
    }

    private static Optional<Diagnostic> unassigned(List<String> head, Where file) {
        for (int i = 0; i < head.size(); i++) {
            String line = head.get(i);
            if (!line.isEmpty() && !line.contains("=")) {
                String what = line.isBlank() ? "头信息里这一行看着是空的，其实有空格" : "头信息里这一行没有等号：“" + line.strip() + "”";
                String hint = line.contains("＝") ? "等号用半角" : "写成“键=值”，或删去这一行";
                return Optional.of(Diagnostic.warning(file.at(i + 1, 1), "header-line", what, hint));
            }
        }
        return Optional.empty();
    }

    /** JBake looks for {@code type=} and {@code status=} to the letter, unless the settings give one. */
    private static Optional<Diagnostic> untyped(List<String> head, Settings settings, Where file) {
        for (String key : List.of("type", "status")) {
            String otherwise = settings.jbake("default." + key, key.equals("status") ? "draft" : "");
            if (otherwise.isEmpty()
                    && head.stream().noneMatch(line -> line.trim().startsWith(key + "="))) {
                return Optional.of(like(key, head, file));
            }
        }
        return Optional.empty();
    }

    private static Diagnostic like(String key, List<String> head, Where file) {
        for (int i = 0; i < head.size(); i++) {
            int equals = head.get(i).indexOf('=');
            if (equals >= 0 && head.get(i).substring(0, equals).trim().equalsIgnoreCase(key)) {
                return Diagnostic.warning(
                        file.at(i + 1, 1),
                        "header-key",
                        "这一行 JBake 认不出来：“" + head.get(i).strip() + "”",
                        "写成“" + key + "=”：小写，等号前不空格");
            }
        }
        return Diagnostic.warning(
                file.at(1, 1),
                key.equals("type") ? "type-missing" : "status-missing",
                "头信息里没有 " + key,
                "加一行 " + key + "=…，或在设置里写 default." + key);
    }

    /** A line that an editor may have meant as the separator. */
    private static Optional<Diagnostic> almost(List<String> lines, String separator, Where file) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean near = line.length() > 2 && line.chars().allMatch(c -> c == separator.charAt(0));
            if (!separator.isEmpty() && (near || line.equals(separator.strip()))) {
                return Optional.of(Diagnostic.warning(
                        file.at(i + 1, 1),
                        "header-separator",
                        "这一行像是头信息的结束，但不是恰好一行 " + separator,
                        "写成 " + separator + "，前后不留空格"));
            }
        }
        return Optional.empty();
    }
}
