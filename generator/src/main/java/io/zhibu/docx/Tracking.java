package io.zhibu.docx;

import java.util.Map;
import java.util.Set;

/** Finds changes that nobody has accepted yet, and comments. */
final class Tracking {
    private static final Map<String, String> CHANGES = Map.of(
            "w:ins", "插入",
            "w:del", "删除",
            "w:moveFrom", "移走",
            "w:moveTo", "移来",
            "w:cellIns", "插入的单元格",
            "w:cellDel", "删除的单元格",
            "w:cellMerge", "合并的单元格");
    private static final Set<String> FORMATTING = Set.of(
            "w:rPrChange",
            "w:pPrChange",
            "w:tblPrChange",
            "w:trPrChange",
            "w:tcPrChange",
            "w:sectPrChange",
            "w:tblGridChange",
            "w:tblPrExChange",
            "w:numberingChange");

    private Tracking() {}

    /** @param paragraph looked at with all in it, but for paragraphs in text boxes */
    static void look(Element paragraph, Place place, Course course, Map<String, String> comments) {
        for (Element child : paragraph.children()) {
            if (CHANGES.containsKey(child.name())) {
                String text = words(child);
                course.remark(
                        Remark.Kind.TRACKED,
                        place,
                        CHANGES.get(child.name()),
                        text.isBlank() ? "（段落标记或图）" : Place.first(text));
            } else if (FORMATTING.contains(child.name())) {
                course.remark(Remark.Kind.FORMATTING, place, "", "");
            } else if (child.is("w:commentReference")) {
                course.remark(
                        Remark.Kind.COMMENT,
                        place,
                        "",
                        Place.first(comments.getOrDefault(child.attribute("w:id"), "")));
            } else if (!child.is("w:txbxContent") && !child.is("w:p")) {
                look(child, place, course, comments);
            }
        }
    }

    static String words(Element element) {
        StringBuilder text = new StringBuilder();
        element.walk(one -> {
            if (one.is("w:t") || one.is("w:delText") || one.is("a:t") || one.is("m:t")) {
                text.append(one.text());
            } else if (one.is("w:p") && !text.isEmpty()) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
