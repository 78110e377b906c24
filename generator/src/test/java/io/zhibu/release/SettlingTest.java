package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.disk.OtherDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the disk is asked for, in which order, and what becomes of a night on a disk with one particular fault. */
class SettlingTest {
    @TempDir
    private Path folder;

    private Path to;

    @BeforeEach
    void aFolderThatIsReadByAll() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        to = folder.resolve("to");
    }

    /** Notes what it is asked for. */
    private static final class Noting extends OtherDisk {
        final List<String> acts = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            acts.add("write " + file);
            super.write(file, bytes);
        }

        @Override
        public void sync(Path path) throws IOException {
            acts.add("sync " + path);
            super.sync(path);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            acts.add("rename " + from + " " + to);
            super.rename(from, to);
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            acts.add("replace " + from + " " + to);
            super.replace(from, to);
        }

        int of(String act) {
            assertThat(acts).contains(act);
            return acts.lastIndexOf(act);
        }
    }

    /** A power failure may lose what no sync was asked for: readers are led only to what outlives one. */
    @Test
    void readersAreLedOnlyToWhatOutlivesAPowerFailure() throws IOException {
        Nights.to(to).publish("旧");
        Noting disk = new Noting();
        new Nights(to, disk, false).publish("新");

        Path fresh = to.resolve("releases/.new");
        Path home = to.resolve("releases/0002-20261123");
        int settled = disk.of("rename " + fresh + " " + home);
        List<String> written = disk.acts.stream()
                .filter(act -> act.startsWith("write " + fresh))
                .map(act -> act.substring("write ".length()))
                .toList();
        assertThat(written).hasSize(Nights.PAGES.size() + 2).contains(fresh.resolve("MANIFEST") + "");
        for (String file : written) {
            assertThat(disk.of("sync " + file)).as(file).isBetween(disk.of("write " + file), settled);
        }
        for (Path below : Tree.folders(home)) {
            assertThat(disk.of("sync " + fresh.resolve(home.relativize(below))))
                    .as("names in " + below)
                    .isLessThan(settled);
        }
        int named = disk.of("sync " + to.resolve("releases"));
        int switched = disk.of("replace " + to.resolve(".current.new") + " " + to.resolve("current"));
        assertThat(named).isBetween(settled, switched);
        assertThat(disk.of("sync " + to)).isGreaterThan(switched);
    }

    @Test
    void theMarkOfTheFolderOutlivesAPowerFailureToo() throws IOException {
        Noting disk = new Noting();
        new Nights(to, disk, false).publish("新");
        Path fresh = to.resolve(".zhibu-releases.new");
        assertThat(disk.of("sync " + fresh))
                .isBetween(
                        disk.of("write " + fresh), disk.of("replace " + fresh + " " + to.resolve(".zhibu-releases")));
    }

    @Test
    void whatADeltaBringsOutlivesAPowerFailureToo() throws IOException {
        Nights here = Nights.to(folder.resolve("here"));
        here.publish("新");
        Path key = folder.resolve("key");
        Keys.write(key);
        Path delta = folder.resolve("delta.zip");
        new Delta(here.releases).pack("0", delta, key);
        Noting disk = new Noting();
        Nights there = new Nights(to, disk, false);
        Lock lock =
                there.releasing().enter(Owner.self(Nights.NOW), false).value().orElseThrow();
        try (lock) {
            new Applying(there.releases, disk, new io.zhibu.parallel.Parallel(1)).apply(delta, Keys.open(key), 3);
        }
        assertThat(there.word()).isEqualTo("新");
        Path staged = to.resolve("releases/.apply-0001-20261123");
        int settled = disk.of("rename " + staged + " " + to.resolve("releases/0001-20261123"));
        List<String> written = disk.acts.stream()
                .filter(act -> act.startsWith("write " + staged))
                .map(act -> act.substring("write ".length()))
                .toList();
        assertThat(written).hasSize(Nights.PAGES.size() + 3);
        for (String file : written) {
            assertThat(disk.of("sync " + file)).as(file).isBetween(disk.of("write " + file), settled);
        }
    }

    /** Readers keep what they had if the disk doesn't give back what was written. */
    @ParameterizedTest
    @ValueSource(strings = {"other", "less", "none"})
    void aDiskThatDoesNotHoldWhatIsWrittenIsFoundOut(String how) throws IOException {
        Nights.to(to).publish("旧");
        Disk lying = new OtherDisk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                super.write(file, file.endsWith("unit/a/index.html") && !how.equals("none") ? worse(bytes) : bytes);
            }

            @Override
            public void sync(Path path) throws IOException {
                super.sync(path);
                if (how.equals("none") && path.endsWith("unit/a/index.html")) {
                    Files.delete(path);
                }
            }

            private byte[] worse(byte[] bytes) {
                byte[] worse = how.equals("less") ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes.clone();
                worse[0] ^= 1;
                return worse;
            }
        };

        Outcome<Publication> night = new Nights(to, lying, false).publish("新");

        assertThat(night.value().what()).isEqualTo(Publication.What.KEPT);
        assertThat(night.value().live()).map(Release::number).contains(1);
        assertThat(night.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.rule()).isEqualTo(how.equals("none") ? "file-missing" : "file-changed");
            assertThat(told.hint()).contains("写下去的与读回来的不同，多半是磁盘坏了：换一个磁盘再来");
        });
        assertThat(Nights.to(to).word()).isEqualTo("旧");
        assertThat(names("releases")).containsExactly("0001-20261123");
    }

    @Test
    void anOldReleaseThatCannotBeRemovedIsNewsOfOneNight() throws IOException {
        Nights nights = Nights.to(to);
        for (String word : List.of("一", "二", "三")) {
            nights.publish(word);
        }
        Disk stubborn = new OtherDisk() {
            @Override
            public void delete(Path path) throws IOException {
                if (path.endsWith(".old-0001-20261123")) {
                    throw new IOException("Operation not permitted");
                }
                super.delete(path);
            }
        };

        Outcome<Publication> night = new Nights(to, stubborn, false).publish("四");

        assertThat(night.value().what()).isEqualTo(Publication.What.SWITCHED);
        assertThat(night.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.rule()).isEqualTo("release-left");
            assertThat(told.isError()).isFalse();
            assertThat(Releasing.isOfOneNight(told)).isTrue();
        });
        assertThat(Releasing.isOfOneNight(Diagnostic.error(Nights.ORIGIN, "file-changed", "x", "y")))
                .isFalse();
        assertThat(nights.word()).isEqualTo("四");
        assertThat(names("releases")).contains(".old-0001-20261123");
        nights.nextCommand();
        assertThat(names("releases")).containsExactly("0002-20261123", "0003-20261123", "0004-20261123");
    }

    @Test
    void whoCannotBeginLeavesTheFolderToOthers() throws IOException {
        Disk broken = new OtherDisk() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertThatThrownBy(() -> new Nights(to, broken, false).publish("新")).hasMessage("Input/output error");
        assertThat(to.resolve(".zhibu-lock")).doesNotExist();
        assertThat(Nights.to(to).publish("新").value().isGood()).isTrue();
    }

    @Test
    void whoPutsTheLastSiteBackSaysSo() throws IOException {
        Nights plain = new Nights(to, Disk.REAL, true);
        plain.publish("旧");
        Files.move(to.resolve("current"), to.resolve(".current.old"));
        Files.createDirectories(to.resolve(".current.new"));
        Outcome<?> entered = plain.releasing().enter(Owner.self(Nights.NOW), false);
        assertThat(entered.diagnostics()).extracting(Diagnostic::rule).containsExactly("publish-put-back");
        assertThat(plain.word()).isEqualTo("旧");
        assertThat(names("")).containsExactly(".zhibu-lock", ".zhibu-releases", "current", "releases");
    }

    /** One who may link a file, and gives it other rights than last time. */
    @Test
    void ifTheRightsOfTheFolderChangeSoDoThoseOfWhatStaysTheSame() throws IOException {
        Nights nights = Nights.to(to);
        nights.publish("旧");
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxrwxr-x"));
        nights.publish("新");
        assertThat(modes(to.resolve("releases/0002-20261123"))).containsExactly("rw-rw-r--", "rwxrwxr-x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void alsoWithoutLinksReadersOfTheFolderReadTheFiles(boolean bare) throws IOException {
        Disk umask = new UmaskDisk() {
            @Override
            public void link(Path existing, Path name) throws IOException {
                if (bare) {
                    throw new UnsupportedOperationException();
                }
                super.link(existing, name);
            }
        };
        Nights plain = new Nights(to, umask, true);
        plain.publish("旧");
        plain.publish("新");
        assertThat(plain.word()).isEqualTo("新");
        assertThat(modes(to)).containsExactly("rw-r--r--", "rwxr-xr-x");
    }

    @Test
    void whatWasGoodIsReadByTheReadersOfTheFolderToo() throws IOException {
        Nights nights = Nights.to(to);
        nights.publish("新");
        Path source = Files.writeString(folder.resolve("a.md"), "一");
        GoodSources sources = GoodSources.of(nights.releases, new UmaskDisk());
        sources.keep(java.util.Map.of("content/a.md", source), java.util.Set.of(), "2026-11-23");
        assertThat(modes(to.resolve("state"))).containsExactly("rw-r--r--", "rwxr-xr-x");
        Path told = sources.told("content/a.md", Nights.bytes("旧的"));
        assertThat(told).hasContent("旧的");
        sources.keep(java.util.Map.of("content/a.md", source), java.util.Set.of(), "2026-11-24");
        assertThat(told).as("kept until the next night").doesNotExist();
    }

    private static List<String> modes(Path below) throws IOException {
        TreeSet<String> modes = new TreeSet<>();
        try (Stream<Path> all = Files.walk(below)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (!Files.isSymbolicLink(path)) {
                    modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                }
            }
        }
        return List.copyOf(modes);
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> all = Files.list(to.resolve(below))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
