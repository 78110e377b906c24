package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal sees what is being done; a log sees nothing of it. */
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void everyStageIsNamedAndLeavesNothingBehind() {
        new SmallSite(folder).entry("branch/one", "", "");

        assertThat(said(true, "check", "--search", "--site", folder.toString())
                        .replaceAll(" +(?=\r)", "")
                        .split("\r"))
                .containsExactly(
                        "",
                        "正在读设置……",
                        "正在读内容……",
                        "正在逐字查稿……",
                        "正在编目录……",
                        "正在读 Git 的历史……",
                        "正在比较条目……",
                        "正在检查内容……",
                        "正在看素材……",
                        "正在看图片……",
                        "正在看附件……",
                        "正在查附件里的字……",
                        "正在编索引……",
                        "正在试搜索……");
    }

    @Test
    void aShorterLineLeavesNothingOfTheLastOne() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Progress progress = new Progress(console(err, true))) {
            progress.begins("checks");
            progress.begins("plan");
            progress.begins("x");
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r正在检查内容……\r正在安排网页……\rx……" + " ".repeat(11) + "\r" + " ".repeat(5) + "\r");
    }

    @Test
    void aLogSeesNothingOfIt() {
        new SmallSite(folder).entry("branch/one", "", "");

        assertThat(said(false, "check", "--search", "--site", folder.toString()))
                .isEmpty();
    }

    @Test
    void onlyTheLauncherKnowsWhetherThereIsATerminal() throws IOException, InterruptedException {
        new SmallSite(folder).entry("branch/one", "", "");

        assertThat(program(List.of(), false)).doesNotContain("\r");
        assertThat(program(List.of("-Dzhibu.terminal=true"), true)).doesNotContain("\r");
        assertThat(program(List.of("-Dzhibu.terminal=true"), false)).contains("\r正在读内容……");
    }

    private String program(List<String> properties, boolean ci) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        words.addAll(properties);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.zhibu.cli.Zhibu", "check", "--site"));
        words.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("CI");
        if (ci) {
            builder.environment().put("CI", "true");
        }
        Process process = builder.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String said(boolean interactive, String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Zhibu.run(console(err, interactive), Clock.systemUTC(), words);
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Console console(OutputStream err, boolean interactive) {
        return new Console(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive);
    }
}
