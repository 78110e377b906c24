package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As cron, systemd and containers start it: in a locale that isn't UTF-8, or in no environment at all. */
@DisabledOnOs(OS.WINDOWS)
class EmptyEnvironmentTest {
    @TempDir
    private static Path folder;

    private static Path launcher;
    private static Path jar;
    private static Path site;
    private static BakedTree usual;

    /** The launcher with the classes under test in its jar, and a site whose pages and files have Chinese names. */
    @BeforeAll
    static void compiled() throws IOException, InterruptedException {
        Path home = folder.resolve("支部");
        Files.createDirectories(home.resolve("target"));
        Files.createDirectories(home.resolve("generator/src/main"));
        launcher = Files.copy(Path.of("zhibu"), home.resolve("zhibu"));
        // Java can't even open a jar whose path it can't name.
        jar = Files.copy(jar(home.resolve("target/zhibu.jar")), folder.resolve("zhibu.jar"));
        Files.createFile(home.resolve("pom.xml"));
        // The launcher takes the jar that is there for what Maven made.
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Result built =
                zhibu(List.of("LC_ALL=C.UTF-8"), "build", "--out", out("usual").toString());
        assertThat(built.exit()).as(built.said()).isZero();
        usual = BakedTree.read(out("usual"));
        assertThat(usual.files().keySet()).anyMatch(name -> !name.chars().allMatch(c -> c < 128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LC_ALL=C", "LC_ALL=POSIX", "LANG=de_AT.UTF-8", "LC_ALL=zh_CN.GBK", "LC_CTYPE=xx_YY"})
    void theSameSiteIsBuilt(String locale) throws IOException, InterruptedException {
        Path out = out("in " + locale);

        Result built = zhibu(locale.isEmpty() ? List.of() : List.of(locale), "build", "--out", out.toString());

        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(BakedTree.read(out).differencesFrom(usual)).isEmpty();
        assertThat(built.said()).doesNotContain("setlocale", "warning");
    }

    @Test
    void chineseWordsAreFound() throws IOException, InterruptedException {
        Files.writeString(
                site.resolve("site-config/jbake.properties"),
                Files.readString(site.resolve("site-config/jbake.properties"))
                        .replace("render.search=false", "render.search=true"));

        assertThat(zhibu(List.of(), "search", "党支部").said()).contains("党支部").doesNotContain("没有可查的字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "search 三亮", "package", "--help"})
    void withoutTheLauncherItIsToldWhatToDo(String words) throws IOException, InterruptedException {
        Result told = run(List.of("LC_ALL=POSIX"), java(), "-jar", jar.toString(), words.split(" ")[0]);

        assertThat(told.exit()).isEqualTo(3);
        assertThat(told.said())
                .matches("语言环境（LC_ALL、LANG）的编码是 \\S+，不是 UTF-8，Java 读写不了中文文件名。"
                        + "先执行 export LC_ALL=C.UTF-8 再来，或用 zhibu 启动，它会自己选。");
    }

    private record Result(int exit, String said) {}

    private static Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static Result zhibu(List<String> environment, String... words) throws IOException, InterruptedException {
        List<String> all = new java.util.ArrayList<>(List.of(launcher.toString()));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--site", site.toString(), "--as-of", "2026-11-23"));
        List<String> more = new java.util.ArrayList<>(environment);
        more.add("JAVA_HOME=" + System.getProperty("java.home"));
        return run(more, all.toArray(String[]::new));
    }

    /** Nothing is inherited; the words of the command go through a file, since this process may have another encoding. */
    private static Result run(List<String> environment, String... words) throws IOException, InterruptedException {
        Path script = folder.resolve("run.sh");
        Files.writeString(
                script,
                "exec env -i PATH='" + folder.resolve("bin") + ":/usr/bin:/bin' " + quoted(environment) + " "
                        + quoted(List.of(words)) + "\n",
                StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said.strip());
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    private static Path jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.zhibu.cli.Zhibu");
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .map(path -> Path.of(path).toUri().toASCIIString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }
}
