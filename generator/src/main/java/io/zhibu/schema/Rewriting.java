package io.zhibu.schema;

import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was written in one form, in the form that its field asks for: a line that can be pasted in its place. */
final class Rewriting {
    /** Nobody pastes a page. */
    private static final int LONGEST = 200;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}“《‘（][^,\\[\\]{}:#\"'&*!|>%@`\\n]*(?<!\\s)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private Rewriting() {}

    /** A text where a record belongs, or a list of them: {@code gloss: [{term: 抓学习, meaning: 未载}]}. */
    static Optional<String> record(Field field, Field.Record record, Node.Scalar written) {
        String text = written.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> items = field.many()
                ? Arrays.stream(text.split("[、，；;,\n]"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList()
                : List.of(text);
        String all = items.stream().map(one -> item(record, one)).collect(Collectors.joining(", "));
        return Optional.of(field.key() + ": " + (field.many() ? "[" + all + "]" : all));
    }

    /** A text where one record of a list belongs. */
    static Optional<String> item(Field.Record record, Node.Scalar written) {
        String text = written.text().strip();
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(item(record, text));
    }

    private static String item(Field.Record record, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[:：]|——|—", 2)) {
            parts.add(part.strip());
        }
        List<String> fields = new ArrayList<>();
        for (Field field : record.fields()) {
            int taken = 0;
            while (taken < parts.size() && !takes(field.kind(), parts.get(taken))) {
                taken++;
            }
            if (taken < parts.size()) {
                fields.add(field.key() + ": " + scalar(parts.remove(taken)));
            } else if (field.need() instanceof Field.Always) {
                fields.add(field.key() + ": " + (field.unrecorded() ? Value.Unrecorded.WORD : "…"));
            }
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private static boolean takes(Field.Kind kind, String part) {
        return !part.isEmpty()
                && (kind instanceof Field.Text && !part.matches("[0-9.]+")
                        || kind instanceof Field.Number && part.matches("[0-9.]+"));
    }

    /** A list or a mapping where one value belongs; empty if more than words stands in it. */
    static Optional<String> one(Field field, Node node) {
        if (node instanceof Node.Sequence sequence
                && !sequence.items().isEmpty()
                && sequence.items().get(0) instanceof Node.Scalar first) {
            return Optional.of(field.key() + ": " + scalar(first.text()));
        }
        if (node instanceof Node.Mapping mapping
                && mapping.entries().size() == 1
                && mapping.entries().get(0).value() instanceof Node.Scalar value) {
            return Optional.of(
                    field.key() + ": \"" + escaped(mapping.entries().get(0).key() + ": " + value.text()) + "\"");
        }
        return Optional.empty();
    }

    /** The one number in a text such as 约 12 人 or 1,200; empty if there are several, or if a word counts in it. */
    static Optional<String> number(String text, boolean whole) {
        StringBuilder half = new StringBuilder();
        text.chars().forEach(c -> half.append((char) (c >= '０' && c <= '９' || c == '．' || c == '，' ? c - 0xFEE0 : c)));
        String plain = half.toString().replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
        Matcher number = NUMBER.matcher(plain);
        if (plain.matches("(?s).*[十百千万亿％%‰].*") || !number.find()) {
            return Optional.empty();
        }
        String found = number.group();
        boolean alone = !plain.substring(0, number.start()).matches("(?s).*\\d.*")
                && !plain.substring(number.end()).matches("(?s).*\\d.*");
        return alone && (!whole || number.group(1) == null) ? Optional.of(found) : Optional.empty();
    }

    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }
}
