package io.zhibu.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Event.Place;
import java.util.List;
import java.util.Optional;

/** What inline content needs to know of the text around it, and whom it tells of what is wrong. Reads nothing itself. */
final class Surroundings {
    private final boolean chinese;
    private final Lines lines;
    private final Diagnostics diagnostics;
    private final References references = new References();
    private final Notes notes = new Notes();
    private final Warnings warnings;
    private final HtmlPieces html;
    private final Slips slips;

    Surroundings(boolean chinese, Lines lines, Diagnostics diagnostics) {
        this.chinese = chinese;
        this.lines = lines;
        this.diagnostics = diagnostics;
        this.warnings = new Warnings(lines, diagnostics);
        this.html = new HtmlPieces(lines, warnings);
        this.slips = new Slips(lines, diagnostics);
    }

    boolean isChinese() {
        return chinese;
    }

    References references() {
        return references;
    }

    Notes notes() {
        return notes;
    }

    Warnings warnings() {
        return warnings;
    }

    Slips slips() {
        return slips;
    }

    /** The pieces, once it has been looked for what their writer mistyped. */
    Pieces looked(Leaf leaf, Pieces pieces, String literal) {
        if (chinese) {
            slips.inText(leaf, literal);
            notes.missing(leaf, literal, warnings);
        }
        return pieces.with(literal);
    }

    Place place(int offset) {
        return lines.place(offset);
    }

    Optional<Event.NoteMark> noteMark(String label) {
        return notes.mark(label);
    }

    /** Empty if the target would run something. */
    Optional<Event.Element> link(String target, String title, int offset) {
        if (warnings.isDangerous(target, offset)) {
            return Optional.empty();
        }
        return Optional.of(new Event.Link(target, title, place(offset)));
    }

    /** Empty if the target would run something. */
    Optional<Event.Element> image(String target, String title, int offset) {
        if (warnings.isInside(target, offset) || warnings.isDangerous(target, offset)) {
            return Optional.empty();
        }
        return Optional.of(new Event.Image(target, title, place(offset)));
    }

    /** One tag, comment or the like that stands in a line. */
    List<Event> html(String piece, int offset) {
        return chinese ? html.inline(piece, offset) : List.of(new Event.Html(piece, false, place(offset)));
    }

    List<Event> htmlBlock(List<BasedSequence> parts) {
        return chinese
                ? html.block(parts)
                : List.of(new Event.Html(
                        Translation.joined(parts), true, place(parts.get(0).getStartOffset())));
    }

    /** Tells of what begins like HTML at this angle bracket and isn't. It stays as text. */
    void brokenHtml(String text, int at, int offset) {
        if (chinese) {
            html.broken(text, at, offset);
        }
    }

    /** The body, in which every tag of the writer's has its other half. */
    Body paired(Body body) {
        return html.holdsTags() ? new TagPairs(html, warnings).paired(body) : body;
    }
}
