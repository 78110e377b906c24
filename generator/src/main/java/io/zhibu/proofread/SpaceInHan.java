package io.zhibu.proofread;

/** A blank between two Han in running text. Words in a row, names set wide and signatures have blanks of their own. */
final class SpaceInHan implements Rule {
    private static final String SIGNS = "，。；：、！？“”《》（）|" + Script.OUT;

    @Override
    public void look(Script script, Findings findings) {
        String view = script.own();
        for (int at = 1; at < view.length(); at++) {
            if (!isBlank(view.charAt(at)) || !Han.is(view.charAt(at - 1))) {
                continue;
            }
            int end = at;
            while (end < view.length() && isBlank(view.charAt(end))) {
                end++;
            }
            boolean between = end < view.length() && end - at <= 3 && Han.is(view.charAt(end));
            if (between && isRunning(cell(view, at)) && !isRow(view, at)) {
                String two = view.charAt(at - 1) + "" + view.charAt(end);
                findings.notice("space-between-han", at, "两个汉字之间有空格", "删去空格，写成“" + two + "”");
            }
            at = end;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u3000';
    }

    private static boolean isRunning(String line) {
        return line.indexOf('，') >= 0 || line.indexOf('。') >= 0 || line.indexOf('；') >= 0;
    }

    /** The line, or of a row of a table the cell. */
    private static String cell(String view, int at) {
        String line = Script.line(view, at);
        int in = at - Script.lineStart(view, at);
        int end = line.indexOf('|', in);
        return line.substring(line.lastIndexOf('|', in) + 1, end < 0 ? line.length() : end);
    }

    /** Two blanks or more between two signs part words that stand in a row. */
    private static boolean isRow(String view, int at) {
        int start = at;
        while (start > 0 && !isSign(view.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < view.length() && !isSign(view.charAt(end))) {
            end++;
        }
        return view.substring(start, end)
                        .strip()
                        .chars()
                        .filter(c -> isBlank((char) c))
                        .count()
                > 1;
    }

    private static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0 || Script.isEnd(c);
    }
}
