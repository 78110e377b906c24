package io.zhibu.http;

import java.util.Collection;
import java.util.Map;

/** Maps, lists, texts, numbers and truth values as JSON. */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    public static String of(Object value) {
        Json json = new Json();
        json.write(value);
        return json.text.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            String between = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(between);
                quote(entry.getKey().toString());
                text.append(':');
                write(entry.getValue());
                between = ",";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Collection<?> list) {
            String between = "[";
            for (Object one : list) {
                text.append(between);
                write(one);
                between = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quote(value.toString());
        }
    }

    private void quote(String string) {
        text.append('"');
        string.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x2028 || c == 0x2029 || c == '<' || Character.isSurrogate((char) c)) {
                text.append("\\u%04x".formatted(c));
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }
}
