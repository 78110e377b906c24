package io.zhibu.entry;

import io.zhibu.entry.Steps.Step;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;

/**
 * A method on one sheet of A4 for a wall: how much of its steps there is room for, and the largest type that this takes. Worked out here
 * because a sheet is printed from browsers without scripts too; every sign counts as wide as a Chinese one, so it is never more than that.
 *
 * @param points size of the type
 * @param meanings whether the gloss has room for what its names mean
 * @param steps what is printed of them
 * @param cut whether steps are missing at the end
 */
record WallSheet(int points, boolean meanings, List<Step> steps, boolean cut) {
    /** The sheet inside of its edge, and what the foot with the code takes, in points: wall.css draws it so. */
    private static final double WIDE = 516;

    private static final double HIGH = 742;
    private static final double FOOT = 86;
    private static final double HEAD = 42;

    /** A line is so many times as high as its type. */
    private static final double LEADING = 1.5;

    private static final int LARGEST = 26;

    /** From how large a type on a step tells so many of its lines: rather fewer words than small ones. */
    private static final List<Telling> TELLINGS =
            List.of(new Telling(Integer.MAX_VALUE, 18), new Telling(3, 18), new Telling(2, 17), new Telling(1, 16));

    private static final int SMALLEST = 14;

    private record Telling(int lines, int least) {}

    static WallSheet of(Page page) {
        List<Step> all = Steps.of(page);
        Above above = Above.of(page);
        for (Telling telling : TELLINGS) {
            List<Step> told =
                    all.stream().map(step -> told(step, telling.lines())).toList();
            for (int points = LARGEST; points >= telling.least(); points--) {
                if (fits(above, points, true, told)) {
                    return new WallSheet(points, true, told, false);
                }
            }
        }
        List<Step> names = all.stream()
                .map(step -> told(step, step.name().isEmpty() ? 1 : 0))
                .toList();
        for (boolean meanings : new boolean[] {true, false}) {
            for (int points = LARGEST; points >= SMALLEST; points--) {
                if (fits(above, points, meanings, names)) {
                    return new WallSheet(points, meanings, names, false);
                }
            }
        }
        int room = names.size();
        while (room > 0 && !fits(above, SMALLEST, false, names.subList(0, room))) {
            room--;
        }
        return new WallSheet(SMALLEST, false, names.subList(0, room), true);
    }

    /** So many of its lines, of each its first sentence. One that leads to a list says nothing without it. */
    private static Step told(Step step, int lines) {
        return new Step(
                step.name(),
                step.says().stream()
                        .map(Sentences::first)
                        .filter(line -> step.says().size() <= lines || !line.endsWith("："))
                        .map(line -> line.endsWith("；") ? line.substring(0, line.length() - 1) + "。" : line)
                        .limit(lines)
                        .toList());
    }

    /**
     * What stands on the sheet whatever its type is.
     *
     * @param high its own room
     * @param gloss how long the names of the gloss are, and what they mean
     */
    private record Above(double high, List<Item> gloss) {
        private record Item(int term, int meaning) {}

        static Above of(Page page) {
            double summary = page.fields()
                    .text("summary")
                    .map(text -> 10 + lines(text.length(), 16) * 16 * LEADING)
                    .orElse(0.0);
            return new Above(
                    HEAD + FOOT + title(page) + summary,
                    page.fields()
                            .each("gloss", Value.Record.class)
                            .map(item -> new Item(length(item, "term"), length(item, "meaning")))
                            .toList());
        }

        private static int length(Value.Record item, String field) {
            return item.fields().text(field).orElse("").length();
        }
    }

    private static boolean fits(Above above, int points, boolean meanings, List<Step> steps) {
        double high = above.high();
        double line = points * LEADING;
        for (Above.Item item : above.gloss()) {
            // A colon stands between the two.
            high += item.term() == 0 ? 0 : line * lines(item.term() + (meanings ? 1 + item.meaning() : 0), points);
        }
        for (Step step : steps) {
            high += points * 0.5
                    + (step.name().isEmpty() ? 0 : line * lines(step.name().length(), points));
            for (String said : step.says()) {
                // Set in by one sign.
                high += line * lines(1 + said.length(), points);
            }
        }
        // The headings of the two parts.
        return high + 2 * (line + points * 0.5) <= HIGH;
    }

    /** The short name as large as it fits, and the full one below. */
    private static double title(Page page) {
        String name = page.fields()
                .text("method_name")
                .filter(text -> !text.equals("未载"))
                .orElse(page.title());
        int[] most = {4, 6, 8, 14};
        int[] size = {92, 72, 56, 34};
        double own = 0;
        for (int i = 0; i < most.length && own == 0; i++) {
            own = name.length() <= most[i] ? size[i] * 1.25 : 0;
        }
        own = own == 0 ? lines(name.length(), 28) * 28 * 1.25 : own;
        return own + (name.equals(page.title()) ? 0 : lines(page.title().length(), 17) * 17 * 1.4);
    }

    /** A line may end a sign early, because some signs mustn't begin one. */
    private static int lines(int signs, int points) {
        int room = (int) (WIDE / points) - 1;
        return Math.max(1, (signs + room - 1) / room);
    }
}
