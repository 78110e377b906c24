package io.zhibu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.SmallSite;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jazzer on {@link Readers}: in every run a few thousand inputs, always the same ones; by {@code generator/dev fuzz} as many as there is
 * time for, of which what led somewhere new is kept for the next time.
 */
@DisabledOnOs(OS.WINDOWS)
class FuzzTest {
    private static final List<String> READERS =
            List.of("front", "markdown", "svg", "picture", "address", "query", "word");

    private static final List<String> SEEDS = List.of(
            "id: a\ntype: method\ntags: [一, 二]\nsource: {kind: 原创, date: 2026-01-01}\n- x: &a *a\n",
            "# 一 {#a}\n\n**二**[三](a.md \"t\")![四](<b.png>)\n\n|a|b|\n|-|:-:|\n|`c`|d|\n\n> [!注意] 五\n> 六\n\n[^1]: 七\n\n<b onclick=x>八</b>\n",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9px\" height=\"9\"><g id=\"a\"><use href=\"#a\"/><style>a{fill:url(#b)}</style></g></svg>",
            "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\b\u0006\0\0\0",
            "党建 (二)/../CON.txt",
            "“主题 党日” 三亮 -示例 2026 zsr \"a b",
            "<w:p><w:r><w:t>一</w:t></w:r><w:hyperlink r:id=\"x\"/></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
            // What Scraps makes a heading, paragraphs and a table of one column of.
            "\u0000\u0003\bPP\u0001\u0002党支部工作法`一二`\u0005三\u000f\u0010\u0011`四\u0010\u0011`五_`六");

    @TempDir
    private Path folder;

    private record Fuzzed(int exit, String out) {
        /** How many inputs were read. */
        long runs() {
            Matcher done = Pattern.compile("Done (\\d+) runs").matcher(out);
            return done.find() ? Long.parseLong(done.group(1)) : 0;
        }
    }

    private Fuzzed fuzz(String reader, Path corpus, String... more) throws IOException, InterruptedException {
        for (int i = 0; i < SEEDS.size(); i++) {
            // The first byte says which reader is asked; the last one has two seeds.
            String seed = (reader.equals("all") ? (char) Math.min(i, READERS.size() - 1) : "") + SEEDS.get(i);
            Files.writeString(Files.createDirectories(corpus).resolve("seed" + i), seed);
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Dreader=" + reader,
                "-Dsite=" + site(),
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(path -> Path.of(path).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Readers.class.getName(),
                "--instrumentation_includes=io.zhibu.**",
                "--custom_hook_includes=io.zhibu.**",
                "-artifact_prefix=" + folder + "/",
                "-len_control=0",
                "-timeout=20",
                "-rss_limit_mb=3000"));
        words.addAll(List.of(more));
        words.add(corpus.toAbsolutePath().toString());
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("INFO: Instrumented") && !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        return new Fuzzed(process.waitFor(), out);
    }

    /** With the types that a Word document may become. */
    private Path site() {
        Path site = folder.resolve("site");
        if (!Files.exists(site)) {
            SmallSite.ofOurTypes(site);
        }
        return site;
    }

    @Test
    void noReaderStumblesOverAFewThousandInputs() throws Exception {
        Assumptions.assumeTrue(System.getProperty("fuzz.seconds") == null, "asked for longer runs");
        Fuzzed all = fuzz("all", folder.resolve("corpus"), "-seed=1", "-runs=3000", "-max_len=300");
        assertThat(all.exit()).as(all.out()).isZero();
        assertThat(all.runs()).isGreaterThanOrEqualTo(3000);
        Faults.row("Jazzer 乱写的来稿，每次都试的", (int) all.runs(), 0, "故意写错的读者几千次以内就被找到");
    }

    /** Control: a fault behind four particular letters, behind a question of which single characters are found, in a table of two columns. */
    @ParameterizedTest
    @ValueSource(strings = {"broken", "broken-query", "broken-word"})
    void aFaultIsFound(String reader) throws Exception {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        Fuzzed broken = fuzz(reader, folder.resolve("corpus"), "-seed=1", "-runs=100000", "-max_len=100");
        assertThat(broken.exit()).isNotZero();
        assertThat(broken.out()).contains("java.lang.IllegalStateException: found");
    }

    @Test
    void eachReaderForAsLongAsWasAsked() throws Exception {
        String seconds = System.getProperty("fuzz.seconds");
        Assumptions.assumeTrue(seconds != null, "only by generator/dev fuzz");
        String only = System.getProperty("fuzz.reader", "");
        for (String reader : READERS) {
            if (!only.isEmpty() && !only.equals(reader)) {
                continue;
            }
            Path corpus = Path.of("target/fuzz", reader);
            Fuzzed fuzzed = fuzz(reader, corpus, "-max_total_time=" + seconds, "-max_len=4000");
            assertThat(fuzzed.exit()).as(reader + ": " + fuzzed.out()).isZero();
            Faults.row("Jazzer 乱写的来稿：" + reader, (int) fuzzed.runs(), 0, "故意写错的读者几千次以内就被找到");
        }
    }
}
