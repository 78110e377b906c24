package io.zhibu.markdown;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Blocks of raw HTML, of CommonMark's seven kinds. flexmark's own knows no textarea (example 171), lets a tag end a paragraph that goes on
 * lazily, and uses up the stack on a tag of many attributes.
 */
final class HtmlBlocks {
    private static final int CODE_INDENT = 4;
    private static final Set<String> RAW = Set.of("script", "pre", "style", "textarea");
    private static final Pattern RAW_END =
            Pattern.compile("</(?:script|pre|style|textarea)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT_END = Pattern.compile("-->");
    private static final Pattern INSTRUCTION_END = Pattern.compile("\\?>");
    private static final Pattern DECLARATION_END = Pattern.compile(">");
    private static final Pattern CDATA_END = Pattern.compile("\\]\\]>");
    // What was looked for and is nowhere behind that place of the text: looking again at each line would be quadratic.
    private static final DataKey<Integer> NO_COMMENT_END = new DataKey<>("NO_COMMENT_END", Integer.MAX_VALUE);
    private static final DataKey<Integer> NO_PRE_END = new DataKey<>("NO_PRE_END", Integer.MAX_VALUE);
    private static final Set<String> BLOCKS = Set.of(
            ("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt"
                            + " fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend"
                            + " li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td"
                            + " tfoot th thead title tr track ul")
                    .split(" "));

    private HtmlBlocks() {}

    /**
     * As {@link #tryStart}, except that nothing left open takes in the rest of the text: a comment and {@code <pre>} begin a block only if
     * they end somewhere, and what no page may hold anyway begins none of its own.
     */
    static BlockStart tryStartEnded(ParserState state, MatchedBlockParser matched) {
        BlockStart start = tryStart(state, matched);
        if (start == BlockStart.none()) {
            return start;
        }
        BasedSequence line = state.getLine();
        String s = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString();
        Optional<Pattern> end = endOf(s);
        if (end.isEmpty()) {
            return start;
        }
        boolean ends = s.startsWith("<!--")
                ? isAhead(state, "-->", NO_COMMENT_END)
                : s.regionMatches(true, 1, "pre", 0, 3) && isAhead(state, "</pre>", NO_PRE_END);
        return ends ? start : BlockStart.none();
    }

    private static boolean isAhead(ParserState state, String end, DataKey<Integer> absentFrom) {
        int from = state.getLine().getStartOffset();
        if (from >= absentFrom.get(state.getProperties())) {
            return false;
        }
        boolean ahead = state.getLine().getBaseSequence().indexOf(end, from) >= 0;
        if (!ahead) {
            state.getProperties().set(absentFrom, from);
        }
        return ahead;
    }

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        if (at >= line.length() || line.charAt(at) != '<' || state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        String s = line.subSequence(at, line.length()).toString();
        Optional<Pattern> end = endOf(s);
        boolean starts = end.isPresent() || isBlockTag(s);
        // A tag of another name can't end a paragraph, not even one that goes on lazily.
        starts = starts || !state.getActiveBlockParser().isParagraphParser() && isLoneTag(s);
        return starts ? BlockStart.of(new Parsing(end)).atIndex(state.getIndex()) : BlockStart.none();
    }

    /** What ends the block, if it is of a kind that a blank line doesn't end. */
    private static Optional<Pattern> endOf(String s) {
        if (s.startsWith("<!--")) {
            return Optional.of(COMMENT_END);
        } else if (s.startsWith("<?")) {
            return Optional.of(INSTRUCTION_END);
        } else if (s.startsWith("<![CDATA[")) {
            return Optional.of(CDATA_END);
        } else if (s.startsWith("<!")) {
            boolean declares = s.length() > 2 && Letters.isAsciiLetter(s.charAt(2));
            return declares ? Optional.of(DECLARATION_END) : Optional.empty();
        }
        int end = nameEnd(s, 1);
        boolean raw = RAW.contains(name(s, 1, end)) && isParted(s, end);
        return raw ? Optional.of(RAW_END) : Optional.empty();
    }

    private static boolean isBlockTag(String s) {
        int from = s.startsWith("</") ? 2 : 1;
        int end = nameEnd(s, from);
        return BLOCKS.contains(name(s, from, end)) && (isParted(s, end) || s.startsWith("/>", end));
    }

    /** Whether a tag of this name parts what stands before it from what stands behind. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name) || name.equals("pre") || name.equals("br");
    }

    private static boolean isLoneTag(String s) {
        boolean named = s.length() > 1 && (s.charAt(1) == '/' || Letters.isAsciiLetter(s.charAt(1)));
        int end = named ? new InlineHtml(s).end(0) : -1;
        return end > 0 && s.substring(end).isBlank();
    }

    private static boolean isParted(String s, int at) {
        return at == s.length() || s.charAt(at) == ' ' || s.charAt(at) == '\t' || s.charAt(at) == '>';
    }

    private static int nameEnd(String s, int from) {
        int end = from;
        while (end < s.length() && (Letters.isAsciiLetter(s.charAt(end)) || Letters.isAsciiDigit(s.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static String name(String s, int from, int end) {
        return s.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static final class Parsing extends AbstractBlockParser {
        private final HtmlBlock block = new HtmlBlock();
        private final BlockContent content = new BlockContent();
        private final Optional<Pattern> end;
        private boolean ended;

        private Parsing(Optional<Pattern> end) {
            this.end = end;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            boolean over = ended || end.isEmpty() && state.isBlank();
            return over ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            ended = end.isPresent() && end.get().matcher(line).find();
            content.add(line, state.getIndent());
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setContent(content);
        }
    }
}
