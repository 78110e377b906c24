package io.zhibu.builtin;

import java.util.ArrayList;
import java.util.List;

/** What two texts have in common, line by line, and what only one of them has. */
public final class LineDiff {
    /** A table of more cells would take more memory than a look at two files is worth. */
    private static final long MOST_CELLS = 16_000_000;

    private static final int AROUND = 2;

    private final List<Line> lines = new ArrayList<>();

    /**
     * @param sign {@code ' '} for both, {@code '-'} for the first only, {@code '+'} for the second only
     * @param at 1-based line of the first text where it stands or would stand
     */
    private record Line(char sign, String text, int at) {}

    public LineDiff(List<String> first, List<String> second) {
        int begin = 0;
        int least = Math.min(first.size(), second.size());
        while (begin < least && first.get(begin).equals(second.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < least - begin && first.get(first.size() - 1 - end).equals(second.get(second.size() - 1 - end))) {
            end++;
        }
        for (int i = 0; i < begin; i++) {
            lines.add(new Line(' ', first.get(i), i + 1));
        }
        middle(first.subList(begin, first.size() - end), second.subList(begin, second.size() - end), begin + 1);
        for (int i = first.size() - end; i < first.size(); i++) {
            lines.add(new Line(' ', first.get(i), i + 1));
        }
    }

    private void middle(List<String> first, List<String> second, int start) {
        int n = first.size();
        int m = second.size();
        int i = 0;
        int j = 0;
        if ((long) n * m <= MOST_CELLS) {
            int[][] common = common(first, second);
            while (i < n && j < m) {
                if (first.get(i).equals(second.get(j))) {
                    lines.add(new Line(' ', first.get(i), start + i));
                    i++;
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    lines.add(new Line('-', first.get(i), start + i));
                    i++;
                } else {
                    lines.add(new Line('+', second.get(j), start + i));
                    j++;
                }
            }
        }
        for (; i < n; i++) {
            lines.add(new Line('-', first.get(i), start + i));
        }
        for (; j < m; j++) {
            lines.add(new Line('+', second.get(j), start + n));
        }
    }

    /** Lengths of the longest common part of what follows each pair of places. */
    private static int[][] common(List<String> first, List<String> second) {
        int[][] common = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int j = second.size() - 1; j >= 0; j--) {
                common[i][j] = first.get(i).equals(second.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** How many lines only the first text has. */
    public int removed() {
        return count('-');
    }

    /** How many lines only the second text has. */
    public int added() {
        return count('+');
    }

    private int count(char sign) {
        return (int) lines.stream().filter(line -> line.sign() == sign).count();
    }

    /** The lines that differ, with two around them, each behind its sign, and before each run of them a line that says where it begins. */
    public List<String> shown() {
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (isNear(i)) {
                if (i != last + 1 || shown.isEmpty()) {
                    shown.add("@@ 第 " + lines.get(i).at() + " 行");
                }
                shown.add(lines.get(i).sign() + lines.get(i).text());
                last = i;
            }
        }
        return shown;
    }

    private boolean isNear(int at) {
        int to = Math.min(lines.size() - 1, at + AROUND);
        for (int i = Math.max(0, at - AROUND); i <= to; i++) {
            if (lines.get(i).sign() != ' ') {
                return true;
            }
        }
        return false;
    }
}
