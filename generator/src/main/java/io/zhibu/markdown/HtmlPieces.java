package io.zhibu.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.zhibu.page.Event;
import io.zhibu.page.Event.Place;
import io.zhibu.unicode.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The writer's HTML to events, piece by piece: an allowed tag is written anew with what is allowed of it, the words between tags are text
 * like any other, and what is forbidden or broken is shown as it was written. So nothing that follows depends on how a browser would
 * mend what is wrong. Whether each tag has its other half is not known here.
 */
final class HtmlPieces {
    private static final int LONGEST_TOLD = 60;

    private final Lines lines;
    private final Warnings warnings;
    private final Map<Place, String> written = new HashMap<>();
    private final Set<String> forbidden = new HashSet<>();
    /** Of the piece or block that is being read. */
    private final List<Removed> removed = new ArrayList<>();

    private record Removed(String tag, String attribute, int offset) {}

    HtmlPieces(Lines lines, Warnings warnings) {
        this.lines = lines;
        this.warnings = warnings;
    }

    boolean holdsTags() {
        return !written.isEmpty();
    }

    /** The tag that stands at the place, as its writer typed it. */
    String written(Place place) {
        return written.getOrDefault(place, "");
    }

    /** One tag, comment or the like. */
    List<Event> inline(String piece, int offset) {
        List<Event> events = new ArrayList<>();
        warnings.ofReferences(piece, 0, piece.length(), at -> offset + at);
        piece(piece, offset, events);
        tellRemoved(piece);
        return events;
    }

    /** All at once where a table was pasted with its looks. */
    private void tellRemoved(String html) {
        if (warnings.isPasted(html, removed.size())) {
            warnings.pastedTable(removed.size(), removed.get(0).offset());
        } else {
            removed.forEach(one -> warnings.removedAttribute(one.tag(), one.attribute(), one.offset()));
        }
        removed.clear();
    }

    /** Lines of HTML. Those without any tag that stays are a paragraph. */
    List<Event> block(List<BasedSequence> parts) {
        String html = Translation.joined(parts);
        List<Event> events = new ArrayList<>();
        warnings.ofReferences(html, 0, html.length(), offsets(parts));
        text(html, offsets(parts), events);
        tellRemoved(html);
        if (events.stream().anyMatch(Event.Html.class::isInstance)) {
            return events;
        }
        if (events.stream().noneMatch(Event.Text.class::isInstance)) {
            return List.of();
        }
        if (events.get(events.size() - 1) instanceof Event.SoftBreak) {
            events.remove(events.size() - 1);
        }
        Event.Paragraph paragraph = new Event.Paragraph();
        events.add(0, new Event.Start(paragraph));
        events.add(new Event.End(paragraph));
        return events;
    }

    /** What stands before each line in its container isn't in the text, so places are counted line by line. Asked for in order. */
    private static IntUnaryOperator offsets(List<BasedSequence> parts) {
        return new IntUnaryOperator() {
            private int line;
            private int start;

            @Override
            public int applyAsInt(int at) {
                while (line + 1 < parts.size() && at >= start + parts.get(line).length()) {
                    start += parts.get(line++).length();
                }
                return parts.get(line).getStartOffset() + at - start;
            }
        };
    }

    private void text(String html, IntUnaryOperator offsets, List<Event> events) {
        InlineHtml scan = new InlineHtml(html);
        StringBuilder words = new StringBuilder();
        boolean[] preformatted = {false};
        for (int at = 0; at < html.length(); ) {
            int next = html.indexOf('<', at);
            next = next < 0 ? html.length() : next;
            words.append(html, at, next);
            at = next;
            if (at == html.length()) {
                break;
            }
            int end = scan.end(at);
            int offset = offsets.applyAsInt(at);
            if (end < 0) {
                broken(html, at, offset);
                words.append('<');
                at++;
                continue;
            }
            words(words, preformatted[0], events);
            piece(html.substring(at, end), offset, events);
            if (html.regionMatches(true, at, "<pre", 0, 4)) {
                preformatted[0] = true;
            } else if (html.regionMatches(true, at, "</pre", 0, 5)) {
                preformatted[0] = false;
            }
            at = end;
        }
        words(words, preformatted[0], events);
    }

