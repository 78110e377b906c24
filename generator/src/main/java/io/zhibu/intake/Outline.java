package io.zhibu.intake;

import io.zhibu.docx.Block;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Paragraph.Role;
import io.zhibu.docx.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which paragraphs are the title and the headings: by their styles, or as official papers number them, or because they stand bold in the
 * middle.
 */
final class Outline {
    private static final int LONGEST_HEADING = 45;
    private static final int LONGEST_TITLE = 60;
    private static final int TOP = 12;
    private static final int DEEPEST = 6;

    private final Set<String> sections;
    private final List<Block> blocks;
    private final List<Paragraph> title = new ArrayList<>();
    private final Map<Paragraph, Integer> ranks = new IdentityHashMap<>();
    private final Map<Paragraph, Integer> levels = new IdentityHashMap<>();
    private final List<Paragraph> guessed = new ArrayList<>();
    private final Map<Paragraph, Block> following = new IdentityHashMap<>();
    private final Map<Paragraph, String> texts = new IdentityHashMap<>();

    /** @param sections names of sections that entries have */
    Outline(List<Block> blocks, Set<String> sections) {
        this.sections = sections;
        this.blocks = split(blocks);
        follow();
        findTitle();
        rank();
        level();
    }

    /** The blocks, with headings that ran on into their text set apart. */
    List<Block> blocks() {
        return blocks;
    }

    /** Paragraphs that are the title together; none if there is none. */
    List<Paragraph> title() {
        return title;
    }

    /** Level from 2; empty for what is no heading. */
    Optional<Integer> level(Paragraph paragraph) {
        return Optional.ofNullable(levels.get(paragraph));
    }

    /** Headings that no style names. */
    List<Paragraph> guessed() {
        return guessed;
    }

    /** With its number. */
    static String said(Paragraph paragraph) {
        String label = paragraph
                .label()
                .filter(one -> !one.bullet())
                .map(Paragraph.Label::text)
                .orElse("");
        return label + Flow.of(paragraph).text();
    }

