package io.zhibu.yaml;

import io.zhibu.diagnostic.Where;
import java.util.Optional;

/** Counts opening brackets before the parser sees them: it recurses on them, and fifty thousand end its stack. */
final class FlowDepth {
    private FlowDepth() {}

    /** Where brackets are nested deeper than allowed, if they are. Brackets inside quotes count too: nobody writes that many. */
    static Optional<Where> beyond(String text, int allowed, Where start) {
        int depth = 0;
        int line = Math.max(start.line(), 1);
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
                if (depth > allowed) {
                    return Optional.of(start.at(line, text.codePointCount(lineStart, i) + 1));
                }
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            } else if (c == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return Optional.empty();
    }
}
