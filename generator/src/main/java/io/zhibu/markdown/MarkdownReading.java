package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;

public final class MarkdownReading {
    private final Profile profile;
    private final Blocks blocks;

    public MarkdownReading(Profile profile, String jbakeExtensions) {
        this.profile = profile;
        this.blocks = new Blocks(profile == Profile.CHINESE);
    }

    public Outcome<Body> read(String text, Where start) {
        String source = text.replace('\0', '\uFFFD').replace("\r\n", "\n").replace('\r', '\n');
        Diagnostics diagnostics = new Diagnostics();
        Lines lines = new Lines(source, start);
        Surroundings around = new Surroundings(profile == Profile.CHINESE, lines, diagnostics);
        Body body = new Translation(source, lines, around).body(blocks.parse(source));
        return Outcome.of(body, diagnostics);
    }
}
