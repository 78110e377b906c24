package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Event.Place;
import io.zhibu.unicode.Forbidden;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of Markdown tells its writer. Changes nothing. */
final class Warnings {
    private static final Pattern FULL_WIDTH_LINK = Pattern.compile(
            "[\\[［][^\\[\\]［］\n]{1,200}[\\]］]（([^（）\n]{1,300})）|［[^\\[\\]［］\n]{1,200}］\\(([^()\n]{1,300})\\)");
    private static final Pattern LIKE_A_TARGET = Pattern.compile("[/#.:／．：]");

    /** Not {@code #1} nor {@code #三亮#}: a number and a topic. */
    private static final Pattern UNPARTED = Pattern.compile("(?m)^(#{1,6})(?=[^\\s#0-9])[^#\n]*$");

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

    void forbiddenHtml(String start, int offset) {
        diagnostics.warning(
                lines.where(offset),
                "html-forbidden",
                "不允许的 HTML，当作文字显示：“" + start + "”",
                "用 Markdown 的写法代替，或删去它；要写的就是这几个字，写成 `" + start + "`");
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

    void ofSlips(Leaf leaf) {
        String s = leaf.text();
        for (Matcher marks = UNPARTED.matcher(s); s.indexOf('#') >= 0 && marks.find(); ) {
            diagnostics.warning(
                    lines.where(leaf.offset(marks.start())),
                    "heading-space",
                    "行首的“" + marks.group(1) + "”后面没有空格，不会成为标题",
                    "在“" + marks.group(1) + "”后面空一格；不是标题就写成 \\" + marks.group(1));
        }
        for (int at = s.indexOf('＃'); at >= 0; at = s.indexOf('＃', at + 1)) {
            if (at == 0 || s.charAt(at - 1) == '\n') {
                fullWidthHeading(leaf.offset(at));
            }
        }
        if (s.indexOf('（') < 0 && s.indexOf('［') < 0) {
            return;
        }
        Matcher slip = FULL_WIDTH_LINK.matcher(s);
        while (slip.find()) {
            String target = slip.group(1) == null ? slip.group(2) : slip.group(1);
            if (LIKE_A_TARGET.matcher(target).find()) {
                diagnostics.warning(
                        lines.where(leaf.offset(slip.start())),
                        "fullwidth-link",
                        "链接用了全角括号，不会成为链接",
                        "改为半角的方括号和圆括号：[文字](网址)");
            }
        }
    }

    private void fullWidthHeading(int offset) {
        diagnostics.warning(lines.where(offset), "fullwidth-heading", "行首是全角的“＃”，不会成为标题", "改为半角的“# ”，后面空一格");
    }

    void unknownBox(String kind, Set<String> kinds, int offset) {
        diagnostics.warning(
                lines.where(offset), "admonition-kind", "没有“" + kind + "”这一种提示框，按“说明”处理", Nearest.hint(kind, kinds));
    }

    void tooDeep(int offset, int deepest) {
        diagnostics.error(lines.where(offset), "markdown-too-deep", "嵌套超过 " + deepest + " 层，更深的层次已去掉", "减少引用、列表或强调的层数");
    }
}
