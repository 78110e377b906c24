package io.zhibu.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.zhibu.page.Event;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The text of paragraphs and headings, without the link definitions that a first pass took from their beginnings. */
final class Leaves {
    private final String source;
    private final References references;
    // Only those from which something was taken, which are few; empty where nothing is left.
    private final Map<Node, Optional<Leaf>> rests = new IdentityHashMap<>();
    private final Map<Node, Boolean> paragraphs = new IdentityHashMap<>();

    Leaves(String source, References references) {
        this.source = source;
        this.references = references;
    }

    void takeDefinitions(Block block) {
        int first = block.getStartOffset();
        if (first >= source.length()
                || source.charAt(LinkParts.blankEnd(source, first)) != '['
                || rests.containsKey(block)) {
            return;
        }
        Leaf leaf = leaf(block);
        int taken = references.take(leaf);
        if (taken < leaf.text().length()) {
            if (taken > 0) {
                rests.put(block, Optional.of(leaf.part(taken, leaf.text().length())));
            }
        } else if (block instanceof Title title) {
            underlineAsText(title);
        } else {
            rests.put(block, Optional.empty());
        }
    }

    /** A heading of definitions alone is none: its underline is a paragraph's first line. */
    private void underlineAsText(Title title) {
        Leaf.Joining joining = new Leaf.Joining();
        BasedSequence underline = title.underline().orElseThrow();
        joining.add(source, underline.getStartOffset(), underline.getEndOffset());
        Node next = title.getNext();
        int end = source.indexOf('\n', underline.getEndOffset());
        boolean rule = underline.startsWith("---");
        if (!rule
                && next instanceof Paragraph
                && end >= 0
                && source.substring(end, next.getStartOffset())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        == 1) {
            addLines(joining, next);
            rests.put(next, Optional.empty());
        }
        rests.put(title, Optional.of(joining.leaf()));
        paragraphs.put(title, true);
    }

    /** Whether the heading turned out to be a paragraph. */
    boolean isParagraph(Title title) {
        return paragraphs.containsKey(title);
    }

    Optional<Leaf> rest(Node block) {
        Optional<Leaf> rest = rests.isEmpty() ? null : rests.get(block);
        return rest == null ? Optional.of(leaf(block)) : rest;
    }

    /** Takes the box of a task from the beginning of an item's first paragraph. */
    Event.Task takeTask(Node paragraph) {
        Optional<Leaf> rest = rest(paragraph);
        String text = rest.map(Leaf::text).orElse("");
        if (text.length() < 4
                || text.charAt(0) != '['
                || text.charAt(2) != ']'
                || text.charAt(3) != ' ' && text.charAt(3) != '\t') {
            return Event.Task.NONE;
        }
        char mark = text.charAt(1);
        if (mark != ' ' && mark != 'x' && mark != 'X') {
            return Event.Task.NONE;
        }
        rests.put(paragraph, Optional.of(rest.get().part(4, text.length())));
        return mark == ' ' ? Event.Task.OPEN : Event.Task.DONE;
    }

    private Leaf leaf(Node block) {
        Leaf.Joining joining = new Leaf.Joining();
        addLines(joining, block);
        return joining.leaf();
    }

    private void addLines(Leaf.Joining joining, Node block) {
        for (BasedSequence line : ((Block) block).getContentLines()) {
            joining.add(source, line.getStartOffset(), line.getEndOffset());
        }
    }
}
