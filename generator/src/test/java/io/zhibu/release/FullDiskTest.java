package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.Copy;
import io.zhibu.Faults;
import io.zhibu.Run;
import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.disk.OtherDisk;
import io.zhibu.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real disk that runs full while a release is written. */
class FullDiskTest {
    private static final int MEGABYTES = 4;
    /** What a page says: pages are large enough that a disk is full within one. */
    private static final int LONG = 20_000;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()) == 0;
        Assumptions.assumeTrue(mounted, "no right to mount a disk that can be full");
    }

    @AfterEach
    void gone() throws Exception {
        run("umount", "-l", disk.toString());
    }

    /** It says that there is room, as it may when others write to it, so that all depends on what happens when it is full. */
    private static final class Boastful extends OtherDisk {
        @Override
        public long free(Path path) {
            return Long.MAX_VALUE;
        }
    }

    @Test
    void withoutRoomNothingIsWrittenAndWithRoomItGoesOut() throws IOException {
        int points = Faults.times(10, 50);
        int refused = 0;
        int went = 0;
        for (int i = 0; i < points; i++) {
            Nights nights = Nights.to(disk.resolve("to" + i));
            nights.publish("旧".repeat(LONG));
            // What tells who is at work takes a block or two.
            int left = 16_000 + 600_000 * i / points;
            Path filler = fill(left);
            SortedMap<String, Path> before = Tree.files(nights.releases.folder());

            Outcome<Publication> night = nights.publish("新".repeat(LONG));

            if (night.value().isGood()) {
                went++;
                assertThat(nights.word()).as("with " + left).startsWith("新").hasSize(LONG);
            } else {
                refused++;
                assertThat(night.diagnostics()).singleElement().satisfies(told -> {
                    assertThat(told.rule()).isEqualTo("publish-no-room");
                    assertThat(told.message())
                            .matches("磁盘地方不够：还要写 0\\.[23] MB（新写 4 个文件，1 个与上一次相同、不占地方），只剩 0\\.\\d MB；什么也没有写");
                    assertThat(told.where().file())
                            .isEqualTo(nights.releases.folder().toString());
                });
                assertThat(Tree.files(nights.releases.folder()).keySet())
                        .as("with " + left)
                        .isEqualTo(before.keySet());
                assertThat(nights.word()).as("with " + left).startsWith("旧").hasSize(LONG);
            }
            Files.delete(filler);
            Tree.delete(nights.releases.folder(), Disk.REAL);
        }
        assertThat(refused).isGreaterThan(points / 4);
        assertThat(went).isGreaterThan(points / 4);
        Faults.row("磁盘地方不够，发布以前就说", refused, 0, "地方够的 " + went + " 次都发布了");
    }

    /** What is as it was takes no room where the disk gives a file two names, and takes it where it doesn't. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linksTakeNoRoom(boolean links) throws IOException {
        Path to = disk.resolve("to");
        Nights nights = new Nights(to, links ? Disk.REAL : new BareDisk(), false);
        Output.Builder large = new Output.Builder();
        for (int i = 0; i < 8; i++) {
            byte[] picture = new byte[100_000 + i];
            large.add(new Address("p" + i + ".bin"), Nights.ORIGIN, () -> Outcome.of(picture));
        }
        nights.publish(large.build().value(), Nights.entries(10));
        large.add(new Address("index.html"), Nights.ORIGIN, () -> Outcome.of(new byte[1000]));
        Output next = large.build().value();
        fill(300_000);
        Outcome<Publication> night = nights.publish(next, Nights.entries(10));
        assertThat(night.value().isGood()).isEqualTo(links);
        if (!links) {
            // 8 × 25 blocks and what little is new, in the release and in the folder that readers get.
            assertThat(night.diagnostics().get(0).message())
                    .startsWith("磁盘地方不够：还要写 1.7 MB（新写 1 个文件，8 个与上一次相同，这个磁盘不认识硬链接，也要再占一份），只剩 0.3 MB");
        }
    }

    @Test
    void theCommandEndsAsOnAFaultOfTheDisk() throws IOException {
        Path site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path to = disk.resolve("to");
        List<String> words = List.of("publish", "--site", site.toString(), "--to", to.toString());
        fill(100_000);
        Run night = Run.of(words);
        assertThat(night.exit()).isEqualTo(3);
        assertThat(night.err())
                .matches("(?s).*\\Q" + to
                        + "\\E: 错误\\[publish-no-room] 磁盘地方不够：还要写 .*，只剩 0\\.1 MB；什么也没有写\\R.*建议：腾出 .* 再来.*");
        assertThat(night.out()).startsWith("没有发布，读者看到的没有变。");
        assertThat(to.resolve("releases")).doesNotExist();
        Files.delete(disk.resolve("filler"));
        assertThat(Run.of(words).exit()).isZero();
    }

    /** Room, and no more names. */
    @Test
    void withoutNamesForFilesReadersKeepAWholeSite() throws Exception {
        Path few = Files.createDirectories(folder.resolve("few"));
        int told = 0;
        int points = Faults.times(6, 30);
        for (int i = 0; i < points; i++) {
            assertThat(run(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=4m,nr_inodes=" + (24 + 30 * i / points),
                            "tmpfs",
                            few.toString()))
                    .isZero();
            try {
                Nights nights = Nights.to(few.resolve("to"));
                nights.publish("旧");
                try {
                    assertThat(nights.publish("新").value().isGood()).isTrue();
                    assertThat(nights.word()).isEqualTo("新");
                } catch (IOException full) {
                    told++;
                    assertThat(full.toString()).contains("No space left on device");
                    assertThat(nights.word()).as("with " + i).isEqualTo("旧");
                }
                nights.nextCommand();
                assertThat(nights.word()).isIn("旧", "新");
            } finally {
                run("umount", "-l", few.toString());
            }
        }
        assertThat(told).isBetween(1, points - 1);
        Faults.row("文件名用完了（inode）", told, 0, "名字够的 " + (points - told) + " 次都发布了");
    }

    @Test
    void onADiskThatCanOnlyBeReadNothingChanges() throws Exception {
        Nights nights = Nights.to(disk.resolve("to"));
        nights.publish("旧");
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
        try {
            assertThatThrownBy(() -> nights.publish("新"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Read-only file system");
            assertThat(nights.word()).isEqualTo("旧");
            String to = nights.releases.folder().toString();
            assertThat(Run.of(List.of("verify", "--to", to)).out()).startsWith("核对了 1 次发布、5 个文件：与清单一个不差。");
            assertThat(Run.of(List.of("releases", "--to", to)).exit()).isZero();
            assertThat(Run.of(List.of("rollback", "--to", to)).err()).startsWith("磁盘出错：磁盘只能读，不能写：" + to);
        } finally {
            run("mount", "-o", "remount,rw", disk.toString());
        }
        assertThat(nights.publish("新").value().isGood()).isTrue();
        Faults.row("磁盘只能读", 1, 0, "能写以后发布了");
    }

    private Path fill(int left) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        return Files.write(disk.resolve("filler"), new byte[Math.toIntExact(Math.max(0, free - left))]);
    }

    @Test
    void wheneverItIsFullReadersKeepAWholeSite() throws IOException {
        int points = Faults.times(10, 50);
        int full = 0;
        int went = 0;
        for (int i = 0; i < points; i++) {
            Nights nights = new Nights(disk.resolve("to" + i), new Boastful(), false);
            nights.publish("旧".repeat(LONG));
            int left = 400_000 * i / points;
            Path filler = fill(left);
            try {
                assertThat(nights.publish("新".repeat(LONG)).diagnostics())
                        .as("with " + left)
                        .isEmpty();
                went++;
            } catch (IOException told) {
                full++;
                assertThat(told.toString()).contains("No space left on device");
                assertThat(nights.word()).as("with " + left).startsWith("旧").hasSize(LONG);
            }
            assertThat(nights.word().chars().distinct().count())
                    .as("with " + left)
                    .isOne();
            Files.delete(filler);
            nights.nextCommand();
            assertThat(nights.publish("再".repeat(LONG)).diagnostics())
                    .as("after " + left)
                    .isEmpty();
            assertThat(nights.word()).startsWith("再").hasSize(LONG);
            Tree.delete(nights.releases.folder(), Disk.REAL);
        }
        assertThat(full).isGreaterThan(points / 3);
        Faults.row("磁盘在写的时候满了", full, 0, "地方够的 " + went + " 次都发布了");
    }

    private static int run(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
