package io.zhibu.markdown;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/** Text to flexmark's tree of blocks, without inline content. The only place that makes a parser for our own profiles. */
final class Blocks {
    private final Parser parser;

    Blocks(boolean chinese) {
        MutableDataSet options = new MutableDataSet();
        options.set(Parser.LIST_BLOCK_PARSER, false);
        options.set(Parser.HEADING_PARSER, false);
        options.set(Parser.HTML_BLOCK_PARSER, false);
        List<CustomStart.Rule> first = chinese
                ? List.of(Title::tryStart, Tildes::tryStart, HtmlBlocks::tryStartEnded, Box::tryStart)
                : List.of(Title::tryStart, Tildes::tryStart, HtmlBlocks::tryStart);
        parser = Parser.builder(options)
                .customInlineParserFactory(NoInlines.factory(options))
                .customBlockParserFactory(new CustomStart.First(first))
                .customBlockParserFactory(new CustomStart.AsLists(List.of(Lists::tryStart)))
                .build();
    }

    Document parse(CharSequence text) {
        return parser.parse(BasedSequence.of(text));
    }
}
