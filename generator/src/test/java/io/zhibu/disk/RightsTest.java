package io.zhibu.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads the folder reads what is put into it. */
class RightsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rwxr-xr-x, rwxr-xr-x, rw-r--r--, true",
        "rwxrwxr-x, rwxrwxr-x, rw-rw-r--, true",
        "rwx------, rwx------, rw-------, false",
        "rwxr-x---, rwxr-x---, rw-r-----, false",
        "rwxr-x--x, rwxr-x--x, rw-r-----, false",
        "rwxr-xr--, rwxr-xr--, rw-r--r--, false",
        "r-xr-xr-x, rwxr-xr-x, rw-r--r--, true",
        "---------, rwx------, rw-------, false"
    })
    void whatIsPutThereHasTheRightsOfTheFolder(String of, String folders, String files, boolean others)
            throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(of));
        Rights rights = Rights.of(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.createFile(folder.resolve("a"));
        Path below = Files.createDirectory(folder.resolve("b"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));

        rights.grant(file);
        rights.grant(below);

        assertThat(mode(file)).isEqualTo(files);
        assertThat(mode(below)).isEqualTo(folders);
        assertThat(rights.isForOthers()).isEqualTo(others);
    }

    @Test
    void ofAFolderThatIsNotThereYetTheOneAboveTellsButLetsNobodyElseWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Rights rights = Rights.of(folder.resolve("没有/还没有"));
        assertThat(rights.mode()).contains(PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(rights.group()).isEmpty();
        assertThat(Rights.of(folder).mode()).contains(PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Rights.of(folder).group()).isPresent();
    }

    @Test
    void itsGroupIsThatOfTheFolder() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root gives a folder to any group");
        Path file = Files.createFile(folder.resolve("a"));
        Files.setAttribute(folder, "unix:gid", 12345);
        Rights.of(folder).grant(file);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(12345);
        new Rights(Rights.of(folder).mode(), Optional.empty()).grant(Files.createFile(folder.resolve("b")));
        assertThat(Files.getAttribute(folder.resolve("b"), "unix:gid")).isNotEqualTo(12345);
    }

    @Test
    void thoseOfNobodyChangeNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        Rights.ANY.grant(file);
        assertThat(mode(file)).isEqualTo("rwx------");
        assertThat(Rights.ANY.isForOthers()).isTrue();
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftAlone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Rights.of(folder).grant(link);
        assertThat(link).isSymbolicLink();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