    private static void words(StringBuilder words, boolean preformatted, List<Event> events) {
        String[] parts = preformatted
                ? new String[] {words.toString()}
                : words.toString().split("\n", -1);
        words.setLength(0);
        for (int i = 0; i < parts.length; i++) {
            String text = i > 0 ? parts[i].stripLeading() : parts[i];
            if (i > 0 && !goesOn(parts[i - 1].stripTrailing(), text)) {
                events.add(new Event.SoftBreak());
            }
            if (!text.isEmpty()) {
                events.add(new Event.Text(decoded(text)));
            }
        }
    }

    private static boolean goesOn(String line, String next) {
        return !line.isEmpty()
                && !next.isEmpty()
                && Writing.joins(line.codePointBefore(line.length()), next.codePointAt(0));
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = text.charAt(i) == '&' ? Escapes.referenceEnd(text, i) : -1;
            if (end > 0) {
                out.append(Escapes.reference(text, i, end));
                i = end;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    private void piece(String piece, int offset, List<Event> events) {
        if (piece.startsWith("<!--")) {
            if (piece.indexOf("<!--", 4) >= 0) {
                warnings.commentInComment(offset);
            }
            return;
        }
        String name = name(piece);
        if (!Cleaning.isAllowed(name)) {
            // Its other half is told with it.
            if (!piece.startsWith("</") || !forbidden.contains(name)) {
                warnings.forbiddenHtml(told(piece), offset);
            }
            forbidden.add(name);
            events.add(new Event.Text(piece));
        } else if (piece.startsWith("</")) {
            tag(new Event.Html("</" + name + ">", HtmlBlocks.isBlock(name), lines.place(offset)), piece, events);
        } else {
            tag(opening(piece, offset), piece, events);
        }
    }

    private void tag(Event.Html tag, String piece, List<Event> events) {
        written.put(tag.place(), piece);
        events.add(tag);
    }

    private Event.Html opening(String piece, int offset) {
        Cleaning.Opening opening = Cleaning.opening(piece);
        opening.removed().forEach(attribute -> removed.add(new Removed(opening.name(), attribute, offset)));
        Event.Leading leading = Event.Leading.NOWHERE;
        String target = "";
        StringBuilder html = new StringBuilder("<").append(opening.name());
        for (Map.Entry<String, String> attribute : opening.attributes().entrySet()) {
            if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                leading = attribute.getKey().equals("src") ? Event.Leading.IMAGE : Event.Leading.LINK;
                target = attribute.getValue();
                continue;
            }
            html.append(' ').append(attribute.getKey()).append("=\"");
            Escaping.text(attribute.getValue(), html);
            html.append('"');
        }
        String anchor = opening.attributes().getOrDefault("id", "");
        boolean block = HtmlBlocks.isBlock(opening.name());
        return new Event.Html(html.append('>').toString(), block, leading, target, anchor, lines.place(offset));
    }

    /** Tells of what begins like HTML at this angle bracket and isn't. */
    void broken(String text, int at, int offset) {
        String name = name(text.substring(at, Math.min(text.length(), at + LONGEST_TOLD)));
        // One letter behind the sign is a comparison, more often than not.
        boolean tag = name.length() > 1 && (Cleaning.isAllowed(name) || HtmlBlocks.isBlock(name));
        for (String start : List.of("<!--", "<![CDATA[", "<?")) {
            tag |= text.startsWith(start, at);
        }
        if (tag) {
            int end = Math.max(at + 1 + name.length(), text.startsWith("<!--", at) ? at + 4 : 0);
            end = text.startsWith("<![CDATA[", at) ? at + 9 : text.startsWith("<?", at) ? at + 2 : end;
            warnings.brokenHtml(text.substring(at, end), offset);
        }
    }

    private static String told(String piece) {
        String one = piece.replaceAll("\\s+", " ");
        if (one.codePointCount(0, one.length()) <= LONGEST_TOLD) {
            return one;
        }
        return one.substring(0, one.offsetByCodePoints(0, LONGEST_TOLD)) + "…";
    }

    /** In lower case; empty for what is no tag. */
    static String name(String tag) {
        int from = tag.startsWith("</") ? 2 : 1;
        int end = from;
        while (end < tag.length()
                && (Letters.isAsciiLetter(tag.charAt(end))
                        || Letters.isAsciiDigit(tag.charAt(end))
                        || tag.charAt(end) == '-')) {
            end++;
        }
        return tag.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
