package io.zhibu.yaml;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.Forbidden;
import io.zhibu.unicode.Writing;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The words of one scalar as they are meant: what an escape makes is held to what any text may hold, and lines of Chinese go on without a space. */
final class Scalars {
    /** Any other escape makes a character that a text may hold. */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abevfN])|.)");

    private static final String LETTERS = "0abevfN";
    private static final int[] MADE = {0, 7, 8, 0x1B, 0x0B, 0x0C, 0x85};
    /** Characters on either side by which a line end is found again in what was made of it. */
    private static final int AROUND = 4;

    private final List<String> lines;
    private final Where start;
    private final boolean joinsLines;
    private final Diagnostics diagnostics;

    Scalars(String text, Where start, boolean joinsLines, Diagnostics diagnostics) {
        this.lines = List.of(text.split("\n", -1));
        this.start = start;
        this.joinsLines = joinsLines;
        this.diagnostics = diagnostics;
    }

    String text(ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean placed =
                scalar.getStartMark().isPresent() && scalar.getEndMark().isPresent();
        if (placed
                && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                && (Forbidden.first(text).isPresent() || text.indexOf(Forbidden.LOST) >= 0)) {
            escapes(scalar);
        }
        boolean folded =
                placed && joinsLines && text.indexOf(' ') > 0 && scalar.getScalarStyle() != ScalarStyle.LITERAL;
        return folded
                ? joined(text, scalar.getStartMark().get(), scalar.getEndMark().get())
                : text;
    }

    private void escapes(ScalarEvent scalar) {
        Mark from = scalar.getStartMark().orElseThrow();
        Mark to = scalar.getEndMark().orElseThrow();
        for (int line = from.getLine(); line <= to.getLine() && line < lines.size(); line++) {
            escapes(
                    line,
                    line == from.getLine() ? offset(from, line) : 0,
                    line == to.getLine() ? offset(to, line) : lines.get(line).length());
        }
    }

    /** The parser also begins a line at a carriage return that stands alone, and then counts in another one than is looked at. */
    private int offset(Mark mark, int line) {
        String text = lines.get(line);
        return text.offsetByCodePoints(0, Math.min(mark.getColumn(), text.codePointCount(0, text.length())));
    }

    private void escapes(int line, int from, int to) {
        String source = lines.get(line);
        Matcher escape = ESCAPE.matcher(source).region(from, to);
        int high = 0;
        while (escape.find()) {
            int c = made(escape);
            boolean pair =
                    high == escape.start() && c >= Character.MIN_LOW_SURROGATE && c <= Character.MAX_LOW_SURROGATE;
            high = c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE ? escape.end() : 0;
            boolean paired = high > 0 && source.startsWith("\\u", high) && isLow(source, high + 2);
            int column = source.codePointCount(0, escape.start()) + 1;
            Where where = start.at(Math.max(start.line(), 1) + line, column);
            if (c == Forbidden.LOST) {
                diagnostics.warning(
                        where, "character-lost", "“" + escape.group() + "”写出的是“\uFFFD”：原来的字丢了", "对照原稿，把丢了的字补上");
            } else if (Forbidden.is(c) && !pair && !paired) {
                diagnostics.error(
                        where,
                        "control-character",
                        "“" + escape.group() + "”写出的是" + Forbidden.called(c),
                        "删去它；反斜线本身要写两次（\\\\），或把双引号改成单引号");
            }
        }
    }

    private static boolean isLow(String source, int at) {
        return source.regionMatches(true, at, "dc", 0, 2)
                || source.regionMatches(true, at, "dd", 0, 2)
                || source.regionMatches(true, at, "de", 0, 2)
                || source.regionMatches(true, at, "df", 0, 2);
    }

    private static int made(Matcher escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return (int) Long.parseLong(escape.group(group), 16);
            }
        }
        return escape.group(4) == null ? 'x' : MADE[LETTERS.indexOf(escape.group(4))];
    }

    /** YAML makes one space of a line end. */
    private String joined(String text, Mark from, Mark to) {
        StringBuilder joined = new StringBuilder(text);
        int at = 0;
        for (int line = from.getLine(); line < to.getLine() && line + 1 < lines.size(); line++) {
            String before = lines.get(line);
            before = (line == from.getLine() ? before.substring(offset(from, line)) : before).strip();
            String after = lines.get(line + 1).strip();
            if (!before.isEmpty()
                    && !after.isEmpty()
                    && Writing.joins(before.codePointBefore(before.length()), after.codePointAt(0))) {
                String last =
                        before.substring(Math.max(0, before.length() - AROUND)).replaceFirst("^[\"']", "");
                String next =
                        after.substring(0, Math.min(AROUND, after.length())).replaceFirst("[\"']$", "");
                int found = joined.indexOf(last + " " + next, at);
                if (found >= 0) {
                    at = found + last.length();
                    joined.deleteCharAt(at);
                }
            }
        }
        return joined.toString();
    }
}
