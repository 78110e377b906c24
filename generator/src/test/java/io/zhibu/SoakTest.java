package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.cli.Console;
import io.zhibu.cli.Zhibu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Thirty nights, one after another, by a clock of our own: what the first of them took, the last one takes. */
@DisabledOnOs(OS.WINDOWS)
class SoakTest {
    private static final int NIGHTS = 30;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder;

    private final List<byte[]> kept = new ArrayList<>();

    /** What is left after a night: heap in use, threads, open files. */
    private record Left(long heap, int threads, long files) {}

    private static Left left() throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return new Left(least, Thread.activeCount(), open.count());
        }
    }

    private int night(LocalDate day, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Instant two = day.atTime(2, 0).toInstant(ZoneOffset.ofHours(8));
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return Zhibu.run(new Console(out, out, false), Clock.fixed(two, ZoneOffset.UTC), words);
        }
    }

    private List<Left> nights(Path site, Path to, boolean leaking) throws IOException, InterruptedException {
        List<Left> all = new ArrayList<>();
        Path entry = site.resolve("content/method/three.md");
        String sound = Files.readString(entry);
        for (int i = 0; i < NIGHTS; i++) {
            LocalDate day = FIRST.plusDays(i);
            boolean broken = i % 7 == 3;
            Files.writeString(
                    entry, (broken ? sound.replace("score: 9.5", "score: 很高") : sound) + "\n第 " + i + " 夜添的一句。\n");
            int exit = night(
                    day,
                    "publish",
                    "--site",
                    site.toString(),
                    "--to",
                    to.toString(),
                    "--quarantine",
                    "--health",
                    folder.resolve("health.html").toString(),
                    "--mail",
                    folder.resolve("night.eml").toString());
            assertThat(exit).as("night " + i).isEqualTo(broken ? 4 : 0);
            assertThat(Files.readString(to.resolve("current/method/three-asks/index.html")))
                    .contains("第 " + (broken ? i - 1 : i) + " 夜添的一句。");
            if (leaking) {
                kept.add(new byte[2_000_000]);
            }
            all.add(left());
        }
        Files.writeString(entry, sound);
        return all;
    }

    /** By how many percent the last week's least exceeds that of the second week. */
    private static double grown(List<Left> all) {
        long early = all.subList(7, 14).stream().mapToLong(Left::heap).min().orElseThrow();
        long late = all.subList(NIGHTS - 7, NIGHTS).stream()
                .mapToLong(Left::heap)
                .min()
                .orElseThrow();
        return 100.0 * (late - early) / early;
    }

    @Test
    void thirtyNightsLeaveNothingBehind() throws Exception {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        Path site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path to = folder.resolve("to");
        List<Left> all = nights(site, to, false);
        Left early = all.get(7);
        Left late = all.get(NIGHTS - 1);
        assertThat(grown(all)).isLessThan(5);
        assertThat(late.threads()).isLessThanOrEqualTo(early.threads());
        assertThat(late.files()).isLessThanOrEqualTo(early.files());
        String[] releases = to.resolve("releases").toFile().list();
        assertThat(releases).as(Arrays.toString(releases)).hasSize(7);
        assertThat(Run.of(List.of("verify", "--all", "--to", to.toString())).exit())
                .isZero();
        // Control: a night that keeps something.
        double leak = grown(nights(site, folder.resolve("other"), true));
        assertThat(leak).isGreaterThan(5);
        Faults.row(
                "一夜接一夜（30 夜，每七夜改坏一次）：堆、线程、打开的文件",
                NIGHTS,
                0,
                "堆涨了 %.1f%%；每夜留下 2 MB 的，涨了 %.0f%%".formatted(grown(all), leak));
    }
}
