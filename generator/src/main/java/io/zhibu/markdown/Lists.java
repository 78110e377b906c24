package io.zhibu.markdown;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Lists as CommonMark has them. flexmark's own reading of lists serves a dozen dialects, takes items that are indented too far (examples
 * 312 and 313), and is quadratic in the number of markers on a line.
 */
final class Lists {
    private static final int CODE_INDENT = 4;
    private static final int TAB = 4;
    private static final int MOST_DIGITS = 9;

    private Lists() {}

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        int end = markerEnd(line, at);
        if (end < 0) {
            return BlockStart.none();
        }
        int column = state.getColumn() + state.getIndent() + end - at;
        int content = contentColumn(line, end, column);
        boolean empty = content < 0;
        boolean ordered = end - at > 1;
        int number = ordered ? Integer.parseInt(line.subSequence(at, end - 1).toString()) : 0;
        if (matched.getBlockParser().isParagraphParser() && (empty || ordered && number != 1)) {
            return BlockStart.none();
        }
        int to = empty || content - column > CODE_INDENT ? column + 1 : content;
        ItemParsing item = new ItemParsing(ordered, line.subSequence(at, end), to - state.getColumn());
        char mark = line.charAt(end - 1);
        boolean goesOn = matched.getBlockParser() instanceof ListParsing list && list.mark == mark;
        return (goesOn ? BlockStart.of(item) : BlockStart.of(new ListParsing(ordered, number, mark), item))
                .atColumn(to);
    }

    private static int markerEnd(BasedSequence line, int at) {
        int end = at;
        while (end < line.length() && end - at < MOST_DIGITS && Letters.isAsciiDigit(line.charAt(end))) {
            end++;
        }
        char mark = end < line.length() ? line.charAt(end) : ' ';
        boolean fits = end > at ? mark == '.' || mark == ')' : mark == '-' || mark == '+' || mark == '*';
        boolean parted = end + 1 >= line.length() || line.charAt(end + 1) == ' ' || line.charAt(end + 1) == '\t';
        return fits && parted ? end + 1 : -1;
    }

    /** Where the item's content begins on this line; -1 if there is none. */
    private static int contentColumn(BasedSequence line, int from, int column) {
        int content = column;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                content += TAB - content % TAB;
            } else if (c == ' ') {
                content++;
            } else {
                return content;
            }
        }
        return -1;
    }

    private static final class ListParsing extends Containing {
        private final char mark;

        private ListParsing(boolean ordered, int number, char mark) {
            super(ordered ? numbered(number) : new BulletList());
            this.mark = mark;
        }

        private static OrderedList numbered(int from) {
            OrderedList list = new OrderedList();
            list.setStartNumber(from);
            return list;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public boolean canContain(ParserState state, BlockParser parser, Block other) {
            return other instanceof ListItem;
        }
    }

    private static final class ItemParsing extends Containing {
        private final int contentIndent;

        private ItemParsing(boolean ordered, BasedSequence marker, int contentIndent) {
            super(marked(ordered ? new OrderedListItem() : new BulletListItem(), marker));
            this.contentIndent = contentIndent;
        }

        private static ListItem marked(ListItem item, BasedSequence marker) {
            item.setOpeningMarker(marker);
            return item;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                // An item may begin with one blank line, which is the one of its marker.
                boolean begun = getBlock().getFirstChild() != null;
                return begun ? BlockContinue.atIndex(state.getNextNonSpaceIndex()) : BlockContinue.none();
            }
            boolean inside = state.getIndent() >= contentIndent;
            return inside ? BlockContinue.atColumn(state.getColumn() + contentIndent) : BlockContinue.none();
        }
    }
}
