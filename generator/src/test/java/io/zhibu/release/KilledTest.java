package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed by the system, at every call of one kind and at any moment: readers have a whole site all the time. */
class KilledTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rename", "link", "symlink", "fsync", "mkdir", "chmod", "unlink", "rmdir"})
    void atEveryCallOfOneKind(String call) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(STRACE), "no strace, so no call was the last one");
        boolean few = call.matches("mkdir|chmod|unlink|rmdir") && !Faults.every();
        int step = few ? 4 : 1;
        int kills = 0;
        for (int nth = 1; ; nth += step) {
            Nights nights = Nights.to(folder.resolve(call + nth));
            for (String word : List.of("一", "二", "三")) {
                nights.publish(word);
            }
            Process process = publish(call + ":signal=SIGKILL:when=" + nth, nights.releases.folder(), "1", "新");
            boolean killed = process.waitFor() != 0;
            assertWhole(nights, killed ? "三|新" : "新", call + " " + nth);
            if (!killed) {
                break;
            }
            kills++;
        }
        assertThat(kills).isPositive();
        Faults.row("kill -9 在每一次 " + call + " 处", kills, 0, "同样的站点就地写，会留下半个（FaultsTest）");
    }

    @Test
    void atAnyMoment() throws Exception {
        Random random = new Random(20261123);
        Nights nights = Nights.to(folder.resolve("any"));
        nights.publish("先");
        int kills = 0;
        int halves = 0;
        for (int i = 0; i < Faults.times(15, 1000); i++) {
            Process process = publish("", nights.releases.folder(), "1000000", "甲" + i, "乙" + i);
            Path lock = nights.releases.lock();
            while (!Files.exists(lock) && process.isAlive()) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(500));
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            kills++;
            halves += Files.exists(nights.releases.releases().resolve(".new")) ? 1 : 0;
            assertWhole(nights, "[甲乙]\\d+|先", "kill " + i);
        }
        // It was killed while it wrote, and not only in between.
        assertThat(halves).isPositive();
        Faults.row("kill -9 在随机的时刻", kills, 0, "其中 " + halves + " 次正写到一半");
    }

    /** Eight processes at once, each of which publishes or is turned away. */
    @Test
    void besideEachOther() throws Exception {
        Nights nights = Nights.to(folder.resolve("eight"));
        nights.publish("先");
        int rounds = Faults.times(1, 10);
        for (int round = 0; round < rounds; round++) {
            List<Process> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(publish("", nights.releases.folder(), "5", "甲" + i, "乙" + i));
            }
            for (Process one : all) {
                assertThat(one.waitFor()).isZero();
            }
            assertWhole(nights, "[甲乙]\\d+", "round " + round);
        }
        Faults.row("八个进程同时发布", rounds * 8, 0, "各自发布或被拒（75），从不混在一起");
    }

    /** At once, and again after the next command. */
    private static void assertWhole(Nights nights, String words, String when) throws IOException {
        assertThat(nights.word()).as(when).matches(words);
        nights.nextCommand();
        assertThat(nights.word()).as(when).matches(words);
        assertThat(nights.releasing().verify(nights.releases.live().orElseThrow()))
                .as(when)
                .isEmpty();
        assertThat(nights.releases.releases().resolve(".new")).as(when).doesNotExist();
        assertThat(nights.releases.lock()).as(when).doesNotExist();
    }

    /** @param fault as strace injects it; empty for none */
    private Process publish(String fault, Path to, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (!fault.isEmpty()) {
            String call = fault.replaceFirst(":.*", "");
            command.addAll(List.of(
                    STRACE.toString(), "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e", "inject=" + fault));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                PublishOnce.class.getName(),
                to.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
