package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.docx.Manuscript;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Paragraph.Role;
import io.zhibu.docx.Remark;
import io.zhibu.docx.Remark.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a manuscript was lost, changed or guessed, for whoever goes on with the entry. */
final class Telling {
    private static final Set<Kind> LOST = Set.of(
            Kind.OBJECT, Kind.SHAPE, Kind.PICTURE, Kind.HIDDEN, Kind.SYMBOL, Kind.INSERTED, Kind.EQUATION, Kind.NESTED);
    private static final Set<Kind> TOGETHER =
            Set.of(Kind.FORMATTING, Kind.FIELD, Kind.BOOKMARK, Kind.RUBY, Kind.CONTROL);
    private static final int LONGEST = 2000;
    private static final int FEW = 12;

    private final Where file;
    private final Diagnostics diagnostics;

    /** @param file that was imported */
    Telling(Where file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void tell(Manuscript manuscript, Outline outline, Composition composition) {
        remarks(manuscript.remarks());
        contents(outline);
        headings(outline);
        Map<Composition.Changed.Kind, List<Composition.Changed>> byKind = composition.changed().stream()
                .collect(Collectors.groupingBy(Composition.Changed::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.forEach(this::changed);
    }

    private void remarks(List<Remark> remarks) {
        remarks.stream().filter(one -> !TOGETHER.contains(one.kind())).forEach(this::remark);
        remarks.stream()
                .filter(one -> TOGETHER.contains(one.kind()))
                .collect(Collectors.groupingBy(
                        one -> one.kind() + one.detail(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::together);
    }

    private void remark(Remark one) {
        Where where = file.at(one.place().paragraph(), 0);
        String rule = rule(one.kind());
        String what = one.place() + "有" + one.kind().label() + (one.detail().isEmpty() ? "" : "（" + one.detail() + "）")
                + "，" + became(one) + words(one.text());
        if (LOST.contains(one.kind())) {
            diagnostics.warning(where, rule, what, remedy(one.kind()));
        } else {
            diagnostics.notice(where, rule, what, remedy(one.kind()));
        }
    }

    private void together(List<Remark> same) {
        Remark first = same.get(0);
        String texts = same.stream()
                .map(Remark::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
        boolean lost = first.kind() == Kind.FIELD && first.detail().matches("EQ|SYMBOL");
        String what = first.kind().label() + (first.detail().isEmpty() ? "" : "（" + first.detail() + "）") + " "
                + same.size() + " 处，第一处在" + first.place() + "，" + (lost ? "没有收" : became(first)) + words(texts);
        Where where = file.at(first.place().paragraph(), 0);
        if (lost) {
            diagnostics.warning(where, rule(first.kind()), what, "照 Word 里看到的样子，在正文里补上");
        } else {
            diagnostics.notice(where, rule(first.kind()), what, remedy(first.kind()));
        }
    }

    private static String rule(Kind kind) {
        return "word-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String became(Remark one) {
        return switch (one.kind()) {
            case TEXT_BOX -> "里面的文字放在这一段后面";
            case EQUATION -> "改成了一行文字";
            case DIAGRAM -> one.text().isEmpty() ? "没有收" : "里面的文字成了列表";
            case CHART -> one.text().isEmpty() ? "没有收" : "里面的数成了表格";
            case FIELD, CONTROL -> "照显示的文字收";
            case FORMATTING -> "文字不受影响";
            case NESTED -> "拆成了文字";
            case BOOKMARK -> "只留下文字";
            case RUBY -> "注在字上面的没有收";
            default -> "没有收";
        };
    }

    private static String words(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return "";
        }
        return "：“" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "……共 " + line.length() + " 字")
                + "”";
    }

    private static String remedy(Kind kind) {
        return switch (kind) {
            case TEXT_BOX -> "看它该在哪里，移过去";
            case EQUATION -> "对照 Word 核对；复杂的公式截成图片放进来";
            case DIAGRAM -> "看列表说不说得清；说不清就在 Word 里“另存为图片”放进来";
            case CHART -> "看表格说不说得清；要图就在 Word 里复制、“选择性粘贴→图片（PNG）”再导入";
            case OBJECT -> "表格复制成 Word 自己的表格；文件另存出来，作附件放在条目旁边";
            case SHAPE -> "要紧的截成图片，用“插入→图片”放进 Word 再导入；里面的话自己补";
            case PICTURE -> "不要这张图就不管";
            case HIDDEN -> "要的就在 Word 里取消“隐藏”再导入";
            case SYMBOL -> "照 Word 里看到的样子，在正文里补上";
            case HEADER, FOOTER -> "一般不要；要的自己补进正文";
            case INSERTED -> "在 Word 里打开，“另存为”.docx，再导入";
            case FIELD, CONTROL -> "日期、编号这些会变的，核对一下";
            case FORMATTING -> "不用管";
            case NESTED -> "看读得通读不通，不通就拆成两个表格";
            case BOOKMARK -> "要的改成站内链接";
            case MACRO -> "不用管";
            default -> "核对一下";
        };
    }

    private void contents(Outline outline) {
        List<Paragraph> lines = outline.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(one -> one.look().role() == Role.CONTENTS)
                .filter(one -> !Outline.said(one).isEmpty())
                .toList();
        if (!lines.isEmpty()) {
            String text = lines.stream().map(Outline::said).collect(Collectors.joining(" / "));
            diagnostics.notice(
                    file.at(lines.get(0).place().paragraph(), 0),
                    "word-contents",
                    "目录 " + lines.size() + " 行没有收" + words(text),
                    "网页自己有目录");
        }
    }

    private void headings(Outline outline) {
        List<Paragraph> guessed = outline.guessed();
        if (!guessed.isEmpty()) {
            String some = guessed.stream().limit(FEW).map(Outline::said).collect(Collectors.joining("、"));
            diagnostics.notice(
                    file.at(guessed.get(0).place().paragraph(), 0),
                    "word-heading",
                    "没有用标题样式，按编号或加粗猜作标题的 " + guessed.size() + " 处：" + some + (guessed.size() > FEW ? "……" : ""),
                    "不是标题的，去掉行首的 # 号");
        }
    }

    private void changed(Composition.Changed.Kind kind, List<Composition.Changed> same) {
        int times = same.stream().mapToInt(Composition.Changed::times).sum();
        diagnostics.notice(
                file.at(same.get(0).place().paragraph(), 0),
                "word-" + kind.name().toLowerCase(java.util.Locale.ROOT),
                kind.label() + "，" + times + " 处，第一处在" + same.get(0).place(),
                "对照 Word 核对一下");
    }
}
