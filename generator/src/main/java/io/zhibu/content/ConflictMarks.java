package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Git's marks around two versions of some lines, of which somebody still has to choose one. In code they are somebody's example. */
final class ConflictMarks {
    private static final Pattern OURS = Pattern.compile("<{7}(?: .*)?");
    private static final Pattern BASE = Pattern.compile("\\|{7}(?: .*)?");
    private static final Pattern MIDDLE = Pattern.compile("={7}");
    private static final Pattern THEIRS = Pattern.compile(">{7}(?: .*)?");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");

    private ConflictMarks() {}

    /** Whether there are any; each is told of. */
    static boolean areIn(String text, Where file, Diagnostics diagnostics) {
        if (!text.contains("<<<<<<<") && !text.contains(">>>>>>>")) {
            return false;
        }
        List<Integer> open = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String fence = "";
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            Matcher edge = FENCE.matcher(line);
            if (edge.matches()) {
                fence = fence.isEmpty() ? edge.group(1) : line.strip().startsWith(fence) ? "" : fence;
            } else if (fence.isEmpty() && OURS.matcher(line).matches()) {
                open.add(i + 1);
            } else if (fence.isEmpty()
                    && !open.isEmpty()
                    && (MIDDLE.matcher(line).matches() || BASE.matcher(line).matches())) {
                open.add(i + 1);
            } else if (fence.isEmpty() && THEIRS.matcher(line).matches()) {
                open.add(i + 1);
                tell(open, file, diagnostics);
                open.clear();
                found = true;
            }
        }
        if (!open.isEmpty()) {
            tell(open, file, diagnostics);
        }
        return found || !open.isEmpty();
    }

    private static void tell(List<Integer> lines, Where file, Diagnostics diagnostics) {
        String all = String.join("、", lines.stream().map(String::valueOf).toList());
        diagnostics.error(
                file.at(lines.get(0), 1),
                "conflict-marks",
                "Git 合并时留下的冲突标记还在（第 " + all + " 行）",
                "在标记之间的两种写法里选定一种，删去另一种和这 " + lines.size() + " 行标记");
    }
}
