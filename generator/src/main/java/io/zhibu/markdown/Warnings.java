package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Event.Place;
import io.zhibu.unicode.Forbidden;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** What a reader of Markdown tells its writer. Changes nothing. */
final class Warnings {
    private static final Pattern PASTED = Pattern.compile("(?i)<t(?:able|r|d)\\b");
    private static final int FEW = 3;

    private final Lines lines;
    private final Diagnostics diagnostics;

    Warnings(Lines lines, Diagnostics diagnostics) {
        this.lines = lines;
        this.diagnostics = diagnostics;
    }

    boolean isDangerous(String target, int offset) {
        boolean dangerous = SafeTargets.isDangerous(target);
        if (dangerous) {
            diagnostics.warning(lines.where(offset), "link-scheme", "链接指向的是代码，不是网址，已去掉", "改为 https:// 开头的网址，或站内文件的路径");
        }
        return dangerous;
    }

    /** A reference by number may stand for what no text may hold. */
    void ofReference(String s, int at, int end, int offset) {
        int c = Escapes.number(s, at, end);
        if (c >= 0 && (c > Character.MAX_CODE_POINT || Forbidden.is(c))) {
            String made = c > Character.MAX_CODE_POINT ? "不代表任何字符的编码" : Forbidden.called(c);
            diagnostics.error(
                    lines.where(offset),
                    "control-character",
                    "“" + s.substring(at, end) + "”写出的是" + made,
                    "删去“" + s.substring(at, end) + "”，直接输入要写的字");
        } else if (c == Forbidden.LOST) {
            diagnostics.warning(
                    lines.where(offset),
                    "character-lost",
                    "“" + s.substring(at, end) + "”写出的是“\uFFFD”：原来的字丢了",
                    "对照原稿，把丢了的字补上");
        }
    }

    /** Of all the references in something that isn't taken apart into text: a link's target, HTML. */
    void ofReferences(String s, int from, int to, IntUnaryOperator offset) {
        for (int at = s.indexOf("&#", from); at >= 0 && at < to; at = s.indexOf("&#", at + 1)) {
            int end = Escapes.referenceEnd(s, at);
            if (end > 0) {
                ofReference(s, at, end, offset.applyAsInt(at));
            }
        }
    }

    /** Of a definition that stands elsewhere. */
    void ofTarget(References.Target target, int offset) {
        String text = target.destination() + " " + target.title();
        Forbidden.first(text)
                .ifPresent(at -> diagnostics.error(
                        lines.where(offset),
                        "control-character",
                        "这个链接的网址或标题里写出的是" + Forbidden.called(text.codePointAt(at)),
                        "在写网址的那一行删去以 &# 开头的那一段"));
    }

