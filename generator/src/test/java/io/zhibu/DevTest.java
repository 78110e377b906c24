package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code generator/dev test} says on a machine that lacks something; whoever runs it there is no root. */
@DisabledOnOs(OS.WINDOWS)
class DevTest {
    @TempDir
    private Path folder;

    private Path bin;

    @BeforeEach
    void machine() throws IOException {
        bin = Files.createDirectories(folder.resolve("bin"));
        Path dev = Files.createDirectories(folder.resolve("home/generator")).resolve("dev");
        Files.copy(Path.of("generator/dev"), dev);
        program(folder.resolve("home/zhibu"), "");
        for (String tool :
                List.of("sh", "sed", "dirname", "readlink", "rm", "head", "locale", "awk", "mktemp", "chmod", "df")) {
            program(bin.resolve(tool), "exec '" + Path.of("/usr/bin", tool) + "' \"$@\"");
        }
        program(bin.resolve("id"), "echo 1000");
        for (String tool : List.of("mvn", "git", "npm", "chromium", "unzip", "bsdtar", "7z", "python3", "script")) {
            program(bin.resolve(tool), "");
        }
        jdk("17");
        jdk("25");
        Files.createSymbolicLink(bin.resolve("javac"), folder.resolve("jvm/17/bin/javac"));
    }

    @Test
    void whatIsMissingIsTheLastWordAndFailsInContinuousIntegration() throws IOException, InterruptedException {
        Files.delete(bin.resolve("chromium"));
        Files.delete(folder.resolve("jvm/25/bin/javac"));
        String left = "chromium（Debian 软件包 chromium）";
        String jdk = "JDK 25（Debian 软件包 openjdk-25-jdk-headless）。";

        assertThat(last("")).startsWith("0 试过的都通过；没有试：").contains(left).endsWith(jdk);
        assertThat(last("CI=true")).startsWith("1 试过的都通过；没有试：").contains(left).endsWith(jdk + "持续集成里这算没有通过。");
    }

    @Test
    void aFailureIsTheLastWordToo() throws IOException, InterruptedException {
        program(bin.resolve("mvn"), "exit 1");
        Files.delete(bin.resolve("npm"));

        assertThat(last("")).startsWith("1 有检查没有通过；没有试：").contains("npm（Debian 软件包 npm）");
    }

    @Test
    void eachJdkIsTriedWhicheverJavaHomeNames() throws IOException, InterruptedException {
        program(bin.resolve("mvn"), "echo \"$JAVA_HOME\" >>'" + folder + "/tried'");

        last("JAVA_HOME='" + folder.resolve("jvm/25") + "'");

        assertThat(Files.readAllLines(folder.resolve("tried")))
                .extracting(path -> Path.of(path).getFileName().toString())
                .containsExactly("25", "17");
    }

    @Test
    void testsWriteIntoMemoryWhereThereIsEnoughOfIt() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/shm")), "a machine without such a folder");
        program(bin.resolve("mvn"), "echo \"$*\" >>'" + folder + "/tried'");
        for (String free : List.of("3999999", "4000000")) {
            program(
                    bin.resolve("df"),
                    "printf 'Filesystem 1024-blocks Used Available\\ntmpfs 8000000 0 " + free + "\\n'");
            assertThat(last("")).startsWith("0 ");
        }

        List<String> tried = Files.readAllLines(folder.resolve("tried"));
        assertThat(tried.subList(0, 2)).allMatch(words -> words.contains("-Dtests.tmp=/tmp/"));
        assertThat(tried.subList(2, 4)).allMatch(words -> words.contains("-Dtests.tmp=/dev/shm/zhibu-tests-"));
        Matcher made = Pattern.compile("tests.tmp=(\\S+)").matcher(String.join(" ", tried));
        while (made.find()) {
            assertThat(Path.of(made.group(1))).doesNotExist();
        }
    }

    @Test
    void theBrowsersRunFailsInContinuousIntegrationWithoutABrowser() throws IOException, InterruptedException {
        Files.delete(bin.resolve("chromium"));

        assertThat(last("CI=true", "browser")).isEqualTo("1 没有试：chromium（Debian 软件包 chromium）。持续集成里这算没有通过。");
    }

    private void jdk(String version) throws IOException {
        Path jdk = folder.resolve("jvm").resolve(version);
        program(jdk.resolve("bin/javac"), "");
        program(jdk.resolve("bin/java"), "echo " + version);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String last(String environment) throws IOException, InterruptedException {
        return last(environment, "test");
    }

    /** The exit code and the last line. */
    private String last(String environment, String command) throws IOException, InterruptedException {
        String line = "exec env -i PATH='" + bin + "' LC_ALL=C.UTF-8 JVM_FOLDER='" + folder.resolve("jvm") + "' "
                + environment + " '" + folder.resolve("home/generator/dev") + "' " + command;
        Process process = new ProcessBuilder("/bin/sh", "-c", line)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return process.waitFor() + " " + said.get(said.size() - 1);
    }
}
