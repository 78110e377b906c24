package io.zhibu.preview;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a source around a place, with the place marked. */
final class Excerpt {
    private static final int AROUND = 2;
    private static final int WIDEST = 160;
    private static final long LARGEST = 4L << 20;

    private final Path root;

    /** @param root the site's folder: nothing outside of it is shown */
    Excerpt(Path root) {
        this.root = root;
    }

    /** Each line as {@code n}, {@code text} and, at the place, {@code from} and {@code to} in UTF-16 units; none if there is no such line. */
    List<Map<String, Object>> of(Where where) {
        List<String> lines = where.line() == 0 ? List.of() : lines(where);
        if (where.line() > lines.size()) {
            return List.of();
        }
        List<Map<String, Object>> excerpt = new ArrayList<>();
        int last = Math.min(lines.size(), where.line() + AROUND);
        for (int n = Math.max(1, where.line() - AROUND); n <= last; n++) {
            excerpt.add(n == where.line() ? marked(n, lines.get(n - 1), where.column()) : line(n, lines.get(n - 1)));
        }
        return excerpt;
    }

    private static Map<String, Object> line(int n, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("n", n);
        line.put("text", cut(text, 0, WIDEST));
        return line;
    }

    private static Map<String, Object> marked(int n, String text, int column) {
        int from = column == 0 ? 0 : offset(text, column - 1);
        int to = column == 0 ? text.length() : end(text, from);
        // Far along a line the place would be cut off: the line begins later.
        int skip = from > WIDEST - 40 ? offset(text.substring(0, from), from - 40) : 0;
        String shown = (skip > 0 ? "…" : "") + cut(text, skip, WIDEST);
        int shift = skip - (skip > 0 ? 1 : 0);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("n", n);
        line.put("text", shown);
        line.put("from", Math.min(from - shift, shown.length()));
        line.put("to", Math.min(Math.max(to - shift, from - shift), shown.length()));
        return line;
    }

    /** Columns are counted in characters, of which some take two units. */
    private static int offset(String text, int characters) {
        int there = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.min(characters, there));
    }

    /** To the end of what looks like one word. */
    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < 40 && " \t,，;；:：()（）[]{}<>\"'“”".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to == from && to < text.length() ? text.offsetByCodePoints(to, 1) : to;
    }

    private static String cut(String text, int from, int most) {
        if (text.length() - from <= most) {
            return text.substring(from);
        }
        int end = from + most;
        return text.substring(from, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }

    private List<String> lines(Where where) {
        Optional<Path> builtIn =
                BuiltIn.path(where).flatMap(file -> BuiltIn.here().flatMap(all -> all.file(file)));
        Path path = builtIn.orElseGet(() -> root.resolve(where.file()).normalize());
        try {
            if (builtIn.isEmpty() && !path.startsWith(root)
                    || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(path) > LARGEST) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
