package io.zhibu.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that are open: each has a code, and words that it shows; both may go on over several paragraphs. */
final class Fields {
    private static final Pattern LINK = Pattern.compile("(?i)\\s*HYPERLINK\\s+(?:\"([^\"]*)\"|(?!\\\\)(\\S+)).*");
    private static final Pattern ENCLOSED = Pattern.compile("(?i)\\s*EQ\\s+\\\\o\\\\ac\\([^,;]*[,;]([^()]*)\\)\\s*");

    private final Deque<Field> open = new ArrayDeque<>();

    /** One field. */
    static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean showing;

        /** The word that names what it does, in upper case. */
        String verb() {
            String[] words = code.toString().strip().split("[\\s\\\\]+", 2);
            return words[0].toUpperCase(Locale.ROOT);
        }

        String code() {
            return code.toString().strip();
        }

        /** Where the words that it shows lead to. */
        Optional<String> link() {
            Matcher link = LINK.matcher(code);
            return link.matches()
                    ? Optional.of(link.group(1) == null ? link.group(2) : link.group(1))
                    : Optional.empty();
        }

        /** A sign with a ring around it, which Word writes as a formula; empty if it is something else. */
        Optional<String> enclosed() {
            Matcher ring = ENCLOSED.matcher(code);
            return ring.matches() ? Optional.of(ring.group(1).strip()) : Optional.empty();
        }
    }

    static Field of(String code) {
        Field field = new Field();
        field.code.append(code);
        field.showing = true;
        return field;
    }

    void begin() {
        open.push(new Field());
    }

    void code(String text) {
        if (!open.isEmpty() && !open.peek().showing && open.peek().code.length() < 2000) {
            open.peek().code.append(text);
        }
    }

    void show() {
        if (!open.isEmpty()) {
            open.peek().showing = true;
        }
    }

    /** The one that ends here; empty if none is open. */
    Optional<Field> end() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.pop());
    }

    /** Whether what stands here is the code of a field and not shown. */
    boolean isCode() {
        return open.stream().anyMatch(field -> !field.showing);
    }

    /** Where what stands here leads to. */
    Optional<String> link() {
        return open.stream().flatMap(field -> field.link().stream()).findFirst();
    }

    /** Whether what stands here is part of a table of contents. */
    boolean inContents() {
        return open.stream().anyMatch(field -> field.verb().equals("TOC"));
    }
}
