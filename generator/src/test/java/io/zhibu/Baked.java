package io.zhibu;

import io.zhibu.cli.Console;
import io.zhibu.cli.Zhibu;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * What Zhibu made of a site, called as its users call it.
 *
 * @param said on standard error: the diagnostics
 */
record Baked(int exit, String said) {

    static Baked of(Path site, Path output) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        Clock clock = Clock.fixed(OriginalJBake.NOW, ZoneOffset.UTC);
        int exit = Zhibu.run(console, clock, "build", "--site", site.toString(), "--out", output.toString());
        return new Baked(exit, err.toString(StandardCharsets.UTF_8));
    }
}
