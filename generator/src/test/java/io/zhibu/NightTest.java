package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night that {@code generator/night} plays, of a small site: it takes some twenty starts of the program, so only when all faults are. */
class NightTest {
    @TempDir
    private Path folder;

    private record Said(int exit, String out) {}

    private Said play(String more) throws Exception {
        Path site = folder.resolve("site");
        if (!Files.exists(site)) {
            Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
            Path settings = site.resolve("site-config/jbake.properties");
            Files.writeString(settings, Files.readString(settings) + "publish.shrink-at-most=50%\n");
            Repository.in(site).commit("2026-11-20");
        }
        Path program = folder.resolve("zhibu");
        Files.writeString(
                program,
                "#!/bin/sh\n" + more + "\nLC_ALL=C.UTF-8 exec '" + Path.of(System.getProperty("java.home"), "bin/java")
                        + "' -XX:TieredStopAtLevel=1 -cp '"
                        + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(path -> Path.of(path).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator))
                        + "' io.zhibu.cli.Zhibu \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("generator/night").redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SITE", site.toString(),
                        "ZHIBU", program.toString(),
                        "ENTRY", "content/method/three.md",
                        "WORK", folder.resolve("work").toString()));
        Files.createDirectories(folder.resolve("work"));
        Process night = builder.start();
        night.getOutputStream().close();
        String out = new String(night.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(night.waitFor(), out);
    }

    @Test
    void eachStepOfTheNightGoesAsItShould() throws Exception {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        Said night = play("");
        assertThat(night.exit()).as(night.out()).isZero();
        assertThat(night.out()).contains("步，全部通过。").doesNotContain("没有通过");
        assertThat(folder.resolve("work")).doesNotExist();
        int steps =
                (int) night.out().lines().filter(line -> line.endsWith("通过")).count();
        Faults.row("从头到尾的一夜，步", steps, 0, "程序不认 --quarantine 时说得出哪几步没有通过");
        // Control: a program that doesn't know what it should.
        Said other = play("case \"$*\" in *--quarantine*) exit 1 ;; esac");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out()).contains("没有通过，应是 退出码 4");
    }
}
