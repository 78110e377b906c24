package io.zhibu.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's disk does what it is asked, and says so when it can't. */
class DiskTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsDeletedIsGoneAndWhatIsPermittedIsRead() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Disk.REAL.permit(file, Rights.of(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        Disk.REAL.delete(file);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileAndAFolderAreKeptAndWhatIsNotThereIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Disk.REAL.sync(file);
        Disk.REAL.sync(folder);
        assertThatThrownBy(() -> Disk.REAL.sync(folder.resolve("b"))).isInstanceOf(NoSuchFileException.class);
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void whatIsFreeIsWhatTheDiskSays() throws IOException {
        long total = Files.getFileStore(folder).getTotalSpace();
        assertThat(Disk.REAL.free(folder)).isPositive().isLessThanOrEqualTo(total);
        // Where nobody counts, there is room for all.
        assertThat(Disk.REAL.free(Path.of("/proc"))).isEqualTo(Long.MAX_VALUE);
    }
}
