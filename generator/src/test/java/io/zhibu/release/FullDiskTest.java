package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void wheneverItIsFullReadersKeepAWholeSite() throws IOException {
        int points = Faults.times(10, 50);
        int full = 0;
        int went = 0;
        for (int i = 0; i < points; i++) {
            Nights nights = Nights.to(disk.resolve("to" + i));
            nights.publish("旧".repeat(LONG));
            int left = 400_000 * i / points;
            Path filler = disk.resolve("filler");
            Files.write(
                    filler,
                    new byte
                            [Math.toIntExact(
                                    Math.max(0, Files.getFileStore(disk).getUsableSpace() - left))]);
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