    void removedAttribute(String tag, String attribute, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "html-removed",
                "不允许的 HTML 已去掉：<" + tag + "> 的 " + attribute,
                "用 Markdown 的写法代替，或删去这一处");
    }

    /** Of a table that came with all its looks. */
    boolean isPasted(String html, int removed) {
        return removed > FEW && PASTED.matcher(html).find();
    }

    void pastedTable(int removed, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "html-removed",
                "像是从 Word 粘贴来的表格，" + removed + " 处不允许的 HTML 属性已去掉",
                "用 Markdown 重写这个表格：一行写成 | 甲 | 乙 |，表头下面加一行 |---|---|");
    }

    void forbiddenHtml(String start, int offset) {
        boolean embedded = start.regionMatches(true, 0, "<iframe", 0, 7);
        diagnostics.warning(
                lines.where(offset),
                "html-forbidden",
                "不允许的 HTML，当作文字显示：“" + start + "”",
                embedded ? "嵌入的网页断了网就看不到：改成链接 [名称](网址)" : "用 Markdown 的写法代替，或删去它；要写的就是这几个字，写成 `" + start + "`");
    }

    void brokenHtml(String start, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "html-broken",
                "“" + start + "”没有写完，当作文字显示",
                start.startsWith("<!--") ? "在注释末尾补上 -->，或删去它" : "补全这个标签，或删去它；要写的就是这几个字，写成 `" + start + "`");
    }

    void unpairedHtml(String tag, Place place) {
        boolean closing = tag.startsWith("</");
        String name = tag.replaceFirst("(?s)^</?([A-Za-z0-9-]*).*", "$1");
        diagnostics.warning(
                lines.where(place),
                "html-unpaired",
                closing ? "“" + tag + "”前面没有对应的 <" + name + ">，当作文字显示" : "<" + name + "> 没有在同一段或同一层里结束，当作文字显示",
                closing ? "删去它，或在前面补上 <" + name + ">" : "在后面补上 </" + name + ">，或删去它");
    }

    void commentInComment(int offset) {
        diagnostics.warning(
                lines.where(offset), "html-comment", "这个注释里又有“<!--”，前面的注释可能忘了结束；到“-->”为止的文字都不显示", "在前面的注释末尾补上 -->");
    }

    /** Whether the picture's bytes stand in its address, as Word and Typora paste it. */
    boolean isInside(String target, int offset) {
        boolean inside = target.strip().regionMatches(true, 0, "data:", 0, 5);
        if (inside) {
            diagnostics.warning(
                    lines.where(offset),
                    "picture-inside",
                    "图片的内容直接贴在正文里（data:…），没有显示",
                    "把图片另存为文件，放在这一篇旁边，改为：![图上有什么](文件名.png)");
        }
        return inside;
    }

    void noteTwice(String label, int offset) {
        diagnostics.warning(
                lines.where(offset), "note-twice", "脚注“" + label + "”写了两次，这一处不会显示", "换一个代号，正文里也写这个代号；重复的就删去");
    }

    void noteUnused(String label, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "note-unused",
                "脚注“" + label + "”没有地方用到，不会显示",
                "在正文要加注的地方写 [^" + label + "]；不用了就删去这条脚注");
    }

    /** @param labels of the notes that are there */
    void noteMissing(String label, List<String> labels, int offset) {
        String write = "另起一段写注文：[^" + label + "]: …";
        diagnostics.warning(
                lines.where(offset),
                "note-missing",
                "没有脚注“" + label + "”，“[^" + label + "]”会照样显示",
                Nearest.to(label, labels)
                        .filter(near -> label.length() > 1)
                        .map(near -> "是“[^" + near + "]”吗？不是就" + write)
                        .orElse(write));
    }

    void indentedText(String line, int offset) {
        diagnostics.warning(lines.where(offset), "indented-text", "行首空了四格，这一段会成为代码", "删去行首的空格，改为：" + line);
    }

    void uselessDefinition(String label, String target, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "definition-unused",
                "“[" + label + "]:”这样写是链接的网址，没有地方用到，后面的字不会显示",
                "是脚注就改为：[^" + label + "]: " + target + "；是正文就把冒号写成全角");
    }

    /** A row's surplus. */
    void cellLost(String lost, int head, int row, String mended, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "table-cell-lost",
                "表头有 " + head + " 格，这一行有 " + row + " 格，多出的“" + lost + "”不会显示",
                "竖线是文字就改为：" + mended + "；是另一格就在表头和横线行各添一格");
    }

    void cellCut(String mended, int offset) {
        diagnostics.warning(lines.where(offset), "table-cell-cut", "代码里的竖线把这一格切成了两格", "改为：" + mended);
    }

    void rowWithoutBars(int offset) {
        diagnostics.warning(lines.where(offset), "table-line", "这一行没有竖线，紧跟着表格，成了表格里的一格", "前面空一行，就是另一段");
    }

    void noTable(String message, String hint, int offset) {
        diagnostics.warning(lines.where(offset), "table-form", message, hint);
    }

    void unknownBox(String kind, Set<String> kinds, int offset) {
        diagnostics.warning(
                lines.where(offset), "admonition-kind", "没有“" + kind + "”这一种提示框，按“说明”处理", Nearest.hint(kind, kinds));
    }

    void tooDeep(int offset, int deepest) {
        diagnostics.error(lines.where(offset), "markdown-too-deep", "嵌套超过 " + deepest + " 层，更深的层次已去掉", "减少引用、列表或强调的层数");
    }
}
