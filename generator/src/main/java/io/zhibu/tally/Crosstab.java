package io.zhibu.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many things there are where two ways of sorting them cross. What belongs in several rows or columns is counted in each of them, and
 * once in every total: a total needn't be a sum.
 *
 * @param lines in order, each with a number for each column
 * @param below the totals of the columns, and of everything
 */
public record Crosstab(List<Head> columns, List<Line> lines, Line below) {
    public Crosstab {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** @param key of a word or of a year; empty for things that have none */
    public record Head(String key, String label) {}

    /** @param total of the things that stand anywhere in the line */
    public record Line(Head head, List<Integer> cells, int total) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** The largest number in a cell; 0 for an empty table. */
    public int most() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Fills a table, thing by thing. */
    static final class Counting {
        private final List<Head> rows;
        private final List<Head> columns;
        private final Map<String, Integer> rowAt;
        private final Map<String, Integer> columnAt;
        private final int[][] cells;
        private final int[] across;
        private final int[] down;
        private int all;

        Counting(List<Head> rows, List<Head> columns) {
            this.rows = rows;
            this.columns = columns;
            this.rowAt = places(rows);
            this.columnAt = places(columns);
            this.cells = new int[rows.size()][columns.size()];
            this.across = new int[rows.size()];
            this.down = new int[columns.size()];
        }

        private static Map<String, Integer> places(List<Head> heads) {
            Map<String, Integer> places = new HashMap<>();
            heads.forEach(head -> places.put(head.key(), places.size()));
            return places;
        }

        /** One thing, by the keys of its rows and columns; it isn't counted if no row or no column is its own. */
        void count(Collection<String> inRows, Collection<String> inColumns) {
            Set<Integer> here = found(rowAt, inRows);
            Set<Integer> there = found(columnAt, inColumns);
            if (here.isEmpty() || there.isEmpty()) {
                return;
            }
            all++;
            there.forEach(column -> down[column]++);
            here.forEach(row -> {
                across[row]++;
                there.forEach(column -> cells[row][column]++);
            });
        }

        private static Set<Integer> found(Map<String, Integer> places, Collection<String> keys) {
            Set<Integer> found = new HashSet<>();
            keys.forEach(key -> {
                if (places.containsKey(key)) {
                    found.add(places.get(key));
                }
            });
            return found;
        }

        Crosstab crosstab() {
            List<Line> lines = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                lines.add(new Line(rows.get(row), numbers(cells[row]), across[row]));
            }
            return new Crosstab(columns, lines, new Line(new Head("", "合计"), numbers(down), all));
        }

        private static List<Integer> numbers(int[] numbers) {
            return java.util.Arrays.stream(numbers).boxed().toList();
        }
    }
}
