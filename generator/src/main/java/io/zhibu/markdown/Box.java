package io.zhibu.markdown;

import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block that a marker line opens and indented lines continue: {@code !!! note "标题"} or {@code [^1]: 注}. flexmark's own extensions for
 * both try a regular expression, one of them compiled anew, on every line; this one looks at one character first.
 */
final class Box extends Block {
    private static final int INDENT = 4;
    private static final Pattern ADMONITION =
            Pattern.compile("!!![ \t]+([\\p{L}\\p{N}_-]+)(?:[ \t]+[\"“]([^\"”]*)[\"”])?[ \t]*");
    private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\[\\]\\s]{1,200})\\][:：][ \t]*");

    /** Which of the two, and what its marker line says. */
    sealed interface Marker {}

    record Admonition(String kind, String title) implements Marker {}

    record Note(String label) implements Marker {}

    private final Marker marker;
    private final int offset;

    private Box(Marker marker, int offset) {
        this.marker = marker;
        this.offset = offset;
    }

    Marker marker() {
        return marker;
    }

    /** Where the marker stands in the source. */
    int offset() {
        return offset;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    private static final class Parsing extends Containing {
        private Parsing(Box block) {
            super(block);
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= INDENT
                    ? BlockContinue.atColumn(state.getColumn() + INDENT)
                    : BlockContinue.none();
        }
    }

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        char first = at < line.length() && state.getIndent() < INDENT ? line.charAt(at) : ' ';
        if (first == '!') {
            Matcher found =
                    ADMONITION.matcher(line.subSequence(at, line.length()).toString());
            if (found.matches()) {
                String title = found.group(2) == null ? "" : found.group(2);
                return start(new Admonition(found.group(1), title), line, at, line.length());
            }
        } else if (first == '[') {
            Matcher found = NOTE.matcher(line.subSequence(at, line.length()).toString());
            if (found.lookingAt()) {
                return start(new Note(found.group(1)), line, at, at + found.end());
            }
        }
        return BlockStart.none();
    }

    private static BlockStart start(Marker marker, BasedSequence line, int at, int end) {
        return BlockStart.of(new Parsing(new Box(marker, line.getStartOffset() + at)))
                .atIndex(end);
    }
}
