package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.unicode.PrivateUse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Chinese writers mistype most, looked for where a text is shown as it stands. Changes nothing. */
final class Slips {
    private static final String HAN = "[\\p{IsHan}“”‘’《》「」（）]";
    private static final String BLANKS = "[ \t\u00a0\u3000]";
    private static final String MEND = "改为：$=";

    private static final List<Slip> IN_TEXT = List.of(
            Slip.of(
                    "wiki-link",
                    "[",
                    "(?<!!)\\[\\[(?!_?(?i:toc)_?\\]\\])(?=[^\\[\\]|\n]{0,99}\\p{L})([^\\[\\]|\n]{1,100})\\]\\](?!\\()",
                    "[$1]($1.md)",
                    "“$0”不会成为链接",
                    "改为：$=；圆括号里写那一篇的文件"),
            Slip.of(
                    "wiki-link",
                    "!",
                    "!\\[\\[([^\\[\\]|\n]{1,100})(?:\\|[^\\[\\]|\n]{0,100})?\\]\\](?!\\()",
                    "![图上有什么]($1)",
                    "“$0”不会成为图片",
                    "改为：$=；方括号里写图上有什么"),
            Slip.of(
                    "wiki-link",
                    "|",
                    "(?<!!)\\[\\[([^\\[\\]|\n]{1,100})\\|([^\\[\\]|\n]{1,100})\\]\\](?!\\()",
                    "[$2]($1.md)",
                    "“$0”不会成为链接",
                    "改为：$=；圆括号里写那一篇的文件"),
            Slip.of(
                    "highlight",
                    "=",
                    "(?<![=A-Za-z0-9!<>])==(?=[^\\s=])([^=\n]{1,200})(?<=[^\\s=])==(?![=A-Za-z0-9])",
                    "**$1**",
                    "“==”不会变成底色，会照样显示",
                    MEND),
            Slip.of(
                    "emphasis-blank",
                    "*",
                    "\\*\\*" + BLANKS + "+(?=[^*\n]{0,199}" + HAN + ")([^*\n]{1,200}?)" + BLANKS + "*\\*\\*",
                    "**$1**",
                    "“**”里边有空格，不会加粗",
                    MEND),
            Slip.of(
                    "emphasis-blank",
                    "*",
                    "\\*\\*(?=[^\\s*])(?=[^*\n]{0,199}" + HAN + ")([^*\n]{1,200}?)" + BLANKS + "+\\*\\*",
                    "**$1**",
                    "“**”里边有空格，不会加粗",
                    MEND),
            Slip.of(
                    "emphasis-number",
                    String.valueOf(Literal.MARK),
                    "(?<![0-9])([0-9][0-9.]{0,20})\u0001([0-9][0-9.]{0,20})\u0001([0-9][0-9.]{0,20})",
                    "$1×$2×$3",
                    "“$0”里的星号成了强调，读者看不到",
                    "改为：$=；要星号就写 $1\\*$2\\*$3"),
            Slip.of("citation-form", "【［", "[【［]([A-Za-z][0-9]{1,2})[】］]", "[$^1]", "“$0”用了全角括号，不会成为出处的代号", MEND),
            Slip.of(
                    "citation-form",
                    "[",
                    "(?<=[\\p{IsHan}。，；：”》）])\\[([a-z][0-9]{1,2})\\](?![(\\[:：])",
                    "[$^1]",
                    "出处的代号是大写的，“$0”不会成为代号",
                    "改为：$=；不是代号就写成 \\$0"),
            Slip.of("fullwidth-address", "：", "(https?)：//", "$1://", "“$0”的冒号是全角的，不会成为链接", MEND));

    private static final List<Slip> IN_LINES = List.of(
            Slip.of(
                    "heading-space",
                    "#",
                    "(?m)^(#{1,6})(?=[^\\s#0-9])([^#\n]*)$",
                    "$1 $2",
                    "行首的“$1”后面没有空格，不会成为标题",
                    "改为：$=；不是标题就写成 \\$1$2"),
            Slip.of("fullwidth-heading", "＃", "(?m)^(?:＃{1,6})[ \u3000]*", "# ", "行首是全角的“＃”，不会成为标题", MEND),
            Slip.of(
                    "list-space",
                    "-+.)",
                    "(?m)^([0-9]{1,3}[.)]|[-+])(?=" + HAN + ")",
                    "$1 ",
                    "行首的“$1”后面没有空格，不会成为列表",
                    MEND),
            Slip.of(
                    "toc-mark",
                    "[{",
                    "^(?:\\[\\[?_?(?i:toc)_?\\]?\\]|\\{:(?i:toc)\\}|\\$\\{(?i:toc)\\})$",
                    "",
                    "“$0”不会变成目录",
                    "删去这一行：网页上自有目录"),
            Slip.of(
                    "container",
                    ":",
                    "(?m)^:{3,}[ \t]*(\\p{L}{1,30})[ \t]*([^\n]{0,100})$",
                    "!!! $1 \"$2\"",
                    "“:::”不是这里的写法，会照样显示",
                    "改为：$=；框里的各行左边空四格，删去末尾的“:::”"));

