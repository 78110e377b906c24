package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.OtherDisk;
import io.zhibu.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a release is said to need, to the block. That it fits where there is so much is tried on real disks in {@link FullDiskTest}. */
class RoomTest {
    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderThatIsReadByAll() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A disk on which so much is free. */
    private static final class Scarce extends OtherDisk {
        private final boolean links;
        private long free = Long.MAX_VALUE;

        Scarce(boolean links) {
            this.links = links;
        }

        @Override
        public void link(Path existing, Path name) throws IOException {
            if (!links) {
                throw new UnsupportedOperationException();
            }
            super.link(existing, name);
        }

        @Override
        public long free(Path path) {
            return free;
        }
    }

    /**
     * The first night writes a page of two blocks and a byte and a picture of one block, in two folders; the second one changes the page
     * into one of a byte. Besides, a release takes a block a folder and three more, which all come twice where readers get a folder of
     * their own, and one for the names of so few files.
     */
    @ParameterizedTest
    @CsvSource({
        // files 4, folders 5, names 1
        "false, true, 10, 7",
        // The picture is written too.
        "false, false, 10, 8",
        // files 4, folders 10, names 1; all the files once more only where they can't have a second name
        "true, true, 15, 12",
        "true, false, 19, 15"
    })
    void aReleaseTakesWhatItWritesAndNoMore(boolean plain, boolean links, int first, int second) throws IOException {
        Scarce disk = new Scarce(links);
        Nights nights = new Nights(folder.resolve("to"), disk, plain);
        assertNeeds(nights, disk, site(2 * BLOCK + 1), first);
        assertNeeds(nights, disk, site(1), second);
    }

    private void assertNeeds(Nights nights, Scarce disk, Output site, int blocks) throws IOException {
        disk.free = (long) blocks * BLOCK - 1;
        assertThat(nights.publish(site, Nights.entries(10)).diagnostics())
                .extracting(Diagnostic::rule)
                .as("a byte less")
                .containsExactly("publish-no-room");
        disk.free++;
        assertThat(nights.publish(site, Nights.entries(10)).diagnostics()).isEmpty();
    }

    @Test
    void whatIsWrittenBesideItTakesRoomToo() throws IOException {
        Scarce disk = new Scarce(true);
        Nights nights = new Nights(folder.resolve("to"), disk, false);
        disk.free = 12L * BLOCK;
        assertThat(beside(nights, 2 * BLOCK + 1).diagnostics()).hasSize(1);
        assertThat(beside(nights, 2 * BLOCK).diagnostics()).isEmpty();
    }

    private static Outcome<Publication> beside(Nights nights, long bytes) throws IOException {
        return nights.publish(site(2 * BLOCK + 1), Nights.entries(10), Nights.LIMITS, () -> bytes);
    }

    @Test
    void itIsToldInMegabytesAndWhatTakesThem() throws IOException {
        Scarce disk = new Scarce(true);
        Nights nights = new Nights(folder.resolve("to"), disk, false);
        assertThat(nights.publish(site(7_000_000), Nights.entries(10)).value().isGood())
                .isTrue();
        disk.free = 1_000_000;
        assertThat(nights.publish(site(8_000_000), Nights.entries(10)).diagnostics())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.message()).isEqualTo("磁盘地方不够：还要写 8.0 MB（新写 1 个文件，1 个与上一次相同、不占地方），只剩 1.0 MB；什么也没有写");
                    assertThat(told.hint()).contains("腾出 7.0 MB 再来；旧的几次占得多，把 publish.keep 改小，或换一个磁盘（--to）");
                });
        Nights bare = new Nights(folder.resolve("bare"), new Scarce(false), false);
        bare.publish(site(1), Nights.entries(10));
        Scarce full = new Scarce(false);
        full.free = 0;
        assertThat(new Nights(folder.resolve("bare"), full, false)
                        .publish(site(2), Nights.entries(10))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("磁盘地方不够：还要写 0.1 MB（新写 1 个文件，1 个与上一次相同，这个磁盘不认识硬链接，也要再占一份），只剩 0.1 MB；什么也没有写");
    }

    /** To count takes as long as to make the site: only where it may matter is it done. */
    @Test
    void whereThereIsPlentyNobodyCounts() throws IOException {
        Scarce disk = new Scarce(true);
        Nights nights = new Nights(folder.resolve("to"), disk, false);
        disk.free = (1L << 30) + (2L << 20);
        assertThat(asked(nights, 100)).isZero();
        disk.free = (64L << 20) + 2 * (100 + 10);
        assertThat(asked(nights, 200)).as("twice the last site and 64 MB").isZero();
        disk.free = (64L << 20) + 2 * (200 + 10) - 1;
        assertThat(asked(nights, 300)).isOne();
        Scarce less = new Scarce(true);
        less.free = (1L << 30) + (2L << 20) - 1;
        assertThat(asked(new Nights(folder.resolve("first"), less, false), 100)).isOne();
    }

    private static int asked(Nights nights, int page) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Output.Builder site = new Output.Builder();
        site.add(new Address("index.html"), Nights.ORIGIN, () -> Outcome.of(new byte[page]));
        site.add(new Address("a.bin"), Nights.ORIGIN, () -> Outcome.of(new byte[10]));
        assertThat(nights.publish(site.build().value(), Nights.entries(10), Nights.LIMITS, asked::incrementAndGet)
                        .diagnostics())
                .isEmpty();
        return asked.get();
    }

    @Test
    void whatAKilledNightTriedOutIsNoHindrance() throws IOException {
        Scarce disk = new Scarce(true);
        Nights nights = new Nights(folder.resolve("to"), disk, false);
        nights.publish(site(1), Nights.entries(10));
        disk.free = 8L * BLOCK;
        Files.createSymbolicLink(nights.releases.probe(), Path.of("releases"));
        assertThat(nights.publish(site(2), Nights.entries(10)).diagnostics()).isEmpty();
        assertThat(nights.releases.probe()).doesNotExist();
    }

    private static Output site(int page) {
        Output.Builder site = new Output.Builder();
        site.add(new Address("index.html"), Nights.ORIGIN, () -> Outcome.of(new byte[page]));
        site.add(new Address("pictures/a.bin"), Nights.ORIGIN, () -> Outcome.of(new byte[BLOCK]));
        return site.build().value();
    }
}
