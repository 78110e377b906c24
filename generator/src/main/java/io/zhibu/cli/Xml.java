package io.zhibu.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Collectors;

/** Elements of an XML file, a line each. */
final class Xml {
    private final Writer to;

    Xml(Writer to) throws IOException {
        this.to = to;
        to.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    void open(String name, Map<String, String> attributes) throws IOException {
        to.write("<" + name + written(attributes) + ">\n");
    }

    void close(String name) throws IOException {
        to.write("</" + name + ">\n");
    }

    void empty(String name, Map<String, String> attributes) throws IOException {
        to.write("<" + name + written(attributes) + "/>\n");
    }

    void text(String name, Map<String, String> attributes, String text) throws IOException {
        to.write("<" + name + written(attributes) + ">" + escaped(text) + "</" + name + ">\n");
    }

    /** In the order of the map. */
    private static String written(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(one -> " " + one.getKey() + "=\"" + escaped(one.getValue()) + "\"")
                .collect(Collectors.joining());
    }

    /** What may stand in no XML at all is shown by its number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> {
                    boolean barred = c < 0x20 || c >= 0xD800 && c < 0xE000 || c == 0xFFFE || c == 0xFFFF;
                    escaped.append(barred ? "U+%04X".formatted(c) : Character.toString(c));
                }
            }
        });
        return escaped.toString();
    }
}
