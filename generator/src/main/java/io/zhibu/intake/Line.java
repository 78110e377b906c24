package io.zhibu.intake;

import io.zhibu.docx.Span;
import io.zhibu.docx.Span.Face;
import io.zhibu.docx.Span.Rise;
import io.zhibu.intake.Flow.Letter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A flow of letters as Markdown. */
final class Line {
    /** The site raises the keys of sources by itself. */
    private static final Pattern CITED = Pattern.compile("\\[[A-Z][0-9]{1,2}]");

    private final Function<Span, String> objects;
    private final boolean faces;
    private final String lineBreak;

    /**
     * @param objects Markdown of a picture or a mark of a note
     * @param faces whether bold and italic are written
     * @param lineBreak what parts two lines
     */
    Line(Function<Span, String> objects, boolean faces, String lineBreak) {
        this.objects = objects;
        this.faces = faces;
        this.lineBreak = lineBreak;
    }

    String markdown(Flow flow) {
        List<Letter> letters = flow.letters();
        StringBuilder out = new StringBuilder();
        String before = "";
        for (int at = 0; at < letters.size(); ) {
            Letter first = letters.get(at);
            if (first.code() == Flow.OBJECT) {
                out.append(first.span() instanceof Span.LineBreak ? lineBreak : objects.apply(first.span()));
                before = "";
                at++;
                continue;
            }
            int end = at + 1;
            while (end < letters.size() && letters.get(end).code() != Flow.OBJECT && same(first, letters.get(end))) {
                end++;
            }
            String text = text(letters, at, end);
            String mark = mark(
                    first, text, before, end < letters.size() ? letters.get(end).code() : 0, out);
            out.append(piece(first, text, mark));
            before = mark;
            at = end;
        }
        return lines(out.toString());
    }

    private String lines(String text) {
        if (!lineBreak.contains("\n")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n").append(Escape.lineStart(line));
        }
        return out.toString();
    }

    private static String text(List<Letter> letters, int from, int to) {
        StringBuilder text = new StringBuilder();
        letters.subList(from, to).forEach(letter -> text.appendCodePoint(letter.code()));
        return text.toString();
    }

    private boolean same(Letter one, Letter other) {
        Optional<String> link = Flow.link(one);
        return link.equals(Flow.link(other)) && (link.isPresent() || sign(one).equals(sign(other)));
    }

    /** What stands around the words. */
    private String sign(Letter letter) {
        Face face = Flow.face(letter).orElseThrow();
        if (face.rise() != Rise.NONE) {
            return face.rise() == Rise.UP ? "sup" : "sub";
        } else if (!faces) {
            return "";
        }
        return face.struck() ? "~~" : face.bold() ? "**" : face.italic() ? "*" : "";
    }

    /** None where Markdown would not see it as one: beside another mark, or between letters and signs. */
    private String mark(Letter first, String text, String before, int next, StringBuilder out) {
        String sign = Flow.link(first).isPresent() ? "" : sign(first);
        String bare = text.strip();
        if (!sign.contains("*") && !sign.equals("~~") || bare.isEmpty()) {
            return bare.isEmpty() ? "" : sign;
        }
        boolean tight = text.equals(bare);
        char begin = bare.charAt(0);
        char end = bare.charAt(bare.length() - 1);
        int last = out.isEmpty() ? 0 : out.charAt(out.length() - 1);
        boolean seen = !(isAsciiSign(begin) && isAsciiLetter(last)) && !(isAsciiSign(end) && isAsciiLetter(next));
        return seen && !(tight && !before.isEmpty()) ? sign : "";
    }

    private static boolean isAsciiSign(int c) {
        return c > ' ' && c < 0x7F && !isAsciiLetter(c);
    }

    private static boolean isAsciiLetter(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String piece(Letter first, String text, String mark) {
        Optional<String> link = Flow.link(first).flatMap(Line::address);
        String bare = text.strip();
        if (bare.isEmpty()) {
            return text;
        }
        int start = text.indexOf(bare);
        String lead = text.substring(0, start);
        String tail = text.substring(start + bare.length());
        String words = Escape.text(bare);
        if (link.isPresent()) {
            return lead + "[" + words + "](" + link.get() + ")" + tail;
        }
        if (mark.equals("sup") && CITED.matcher(bare).matches()) {
            return text;
        }
        String marked = switch (mark) {
            case "sup", "sub" -> "<" + mark + ">" + words + "</" + mark + ">";
            default -> mark + words + mark;
        };
        return lead + marked + tail;
    }

    /** As it may stand in brackets; empty if a reader of the site could not follow it. */
    static Optional<String> address(String link) {
        String bare = link.strip();
        if (!bare.matches("(?is)(?:https?://|mailto:)\\S.*")) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        for (char c : bare.toCharArray()) {
            boolean coded = c <= ' ' || "<>()\\`*_[]\"'|&~".indexOf(c) >= 0 && c != '&' && c != '_' && c != '~';
            out.append(
                    coded
                            ? "%%%02X".formatted((int) c)
                            : c == '&' ? "&amp;" : c == '_' ? "\\_" : c == '~' ? "\\~" : String.valueOf(c));
        }
        return Optional.of(out.toString());
    }
}
