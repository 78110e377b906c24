package io.zhibu.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** flexmark's blocks to events. Two passes: definitions first, since they count for what stands before them too. */
final class Translation {
    private final String source;
    private final Lines lines;
    private final Surroundings around;
    private final Leaves leaves;
    private final HeadingIds ids = new HeadingIds();
    private final Sink sink;
    // Lines behind a quoted table, without the quote's mark: a paragraph goes on lazily, a table doesn't.
    private Optional<Leaf> behindTable = Optional.empty();

    Translation(String source, Lines lines, Surroundings around) {
        this.source = source;
        this.lines = lines;
        this.around = around;
        this.leaves = new Leaves(source, around.references());
        this.sink = new Sink(around.warnings());
    }

    Body body(Node document) {
        define(document);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            block(node, false);
            Optional<Leaf> outside = behindTable;
            behindTable = Optional.empty();
            paragraph(outside, false);
        }
        notes();
        if (around.isChinese()) {
            around.notes().unused(around.warnings());
            around.references().unused(around.warnings());
        }
        return around.paired(sink.body());
    }

    private void define(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph
                    || node instanceof Title title && title.underline().isPresent()) {
                leaves.takeDefinitions((Block) node);
            } else if (node instanceof Block) {
                if (node instanceof Box box && box.marker() instanceof Box.Note note) {
                    around.notes().define(note.label(), box, around.warnings());
                }
                define(node);
            }
        }
    }

    private void blocks(Node first) {
        for (Node node = first; node != null; node = node.getNext()) {
            block(node, false);
        }
    }

    private void block(Node node, boolean tight) {
        sink.at(node.getStartOffset());
        if (node instanceof Paragraph) {
            paragraph(leaves.rest(node), tight);
        } else if (node instanceof Title title) {
            heading(title);
        } else if (node instanceof BlockQuote) {
            quote(node);
        } else if (node instanceof ListBlock list) {
            list(list);
        } else if (node instanceof FencedCodeBlock code) {
            BasedSequence written = code.getInfo();
            around.warnings()
                    .ofReferences(written.toString(), 0, written.length(), at -> written.getStartOffset() + at);
            String info = Escapes.resolve(written.toString());
            sink.add(new Event.CodeBlock(info, joined(code.getContentLines())));
        } else if (node instanceof IndentedCodeBlock code) {
            if (around.isChinese()) {
                indented(code);
            }
            sink.add(new Event.CodeBlock("", joined(code.getContentLines())));
        } else if (node instanceof HtmlBlock html) {
            around.htmlBlock(withoutBlankEnd(html.getContentLines())).forEach(sink::add);
        } else if (node instanceof ThematicBreak) {
            sink.add(new Event.Rule());
        } else if (node instanceof Box box && box.marker() instanceof Box.Admonition marker) {
            Event.Admonition admonition = Admonitions.of(marker, box.offset(), around.warnings());
            sink.start(admonition);
            blocks(box.getFirstChild());
            sink.end(admonition);
        }
    }

    private void paragraph(Optional<Leaf> rest, boolean tight) {
        if (rest.isEmpty()) {
            return;
        }
        Leaf leaf = rest.get();
        if (around.isChinese()) {
            Optional<Table> table = Table.in(leaf);
            if (table.isPresent()) {
                if (table.get().before() > 0) {
                    paragraph(Optional.of(leaf.part(0, table.get().before())), tight);
                }
                int lazy = lazyStart(leaf, table.get().rowsAt());
                if (lazy < 0) {
                    table.get().write(sink, around);
                } else {
                    behindTable = Optional.of(leaf.part(lazy, leaf.text().length()));
                    Table.in(leaf.part(0, lazy)).orElseThrow().write(sink, around);
                }
                return;
            }
        }
        Pieces pieces = Inlines.read(leaf, around);
        if (around.isChinese()) {
            around.slips().inLines(leaf, pieces.literal());
            TableSlips.look(leaf, pieces.literal(), around.warnings());
        }
        if (tight) {
            pieces.forEach(sink::add);
        } else {
            Event.Paragraph paragraph = new Event.Paragraph();
            sink.start(paragraph);
            pieces.forEach(sink::add);
            sink.end(paragraph);
        }
    }

    /** Where the first line begins that stands outside of the container of the lines before it; -1 if none does. */
    private int lazyStart(Leaf leaf, int from) {
        String head = prefix(leaf.offset(0));
        for (int at = head.isBlank() ? 0 : from; at > 0; at = leaf.text().indexOf('\n', at) + 1) {
            String before = prefix(leaf.offset(at));
            boolean quoted = head.indexOf('>') >= 0;
            if (quoted ? marks(before) < marks(head) : before.length() < head.length()) {
                return at;
            }
        }
        return -1;
    }

    private String prefix(int offset) {
        return source.substring(lines.start(lines.line(offset)), offset);
    }

    private static long marks(String prefix) {
        return prefix.chars().filter(c -> c == '>').count();
    }

    private void heading(Title title) {
        Optional<Leaf> rest = leaves.rest(title);
        if (rest.isEmpty()) {
            return;
        }
        if (leaves.isParagraph(title)) {
            // Three dashes below nothing are a rule.
            if (rest.get().text().startsWith("---")) {
                sink.add(new Event.Rule());
            } else {
                paragraph(rest, false);
            }
            return;
        }
        Leaf leaf = rest.get();
        String explicit = around.isChinese() ? HeadingIds.explicit(leaf.text()) : "";
        Leaf words = explicit.isEmpty() ? leaf : leaf.part(0, HeadingIds.explicitStart(leaf.text()));
        Pieces pieces = Inlines.read(words, around);
        String id = around.isChinese() ? ids.next(explicit, Spelling.bare(pieces.words())) : "";
        Event.Heading element = new Event.Heading(title.level(), id, around.place(title.getStartOffset()));
        sink.start(element);
        pieces.forEach(sink::add);
        sink.end(element);
    }

    private void quote(Node quote) {
        Node first = quote.getFirstChild();
        if (around.isChinese() && first instanceof Paragraph) {
            Optional<Leaf> rest = leaves.rest(first);
            Optional<Event.Admonition> alert = rest.flatMap(leaf -> Admonitions.ofAlert(leaf, around.warnings()));
            if (alert.isPresent()) {
                sink.start(alert.get());
                paragraph(Admonitions.afterAlert(rest.get()), false);
                blocks(first.getNext());
                sink.end(alert.get());
                return;
            }
        }
        Event.Quote element = new Event.Quote();
        sink.start(element);
        blocks(first);
        sink.end(element);
    }

    private void list(ListBlock list) {
        boolean ordered = list instanceof OrderedList;
        int start = ordered ? ((OrderedList) list).getStartNumber() : 0;
        boolean tight = Tightness.isTight(list, source, lines);
        Event.Items items = new Event.Items(ordered, start, tight);
        sink.start(items);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, tight);
        }
        sink.end(items);
    }

    private void item(Node node, boolean tight) {
        Node first = node.getFirstChild();
        Event.Task task = Event.Task.NONE;
        if (around.isChinese() && first instanceof Paragraph) {
            task = leaves.takeTask(first);
        }
        Event.Item item = new Event.Item(task);
        sink.start(item);
        for (Node child = first; child != null; child = child.getNext()) {
            block(child, tight);
        }
        sink.end(item);
    }

    /** Prose, by its look: more Han than all else, which no code has. */
    private void indented(IndentedCodeBlock code) {
        String text = joined(code.getContentLines());
        long han = text.codePoints().filter(Character::isIdeographic).count();
        boolean prose = han * 2 > text.codePoints().filter(c -> c > ' ').count() && text.matches("(?s).*[，。；：、！？].*");
        if (prose) {
            int at = LinkParts.blankEnd(source, lines.start(lines.line(code.getStartOffset())));
            around.warnings().indentedText(text.strip().lines().findFirst().orElse(""), at);
        }
    }

    private void notes() {
        List<Notes.Note> mentioned = around.notes().mentioned();
        if (mentioned.isEmpty()) {
            return;
        }
        List<List<Event>> contents = new ArrayList<>();
        for (int i = 0; i < mentioned.size(); i++) {
            // A note's own mentions are known only when all notes have been read.
            sink.hold();
            blocks(mentioned.get(i).block().getFirstChild());
            contents.add(sink.release());
        }
        Event.Notes all = new Event.Notes();
        sink.start(all);
        for (int i = 0; i < mentioned.size(); i++) {
            Event.Note note =
                    new Event.Note(mentioned.get(i).number(), mentioned.get(i).mentions());
            sink.start(note);
            contents.get(i).forEach(sink::add);
            sink.end(note);
        }
        sink.end(all);
    }

    private static List<BasedSequence> withoutBlankEnd(List<BasedSequence> parts) {
        int end = parts.size();
        while (end > 1 && parts.get(end - 1).isBlank()) {
            end--;
        }
        return parts.subList(0, end);
    }

    static String joined(List<BasedSequence> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(joined::append);
        if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '\n') {
            joined.append('\n');
        }
        return joined.toString();
    }
}
