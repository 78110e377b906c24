package io.zhibu.docx;

import io.zhibu.docx.Remark.Kind;
import io.zhibu.docx.Span.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The line or lines of one paragraph. */
final class LineReading {
    private final Course course;
    private final BodyReading body;
    private final Relations relations;
    private final Place place;
    private final String style;
    private final List<Span> spans = new ArrayList<>();
    private final List<Block> after = new ArrayList<>();
    private double size;
    private boolean contents;

    /** @param style of the paragraph */
    LineReading(Course course, BodyReading body, Relations relations, Place place, String style) {
        this.course = course;
        this.body = body;
        this.relations = relations;
        this.place = place;
        this.style = style;
    }

    void read(Element paragraph) throws IOException {
        contents = course.fields.inContents();
        inlines(paragraph, Optional.empty());
    }

    List<Span> spans() {
        return spans;
    }

    /** Blocks that stand in it, such as boxes of text. */
    List<Block> after() {
        return after;
    }

    /** Of its first words, in points; 0 if it has none. */
    double size() {
        return size;
    }

    /** Whether it belongs to a table of contents. */
    boolean isContents() {
        return contents;
    }

    private void inlines(Element parent, Optional<String> link) throws IOException {
        for (Element child : parent.children()) {
            inline(child, link);
        }
    }

    private void inline(Element one, Optional<String> link) throws IOException {
        switch (one.name()) {
            case "w:r" -> run(one, link);
            case "w:hyperlink" -> inlines(one, target(one).or(() -> link));
            case "w:fldSimple" -> {
                Fields.Field field = Fields.of(one.attribute("w:instr"));
                inlines(one, field.link().or(() -> link));
                ended(field, Tracking.words(one));
            }
            case "m:oMath", "m:oMathPara" -> {
                String text = Equations.text(one);
                add(text, Face.PLAIN, link);
                course.remark(Kind.EQUATION, place, "", text);
            }
            case "w:sdt" -> {
                control(one);
                Optional<Element> content = one.child("w:sdtContent");
                if (content.isPresent()) {
                    inlines(content.get(), link);
                }
            }
            case "mc:AlternateContent" -> {
                Optional<Element> way = one.child("mc:Choice").or(() -> one.child("mc:Fallback"));
                if (way.isPresent()) {
                    inlines(way.get(), link);
                }
            }
            case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo" -> inlines(one, link);
            case "w:p" -> after.addAll(body.blocks(List.of(one)));
            default -> {}
        }
    }

    /** What a form would fill in is told where it chooses by itself. */
    private void control(Element one) {
        Optional<Element> look = one.child("w:sdtPr");
        for (String kind : List.of("w:dropDownList", "w:comboBox", "w:date", "w14:checkbox")) {
            if (look.flatMap(all -> all.child(kind)).isPresent()) {
                course.remark(Kind.CONTROL, place, "", Tracking.words(one));
            }
        }
    }

    private Optional<String> target(Element hyperlink) {
        Optional<Relations.Relation> relation = relations.byId(hyperlink.attribute("r:id"));
        if (relation.isEmpty() || !relation.get().outside()) {
            if (!hyperlink.attribute("w:anchor").isEmpty() && !contents) {
                course.remark(Kind.BOOKMARK, place, "", Tracking.words(hyperlink));
            }
            return Optional.empty();
        }
        return Optional.of(relation.get().target());
    }

    private void run(Element run, Optional<String> link) throws IOException {
        Face face = course.faces.face(run, style);
        boolean hidden = course.faces.isHidden(run, style);
        for (Element one : run.children()) {
            boolean mark = one.is("w:fldChar") || one.is("w:instrText");
            if (!mark && course.fields.isCode()) {
                continue;
            }
            if (hidden && one.is("w:t")) {
                course.remark(Kind.HIDDEN, place, "", one.text());
                course.count(one.text());
                continue;
            }
            piece(one, run, face, link.or(course.fields::link));
        }
    }

    private void piece(Element one, Element run, Face face, Optional<String> link) throws IOException {
        switch (one.name()) {
            case "w:t" -> {
                size = size == 0 && !one.text().isBlank() ? course.faces.size(run, style) : size;
                add(one.text(), face, link);
            }
            case "w:tab", "w:ptab" -> add(" ", face, link);
            case "w:noBreakHyphen" -> add("-", face, link);
            case "w:br" -> {
                if (!one.attribute("w:type").matches("page|column")) {
                    spans.add(new Span.LineBreak());
                }
            }
            case "w:cr" -> spans.add(new Span.LineBreak());
            case "w:sym" -> symbol(one, face, link);
            case "w:footnoteReference" -> note("footnotes", one);
            case "w:endnoteReference" -> note("endnotes", one);
            case "w:drawing", "w:pict", "w:object" ->
                new Drawing(course, relations, place, spans, after, body).read(one);
            case "w:fldChar" -> field(one);
            case "w:instrText" -> course.fields.code(one.text());
            case "w:ruby" -> ruby(one, link);
            case "mc:AlternateContent" -> {
                Optional<Element> way = one.child("mc:Choice").or(() -> one.child("mc:Fallback"));
                for (Element inner : way.map(Element::children).orElse(List.of())) {
                    piece(inner, run, face, link);
                }
            }
            case "w:contentPart" -> course.remark(Kind.SHAPE, place, "手写的笔迹", "");
            default -> {}
        }
    }

    private void symbol(Element one, Face face, Optional<String> link) {
        String font = one.attribute("w:font");
        Optional<String> text = Symbols.text(font, one.attribute("w:char"));
        if (text.isPresent()) {
            add(text.get(), face, link);
        } else {
            course.remark(Kind.SYMBOL, place, font + " 的 " + one.attribute("w:char"), "");
        }
    }

    private void note(String part, Element one) {
        spans.add(new Span.NoteMark(course.note(part, one.attribute("w:id"))));
    }

    private void field(Element one) {
        switch (one.attribute("w:fldCharType")) {
            case "begin" -> course.fields.begin();
            case "separate" -> {
                course.fields.show();
                contents |= course.fields.inContents();
            }
            case "end" -> course.fields.end().ifPresent(field -> ended(field, ""));
            default -> {}
        }
    }

    private void ended(Fields.Field field, String shown) {
        if (field.enclosed().isPresent()) {
            String sign = field.enclosed().get();
            add("(" + sign + ")", Face.PLAIN, Optional.empty());
            course.remark(Kind.FIELD, place, "带圈字符，改成了括号", "(" + sign + ")");
        } else if (field.link().isEmpty() && !field.verb().matches("TOC|PAGEREF|HYPERLINK|")) {
            boolean lost = field.verb().equals("EQ") || field.verb().equals("SYMBOL");
            course.remark(Kind.FIELD, place, field.verb(), lost ? field.code() : shown);
        }
    }

    private void ruby(Element ruby, Optional<String> link) throws IOException {
        Optional<Element> base = ruby.child("w:rubyBase");
        if (base.isPresent()) {
            inlines(base.get(), link);
        }
        String over = ruby.child("w:rt").map(Tracking::words).orElse("");
        course.remark(Kind.RUBY, place, "", over);
    }

    private void add(String text, Face face, Optional<String> link) {
        if (text.isEmpty()) {
            return;
        }
        course.count(text);
        int last = spans.size() - 1;
        if (last >= 0
                && spans.get(last) instanceof Span.Words before
                && before.face().equals(face)
                && before.link().equals(link)
                && before.text().length() < 2000) {
            spans.set(last, new Span.Words(before.text() + text, face, link));
        } else {
            spans.add(new Span.Words(text, face, link));
        }
    }
}
