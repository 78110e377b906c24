package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu hook install}, in a repository whose site lies deeper than its top. */
class HookCommandTest {
    private static final String ENTRY = "content/method/three.md";

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void aRepository() throws IOException {
        site = folder.resolve("仓 库/小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        // As in a site that has the launcher beside it: here it runs the classes under test.
        Path launcher = Files.writeString(
                site.resolve("zhibu"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java")
                        + "' -Dfile.encoding=UTF-8 -cp '" + System.getProperty("java.class.path")
                        + "' io.zhibu.cli.Zhibu \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Repository.in(folder.resolve("仓 库")).commit("2026-07-01");
        assertThat(install().exit()).isZero();
    }

    private Run install() {
        return Run.of(List.of("hook", "install", "--site", site.toString()));
    }

    private Run git(String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(
                List.of("git", "-c", "user.name=x", "-c", "user.email=x", "-c", "commit.gpgSign=false"));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(site.toFile())
                    .redirectErrorStream(true)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(git.waitFor(), "", said);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void whatIsStagedIsChecked() throws IOException {
        Path entry = site.resolve(ENTRY);
        String sound = Files.readString(entry);
        Files.writeString(entry, sound + "\n打 13800000000\n");
        git("add", ".");
        // What is only in the folder doesn't count, neither for nor against.
        Files.writeString(entry, sound);

        Run refused = git("commit", "--message=x");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err())
                .contains(ENTRY + ":21:3: 错误[mobile-number]", "没有提交")
                .doesNotContain("13800000000");

        git("add", ".");
        Files.writeString(entry, sound + "\n每周一次。\n");
        git("add", ".");
        Files.writeString(entry, sound + "\n打 13800000000\n");
        Run taken = git("commit", "--message=x");
        assertThat(taken.exit()).as(taken.err()).isZero();
    }

    @Test
    void whereTheFolderIsWhatIsStagedItIsCheckedThereAndRemembered() throws IOException {
        Path entry = site.resolve(ENTRY);
        String sound = Files.readString(entry);
        Files.writeString(entry, sound + "\n打 13800000000\n");
        git("add", ".");
        Run refused = git("commit", "--message=x");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains(ENTRY + ":21:3: 错误[mobile-number]", "没有提交");
        assertThat(site.resolve("target/cache")).isNotEmptyDirectory();

        // A picture that lies there and isn't staged is not there for others.
        Files.writeString(entry, sound + "\n[登记表](biao.csv)\n");
        git("add", ".");
        Files.writeString(site.resolve("content/method/biao.csv"), "甲\n");
        refused = git("commit", "--message=x");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("“biao.csv”");
        git("add", ".");
        assertThat(git("commit", "--message=x").exit()).isZero();
    }

    @Test
    void aCommitWithoutContentIsNotHeldUpAndAnotherHookIsNotReplaced() throws IOException {
        Files.writeString(site.resolve("readme.txt"), "说明");
        git("add", ".");
        assertThat(git("commit", "--message=x").exit()).isZero();

        assertThat(install().exit()).isZero();
        Files.writeString(folder.resolve("仓 库/.git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n");
        Run other = install();
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("已有别的钩子");
        assertThat(Run.of(List.of("hook", "remove", "--site", site.toString())).exit())
                .isEqualTo(2);
    }

    @Test
    void outsideOfARepositoryThereIsNoHook() {
        Path alone = folder.resolve("alone");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), alone);
        Run run = Run.of(List.of("hook", "install", "--site", alone.toString()));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("不在 Git 仓库里");
    }
}
