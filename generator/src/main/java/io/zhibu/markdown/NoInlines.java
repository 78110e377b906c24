package io.zhibu.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserFactory;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Keeps flexmark from parsing the content of lines: {@link Inlines} does. */
final class NoInlines extends InlineParserImpl {
    private NoInlines(DataHolder options) {
        super(
                options,
                new BitSet(),
                new BitSet(),
                Map.of(),
                new LinkRefProcessorData(List.of(), 0, new int[0]),
                List.of());
    }

    static InlineParserFactory factory(DataHolder fixed) {
        // One for all texts of a parser: it holds nothing, and making it costs more than reading a short page.
        InlineParser none = new NoInlines(fixed);
        return (options, special, delimiters, processors, references, extensions) -> none;
    }

    @Override
    public void initializeDocument(Document document) {
        // Nothing is kept, so that many threads can use this one.
    }

    @Override
    public void finalizeDocument(Document document) {
        // As above.
    }

    @Override
    public void parse(BasedSequence content, Node block) {
        // Nothing, on purpose.
    }
}