    private List<Paragraph> paragraphs() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
    }

    /** “**（一）加强领导。**各单位要……” is a heading and a text. */
    private static List<Block> split(List<Block> blocks) {
        List<Block> all = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph && runsOn(paragraph)) {
                Span.Words head = (Span.Words) paragraph.spans().get(0);
                String words = head.text().strip().replaceFirst("。$", "");
                all.add(new Paragraph(
                        paragraph.place(),
                        new Paragraph.Look(0, Role.TEXT, false, paragraph.look().size(), true),
                        paragraph.label(),
                        List.of(new Span.Words(words, head.face(), head.link()))));
                all.add(new Paragraph(
                        paragraph.place(),
                        new Paragraph.Look(0, Role.TEXT, false, paragraph.look().size(), false),
                        Optional.empty(),
                        paragraph.spans().subList(1, paragraph.spans().size())));
            } else {
                all.add(block);
            }
        }
        return all;
    }

    private static boolean runsOn(Paragraph paragraph) {
        if (paragraph.look().heading() > 0
                || paragraph.look().bold()
                || paragraph.spans().size() < 2) {
            return false;
        }
        return paragraph.spans().get(0) instanceof Span.Words head
                && head.face().bold()
                && head.text().strip().endsWith("。")
                && head.text().length() <= LONGEST_HEADING
                && head.text().strip().indexOf('。') == head.text().strip().length() - 1
                && Ordinal.of(said(paragraph)).isPresent();
    }

    private void findTitle() {
        List<Paragraph> top = paragraphs().stream()
                .filter(one -> !text(one).isEmpty() && one.look().role() != Role.CONTENTS)
                .limit(TOP)
                .toList();
        List<Paragraph> styled = run(top, one -> one.look().role() == Role.TITLE);
        if (!styled.isEmpty() && fits(styled)) {
            title.addAll(styled);
            return;
        }
        List<Paragraph> opening = new ArrayList<>();
        for (Paragraph one : top) {
            boolean body = text(one).length() > LONGEST_TITLE
                    || text(one).endsWith("。")
                    || one.look().heading() > 0;
            if (body
                    || Ordinal.of(text(one))
                            .filter(kind -> kind != Ordinal.PART)
                            .isPresent()) {
                break;
            }
            opening.add(one);
        }
        double largest = opening.stream()
                .filter(one -> one.look().centred())
                .mapToDouble(one -> one.look().size())
                .max()
                .orElse(0);
        List<Paragraph> centred =
                run(opening, one -> one.look().centred() && one.look().size() == largest);
        if (!centred.isEmpty() && fits(centred)) {
            title.addAll(centred);
            return;
        }
        if (top.isEmpty()) {
            return;
        }
        Paragraph first = top.get(0);
        int heading = first.look().heading();
        boolean lone = heading > 0
                && paragraphs().stream()
                        .noneMatch(other -> other != first
                                && other.look().heading() > 0
                                && other.look().heading() <= heading);
        // A line of its own before the text begins, as it is typed by those who set nothing in the middle.
        boolean line = heading == 0
                && isLine(text(first))
                && (first.look().bold() || following.get(first) instanceof Paragraph next && isText(next));
        if ((lone || line) && fits(List.of(first))) {
            title.add(first);
        }
    }

    /** The first of them that hold, and those that follow at once. */
    private static List<Paragraph> run(List<Paragraph> from, java.util.function.Predicate<Paragraph> which) {
        List<Paragraph> run = new ArrayList<>();
        for (Paragraph one : from) {
            if (which.test(one)) {
                run.add(one);
            } else if (!run.isEmpty()) {
                break;
            }
        }
        return run;
    }

    private boolean fits(List<Paragraph> lines) {
        int length = lines.stream().mapToInt(one -> text(one).length()).sum();
        return length >= 2 && length <= LONGEST_TITLE;
    }

    private static boolean ends(String text) {
        return text.matches("(?s).*[。；;，,！!？?]");
    }

    private static boolean isLine(String text) {
        return Ordinal.of(text).isEmpty() && isShort(text) && !text.matches("(?s).*[:：]") && !isCaption(text);
    }

    private boolean isText(Paragraph paragraph) {
        return paragraph.look().heading() > 0
                || Ordinal.of(text(paragraph)).isPresent()
                || text(paragraph).endsWith("。")
                || text(paragraph).length() > LONGEST_TITLE;
    }

    private static boolean isShort(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_HEADING && !ends(text);
    }

    /** How wide a part each heading begins: the less, the wider. */
    private void rank() {
        List<Paragraph> all = paragraphs();
        Map<Ordinal, Integer> ofStyles = new HashMap<>();
        int deepest = 0;
        for (Paragraph one : all) {
            int heading = one.look().heading();
            if (heading > 0 && !title.contains(one) && !text(one).isEmpty()) {
                ranks.put(one, heading * 100);
                deepest = Math.max(deepest, heading * 100);
                Ordinal.of(text(one)).ifPresent(kind -> ofStyles.putIfAbsent(kind, heading * 100));
            }
        }
        for (Ordinal kind : Ordinal.values()) {
            for (Paragraph one : numbered(kind)) {
                ranks.put(one, rank(kind, ofStyles, deepest));
                guessed.add(one);
            }
        }
        for (Paragraph one : all) {
            String text = text(one);
            boolean open = !ranks.containsKey(one)
                    && !title.contains(one)
                    && one.look().bold()
                    && isShort(text);
            boolean section = sections.contains(text.replaceFirst("[:：]$", ""));
            if (open && (one.look().centred() && !isCaption(text) || section) && hasText(one)) {
                ranks.put(one, section ? rank(Ordinal.HAN, ofStyles, deepest) : deepest == 0 ? 1 : deepest + 1);
                guessed.add(one);
            }
        }
    }

    private static boolean isCaption(String text) {
        return text.matches("[图表]\\s*[0-9一二三四五六七八九十].*");
    }

    private static int rank(Ordinal kind, Map<Ordinal, Integer> ofStyles, int deepest) {
        for (int above = kind.ordinal(); above >= 0; above--) {
            Integer rank = ofStyles.get(Ordinal.values()[above]);
            if (rank != null) {
                return rank + kind.ordinal() - above;
            }
        }
        return deepest + 10 + kind.ordinal();
    }

    /** Headings among the paragraphs that are numbered so, judged by those that belong together. */
    private List<Paragraph> numbered(Ordinal kind) {
        List<Paragraph> headings = new ArrayList<>();
        List<Paragraph> group = new ArrayList<>();
        for (Paragraph one : paragraphs()) {
            Optional<Ordinal> own = title.contains(one) ? Optional.empty() : Ordinal.of(text(one));
            boolean wider = one.look().heading() > 0
                    || own.filter(other -> other.compareTo(kind) < 0).isPresent();
            if (wider) {
                judge(kind, group, headings);
                group.clear();
            }
            // What Word counts by itself, in plain digits and plain letters, is a list.
            boolean item =
                    kind.isListLike() && one.label().isPresent() && !one.look().bold();
            boolean open = one.look().heading() == 0 && one.look().role() != Role.CONTENTS && !item;
            if (open && own.equals(Optional.of(kind))) {
                group.add(one);
            }
        }
        judge(kind, group, headings);
        return headings;
    }

    private void judge(Ordinal kind, List<Paragraph> group, List<Paragraph> headings) {
        List<Paragraph> brief = group.stream().filter(one -> isShort(text(one))).toList();
        long carrying = brief.stream().filter(one -> hasText(one, kind)).count();
        // Items of a list follow each other; headings have a text each, but perhaps the last.
        boolean nearly = carrying == group.size() || group.size() > 2 && carrying == group.size() - 1;
        boolean all = kind.isListLike() ? brief.size() == group.size() && nearly : true;
        all &= carrying > 0;
        if (all) {
            headings.addAll(brief);
        }
    }

    /** Whether something stands below it that is not the next of its kind. */
    private boolean hasText(Paragraph one, Ordinal kind) {
        Optional<Block> next = next(one);
        if (next.isEmpty() || !(next.get() instanceof Paragraph paragraph)) {
            return next.isPresent();
        }
        boolean sibling = Ordinal.of(text(paragraph))
                .filter(other -> other.compareTo(kind) <= 0)
                .isPresent();
        boolean item = kind.isListLike() && paragraph.label().isPresent();
        return !sibling && !item && paragraph.look().heading() == 0;
    }

    private boolean hasText(Paragraph one) {
        return next(one).isPresent();
    }

    private Optional<Block> next(Paragraph one) {
        return Optional.ofNullable(following.get(one));
    }

    /** Looked up once: each is asked for several times. */
    private void follow() {
        Block next = null;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof Paragraph paragraph) {
                texts.put(paragraph, said(paragraph));
                if (next != null) {
                    following.put(paragraph, next);
                }
                next = paragraph.spans().isEmpty() ? next : paragraph;
            } else {
                next = blocks.get(i);
            }
        }
    }

    private String text(Paragraph paragraph) {
        return texts.get(paragraph);
    }

    private void level() {
        Deque<Integer> open = new ArrayDeque<>();
        for (Paragraph one : paragraphs()) {
            Integer rank = ranks.get(one);
            if (rank == null) {
                continue;
            }
            while (!open.isEmpty() && open.peek() >= rank) {
                open.pop();
            }
            open.push(rank);
            levels.put(one, Math.min(DEEPEST, open.size() + 1));
        }
        Collections.sort(
                guessed,
                (a, b) -> Integer.compare(a.place().paragraph(), b.place().paragraph()));
    }
}
