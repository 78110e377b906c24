package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Set;
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

    void ofHtml(String html, int offset) {
        List<Cleaning.Removed> all = Cleaning.removedFrom(html);
        if (all.size() > FEW && PASTED.matcher(html).find()) {
            diagnostics.warning(
                    lines.where(offset),
                    "html-removed",
                    "像是从 Word 粘贴来的表格，" + all.size() + " 处不允许的 HTML 已去掉："
                            + all.get(0).what() + " 等",
                    "用 Markdown 重写这个表格：一行写成 | 甲 | 乙 |，表头下面加一行 |---|---|");
            return;
        }
        for (Cleaning.Removed removed : all) {
            Where where = lines.where(offset + removed.at());
            String hint = removed.what().equals("<iframe>") ? "嵌入的网页断了网就看不到：改成链接 [名称](网址)" : "用 Markdown 的写法代替，或删去这一处";
            diagnostics.warning(where, "html-removed", "不允许的 HTML 已去掉：" + removed.what(), hint);
        }
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
