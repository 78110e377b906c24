package io.zhibu.markdown;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;

/** Text to flexmark's tree of blocks, without inline content. The only place that makes a parser for our own profiles. */
final class Blocks {
    private final Parser parser;

    Blocks(boolean chinese) {
        MutableDataSet options = new MutableDataSet();
        options.set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false);
        Parser.Builder builder = Parser.builder(options).customInlineParserFactory(NoInlines.factory(options));
        if (chinese) {
            builder.customBlockParserFactory(new Box.Factory());
        }
        parser = builder.build();
    }

    Document parse(String text) {
        return parser.parse(text);
    }
}
