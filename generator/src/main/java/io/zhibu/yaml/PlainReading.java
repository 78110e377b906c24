package io.zhibu.yaml;

import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what nearly every header is made of: fields and lists, indented or in brackets, each value on one line. At anything else, sound or
 * not, it gives up, and the YAML library reads the text instead; what it does read, it reads as the library does, in a fifth of the time.
 */
final class PlainReading {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_KEY = 100;
    private static final int DEEPEST = 8;
    private static final String NEVER_FIRST = "-?:,[]{}&*!|>'\"%@`";

    private final char[] text;
    private final int end;
    private final Where start;
    private int at;
    private int line;
    private int lineStart;

    private PlainReading(String text, Where start) {
        this.end = text.length();
        this.start = start;
        // One line end more, so that every line has one.
        this.text = new char[end + 1];
        text.getChars(0, end, this.text, 0);
        this.text[end] = '\n';
    }

    /** The mapping that the text holds; empty if the text holds anything but plain fields and lists. */
    static Optional<Node> of(String text, Where start) {
        return text.length() > LONGEST ? Optional.empty() : new PlainReading(text, start).root();
    }

    private Optional<Node> root() {
        for (char c : text) {
            if (!isPlain(c)) {
                return Optional.empty();
            }
        }
        toContent();
        return at < end && column() == 0 ? mapping(1).filter(all -> at >= end) : Optional.empty();
    }

    /** Neither a tab, a comment nor what isn't one visible character of a fixed width in memory. */
    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= ' ' && c != '#' || c == '\n';
        }
        return c > 0xa0 && c < 0xd800 && c != '\u2028' && c != '\u2029' || c >= 0xe000 && c < 0xfffe && c != '\ufeff';
    }

    private Optional<Node> mapping(int depth) {
        int indent = column();
        Where where = here();
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        do {
            Where place = here();
            String key = key();
            if (key.isEmpty() || !keys.add(key)) {
                return Optional.empty();
            }
            Optional<Node> value = text[at] == '\n' ? below(indent, depth) : untilLineEnd(depth);
            if (value.isEmpty()) {
                return value;
            }
            entries.add(new Node.Entry(key, place, value.get()));
        } while (at < end && column() == indent);
        return at >= end || column() < indent ? Optional.of(new Node.Mapping(entries, where)) : Optional.empty();
    }

    /** A value that begins on the line below its key; a list may stand as far left as the key. */
    private Optional<Node> below(int indent, int depth) {
        toContent();
        if (at >= end || depth >= DEEPEST) {
            return Optional.empty();
        }
        if (isDash()) {
            return column() >= indent ? sequence(depth + 1) : Optional.empty();
        }
        return column() > indent ? mapping(depth + 1) : Optional.empty();
    }

    private Optional<Node> sequence(int depth) {
        int indent = column();
        Where where = here();
        List<Node> items = new ArrayList<>();
        while (at < end && column() == indent && isDash()) {
            at++;
            skipSpaces();
            Optional<Node> item = keyEnd() >= 0 ? mapping(depth + 1) : untilLineEnd(depth);
            if (item.isEmpty()) {
                return item;
            }
            items.add(item.get());
        }
        return at >= end || column() <= indent ? Optional.of(new Node.Sequence(items, where)) : Optional.empty();
    }

    private Optional<Node> untilLineEnd(int depth) {
        Optional<Node> value = value(false, depth);
        skipSpaces();
        if (text[at] != '\n') {
            return Optional.empty();
        }
        toContent();
        return value;
    }

    private Optional<Node> value(boolean inBrackets, int depth) {
        return switch (text[at]) {
            case '[' -> items(depth);
            case '{' -> fields(depth);
            case '"', '\'' -> quoted();
            default -> words(inBrackets);
        };
    }

    private Optional<Node> items(int depth) {
        Where where = here();
        List<Node> items = new ArrayList<>();
        do {
            at++;
            skipSpaces();
            Optional<Node> item = depth >= DEEPEST ? Optional.empty() : value(true, depth + 1);
            if (item.isEmpty()) {
                return item;
            }
            items.add(item.get());
            skipSpaces();
        } while (text[at] == ',');
        return closes(']') ? Optional.of(new Node.Sequence(items, where)) : Optional.empty();
    }

    private Optional<Node> fields(int depth) {
        Where where = here();
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        do {
            at++;
            skipSpaces();
            Where place = here();
            String key = key();
            if (key.isEmpty() || !keys.add(key) || depth >= DEEPEST) {
                return Optional.empty();
            }
            Optional<Node> value = value(true, depth + 1);
            if (value.isEmpty()) {
                return value;
            }
            entries.add(new Node.Entry(key, place, value.get()));
            skipSpaces();
        } while (text[at] == ',');
        return closes('}') ? Optional.of(new Node.Mapping(entries, where)) : Optional.empty();
    }

    private boolean closes(char bracket) {
        boolean closes = text[at] == bracket;
        at += closes ? 1 : 0;
        return closes;
    }

    /** Without escapes. */
    private Optional<Node> quoted() {
        Where where = here();
        char quote = text[at++];
        int begun = at;
        while (text[at] != quote) {
            if (text[at] == '\n' || text[at] == '\\' || isBracket(text[at])) {
                return Optional.empty();
            }
            at++;
        }
        at++;
        return Optional.of(new Node.Scalar(new String(text, begun, at - 1 - begun), false, where));
    }

    private Optional<Node> words(boolean inBrackets) {
        Where where = here();
        int begun = at;
        if (text[at] == '\n' || NEVER_FIRST.indexOf(text[at]) >= 0) {
            return Optional.empty();
        }
        while (text[at] != '\n' && !(inBrackets && (text[at] == ',' || text[at] == ']' || text[at] == '}'))) {
            if (isBracket(text[at]) || text[at] == ':' && endsKey(text[at + 1])) {
                return Optional.empty();
            }
            at++;
        }
        int last = at;
        while (text[last - 1] == ' ') {
            last--;
        }
        return Optional.of(new Node.Scalar(new String(text, begun, last - begun), true, where));
    }

    private static boolean endsKey(char c) {
        return c == ' ' || c == '\n' || c == ',' || isBracket(c);
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == ']' || c == '{' || c == '}';
    }

    /** The key that stands here, passed over with its colon and the spaces behind; empty if none does. */
    private String key() {
        int colon = keyEnd();
        if (colon < 0) {
            return "";
        }
        String key = new String(text, at, colon - at);
        at = colon + 1;
        skipSpaces();
        return key;
    }

    /** Where the colon stands that makes a key of what stands here; -1 if none does. */
    private int keyEnd() {
        int colon = at;
        while (isLetter(text[colon])
                || colon > at && (text[colon] == '-' || text[colon] >= '0' && text[colon] <= '9')) {
            colon++;
        }
        boolean key = colon > at
                && colon - at <= LONGEST_KEY
                && text[colon] == ':'
                && (text[colon + 1] == ' ' || text[colon + 1] == '\n');
        return key ? colon : -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private boolean isDash() {
        return text[at] == '-' && text[at + 1] == ' ';
    }

    private void skipSpaces() {
        while (text[at] == ' ') {
            at++;
        }
    }

    /** To the first character of the next line that isn't blank, or to the end; stays on this line if it isn't blank. */
    private void toContent() {
        skipSpaces();
        while (at < end && text[at] == '\n') {
            at++;
            line++;
            lineStart = at;
            skipSpaces();
        }
    }

    private int column() {
        return at - lineStart;
    }

    private Where here() {
        return start.at(Math.max(start.line(), 1) + line, column() + 1);
    }
}
