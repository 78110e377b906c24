package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launchers hand to Java. The one for Windows can only be read here: it must say the same. */
class LauncherTest {
    private static final Pattern FLAGS = Pattern.compile("(?i)flags=\"?(-XX[^\"]*)\"");

    @TempDir
    private Path folder;

    private Path home;
    private Path java;

    /** Compiled already, in a folder with a space in its name, with a Java that repeats its words line by line. */
    @BeforeEach
    void compiled() throws IOException {
        home = folder.resolve("知识 库");
        java = folder.resolve("jdk 17/bin/java");
        Files.createDirectories(home.resolve("target"));
        Files.createDirectories(home.resolve("generator/src/main"));
        Files.createDirectories(java.getParent());
        Files.copy(Path.of("zhibu"), home.resolve("zhibu"));
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        for (String file : List.of("pom.xml", "target/zhibu.jar", "target/zhibu.jsa")) {
            Files.createFile(home.resolve(file));
        }
        Files.writeString(home.resolve("target/launcher.stamp"), java.toRealPath() + "\n");
    }

    @Test
    void everyWordArrivesAsItWasWritten() throws IOException, InterruptedException {
        assertThat(run(home.resolve("zhibu").toString(), "build", "--out", "我的 站点"))
                .contains("-XX:SharedArchiveFile=" + home.toRealPath() + "/target/zhibu.jsa")
                .endsWith("-jar", home.toRealPath() + "/target/zhibu.jar", "build", "--out", "我的 站点")
                .doesNotContain("-Dzhibu.terminal=true");
    }

    @Test
    void onlyATerminalIsToldOf() throws IOException, InterruptedException {
        Path script = Path.of("/usr/bin/script");
        Assumptions.assumeTrue(Files.isExecutable(script), "no script to make a terminal");

        assertThat(run(script.toString(), "-qec", "'" + home.resolve("zhibu") + "' check", "/dev/null"))
                .map(String::strip)
                .contains("-Dzhibu.terminal=true")
                .endsWith("check");
    }

    @Test
    void tooFewFilesAreAskedForOrToldOf() throws IOException, InterruptedException {
        String zhibu = "'" + home.resolve("zhibu") + "' check 2>&1 || echo $?";

        // Who may raise the limit isn't told; who may not reads why.
        assertThat(run("sh", "-c", "ulimit -Sn 20; " + zhibu)).endsWith("check");
        List<String> said = run("sh", "-c", "ulimit -n 20; " + zhibu);
        assertThat(List.of(said.get(0), said.get(said.size() - 1)))
                .isIn(
                        List.of("只让同时打开 20 个文件，不够用。先执行 ulimit -n 1024；不让改，请管理员把上限（nofile）调到 1024。", "3"),
                        List.of(said.get(0), "check"));
    }

    @Test
    void theOneForWindowsSaysTheSame() throws IOException {
        String unix = Files.readString(Path.of("zhibu"));
        String windows = Files.readString(Path.of("zhibu.cmd"));

        assertThat(first(FLAGS, windows)).isEqualTo(first(FLAGS, unix));
        for (String word : List.of(
                "-XX:ArchiveClassesAtExit=",
                "-XX:SharedArchiveFile=",
                "-Dzhibu.terminal=true",
                "ZHIBU_JAVA_OPTS",
                "-DskipTests -Dcyclonedx.skip=true package",
                "compile.log",
                "launcher.stamp",
                "需要 17 或更高")) {
            assertThat(unix).contains(word);
            assertThat(windows).contains(word);
        }
        assertThat(windows.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<String> run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("JAVA_HOME", folder.resolve("jdk 17").toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }
}
