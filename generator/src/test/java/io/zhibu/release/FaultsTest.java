package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.disk.FaultyDisk;
import java.io.IOException;
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

/** Whatever act on the disk is the last one, or fails, and whoever else publishes: readers have a whole site. */
class FaultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAtAnyActReadersHaveAWholeSite(boolean plain) throws IOException {
        int kills = 0;
        for (int act = 1; ; act++) {
            Nights nights = nights(act, Disk.REAL, plain);
            four(nights);
            FaultyDisk disk = FaultyDisk.killedAt(act);
            kills += isKilled(nights(act, disk, plain)) ? 1 : 0;
            if (!plain) {
                // At any moment, and not only after the next command.
                assertThat(nights.word()).as("act " + act).isIn("四", "新");
            }
            nights.nextCommand();
            assertWhole(nights, act);
            if (!disk.reached()) {
                break;
            }
        }
        Faults.row((plain ? "没有链接的磁盘：" : "") + "在第 N 个动作被杀，每个 N", kills, 0, "就地写的同样被杀，留下半个站点");
        // Folders, files with their rights and syncs, names of the release and of the switch, and what is pruned.
        assertThat(kills).isGreaterThan(40);
    }

    private static boolean isKilled(Nights nights) throws IOException {
        try {
            nights.publish("新");
            return false;
        } catch (FaultyDisk.Killed now) {
            return true;
        } catch (IllegalStateException inAWorker) {
            assertThat(inAWorker).hasCauseInstanceOf(FaultyDisk.Killed.class);
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whicheverActFailsReadersHaveAWholeSite(boolean plain) throws IOException {
        int failures = 0;
        for (int act = 1; ; act++) {
            Nights nights = nights(act, Disk.REAL, plain);
            four(nights);
            FaultyDisk disk = FaultyDisk.failingAt(act);
            try {
                Outcome<Publication> published = nights(act, disk, plain).publish("新");
                assertThat(published.value().what()).as("act " + act).isEqualTo(Publication.What.SWITCHED);
                assertThat(nights.word()).as("act " + act).isEqualTo("新");
            } catch (IOException told) {
                failures++;
            }
            if (!plain) {
                assertThat(nights.word()).as("act " + act).isIn("四", "新");
            }
            nights.nextCommand();
            assertWhole(nights, act);
            assertThat(nights.publish("再").value().isGood()).isTrue();
            assertThat(nights.word()).isEqualTo("再");
            if (!disk.reached()) {
                break;
            }
        }
        Faults.row((plain ? "没有链接的磁盘：" : "") + "第 N 个动作失败，每个 N", failures, 0, "失败都说出来，退出码 3");
        assertThat(failures).isGreaterThan(20);
    }

    /** The very first night may be killed before the folder is known as ours: the next one takes it all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAFirstNightThatWasKilledNothingStandsInTheWay(boolean plain) throws IOException {
        int kills = 0;
        for (int act = 1; ; act++) {
            FaultyDisk disk = FaultyDisk.killedAt(act);
            kills += isKilled(nights(act, disk, plain)) ? 1 : 0;
            Nights nights = nights(act, Disk.REAL, plain);
            assertThat(nights.publish("再").diagnostics())
                    .as("act " + act)
                    .filteredOn(Diagnostic::isError)
                    .isEmpty();
            assertThat(nights.word()).as("act " + act).isEqualTo("再");
            if (!disk.reached()) {
                break;
            }
        }
        Faults.row((plain ? "没有链接的磁盘：" : "") + "第一夜在第 N 个动作被杀，每个 N", kills, 0, "别人的文件夹不碰");
        assertThat(kills).isGreaterThan(30);
    }

    /** Control: written in place, the same faults leave half a site. */
    @Test
    void aSiteThatIsWrittenInPlaceDoesNotSurvive() throws IOException {
        int torn = 0;
        for (int act = 1; act <= Nights.PAGES.size(); act++) {
            Nights nights = nights(act, Disk.REAL, false);
            Path current = Files.createDirectories(nights.releases.current());
            for (String page : Nights.PAGES) {
                Files.createDirectories(current.resolve(page).getParent());
                Files.writeString(current.resolve(page), page + "旧");
            }
            FaultyDisk disk = FaultyDisk.killedAt(act);
            try {
                for (String page : Nights.PAGES) {
                    disk.write(current.resolve(page), Nights.bytes(page + "新"));
                }
            } catch (FaultyDisk.Killed now) {
                torn += nights.word().matches("旧|新") ? 0 : 1;
            }
        }
        assertThat(torn).isPositive();
    }

    @Test
    void ofPublishersThatBeginInOneMomentEachWritesAWholeReleaseOrIsTurnedAway() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Nights nights = nights(1, Disk.REAL, false);
        nights.publish("先");
        for (int round = 0; round < 20; round++) {
            int now = round;
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Outcome<Publication>>> all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return nights.publish("第" + now + "之" + i);
                    }))
                    .toList();
            start.countDown();
            int published = 0;
            for (Future<Outcome<Publication>> one : all) {
                Outcome<Publication> outcome = one.get();
                boolean busy = outcome.diagnostics().stream()
                        .anyMatch(told -> told.rule().equals("publish-busy"));
                published += outcome.value().isGood() ? 1 : 0;
                assertThat(outcome.value().isGood() != busy).isTrue();
            }
            assertThat(published).isPositive();
            assertThat(nights.word()).startsWith("第" + now + "之");
        }
        threads.shutdown();
    }

    private void four(Nights nights) throws IOException {
        for (String word : List.of("一", "二", "三", "四")) {
            assertThat(nights.publish(word).value().isGood()).isTrue();
        }
    }

    private Nights nights(int act, Disk disk, boolean plain) {
        return new Nights(folder.resolve("act" + act), disk, plain);
    }

    private static void assertWhole(Nights nights, int act) throws IOException {
        assertThat(nights.word()).as("act " + act).isIn("四", "新");
        Release live = nights.releases.live().orElseThrow();
        assertThat(nights.releasing().verify(live))
                .extracting(Diagnostic::toString)
                .isEmpty();
        try (Stream<Path> left = Files.walk(nights.releases.folder(), 2)) {
            assertThat(left.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("\\.(new|old.*|current.*|zhibu-lock)")))
                    .as("act " + act)
                    .isEmpty();
        }
    }
}
