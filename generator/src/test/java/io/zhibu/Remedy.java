package io.zhibu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an editor is advised to write, taken from a message as it is printed.
 *
 * @param file path from the site's root
 * @param line of what is wrong, from 1
 * @param column from 1
 */
record Remedy(String file, int line, int column, String rule, String message, String hint) {
    private static final Pattern TOLD =
            Pattern.compile("(?m)^(.+?):(\\d+):(\\d+): (?:错误|警告)\\[([a-z0-9-]+)] (.*)\n {4}建议：(.*)$");

    private static final String WHY = "(?:；(?:不是|要|是|真|框里|圆括号|方括号).*|，(?:下级标题|下面加一行).*)?";
    private static final Pattern WHOLE_LINE = Pattern.compile(".*?改为：(.+?)" + WHY + "|这一行改成半角的 (\\S+)|改成三个半角的短横 (---)");
    private static final Pattern KEY_LINE = Pattern.compile(".*?(?:写成 |：)([a-z_]+: [^…]+?)(?:；.*)?");
    private static final Pattern WORD = Pattern.compile(".*加进 (\\S+)：在 words: 下面加一行“([^…]+)”");
    private static final Pattern PART = Pattern.compile(
            "是“([^”]+)”吗？|.*写成“([^”]+)”.*|写成 ([^\\s；]+)(?:；.*)?|(?:这里写标识.*|写现在的键)：(\\S+)|字段名写成 (\\S+)|重新输入“(.)”.*");
    private static final Pattern ITEM = Pattern.compile("这一项写成 (\\{[^…]*})");
    private static final Pattern COLON = Pattern.compile("改成半角冒号，后面空一格：“([a-z_]+: )”");
    private static final Pattern ADDED =
            Pattern.compile("加一行 (?:[a-z_]+: …；没有来源时写 )?([a-z_]+: [^…，]+?)(?:，.*)?|.*就加一行 ([a-z_]+: [^…]+)");
    private static final Pattern SECTION = Pattern.compile("加一行 (## [^（]+)（.*");
    /** Advice that names a choice, a form or a placeholder: nothing to paste as it is. */
    private static final Pattern NO_TEXT =
            Pattern.compile(".*(?:…|这样的| 或 |或站内|普通脚本|键=值|zhibu search|words:，|显示的文字|名称, kind|文件名\\.).*");

    private static final Pattern QUOTED = Pattern.compile("“([^“”]*(?:“[^“”]*”[^“”]*)*)”");

    static List<Remedy> in(String said) {
        return TOLD.matcher(said)
                .results()
                .map(one -> new Remedy(
                        one.group(1),
                        Integer.parseInt(one.group(2)),
                        Integer.parseInt(one.group(3)),
                        one.group(4),
                        one.group(5),
                        one.group(6)))
                .toList();
    }

    /** Whether it reads as a text to paste. */
    boolean isText() {
        return hint.matches("(?:是“|写成|改为：|这一项写成|加一行 |只能写一个，写成).*|.*(?:写成“|加一行“|：[a-z_]+: ).*")
                && !NO_TEXT.matcher(hint).matches();
    }

    /** How often a fault of this kind is told of this file. */
    long timesIn(String said) {
        return in(said).stream()
                .filter(one -> one.file.equals(file) && one.rule.equals(rule))
                .count();
    }

    /** Writes into the site what is advised; false if it isn't known how. */
    boolean applyTo(Path site) throws IOException {
        Matcher word = WORD.matcher(hint);
        if (word.matches()) {
            Path list = site.resolve(word.group(1));
            Files.writeString(
                    list,
                    Files.readString(list)
                            .replaceFirst(
                                    "(?m)^words:\n", Matcher.quoteReplacement("words:\n" + word.group(2) + "\n")));
            return true;
        }
        Path path = site.resolve(file);
        List<String> lines = new ArrayList<>(List.of(Files.readString(path).split("\r?\n", -1)));
        boolean applied = write(lines);
        Files.writeString(path, String.join("\n", lines));
        return applied;
    }

    private boolean write(List<String> lines) {
        String there = lines.get(line - 1);
        int at = there.offsetByCodePoints(0, Math.min(column - 1, there.codePointCount(0, there.length())));
        Optional<String> section = group(SECTION);
        Optional<String> added = group(ADDED);
        Optional<String> whole = group(WHOLE_LINE);
        Optional<String> item = group(ITEM);
        Optional<String> colon = group(COLON);
        Optional<String> key = group(KEY_LINE);
        Optional<String> part = group(PART);
        if (section.isPresent()) {
            lines.addAll(List.of("", section.get(), "", "一段。", ""));
        } else if (added.isPresent()) {
            String indent = line == 1 ? "" : there.replaceFirst("[^\\s-].*", "").replace('-', ' ');
            lines.add(line, indent + added.get());
        } else if (colon.isPresent()) {
            lines.set(
                    line - 1,
                    there.substring(0, at) + ": " + there.substring(at + 1).stripLeading());
        } else if (item.isPresent()) {
            int end = at;
            while (end < there.length() && ",]".indexOf(there.charAt(end)) < 0) {
                end++;
            }
            lines.set(line - 1, there.substring(0, at) + item.get() + there.substring(end));
        } else if (whole.isPresent()) {
            lines.set(line - 1, whole.get());
        } else if (key.isPresent()) {
            lines.set(line - 1, there.replaceFirst("\\S.*", "") + key.get());
        } else if (part.isPresent()) {
            return replace(lines, at, part.get());
        } else {
            return false;
        }
        return true;
    }

    /** In place of what the message quotes, from the place on that it names. */
    private boolean replace(List<String> lines, int from, String part) {
        String there = lines.get(line - 1);
        int begin = rule.matches("(?:link|asset|path|picture)-.*") ? target(there, from) : from;
        for (Matcher quoted = QUOTED.matcher(message); quoted.find(); ) {
            int at = there.indexOf(quoted.group(1), begin);
            if (at >= 0) {
                lines.set(
                        line - 1,
                        there.substring(0, at)
                                + part
                                + there.substring(at + quoted.group(1).length()));
                return true;
            }
        }
        return false;
    }

    /** Where the next target of a link begins: its text may hold the same words. */
    private static int target(String there, int from) {
        int bracket = there.indexOf("](", from);
        int quote = there.indexOf("=\"", from);
        return bracket < 0 ? Math.max(from, quote) : quote < 0 ? bracket : Math.min(bracket, quote);
    }

    private Optional<String> group(Pattern pattern) {
        Matcher form = pattern.matcher(hint);
        if (form.matches()) {
            for (int group = 1; group <= form.groupCount(); group++) {
                if (form.group(group) != null) {
                    return Optional.of(form.group(group));
                }
            }
        }
        return Optional.empty();
    }
}
