package io.zhibu.proofread;

import io.zhibu.proofread.Script.Part;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the values of a header from its form. */
final class HeaderForm {
    private static final Pattern LINE =
            Pattern.compile("((?:[ \\t]*-[ \\t]+)*[ \\t]*(?:[\\w.-]{1,64}[ \\t]*:(?=[ \\t]|$)[ \\t]*)?)(.*)");
    private static final Pattern KEY = Pattern.compile("[\\w.-]{1,64}[ \\t]*:[ \\t]");

    private final String text;
    private final Part[] parts;
    /** How many brackets are open. */
    private int flow;

    HeaderForm(String text, Part[] parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Lines of {@code key=value}. */
    void properties(int end) {
        for (int at = 0; at < end; at = Script.lineEnd(text, at) + 1) {
            int lineEnd = Script.lineEnd(text, at);
            int equals = text.indexOf('=', at);
            boolean pair = equals >= 0 && equals < lineEnd;
            Arrays.fill(parts, at, pair ? equals + 1 : lineEnd, Part.FORM);
            for (int i = pair ? equals + 1 : lineEnd; i < lineEnd; i++) {
                // A comma parts the words of a list.
                parts[i] = text.charAt(i) == ',' ? Part.FORM : Part.VALUE;
            }
        }
    }

    void yaml(int from, int end) {
        for (int at = from; at < end; at = Script.lineEnd(text, at) + 1) {
            line(at, Script.lineEnd(text, at));
        }
    }

    private void line(int from, int end) {
        Arrays.fill(parts, from, end, Part.VALUE);
        String line = text.substring(from, end);
        int at = from;
        if (flow == 0) {
            if (line.stripLeading().startsWith("#")) {
                Arrays.fill(parts, from, end, Part.NOTE);
                return;
            }
            Matcher form = LINE.matcher(line);
            if (form.matches()) {
                at = from + form.start(2);
                Arrays.fill(parts, from, at, Part.FORM);
            }
            boolean begins = at < end && (text.charAt(at) == '[' || text.charAt(at) == '{');
            if (!begins) {
                plain(at, end);
                return;
            }
        }
        flowing(at, end);
    }

    private void plain(int from, int end) {
        if (from < end && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
            parts[from] = Part.FORM;
            int close = text.lastIndexOf(text.charAt(from), end - 1);
            if (close > from) {
                parts[close] = Part.FORM;
            }
        }
        // Not beyond the line: most lines have no note, and the text behind them is long.
        int note = text.substring(from, end).indexOf(" #");
        if (note >= 0) {
            Arrays.fill(parts, from + note, end, Part.NOTE);
        }
    }

    /** Between brackets commas and colons part the words. */
    private void flowing(int from, int end) {
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                parts[at] = Part.FORM;
                if (close < 0 || close >= end) {
                    return;
                }
                parts[close] = Part.FORM;
                at = close;
                continue;
            }
            flow += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if ("[]{},".indexOf(c) >= 0 || c == ' ' && at > from && ",[{:".indexOf(text.charAt(at - 1)) >= 0) {
                parts[at] = Part.FORM;
            }
        }
        Matcher key = KEY.matcher(text).region(from, end);
        while (key.find()) {
            Arrays.fill(parts, key.start(), key.end(), Part.FORM);
        }
        flow = Math.max(0, flow);
    }
}