    /** The dots and arrows of Word's symbol fonts, as they come through the clipboard. */
    private static final Map<Character, String> SYMBOLS = Map.ofEntries(
            Map.entry('\uF06C', "●"),
            Map.entry('\uF06E', "■"),
            Map.entry('\uF075', "◆"),
            Map.entry('\uF076', "❖"),
            Map.entry('\uF0A7', "▪"),
            Map.entry('\uF0B7', "•"),
            Map.entry('\uF0D8', "➢"),
            Map.entry('\uF0E0', "→"),
            Map.entry('\uF0FC', "✓"),
            Map.entry('\uF0FE', "☑"),
            Map.entry('\uF0A8', "□"),
            Map.entry('\uF06F', "□"));

    private static final Pattern STRONG = Pattern.compile("(?<!\\*)\\*\\*(?!\\*)");
    private static final Pattern BESIDE_HAN = Pattern.compile("(?s)" + HAN + "\\*\\*.?|.?\\*\\*" + HAN);

    private final Lines lines;
    private final Diagnostics diagnostics;

    Slips(Lines lines, Diagnostics diagnostics) {
        this.lines = lines;
        this.diagnostics = diagnostics;
    }

    /** @param literal the leaf's text as far as it is shown as it was typed */
    void inText(Leaf leaf, String literal) {
        IN_TEXT.forEach(slip -> slip.look(leaf, literal, lines, diagnostics));
        LinkSlips.look(leaf, literal, lines, diagnostics);
        symbols(leaf, literal);
        unpaired(leaf, literal);
    }

    /** Of an odd number of marks that are shown as they stand, one has lost its other half. */
    private void unpaired(Leaf leaf, String literal) {
        int last = -1;
        int count = 0;
        for (Matcher mark = STRONG.matcher(literal); mark.find(); count++) {
            last = mark.start();
        }
        if (count % 2 == 0
                || !BESIDE_HAN
                        .matcher(literal)
                        .region(Math.max(0, last - 1), Math.min(literal.length(), last + 3))
                        .matches()) {
            return;
        }
        diagnostics.warning(
                lines.where(leaf.offset(last)),
                "emphasis-unpaired",
                "这个“**”没有配对，会照样显示",
                "要加粗就在另一头也写 **；不加粗就改为：" + Slip.mendedLine(leaf.text(), last, last + 2, ""));
    }

    /** In a paragraph, whose lines may look like headings, items or boxes. */
    void inLines(Leaf leaf, String literal) {
        IN_LINES.forEach(slip -> slip.look(leaf, literal, lines, diagnostics));
    }

    /** A picture whose mark is the wide one is a link to its file. */
    void wideBang(Leaf leaf, int from, int to) {
        String picture = "!" + leaf.text().substring(from + 1, to);
        String line = Slip.mendedLine(leaf.text(), from, to, picture);
        diagnostics.warning(lines.where(leaf.offset(from)), "fullwidth-link", "图片前面的“！”是全角的，只会成为链接", "改为：" + line);
    }

    private void symbols(Leaf leaf, String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            boolean high = c >= '\uDB80' && c <= '\uDBFF';
            if (c < '\uDB80' || !high && (c < '\uE000' || c > '\uF8FF')) {
                continue;
            }
            int end = high ? Math.min(literal.length(), i + 2) : i + 1;
            boolean begins = i == 0 || literal.charAt(i - 1) == '\n';
            String instead = begins ? "- " : SYMBOLS.getOrDefault(c, "");
            int after = begins ? LinkParts.blankEnd(leaf.text(), end) : end;
            String line = Slip.mendedLine(leaf.text(), i, after, instead);
            diagnostics.warning(
                    lines.where(leaf.offset(i)),
                    "private-use",
                    PrivateUse.called(literal.codePointAt(i)),
                    instead.isEmpty() ? "删去它，重新输入这个符号" : "改为：" + line);
            i = end - 1;
        }
    }
}
