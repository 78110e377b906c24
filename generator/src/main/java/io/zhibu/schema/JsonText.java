package io.zhibu.schema;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps, lists, texts, numbers and flags to JSON, indented by two spaces so that a change shows as the lines that changed. */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    public static String of(Map<String, Object> value) {
        JsonText text = new JsonText();
        text.value(value, 0);
        return text.out.append('\n').toString();
    }

    /** A map in this order: a key, what it holds, the next key. */
    public static Map<String, Object> object(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            block('{', '}', map.entrySet().iterator(), depth);
        } else if (value instanceof List<?> list) {
            block('[', ']', list.iterator(), depth);
        } else if (value instanceof String text) {
            quote(text);
        } else if (value instanceof BigDecimal number) {
            out.append(number.toPlainString());
        } else {
            out.append(value);
        }
    }

    private void block(char open, char close, Iterator<?> items, int depth) {
        out.append(open);
        boolean any = items.hasNext();
        while (items.hasNext()) {
            line(depth + 1);
            Object item = items.next();
            if (item instanceof Map.Entry<?, ?> entry) {
                quote(entry.getKey().toString());
                out.append(": ");
                value(entry.getValue(), depth + 1);
            } else {
                value(item, depth + 1);
            }
            out.append(items.hasNext() ? "," : "");
        }
        if (any) {
            line(depth);
        }
        out.append(close);
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
