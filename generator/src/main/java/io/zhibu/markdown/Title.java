package io.zhibu.markdown;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Optional;

/**
 * A heading, marked or underlined. flexmark's own joins all lines of a paragraph anew at each of its lines, in case the next is an
 * underline, which is quadratic; this one does so when it is.
 */
final class Title extends Block {
    private static final int CODE_INDENT = 4;
    private static final int DEEPEST = 6;

    private final int level;
    private final Optional<BasedSequence> underline;

    private Title(int level, Optional<BasedSequence> underline) {
        this.level = level;
        this.underline = underline;
    }

    int level() {
        return level;
    }

    /** What stands below the text, if the heading is made so. */
    Optional<BasedSequence> underline() {
        return underline;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        if (at >= line.length() || state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        char c = line.charAt(at);
        if (c == '#') {
            return tryMarked(line, at);
        }
        boolean below = (c == '=' || c == '-') && matched.getBlockParser().isParagraphParser();
        return below && isUnderline(line, at) ? underlined(line, at, matched) : BlockStart.none();
    }

    private static BlockStart tryMarked(BasedSequence line, int at) {
        int from = at;
        while (from < line.length() && line.charAt(from) == '#') {
            from++;
        }
        int level = from - at;
        if (level > DEEPEST || from < line.length() && !isBlank(line.charAt(from))) {
            return BlockStart.none();
        }
        int to = withoutBlanks(line, from, line.length());
        int end = to;
        while (end > from && line.charAt(end - 1) == '#') {
            end--;
        }
        // Closing marks are none without a space before them.
        boolean closed = end < to && isBlank(line.charAt(end - 1));
        int textEnd = closed ? withoutBlanks(line, from, end) : to;
        Title title = new Title(level, Optional.empty());
        title.setContent(line.subSequence(at, line.length()), List.of(line.subSequence(from, textEnd)));
        return BlockStart.of(new Parsing(title)).atIndex(line.length());
    }

    private static BlockStart underlined(BasedSequence line, int at, MatchedBlockParser matched) {
        Title title = new Title(line.charAt(at) == '=' ? 1 : 2, Optional.of(line.subSequence(at, line.length())));
        List<BasedSequence> lines = matched.getParagraphLines();
        title.setContent(line.baseSubSequence(lines.get(0).getStartOffset(), line.getEndOffset()), lines);
        return BlockStart.of(new Parsing(title)).atIndex(line.length()).replaceActiveBlockParser();
    }

    private static boolean isUnderline(BasedSequence line, int at) {
        int end = withoutBlanks(line, at, line.length());
        for (int i = at; i < end; i++) {
            if (line.charAt(i) != line.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static int withoutBlanks(BasedSequence line, int from, int to) {
        int end = to;
        while (end > from && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static final class Parsing extends AbstractBlockParser {
        private final Title block;

        private Parsing(Title block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void closeBlock(ParserState state) {
            // All is known when it begins.
        }
    }
}
