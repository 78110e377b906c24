package io.zhibu.markdown;

import com.vladsch.flexmark.util.ast.Document;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Markdown text to a body. Follows no link and opens no file. One of these serves all threads: its parsers are built once and keep nothing
 * of what they parse.
 *
 * <p>No text makes it throw, hang or use up the caller's stack: what is large or odd is parsed in a thread of its own, with a deep stack
 * and a deadline, and what is beyond that becomes a diagnostic and an empty body.
 */
public final class MarkdownReading {
    private static final int LARGEST = 2 << 20;

    private final Profile profile;
    private final Blocks blocks;
    private final Optional<JbakeWriting> jbake;
    private final Guard guard;

    /** @param jbakeExtensions the property {@code markdown.extensions}; heeded in JBake's profile only */
    public MarkdownReading(Profile profile, String jbakeExtensions) {
        this(profile, jbakeExtensions, Duration.ofSeconds(10));
    }

    MarkdownReading(Profile profile, String jbakeExtensions, Duration limit) {
        this.profile = profile;
        this.blocks = new Blocks(profile == Profile.CHINESE);
        this.jbake = profile == Profile.JBAKE ? Optional.of(new JbakeWriting(jbakeExtensions)) : Optional.empty();
        this.guard = new Guard(limit);
    }

    /**
     * The body that the text means.
     *
     * @param text Markdown, without front matter
     * @param start where the text begins in its file
     */
    public Outcome<Body> read(String text, Where start) {
        if (isTooLarge(text)) {
            return refused(start, "markdown-too-large", "正文超过 2 MiB，没有处理", "把正文分成几个文件");
        }
        String source = withPlainLineEnds(text);
        Prescan scan = new Prescan(source);
        if (scan.tooDeep().isPresent()) {
            Diagnostics diagnostics = new Diagnostics();
            new Warnings(new Lines(source, start), diagnostics)
                    .tooDeep(scan.tooDeep().getAsInt(), Sink.DEEPEST);
            return Outcome.of(Body.empty(), diagnostics);
        }
        // JBake's profile renders with flexmark itself, which has more patterns to stumble over than can be looked for.
        if (!scan.isOrdinary() || jbake.isPresent()) {
            return guarded(source, start);
        }
        try {
            return read(source, source, start);
        } catch (StackOverflowError deep) {
            return guarded(source, start);
        }
    }

    private static boolean isTooLarge(String text) {
        // No character takes more than three bytes for each of its units.
        return text.length() > LARGEST / 3 && text.getBytes(StandardCharsets.UTF_8).length > LARGEST;
    }

    private Outcome<Body> guarded(String source, Where start) {
        Guard.End<Outcome<Body>> end = guard.run(source, watched -> read(source, watched, start));
        if (end.value().isPresent()) {
            return end.value().get();
        }
        return end.late()
                ? refused(start, "markdown-too-slow", "正文 10 秒内没有处理完，已放弃", "查找成串的反引号、方括号、星号或尖括号，删去多余的")
                : refused(start, "markdown-too-deep", "正文嵌套太深，没有处理", "减少引用、列表、强调或方括号的层数");
    }

    /** @param parsed the same text; reading it may fail when time is over */
    private Outcome<Body> read(String source, CharSequence parsed, Where start) {
        Lines lines = new Lines(source, start);
        if (jbake.isPresent()) {
            Event html = new Event.Html(jbake.get().html(parsed), true, lines.place(0));
            return Outcome.of(Body.of(List.of(html)));
        }
        Diagnostics diagnostics = new Diagnostics();
        Document document = blocks.parse(parsed);
        Surroundings around = new Surroundings(profile == Profile.CHINESE, lines, diagnostics);
        return Outcome.of(new Translation(source, lines, around).body(document), diagnostics);
    }

    private static Outcome<Body> refused(Where start, String rule, String message, String hint) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.error(start, rule, message, hint);
        return Outcome.of(Body.empty(), diagnostics);
    }

    /** Columns stay as they are, since only line ends get shorter. CommonMark wants NUL replaced. */
    private static String withPlainLineEnds(String text) {
        String source =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return source.indexOf('\0') < 0 ? source : source.replace('\0', '\uFFFD');
    }
}
