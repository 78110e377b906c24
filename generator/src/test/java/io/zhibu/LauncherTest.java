package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launchers hand to Java. The one for Windows can only be read here: it must say the same. */
class LauncherTest {
    private static final Pattern FLAGS = Pattern.compile("(?i)flags=\"?(-XX[^\"]*)\"");

    @TempDir
    private Path folder;

    private Path home;
    private Path java;
    private Path maven;

    /** In a folder with a space in its name, with a Java that repeats its words line by line, and a Maven that tells of its calls. */
    @BeforeEach
    void compiled() throws IOException, InterruptedException {
        home = folder.resolve("知识 库");
        java = java("jdk 17");
        maven = folder.resolve("bin/mvn");
        Files.createDirectories(home.resolve("generator/src/main"));
        Files.copy(Path.of("zhibu"), home.resolve("zhibu"));
        Files.createFile(home.resolve("pom.xml"));
        Files.writeString(home.resolve("generator/src/main/A.java"), "甲");
        program(maven, "echo called >>'" + folder + "/calls'; mkdir -p target; : >target/zhibu.jar");
        assertThat(zhibu("--help")).startsWith("正在编译……");
        Files.delete(folder.resolve("calls"));
    }

    private Path java(String jdk) throws IOException {
        Path bin = folder.resolve(jdk).resolve("bin");
        program(bin.resolve("javac"), "");
        program(bin.resolve("java"), """
                case $1 in
                    -version) echo 'openjdk version "17.0.1"' >&2 ;;
                    -XX:ArchiveClassesAtExit=*) echo archive >"${1#*=}" ;;
                    *) printf '%s\\n' "$@" ;;
                esac""");
        return bin.resolve("java");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void everyWordArrivesAsItWasWritten() throws IOException, InterruptedException {
        assertThat(run(home.resolve("zhibu").toString(), "build", "--out", "我的 站点"))
                .anyMatch(word -> word.matches("\\Q-XX:SharedArchiveFile=" + home + "\\E/target/zhibu-\\d+\\.jsa"))
                .endsWith("-jar", home.toRealPath() + "/target/zhibu.jar", "build", "--out", "我的 站点")
                .doesNotContain("-Dzhibu.terminal=true");
    }

    @Test
    void aFreshCheckoutOfTheSameSourcesIsNotCompiledAgain() throws IOException, InterruptedException {
        FileTime later = FileTime.from(Instant.now().plusSeconds(3600));
        Files.setLastModifiedTime(home.resolve("pom.xml"), later);
        Files.setLastModifiedTime(home.resolve("generator/src/main/A.java"), later);
        assertThat(zhibu("check")).endsWith("check").doesNotContain("正在编译……");
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "added", "removed", "renamed", "pom", "jar"})
    void otherSourcesAreCompiledWhateverTheirTime(String what) throws IOException, InterruptedException {
        Path source = home.resolve("generator/src/main/A.java");
        switch (what) {
            case "changed" -> Files.writeString(source, "乙");
            case "added" -> Files.writeString(source.resolveSibling("B c.java"), "");
            case "removed" -> Files.delete(source);
            case "renamed" -> Files.move(source, source.resolveSibling("B.java"));
            case "pom" -> Files.writeString(home.resolve("pom.xml"), "<project/>");
            default -> Files.delete(home.resolve("target/zhibu.jar"));
        }
        for (Path old : List.of(home.resolve("pom.xml"), source)) {
            if (Files.exists(old)) {
                Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
            }
        }
        assertThat(zhibu("check")).startsWith("正在编译……").endsWith("check");
        assertThat(zhibu("check")).doesNotContain("正在编译……");
        assertThat(folder.resolve("calls")).hasContent("called");
    }

    @Test
    void anotherJavaHasItsOwnArchiveAndCompilesNothing() throws IOException, InterruptedException {
        List<String> before = zhibu("check");
        java = java("jdk 25");
        List<String> other = zhibu("check");
        assertThat(folder.resolve("calls")).doesNotExist();
        assertThat(other).endsWith("check").doesNotContain("正在编译……").isNotEqualTo(before);
        assertThat(other).anyMatch(word -> word.startsWith("-XX:SharedArchiveFile="));
        java = folder.resolve("jdk 17/bin/java");
        assertThat(zhibu("check")).isEqualTo(before);
    }

    @Test
    void aJavaThatCantCompileIsSaid() throws IOException, InterruptedException {
        Files.delete(java.resolveSibling("javac"));
        assertThat(zhibu("check")).endsWith("check");
        Files.delete(home.resolve("target/zhibu.jar"));
        assertThat(zhibu("check"))
                .containsExactly(
                        java.toRealPath().getParent().getParent()
                                + " 里只有运行用的 Java（JRE），没有编译用的 javac。请安装 JDK（Debian：apt-get install openjdk-17-jdk-headless），或用 JAVA_HOME 指向它。",
                        "3");
    }

