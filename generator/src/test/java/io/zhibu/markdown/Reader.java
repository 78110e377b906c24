package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import java.util.List;

/** The words of this room's tests: given a text, what page it gives and what its writer is told. */
final class Reader {
    private final Profile profile;
    private final MarkdownReading reading;

    Reader(Profile profile) {
        this.profile = profile;
        this.reading = new MarkdownReading(profile, "");
    }

    static Reader chinese() {
        return new Reader(Profile.CHINESE);
    }

    Outcome<Body> read(String markdown) {
        return reading.read(markdown, new Where("content/a.md", 1, 1));
    }

    String html(String markdown) {
        return new HtmlWriting(profile).html(read(markdown).value(), HtmlWriting.Targets.AS_WRITTEN);
    }

    List<String> told(String markdown) {
        return read(markdown).diagnostics().stream().map(Diagnostic::toString).toList();
    }

    List<String> rules(String markdown) {
        return read(markdown).diagnostics().stream().map(Diagnostic::rule).toList();
    }
}
