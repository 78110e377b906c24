package io.zhibu.docx;

import io.zhibu.docx.Span.Face;
import io.zhibu.docx.Span.Rise;
import java.util.Optional;
import java.util.function.Function;

/** How words look: what they say themselves, what their style says, what their paragraph's style says, what the document says. */
final class Faces {
    private static final double USUAL = 10;

    private final Styles styles;

    Faces(Styles styles) {
        this.styles = styles;
    }

    Face face(Element run, String paragraphStyle) {
        boolean bold = flag(run, paragraphStyle, "w:b");
        boolean italic = flag(run, paragraphStyle, "w:i");
        boolean struck = flag(run, paragraphStyle, "w:strike") || flag(run, paragraphStyle, "w:dstrike");
        Rise rise = first(
                        run,
                        paragraphStyle,
                        look -> Optional.of(look.value("w:vertAlign")).filter(value -> !value.isEmpty()))
                .map(value -> switch (value) {
                    case "superscript" -> Rise.UP;
                    case "subscript" -> Rise.DOWN;
                    default -> Rise.NONE;
                })
                .orElse(Rise.NONE);
        return new Face(bold, italic, struck, rise);
    }

    boolean isHidden(Element run, String paragraphStyle) {
        return flag(run, paragraphStyle, "w:vanish");
    }

    /** In points. */
    double size(Element run, String paragraphStyle) {
        return first(
                        run,
                        paragraphStyle,
                        look -> Optional.of(look.value("w:sz")).filter(value -> value.matches("\\d{1,4}")))
                .map(half -> Integer.parseInt(half) / 2.0)
                .orElse(USUAL);
    }

    private boolean flag(Element run, String paragraphStyle, String name) {
        return first(run, paragraphStyle, look -> look.flag(name)).orElse(false);
    }

    private <T> Optional<T> first(Element run, String paragraphStyle, Function<Element, Optional<T>> question) {
        Function<Element, Optional<T>> ofStyle = style -> style.child("w:rPr").flatMap(question);
        Optional<Element> own = run.child("w:rPr");
        return own.flatMap(question)
                .or(() -> own.map(look -> look.value("w:rStyle")).flatMap(id -> styles.first(id, ofStyle)))
                .or(() -> styles.first(paragraphStyle, ofStyle))
                .or(() -> question.apply(styles.defaults()));
    }
}
