package io.zhibu.markdown;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Fences of tildes, whose info may hold tildes (example 146). flexmark's own refuses those; what is inside a fence it reads right. */
final class Tildes {
    private static final int CODE_INDENT = 4;

    private Tildes() {}

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        int end = at;
        while (end < line.length() && line.charAt(end) == '~') {
            end++;
        }
        if (end - at < 3 || state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        return BlockStart.of(new FencedCodeBlockParser(state.getProperties(), '~', end - at, state.getIndent(), at))
                .atIndex(end);
    }
}