    @Test
    void anInstallationOfSomebodyElseIsNotBlamedOnAnOldCompilation() throws IOException, InterruptedException {
        Files.writeString(home.resolve("generator/src/main/A.java"), "乙");
        // Not even root writes what is a folder.
        Files.delete(home.resolve("target/compile.log"));
        Files.createDirectory(home.resolve("target/compile.log"));
        assertThat(zhibu("check"))
                .containsExactly(
                        "源码变了，要重新编译，可是 " + System.getProperty("user.name") + " 不能写 " + home.toRealPath()
                                + "/target。请让装它的人执行一次 " + home.toRealPath() + "/zhibu --help，或把 " + home.toRealPath()
                                + " 拷到自己名下再用。",
                        "3");
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @Test
    void whatIsFetchedIsSaidWhileItIs() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/zhibu.jar"));
        program(maven, """
                for i in 1 2 3; do
                    echo "[INFO] Downloading from central: https://repo.example/a/$i.jar"
                    [ $i = 3 ] || echo "[INFO] Downloaded from central: https://repo.example/a/$i.jar (1 kB at 2 kB/s)"
                done
                : >target/zhibu.jar""");
        assertThat(zhibu("check"))
                .startsWith(
                        "正在编译……",
                        "正在下载编译要用的库和插件（全部约 300 MB，只下一次），来自 central：https://repo.example/a/1.jar",
                        "下载了 2 个文件。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Non-resolvable import POM: Could not transfer artifact a:b:pom:1 from/to central: Unknown host repo.example",
                "Plugin a:b:1 or one of its dependencies could not be resolved",
                "Cannot access central in offline mode and the artifact a:b:1 has not been downloaded from it before."
            })
    void withoutANetworkTheRemedyIsSaidInChinese(String english) throws IOException, InterruptedException {
        Files.delete(home.resolve("target/zhibu.jar"));
        program(maven, "echo '[ERROR] " + english + "'; exit 1");
        assertThat(zhibu("check"))
                .containsExactly(
                        "正在编译……",
                        "编译要用的库和插件下载不了：连不上 Maven 仓库。请接上网络再来；只有内网的，在 ~/.m2/settings.xml 里写内网的镜像（mirror），或从编译过的机器拷来 ~/.m2/repository。",
                        "全部输出在 " + home.toRealPath() + "/target/compile.log",
                        "3");
    }

    @Test
    void aFailureToFetchThatMavenRemembersIsTriedAgain() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/zhibu.jar"));
        program(maven, """
                case " $* " in *" -U "*) : >target/zhibu.jar; exit 0 ;; esac
                echo '[ERROR] a:b:1 was not found in https://repo.example during a previous attempt'; exit 1""");
        assertThat(zhibu("check")).startsWith("正在编译……").endsWith("check");
    }

    @Test
    void whatTheCompilerSaysIsShown() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/zhibu.jar"));
        program(maven, "echo '[INFO] a'; echo '[ERROR] A.java:[1,2] expected'; exit 1");
        assertThat(zhibu("check"))
                .containsExactly(
                        "正在编译……",
                        "编译失败：",
                        "A.java:[1,2] expected",
                        "全部输出在 " + home.toRealPath() + "/target/compile.log",
                        "3");
    }

    /** As the archive is unpacked: a jar beside the launcher, no sources, and a Java that can't compile. */
    private void released() throws IOException {
        Files.delete(home.resolve("pom.xml"));
        Files.move(home.resolve("target/zhibu.jar"), home.resolve("zhibu.jar"));
        Files.writeString(home.resolve("SHA256SUMS"), "1");
        Files.delete(java.resolveSibling("javac"));
    }

    @Test
    void aReleaseIsRunAsItIs() throws IOException, InterruptedException {
        released();

        List<String> said = zhibu("build");

        assertThat(said)
                .startsWith("第一次运行，先准备几秒钟……")
                .endsWith("-jar", home.toRealPath() + "/zhibu.jar", "build")
                .anyMatch(word -> word.matches("-XX:SharedArchiveFile=\\Q" + home + "\\E/cache/zhibu-\\d+\\.jsa"));
        assertThat(folder.resolve("calls")).doesNotExist();
        Files.writeString(home.resolve("SHA256SUMS"), "2");
        assertThat(zhibu("build")).as("another release has another archive").isNotEqualTo(said);
    }

    @Test
    void aReleaseSaysThatJavaIsTooOld() throws IOException, InterruptedException {
        released();
        Files.writeString(java.getParent().resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(zhibu("build")).containsExactly("Java 版本是 11，需要 17 或更高。请安装新的 Java，或用 JAVA_HOME 指向它。", "3");
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
                "cache",
                "zhibu.jar",
                "launcher.stamp",
                "需要 17 或更高")) {
            assertThat(unix).contains(word);
            assertThat(windows).contains(word);
        }
        // What is looked for along PATH is looked for by cmd itself: where.exe finds anything in Wine.
        assertThat(windows).doesNotContainPattern("(?m)^where ");
        Set<String> labels = Pattern.compile("(?m)^:(\\w+)")
                .matcher(windows)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> asked = Pattern.compile("goto (\\w+)")
                .matcher(windows)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(labels).containsAll(asked);
        assertThat(windows.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** What it said, and its exit code if that isn't 0. */
    private List<String> zhibu(String word) throws IOException, InterruptedException {
        return run("sh", "-c", "'" + home.resolve("zhibu") + "' " + word + " 2>&1 || echo $?");
    }

    private List<String> run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        java.getParent().getParent().toString(),
                        "PATH",
                        maven.getParent() + ":" + System.getenv("PATH")));
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }
}
