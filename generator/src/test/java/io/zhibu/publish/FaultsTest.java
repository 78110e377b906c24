package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.FaultyDisk;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever act on the disk is the last one, or fails: after the next command a whole site stands there, the last one or the new one. */
class FaultsTest {
    private static final Where ORIGIN = Where.inFile("content/a.md");
    private static final List<String> NAMES = List.of("index.html", "tags/三亮/index.html", "unit/a/index.html");

    @TempDir
    Path folder;

    @Test
    void killedAtAnyActAWholeSiteStandsAfterTheNextCommand() throws IOException {
        int kills = 0;
        for (int act = 1; ; act++) {
            Path place = place(act);
            publish(place, Disk.REAL, "旧", false);
            FaultyDisk disk = FaultyDisk.killedAt(act);
            try {
                publish(place, disk, "新", false);
            } catch (FaultyDisk.Killed now) {
                kills++;
            } catch (IllegalStateException inAWorker) {
                assertThat(inAWorker).hasCauseInstanceOf(FaultyDisk.Killed.class);
                kills++;
            }
            publishing(place, Disk.REAL).recover();

            assertWhole(place, "act " + act);
            if (!disk.reached()) {
                break;
            }
        }
        // Folders, files, two renames and what is removed of the last site.
        assertThat(kills).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whicheverActFailsAWholeSiteStands(boolean recovers) throws IOException {
        int failures = 0;
        for (int act = 1; ; act++) {
            Path place = place(act);
            publish(place, Disk.REAL, "旧", false);
            FaultyDisk disk = FaultyDisk.failingAt(act);
            try {
                publish(place, disk, "新", false);
            } catch (IOException told) {
                failures++;
            }
            if (recovers) {
                publishing(place, Disk.REAL).recover();
            }

            assertWhole(place, "act " + act);
            if (!disk.reached()) {
                break;
            }
        }
        assertThat(failures).isGreaterThan(5);
    }

    @Test
    void anOldSiteThatCantBeRemovedIsToldOfAndTheNewOneStands() throws IOException {
        int left = 0;
        for (int act = 1; ; act++) {
            Path place = place(act);
            publish(place, Disk.REAL, "旧", false);
            FaultyDisk disk = FaultyDisk.failingAt(act);
            try {
                Outcome<Publishing.Written> written = publish(place, disk, "新", false);
                assertThat(written.value().inPlace()).isTrue();
                if (disk.reached() && !disk.failedAtALink()) {
                    left++;
                    assertThat(written.diagnostics())
                            .singleElement()
                            .extracting(Diagnostic::toString)
                            .asString()
                            .contains("提示[target-left] 新站点已换上，旧站点没有删干净");
                    assertThat(words(place)).containsOnly("新");
                }
            } catch (IOException earlier) {
                continue;
            }
            if (!disk.reached()) {
                break;
            }
        }
        assertThat(left).isGreaterThan(3);
    }

    /** Eight begin in one moment, many times over: each either writes its whole site or is turned away. */
    @Test
    void ofBuildsThatBeginInOneMomentNoTwoWriteOneFolder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Path place = place(1);
        for (int round = 0; round < 40; round++) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Outcome<Publishing.Written>>> builds = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return publish(place, Disk.REAL, "第" + i, false);
                    }))
                    .toList();
            start.countDown();
            int written = 0;
            for (Future<Outcome<Publishing.Written>> build : builds) {
                Outcome<Publishing.Written> outcome = build.get();
                written += outcome.value().inPlace() ? 1 : 0;
                assertThat(outcome.value().inPlace() || isBusy(outcome)).isTrue();
            }
            assertThat(written).isPositive();
            assertThat(words(place).distinct()).hasSize(1);
            assertThat(beside(place)).containsExactly("site");
        }
        threads.shutdown();
    }

    private static boolean isBusy(Outcome<?> outcome) {
        return outcome.diagnostics().stream().anyMatch(one -> one.rule().equals("target-busy"));
    }

    private Path place(int act) throws IOException {
        return Files.createDirectories(folder.resolve("act" + act));
    }

    private static Publishing publishing(Path place, Disk disk) throws IOException {
        return new Publishing(place.resolve("site"), disk, new Parallel(2), (files, of) -> {});
    }

    private static Outcome<Publishing.Written> publish(Path place, Disk disk, String word, boolean clean)
            throws IOException {
        return publishing(place, disk).publish(site(word), false, clean);
    }

    private static Output site(String word) {
        Output.Builder builder = new Output.Builder();
        NAMES.forEach(name ->
                builder.add(new Address(name), ORIGIN, () -> Outcome.of(word.getBytes(StandardCharsets.UTF_8))));
        return builder.build().value();
    }

    private static void assertWhole(Path place, String when) throws IOException {
        assertThat(words(place)).as(when).hasSize(NAMES.size());
        assertThat(words(place).distinct()).as(when).hasSize(1);
        assertThat(words(place)).as(when).isSubsetOf("旧", "新");
    }

    private static Stream<String> words(Path place) {
        return NAMES.stream().map(name -> {
            try {
                return Files.readString(place.resolve("site").resolve(name));
            } catch (IOException missing) {
                return "没有 " + name;
            }
        });
    }

    private static List<String> beside(Path place) throws IOException {
        try (Stream<Path> names = Files.list(place)) {
            return names.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
