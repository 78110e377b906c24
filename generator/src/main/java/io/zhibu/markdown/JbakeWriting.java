package io.zhibu.markdown;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Map;

/**
 * Markdown to the HTML that JBake 2.7.0's engine gives, which is flexmark under the options that imitate pegdown. One parser for all texts,
 * where JBake makes one for each; they don't change.
 */
final class JbakeWriting {
    private static final Map<String, Integer> EXTENSIONS = Map.ofEntries(
            Map.entry("NONE", PegdownExtensions.NONE),
            Map.entry("SMARTS", PegdownExtensions.SMARTS),
            Map.entry("QUOTES", PegdownExtensions.QUOTES),
            Map.entry("SMARTYPANTS", PegdownExtensions.SMARTYPANTS),
            Map.entry("ABBREVIATIONS", PegdownExtensions.ABBREVIATIONS),
            Map.entry("HARDWRAPS", PegdownExtensions.HARDWRAPS),
            Map.entry("AUTOLINKS", PegdownExtensions.AUTOLINKS),
            Map.entry("TABLES", PegdownExtensions.TABLES),
            Map.entry("DEFINITIONS", PegdownExtensions.DEFINITIONS),
            Map.entry("FENCED_CODE_BLOCKS", PegdownExtensions.FENCED_CODE_BLOCKS),
            Map.entry("WIKILINKS", PegdownExtensions.WIKILINKS),
            Map.entry("STRIKETHROUGH", PegdownExtensions.STRIKETHROUGH),
            Map.entry("ANCHORLINKS", PegdownExtensions.ANCHORLINKS),
            Map.entry("UNUSED_ALL", PegdownExtensions.UNUSED_ALL),
            Map.entry("ALL", PegdownExtensions.ALL),
            Map.entry("SUPPRESS_HTML_BLOCKS", PegdownExtensions.SUPPRESS_HTML_BLOCKS),
            Map.entry("SUPPRESS_INLINE_HTML", PegdownExtensions.SUPPRESS_INLINE_HTML),
            Map.entry("SUPPRESS_ALL_HTML", PegdownExtensions.SUPPRESS_ALL_HTML),
            Map.entry("ATXHEADERSPACE", PegdownExtensions.ATXHEADERSPACE),
            Map.entry("SUBSCRIPT", PegdownExtensions.SUBSCRIPT),
            Map.entry("RELAXEDHRULES", PegdownExtensions.RELAXEDHRULES),
            Map.entry("TASKLISTITEMS", PegdownExtensions.TASKLISTITEMS),
            Map.entry("EXTANCHORLINKS", PegdownExtensions.EXTANCHORLINKS),
            Map.entry("EXTANCHORLINKS_WRAP", PegdownExtensions.EXTANCHORLINKS_WRAP),
            Map.entry("FOOTNOTES", PegdownExtensions.FOOTNOTES),
            Map.entry("TOC", PegdownExtensions.TOC),
            Map.entry("MULTI_LINE_IMAGE_URLS", PegdownExtensions.MULTI_LINE_IMAGE_URLS),
            Map.entry("SUPERSCRIPT", PegdownExtensions.SUPERSCRIPT),
            Map.entry("FORCELISTITEMPARA", PegdownExtensions.FORCELISTITEMPARA),
            Map.entry("NOT_USED", PegdownExtensions.NOT_USED),
            Map.entry("INSERTED", PegdownExtensions.INSERTED),
            Map.entry("UNUSABLE", PegdownExtensions.UNUSABLE),
            Map.entry("ALL_OPTIONALS", PegdownExtensions.ALL_OPTIONALS),
            Map.entry("ALL_WITH_OPTIONALS", PegdownExtensions.ALL_WITH_OPTIONALS),
            Map.entry("GITHUB_DOCUMENT_COMPATIBLE", PegdownExtensions.GITHUB_DOCUMENT_COMPATIBLE),
            Map.entry("GITHUB_WIKI_COMPATIBLE", PegdownExtensions.GITHUB_WIKI_COMPATIBLE),
            Map.entry("GITHUB_COMMENT_COMPATIBLE", PegdownExtensions.GITHUB_COMMENT_COMPATIBLE));

    private final Parser parser;
    private final HtmlRenderer renderer;

    /** @param extensions the property {@code markdown.extensions}: names parted by commas, each after a plus, a minus or nothing */
    JbakeWriting(String extensions) {
        DataHolder options = PegdownOptionsAdapter.flexmarkOptions(flags(extensions));
        parser = Parser.builder(options).build();
        renderer = HtmlRenderer.builder(options).build();
    }

    String html(CharSequence text) {
        return renderer.render(parser.parse(BasedSequence.of(text)));
    }

    private static int flags(String extensions) {
        int flags = PegdownExtensions.NONE;
        for (String word : extensions.split(",")) {
            String name = word.strip();
            boolean less = name.startsWith("-");
            int flag = EXTENSIONS.getOrDefault(
                    less || name.startsWith("+") ? name.substring(1) : name, PegdownExtensions.NONE);
            flags = less ? flags & ~flag : flags | flag;
        }
        return flags;
    }
}
