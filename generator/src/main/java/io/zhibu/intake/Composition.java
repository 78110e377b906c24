package io.zhibu.intake;

import io.zhibu.docx.Block;
import io.zhibu.docx.Manuscript;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Paragraph.Label;
import io.zhibu.docx.Paragraph.Role;
import io.zhibu.docx.Place;
import io.zhibu.docx.Span;
import io.zhibu.docx.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an entry in Markdown. */
final class Composition {
    static final String UNWRITTEN_ALT = "待写：图上有什么";

    private static final Pattern CAPTION = Pattern.compile("图\\s*[0-9一二三四五六七八九十].*");
    private static final Pattern DOT = Pattern.compile("[•·●○■□◆◇▪▲►➢➤❖◎]\\s*(?=\\S)|[-－–*]\\s+(?=\\S)");
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,3})[.．、](?!\\d)\\s*");
    /** What programs write there by themselves. */
    private static final Pattern NO_ALT = Pattern.compile(
            "(?is)(?:图片|图像|picture|image|图形|对象|object)\\s*\\d*|.*\\.(?:png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)|.*(?:自动生成的说明|automatically generated|描述已自动生成).*|[0-9A-Fa-f_-]{8,}");

    private final Manuscript manuscript;
    private final Outline outline;
    private final Set<Paragraph> leftOut;
    private final String folder;
    private final Map<String, String> pictures = new LinkedHashMap<>();
    private final Map<Paragraph, String> captions = new IdentityHashMap<>();
    private final Set<Paragraph> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> chunks = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    /** Marks of notes that wait for the next words. */
    private final List<Span.NoteMark> pending = new ArrayList<>();

    private final TableWriting tables = new TableWriting(paragraph -> inline(paragraph, true, "\n"));
    private int counted;
    /** How many chunks there were when the last quotation ended. */
    private int quotedLast = -1;

    private boolean inList;
    private String list = "";
    private List<Integer> indents = new ArrayList<>();
    private char counter = '.';

    /**
     * Something that reads otherwise than in Word.
     *
     * @param what in Chinese, with how often
     */
    record Changed(Place place, Kind kind, int times) {
        enum Kind {
            WIDENED("半角标点改成了全角"),
            DROPPED("去掉了图形字体的符号"),
            MERGED("合并的单元格：竖着合并的每行都写，横着合并的只写第一格"),
            BOX("只有一格的表格成了引用"),
            UNLINKED("链接指向网页以外的地方，只留下文字");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            String label() {
                return label;
            }
        }
    }

    /**
     * @param leftOut paragraphs that the front matter says already
     * @param folder of the entry's pictures, from the entry
     */
    Composition(Manuscript manuscript, Outline outline, Set<Paragraph> leftOut, String folder) {
        this.manuscript = manuscript;
        this.outline = outline;
        this.leftOut = leftOut;
        this.folder = folder;
        captions(outline.blocks());
        outline.blocks().forEach(this::block);
        endList();
        if (!pending.isEmpty()) {
            chunks.add(pending.stream().map(mark -> mark(mark.note())).collect(Collectors.joining()));
        }
        notes();
    }

    String markdown() {
        return chunks.isEmpty() ? "" : String.join("\n\n", chunks) + "\n";
    }

    /** Blocks that stand apart. */
    List<String> chunks() {
        return List.copyOf(chunks);
    }

    /** File names by names in the manuscript, for pictures that are shown. */
    Map<String, String> pictures() {
        return pictures;
    }

    List<Changed> changed() {
        return changed;
    }

    private void block(Block block) {
        if (block instanceof Table table) {
            endList();
            table(table);
        } else if (block instanceof Paragraph paragraph && leftOut.contains(paragraph)) {
            leave(paragraph);
        } else if (block instanceof Paragraph paragraph && !taken.contains(paragraph)) {
            paragraph(paragraph);
        }
    }

    /** Its words stand in the front matter; what else is in it goes on to the text. */
    private void leave(Paragraph paragraph) {
        for (Span span : paragraph.spans()) {
            if (span instanceof Span.NoteMark mark) {
                pending.add(mark);
            } else if (span instanceof Span.Image image) {
                endList();
                chunks.add(picture(image, paragraph));
            }
        }
    }

    private void table(Table table) {
        boolean box = table.rows().size() == 1 && table.rows().get(0).size() == 1;
        if (box) {
            List<Block> inner = table.rows().get(0).get(0).blocks();
            String text = inner.stream()
                    .map(one -> one instanceof Paragraph paragraph
                            ? labelled(paragraph, inline(paragraph, true, "\\\n"))
                            : String.join("\n\n", tables.markdown((Table) one)))
                    .filter(one -> !one.isBlank())
                    .collect(Collectors.joining("\n\n"));
            if (!text.isBlank()) {
                chunks.add(text.lines()
                        .map(line -> line.isEmpty() ? ">" : "> " + line)
                        .collect(Collectors.joining("\n")));
                changed.add(new Changed(table.place(), Changed.Kind.BOX, 1));
            }
            return;
        }
        int before = tables.merged();
        chunks.addAll(tables.markdown(table));
        if (tables.merged() > before) {
            changed.add(new Changed(table.place(), Changed.Kind.MERGED, tables.merged() - before));
        }
    }

    private static String labelled(Paragraph paragraph, String text) {
        return Escape.lineStart(
                paragraph.label().map(one -> Escape.text(one.text())).orElse("") + text);
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.look().role() == Role.CONTENTS) {
            return;
        }
        if (outline.level(paragraph).isPresent()) {
            endList();
            String text = inline(paragraph, false, " ").replace("#", "\\#");
            String label = paragraph
                    .label()
                    .filter(one -> !one.bullet())
                    .map(one -> Escape.text(one.text()) + (one.text().matches(".*[.\\d]") ? " " : ""))
                    .orElse("");
            if (!(label + text).isBlank()) {
                chunks.add("#".repeat(outline.level(paragraph).get()) + " " + label + text);
            }
            return;
        }
        if (onlyPictures(paragraph)) {
            endList();
            paragraph.spans().stream()
                    .filter(Span.Image.class::isInstance)
                    .forEach(image -> chunks.add(picture((Span.Image) image, paragraph)));
            return;
        }
        Flow flow = flow(paragraph);
        if (!flow.text().isEmpty()) {
            pending.forEach(mark -> flow.letters().add(new Flow.Letter(Flow.OBJECT, mark)));
            pending.clear();
        }
        Line line = line(paragraph, true, "\\\n");
        Label label = paragraph.label().orElse(null);
        if (label == null && paragraph.look().role() == Role.QUOTE) {
            quote(line.markdown(flow));
        } else if (label == null) {
            typed(paragraph, flow, line);
        } else if (label.bullet() || label.number() > 0) {
            item(label.list(), label.depth(), label.bullet() ? 0 : label.number(), line.markdown(flow));
        } else {
            endList();
            chunks.add(Escape.lineStart(Escape.text(label.text()) + line.markdown(flow)));
        }
    }

    /** Paragraphs that follow each other are one quotation. */
    private void quote(String text) {
        if (text.isBlank()) {
            return;
        }
        endList();
        String quoted = "> " + text.replace("\n", "\n> ");
        int last = chunks.size() - 1;
        if (quotedLast == chunks.size() && last >= 0) {
            chunks.set(last, chunks.get(last) + "\n>\n" + quoted);
        } else {
            chunks.add(quoted);
        }
        quotedLast = chunks.size();
    }

    /** A dot or a number that was typed makes an item too. */
    private void typed(Paragraph paragraph, Flow flow, Line line) {
        String plain = flow.text();
        Matcher dot = DOT.matcher(plain);
        Matcher number = COUNTED.matcher(plain);
        boolean pictured = flow.dropped() > 0 && firstIsDropped(paragraph);
        if (pictured || dot.lookingAt()) {
            flow.cut(pictured ? 0 : plain.codePointCount(0, dot.end()));
            item("typed-dot", 0, 0, line.markdown(flow));
        } else if (number.lookingAt() && number.end() < plain.length()) {
            flow.cut(number.end());
            item("typed", 0, Integer.parseInt(number.group(1)), line.markdown(flow));
        } else {
            String text = line.markdown(flow);
            if (!text.isBlank()) {
                endList();
                chunks.add(text);
            }
        }
    }

    private static boolean firstIsDropped(Paragraph paragraph) {
        return paragraph.text().strip().codePoints().limit(1).anyMatch(c -> c >= 0xE000 && c <= 0xF8FF);
    }

    /** @param number 0 for a dot */
    private void item(String name, int depth, int number, String text) {
        if (text.isBlank()) {
            return;
        }
        String kind = name + (number == 0 ? "•" : "1");
        boolean goesOn = inList && (depth > 0 || list.equals(kind) && !(number == 1 && counted > 0));
        if (!goesOn) {
            boolean follows = inList;
            endList();
            // Two lists that follow each other would be one, were their numbers written alike.
            counter = follows && number > 0 && list.endsWith("1") && counter == '.' ? ')' : '.';
            indents = new ArrayList<>();
            list = kind;
            chunks.add("");
        }
        int level = Math.min(depth, indents.size());
        while (indents.size() > level) {
            indents.remove(indents.size() - 1);
        }
        int indent = indents.stream().mapToInt(Integer::intValue).sum();
        String mark = number == 0 ? "- " : number + String.valueOf(counter) + " ";
        indents.add(mark.length());
        String inner = "\n" + " ".repeat(indent + mark.length());
        String item = " ".repeat(indent) + mark + task(text).replace("\n", inner);
        int last = chunks.size() - 1;
        chunks.set(last, chunks.get(last).isEmpty() ? item : chunks.get(last) + "\n" + item);
        counted = depth == 0 ? number : counted;
        inList = true;
    }

    /** A box before an item says that it is something to be done. */
    private static String task(String text) {
        return text.startsWith("☐ ")
                ? "[ ] " + text.substring(2)
                : text.startsWith("☑ ") ? "[x] " + text.substring(2) : Escape.lineStart(text);
    }

    private void endList() {
        inList = false;
        counted = 0;
        indents = new ArrayList<>();
    }

    private static boolean onlyPictures(Paragraph paragraph) {
        return paragraph.spans().stream().anyMatch(Span.Image.class::isInstance)
                && Flow.of(paragraph).text().isEmpty()
                && paragraph.spans().stream().noneMatch(Span.NoteMark.class::isInstance);
    }

    private void captions(List<Block> blocks) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph && !paragraph.spans().isEmpty()) {
                paragraphs.add(paragraph);
            } else if (block instanceof Table) {
                paragraphs.add(null);
            }
        }
        for (int at = 0; at < paragraphs.size(); at++) {
            if (paragraphs.get(at) != null && onlyPictures(paragraphs.get(at))) {
                caption(paragraphs, at, at + 1);
                if (!captions.containsKey(paragraphs.get(at))) {
                    caption(paragraphs, at, at - 1);
                }
            }
        }
    }

    private void caption(List<Paragraph> paragraphs, int picture, int beside) {
        Paragraph words = beside < 0 || beside >= paragraphs.size() ? null : paragraphs.get(beside);
        if (words == null
                || taken.contains(words)
                || outline.title().contains(words)
                || outline.level(words).isPresent()) {
            return;
        }
        String text = Outline.said(words);
        boolean plain = words.spans().stream()
                .allMatch(span -> span instanceof Span.Words one && one.link().isEmpty());
        if (plain
                && text.length() <= 80
                && (CAPTION.matcher(text).matches() || words.look().role() == Role.CAPTION && !text.startsWith("表"))) {
            captions.put(paragraphs.get(picture), text);
            taken.add(words);
        }
    }

    private String picture(Span.Image image, Paragraph paragraph) {
        String caption = captions.remove(paragraph);
        String alt = NO_ALT.matcher(image.alt().strip()).matches()
                ? ""
                : image.alt().strip().replaceAll("\\s+", " ");
        if (alt.isEmpty() && caption != null) {
            alt = caption.replaceFirst("^图\\s*[0-9一二三四五六七八九十]+(?:[-—.][0-9]+)?[\\s\u3000:：.、]*", "");
        }
        if (alt.isEmpty()) {
            alt = UNWRITTEN_ALT;
        }
        String title = caption == null ? "" : " \"" + Escape.text(caption).replace("\"", "\\\"") + "\"";
        return "![" + Escape.text(alt) + "](" + folder + "/" + file(image.part()) + title + ")";
    }

    private String file(String part) {
        return pictures.computeIfAbsent(
                part, name -> "tu-" + (pictures.size() + 1) + name.substring(name.lastIndexOf('.')));
    }

    private Line line(Paragraph paragraph, boolean faces, String lineBreak) {
        return new Line(
                span -> span instanceof Span.Image image
                        ? picture(image, paragraph)
                        : span instanceof Span.NoteMark mark ? mark(mark.note()) : "",
                faces,
                lineBreak);
    }

    private String mark(String note) {
        marks.add(note);
        return "[^" + note + "]";
    }

    private String inline(Paragraph paragraph, boolean faces, String lineBreak) {
        Flow flow = flow(paragraph);
        return line(paragraph, faces, lineBreak).markdown(flow);
    }

    private Flow flow(Paragraph paragraph) {
        Flow flow = Flow.of(paragraph);
        tell(paragraph, Changed.Kind.WIDENED, flow.widened());
        tell(paragraph, Changed.Kind.DROPPED, flow.dropped());
        int unlinked = (int) paragraph.spans().stream()
                .filter(span -> span instanceof Span.Words words
                        && words.link().isPresent()
                        && Line.address(words.link().get()).isEmpty())
                .count();
        tell(paragraph, Changed.Kind.UNLINKED, unlinked);
        return flow;
    }

    private void tell(Paragraph paragraph, Changed.Kind kind, int times) {
        Changed one = new Changed(paragraph.place(), kind, times);
        if (times > 0 && !changed.contains(one)) {
            changed.add(one);
        }
    }

    private void notes() {
        for (int at = 0; at < marks.size(); at++) {
            String name = marks.get(at);
            if (marks.indexOf(name) < at) {
                continue;
            }
            List<String> parts = new ArrayList<>();
            for (Block block : manuscript.notes().getOrDefault(name, List.of())) {
                if (block instanceof Paragraph paragraph) {
                    parts.add(labelled(paragraph, inline(paragraph, true, " ")));
                } else if (block instanceof Table table) {
                    parts.addAll(tables.markdown(table));
                }
            }
            parts.removeIf(String::isBlank);
            if (parts.isEmpty()) {
                parts.add("待写：Word 里这条注是空的");
            }
            chunks.add("[^" + name + "]: "
                    + String.join("\n\n", parts).replace("\n", "\n    ").replace("\n    \n", "\n\n"));
        }
    }
}
