package io.zhibu.markdown;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.regex.Pattern;

/** Blocks that CommonMark changed after flexmark's time: fences of tildes whose info holds tildes (146), and textareas (171). */
final class LateBlocks {
    private static final int CODE_INDENT = 4;
    private static final Pattern RAW_END =
            Pattern.compile("</(?:script|pre|style|textarea)>", Pattern.CASE_INSENSITIVE);

    private LateBlocks() {}

    static BlockStart tryFence(ParserState state, MatchedBlockParser matched) {
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

    static BlockStart tryTextarea(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        if (at >= line.length() || line.charAt(at) != '<' || state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        String tag = "<textarea";
        String begun = line.subSequence(at, Math.min(line.length(), at + tag.length() + 1))
                .toString()
                .toLowerCase(Locale.ROOT);
        boolean ends =
                begun.length() == tag.length() || begun.endsWith(" ") || begun.endsWith("\t") || begun.endsWith(">");
        boolean starts = begun.startsWith(tag) && ends;
        return starts ? BlockStart.of(new Textarea()).atIndex(state.getIndex()) : BlockStart.none();
    }

    private static final class Textarea extends AbstractBlockParser {
        private final HtmlBlock block = new HtmlBlock();
        private final BlockContent content = new BlockContent();
        private boolean ended;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            ended = RAW_END.matcher(line).find();
            content.add(line, state.getIndent());
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setContent(content);
        }
    }
}
