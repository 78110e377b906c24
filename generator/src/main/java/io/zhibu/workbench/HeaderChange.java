package io.zhibu.workbench;

import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes of values in the lines of front matter, from the last to the first, so that the places of those before stay true. */
final class HeaderChange {
    private final List<String> lines;
    private final String lineEnd;

    /** @param lines of the whole file's front matter, each with its end */
    HeaderChange(List<String> lines, String lineEnd) {
        this.lines = lines;
        this.lineEnd = lineEnd;
    }

    List<String> lines() {
        return lines;
    }

    /**
     * Makes this the value of a field whose lines end there. What isn't written a line each is written anew.
     *
     * @return whether it could be done
     */
    boolean value(Node.Entry entry, int end, Object wanted) {
        if (Plain.of(entry.value()).equals(wanted)) {
            return true;
        }
        int start = entry.where().line() - 1;
        int column = entry.where().column();
        boolean below = entry.value().where().line() - 1 > start;
        if (below && entry.value() instanceof Node.Mapping mapping && wanted instanceof Map<?, ?> map) {
            return fields(mapping, end, map);
        }
        if (below && entry.value() instanceof Node.Sequence sequence && wanted instanceof List<?> list) {
            return items(sequence, end, list);
        }
        String remark = end == start + 1 && entry.value() instanceof Node.Scalar scalar
                ? remark(EntryText.bare(lines.get(start)), scalar)
                : "";
        List<String> field = new ArrayList<>(Plain.field(entry.key(), wanted, column - 1));
        field.set(0, lines.get(start).substring(0, column - 1) + field.get(0) + (field.size() == 1 ? remark : ""));
        replace(lines, start, end, field, lineEnd);
        return true;
    }

    /** What was said beside the value; a mark that it must be looked at goes with it. */
    private static String remark(String line, Node.Scalar value) {
        if (!value.plain() || line.matches(".*#\\s*待[核写].*")) {
            return "";
        }
        int sign = line.indexOf(" #");
        return sign < 0 ? "" : line.substring(sign);
    }

    private boolean fields(Node.Mapping mapping, int end, Map<?, ?> wanted) {
        List<Node.Entry> entries = mapping.entries();
        if (!eachOnItsLine(entries) || !wanted.keySet().containsAll(mapping.keys())) {
            return false;
        }
        int column = mapping.where().column();
        List<String> more = new ArrayList<>();
        wanted.forEach((key, value) -> {
            if (!mapping.keys().contains(key)) {
                List<String> field = Plain.field(key.toString(), value, column - 1);
                more.add(" ".repeat(column - 1) + field.get(0));
                more.addAll(field.subList(1, field.size()));
            }
        });
        int last = withoutRemarks(lines, entries.get(entries.size() - 1).where().line() - 1, end, column);
        replace(lines, last, last, more, lineEnd);
        boolean done = true;
        for (int i = entries.size() - 1; i >= 0 && done; i--) {
            int next = i + 1 < entries.size() ? entries.get(i + 1).where().line() - 1 : last;
            int start = entries.get(i).where().line() - 1;
            done = value(
                    entries.get(i),
                    withoutRemarks(lines, start, next, column),
                    wanted.get(entries.get(i).key()));
        }
        return done;
    }

    private static boolean eachOnItsLine(List<Node.Entry> entries) {
        return !entries.isEmpty()
                && entries.stream()
                                .map(entry -> entry.where().line())
                                .distinct()
                                .count()
                        == entries.size()
                && entries.stream()
                                .map(entry -> entry.where().column())
                                .distinct()
                                .count()
                        == 1;
    }

    /** Items that are there already keep their lines; where one alone is another, what of it is the same does. */
    private boolean items(Node.Sequence sequence, int end, List<?> wanted) {
        List<Node> items = sequence.items();
        int count = items.size();
        List<Integer> starts = new ArrayList<>();
        for (Node item : items) {
            int start = item.where().line() - 1;
            boolean dashed = lines.get(start).stripLeading().startsWith("- ");
            if (!dashed || starts.contains(start)) {
                return false;
            }
            starts.add(start);
        }
        starts.add(withoutRemarks(
                lines, starts.get(count - 1), end, sequence.where().column()));
        int indent = sequence.where().column() - 1;
        if (wanted.size() == count) {
            boolean done = true;
            for (int i = count - 1; i >= 0 && done; i--) {
                done = item(items.get(i), starts.get(i), starts.get(i + 1), wanted.get(i), indent);
            }
            return done;
        }
        List<String> all = new ArrayList<>();
        int used = 0;
        for (Object one : wanted) {
            int same = used;
            while (same < count && !Plain.of(items.get(same)).equals(one)) {
                same++;
            }
            if (same < count) {
                lines.subList(starts.get(same), starts.get(same + 1)).forEach(line -> all.add(EntryText.bare(line)));
                used = same + 1;
            } else {
                all.addAll(Plain.item(one, indent));
            }
        }
        replace(lines, starts.get(0), starts.get(count), all, lineEnd);
        return true;
    }

    private boolean item(Node item, int start, int end, Object wanted, int indent) {
        if (Plain.of(item).equals(wanted)) {
            return true;
        }
        boolean fields = item instanceof Node.Mapping mapping
                && wanted instanceof Map<?, ?> map
                && eachOnItsLine(mapping.entries())
                && map.keySet().containsAll(mapping.keys());
        if (fields) {
            return fields((Node.Mapping) item, end, (Map<?, ?>) wanted);
        }
        replace(lines, start, end, Plain.item(wanted, indent), lineEnd);
        return true;
    }

    /** The end without blank lines and remarks that stand further left than what they would belong to. */
    static int withoutRemarks(List<String> lines, int start, int end, int column) {
        int last = end;
        while (last > start + 1) {
            String line = EntryText.bare(lines.get(last - 1));
            int indent = line.length() - line.stripLeading().length();
            if (!line.isBlank() && !(line.stripLeading().startsWith("#") && indent < Math.max(column, 1))) {
                break;
            }
            last--;
        }
        return last;
    }

    static void replace(List<String> lines, int start, int end, List<String> with, String lineEnd) {
        List<String> place = lines.subList(start, end);
        place.clear();
        with.forEach(line -> place.add(line + lineEnd));
    }
}
