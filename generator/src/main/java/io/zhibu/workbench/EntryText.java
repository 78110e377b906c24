package io.zhibu.workbench;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry's file: front matter and body. A change of fields leaves every line as it was typed that doesn't say what is changed.
 *
 * @param header with the lines that begin and end it; empty if there is none
 * @param body the rest of the file
 */
record EntryText(String header, String body) {
    /** What an import or a new entry leaves for a person to look at. */
    private static final Pattern TO_DO = Pattern.compile("[ \\t]*#[ \\t]*(待[核写](?:：.*)?)$");

    static EntryText of(String text) {
        int header = 0;
        int number = 0;
        for (String line : lines(text)) {
            header += line.length();
            boolean fence = (number == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line)
                    .stripTrailing()
                    .equals("---");
            if (number == 0 && !fence) {
                break;
            }
            if (number > 0 && fence) {
                return new EntryText(text.substring(0, header), text.substring(header));
            }
            number++;
        }
        return new EntryText("", text);
    }

    String text() {
        return header + body;
    }

    /** Lines of the file before the body. */
    int headerLines() {
        return lines(header).size();
    }

    /** As a browser has it: it knows only one kind of line end. */
    String plainBody() {
        return body.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** With this body, in the line ends that the file has. */
    EntryText withBody(String plain) {
        if (plain.equals(plainBody())) {
            return this;
        }
        return new EntryText(header, isWindows() ? plain.replace("\n", "\r\n") : plain);
    }

    private boolean isWindows() {
        String all = text();
        return all.contains("\r\n") && !all.replace("\r\n", "").contains("\n");
    }

    /** Whether its fields can be told from each other, each on lines of its own. */
    boolean hasForm() {
        if (header.isEmpty()) {
            return false;
        }
        Outcome<Node.Mapping> read = read();
        Set<Integer> lines = new HashSet<>();
        return !read.hasErrors()
                && read.value().entries().stream()
                        .allMatch(entry -> entry.where().column() == 1
                                && lines.add(entry.where().line()));
    }

    private Outcome<Node.Mapping> read() {
        List<String> lines = lines(header);
        String inside = String.join("", lines.subList(1, lines.size() - 1)).replace("\r\n", "\n");
        return new YamlReading().mapping(inside, new Where("", 2, 1));
    }

    /** The fields by key, as {@link Plain} has them; none if they can't be read. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!header.isEmpty()) {
            read().value().entries().forEach(entry -> values.put(entry.key(), Plain.of(entry.value())));
        }
        return values;
    }

    /** What is left for a person to look at, by field. */
    Map<String, List<String>> toDo() {
        Map<String, List<String>> toDo = new LinkedHashMap<>();
        if (hasForm()) {
            List<String> lines = lines(header);
            List<Node.Entry> entries = read().value().entries();
            for (int i = 0; i < entries.size(); i++) {
                List<String> said = new ArrayList<>();
                lines.subList(start(entries, i), end(entries, i, lines.size() - 1))
                        .forEach(line -> {
                            Matcher mark = TO_DO.matcher(bare(line));
                            if (mark.find()) {
                                said.add(mark.group(1));
                            }
                        });
                if (!said.isEmpty()) {
                    toDo.put(entries.get(i).key(), said);
                }
            }
        }
        return toDo;
    }

    /** Without the marks at these fields: a person has looked. */
    EntryText looked(Set<String> keys) {
        if (!hasForm()) {
            return this;
        }
        List<String> lines = lines(header);
        List<Node.Entry> entries = read().value().entries();
        for (int i = 0; i < entries.size(); i++) {
            if (keys.contains(entries.get(i).key())) {
                for (int line = start(entries, i); line < end(entries, i, lines.size() - 1); line++) {
                    String bare = bare(lines.get(line));
                    String end = lines.get(line).substring(bare.length());
                    lines.set(line, TO_DO.matcher(bare).replaceFirst("") + end);
                }
            }
        }
        return new EntryText(String.join("", lines), body);
    }

    /** The way to what stands at a line, such as {@code citations.2.title}; empty if no field does. */
    String fieldAt(int line) {
        return header.isEmpty() || line >= headerLines() ? "" : at(read().value(), line);
    }

    private static String at(Node node, int line) {
        String found = "";
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.where().line() <= line) {
                    String below = at(entry.value(), line);
                    found = entry.key() + (below.isEmpty() ? "" : "." + below);
                }
            }
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i).where().line() <= line) {
                    String below = at(sequence.items().get(i), line);
                    found = i + (below.isEmpty() ? "" : "." + below);
                }
            }
        }
        return found;
    }

    /**
     * With these fields; those that are already so stay as they are written.
     *
     * @param wanted by key, as {@link Plain} has them; an empty text, list or map takes the field away
     */
    EntryText with(Map<String, Object> wanted) {
        EntryText changed = this;
        Map<String, Object> before = values();
        for (Map.Entry<String, Object> one : wanted.entrySet()) {
            Object now = before.get(one.getKey());
            if (!one.getValue().equals(now == null ? "" : now)) {
                changed = changed.with(one.getKey(), one.getValue());
            }
        }
        return changed;
    }

    private EntryText with(String key, Object value) {
        List<Node.Entry> entries = read().value().entries();
        List<String> lines = lines(header);
        String lineEnd = lines.get(0).endsWith("\r\n") ? "\r\n" : "\n";
        int last = lines.size() - 1;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                int start = start(entries, i);
                int end = end(entries, i, last);
                if (isNothing(value)) {
                    lines.subList(start, end).clear();
                    return replaced(lines);
                }
                HeaderChange change = new HeaderChange(new ArrayList<>(lines), lineEnd);
                if (change.value(entries.get(i), end, value)) {
                    EntryText changed = replaced(change.lines());
                    if (value.equals(changed.values().get(key))) {
                        return changed;
                    }
                }
                HeaderChange.replace(lines, start, end, Plain.field(key, value, 0), lineEnd);
                return replaced(lines);
            }
        }
        if (!isNothing(value)) {
            HeaderChange.replace(lines, last, last, Plain.field(key, value, 0), lineEnd);
        }
        return replaced(lines);
    }

    private static boolean isNothing(Object value) {
        return value.equals("") || value.equals(List.of()) || value.equals(Map.of());
    }

    private EntryText replaced(List<String> lines) {
        return new EntryText(String.join("", lines), body);
    }

    private static int start(List<Node.Entry> entries, int i) {
        return entries.get(i).where().line() - 1;
    }

    /** Behind the last line of a field: blank lines and remarks before the next one are the next one's. */
    private int end(List<Node.Entry> entries, int i, int last) {
        int end = i + 1 < entries.size() ? start(entries, i + 1) : last;
        return HeaderChange.withoutRemarks(lines(header), start(entries, i), end, 1);
    }

    static String bare(String line) {
        return line.replaceFirst("[\\r\\n]+\\z", "");
    }

    /** Each with its end. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }
}
