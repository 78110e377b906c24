package io.zhibu.docx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the paragraphs that Word numbers, in the order in which they are asked for. */
final class Numbering {
    private static final int LEVELS = 9;
    private static final int NOT_BEGUN = -1;

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> numbers = new HashMap<>();
    /** By list: how far each level has counted. */
    private final Map<String, int[]> counts = new HashMap<>();

    private final Map<String, boolean[]> restarted = new HashMap<>();

    /** @param part the part of numbering; empty if the document has none */
    Numbering(Optional<Element> part) {
        part.ifPresent(all -> {
            all.all("w:abstractNum").forEach(one -> lists.put(one.attribute("w:abstractNumId"), one));
            all.all("w:num").forEach(one -> numbers.put(one.attribute("w:numId"), one));
        });
    }

    /** Level of the list that belongs to a style; empty if none does. */
    Optional<Integer> levelOfStyle(String number, String style) {
        return abstractly(number)
                .flatMap(list -> list.all("w:lvl")
                        .filter(level -> level.value("w:pStyle").equals(style))
                        .map(level -> depth(level.attribute("w:ilvl")))
                        .findFirst());
    }

    /** The next label of the list at this depth; empty if there is no such list, or nothing is printed. */
    Optional<Paragraph.Label> next(String number, int depth) {
        if (depth < 0 || depth >= LEVELS || abstractly(number).isEmpty()) {
            return Optional.empty();
        }
        Optional<Element> level = level(number, depth);
        if (level.isEmpty()) {
            return Optional.empty();
        }
        String list = numbers.get(number).value("w:abstractNumId");
        int[] count = counts.computeIfAbsent(list, any -> fresh());
        restart(number, list, depth, count);
        count[depth] = count[depth] == NOT_BEGUN ? start(number, depth) : count[depth] + 1;
        // Levels above that never began count as begun, those below begin again.
        for (int above = 0; above < depth; above++) {
            count[above] = count[above] == NOT_BEGUN ? start(number, above) : count[above];
        }
        Arrays.fill(count, depth + 1, LEVELS, NOT_BEGUN);
        String format = level.get().value("w:numFmt");
        if (format.equals("bullet")) {
            return Optional.of(new Paragraph.Label(number, depth, "•", true, 0));
        }
        String text = text(number, depth, level.get(), count);
        boolean arabic = Counting.isArabic(format) && text.matches("[（(]?\\d+[)）.．、]?");
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Paragraph.Label(number, depth, text.strip(), false, arabic ? count[depth] : 0));
    }

    private static int[] fresh() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, NOT_BEGUN);
        return count;
    }

    /** A list that is used again from its start has a number of its own that says so. */
    private void restart(String number, String list, int depth, int[] count) {
        boolean[] done = restarted.computeIfAbsent(number, any -> new boolean[LEVELS]);
        if (!done[depth]) {
            done[depth] = true;
            if (override(number, depth)
                    .flatMap(one -> one.child("w:startOverride"))
                    .isPresent()) {
                Arrays.fill(count, depth, LEVELS, NOT_BEGUN);
            }
        }
    }

    private String text(String number, int depth, Element own, int[] count) {
        String pattern = own.value("w:lvlText");
        StringBuilder text = new StringBuilder();
        boolean legal = own.flag("w:isLgl").orElse(false);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int level = i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
            if (c == '%' && level >= 0 && level < LEVELS) {
                String format =
                        level(number, level).map(one -> one.value("w:numFmt")).orElse("decimal");
                text.append(Counting.text(legal && level < depth ? "decimal" : format, count[level]));
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private int start(String number, int depth) {
        String overridden =
                override(number, depth).map(one -> one.value("w:startOverride")).orElse("");
        String usual = level(number, depth).map(one -> one.value("w:start")).orElse("");
        String start = overridden.isEmpty() ? usual : overridden;
        return start.matches("\\d{1,5}") ? Integer.parseInt(start) : 0;
    }

    private Optional<Element> override(String number, int depth) {
        return Optional.ofNullable(numbers.get(number))
                .flatMap(one -> one.all("w:lvlOverride")
                        .filter(level -> depth(level.attribute("w:ilvl")) == depth)
                        .findFirst());
    }

    private Optional<Element> level(String number, int depth) {
        return override(number, depth)
                .flatMap(one -> one.child("w:lvl"))
                .or(() -> abstractly(number)
                        .flatMap(list -> list.all("w:lvl")
                                .filter(level -> depth(level.attribute("w:ilvl")) == depth)
                                .findFirst()));
    }

    private Optional<Element> abstractly(String number) {
        return Optional.ofNullable(numbers.get(number))
                .map(one -> lists.get(one.value("w:abstractNumId")))
                .map(list -> list.all("w:lvl").findAny().isPresent() ? list : linked(list));
    }

    /** A list may stand under the name of a style, and its levels elsewhere. */
    private Element linked(Element list) {
        String style = list.value("w:numStyleLink");
        return lists.values().stream()
                .filter(other -> !style.isEmpty() && other.value("w:styleLink").equals(style))
                .findFirst()
                .orElse(list);
    }

    static int depth(String level) {
        return level.matches("[0-8]") ? level.charAt(0) - '0' : 0;
    }
}
