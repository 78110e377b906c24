package io.zhibu.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What isn't touched has the same stamp, and whatever is touched another one. */
class StampTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(Files.createDirectories(folder.resolve("甲")).resolve("a.md"), "一");
    }

    @Test
    void untouchedItIsTheSame() throws IOException {
        Stamp before = stamp();
        assertThat(stamp()).isEqualTo(before);
        assertThat(before.newest()).isEqualTo(((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis());
    }

    @Test
    void aTextOfTheSameLengthWithItsTimeSetBackIsSeen() throws Exception {
        Stamp before = stamp();
        FileTime time = Files.getLastModifiedTime(file);
        Thread.sleep(20);
        Files.writeString(file, "二");
        Files.setLastModifiedTime(file, time);
        assertThat(stamp()).isNotEqualTo(before);
        assertThat(stamp().newest()).isGreaterThan(before.newest());
    }

    @Test
    void whoMayReadItIsSeenToo() throws Exception {
        Stamp before = stamp();
        Thread.sleep(20);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(stamp().digest()).isNotEqualTo(before.digest());
    }

    @Test
    void aNameASizeOrATimeMoreIsSeen() throws IOException {
        Stamp first = stamp();
        Path other = Files.createFile(folder.resolve("b"));
        Stamp second = stamp();
        assertThat(second.digest()).isNotEqualTo(first.digest());
        Files.move(other, folder.resolve("c"));
        Stamp third = stamp();
        assertThat(third.digest()).isNotEqualTo(second.digest()).isNotEqualTo(first.digest());
        Files.setLastModifiedTime(folder.resolve("c"), FileTime.fromMillis(5));
        assertThat(stamp().digest()).isNotEqualTo(third.digest());
        Files.delete(folder.resolve("c"));
        assertThat(stamp().digest()).isEqualTo(first.digest());
    }

    @Test
    void thatNothingIsThereIsSomethingToo() throws IOException {
        List<Path> both = List.of(folder.resolve("甲"), folder.resolve("乙"));
        Stamp without = Stamp.of(both).orElseThrow();
        Files.createDirectories(folder.resolve("乙"));
        assertThat(Stamp.of(both).orElseThrow().digest()).isNotEqualTo(without.digest());
        assertThat(Stamp.of(List.of(folder.resolve("乙"), folder.resolve("甲")))).isNotEqualTo(Stamp.of(both));
    }

    @Test
    void ofALinkNothingCanBeTold() throws IOException {
        Files.createSymbolicLink(folder.resolve("甲/链接"), file);
        assertThat(Stamp.of(List.of(folder))).isEmpty();
    }

    private Stamp stamp() throws IOException {
        return Stamp.of(List.of(folder)).orElseThrow();
    }
}
