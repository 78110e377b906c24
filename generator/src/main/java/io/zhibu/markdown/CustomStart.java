package io.zhibu.markdown;

import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.List;
import java.util.Set;

/** Hands flexmark our rules for where a block begins. flexmark wants two objects for each, and a class of its own; a rule is a function. */
abstract class CustomStart implements CustomBlockParserFactory {
    /** Tries to begin a block where the state stands. */
    interface Rule {
        BlockStart tryStart(ParserState state, MatchedBlockParser matched);
    }

    private final List<Rule> rules;

    private CustomStart(List<Rule> rules) {
        this.rules = rules;
    }

    /** Rules that go before flexmark's. */
    static final class First extends CustomStart {
        First(List<Rule> rules) {
            super(rules);
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(FencedCodeBlockParser.Factory.class, ThematicBreakParser.Factory.class);
        }
    }

    /** Rules in the place of flexmark's lists: a line of three asterisks and spaces is a rule, not a list. */
    static final class AsLists extends CustomStart {
        AsLists(List<Rule> rules) {
            super(rules);
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(BlockQuoteParser.Factory.class, ThematicBreakParser.Factory.class);
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(IndentedCodeBlockParser.Factory.class);
        }
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return new AbstractBlockParserFactory(options) {
            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                for (Rule rule : rules) {
                    BlockStart start = rule.tryStart(state, matched);
                    if (start != BlockStart.none()) {
                        return start;
                    }
                }
                return BlockStart.none();
            }
        };
    }

    @Override
    public boolean affectsGlobalScope() {
        return false;
    }
}
