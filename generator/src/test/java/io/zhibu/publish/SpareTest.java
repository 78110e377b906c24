package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.FaultyDisk;
import io.zhibu.disk.OtherDisk;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.output.Output;
import io.zhibu.output.Product;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The site before the last one is brought up to date, and whatever became of it meanwhile, the new site is the one that was made. */
class SpareTest {
    private static final Where ORIGIN = Where.inFile("content/a.md");

    private static final Map<String, String> FIRST =
            Map.of("index.html", "首页", "a/index.html", "甲", "b/index.html", "乙", "c/d/index.html", "丙丁");
    private static final Map<String, String> SECOND = with(FIRST, "a/index.html", "甲二");
    private static final Map<String, String> THIRD = with(SECOND, "b/index.html", "乙二");

    @TempDir
    private Path folder;

    @Test
    void onlyWhatDiffersIsTouched() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        List<String> acts = new ArrayList<>();

        publish(with(THIRD, "index.html", "首页二"), new Listening(acts), true);

        assertThat(tree("site")).isEqualTo(with(THIRD, "index.html", "首页二"));
        // What changed the last time has its second name, and what changes now is written.
        assertThat(acts)
                .containsExactlyInAnyOrder(
                        "delete index.html", "write index.html", "delete b/index.html", "link b/index.html");
        assertThat(beside()).containsExactly(".site.spare", "cache", "site");
        assertThat(tree(".site.spare")).isEqualTo(THIRD);
    }

    @Test
    void nothingIsPutAsideWhereNothingIsWrittenDown() throws IOException {
        publish(FIRST, Disk.REAL, false);
        publish(SECOND, Disk.REAL, false);
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void aPageThatLiesThereIsNotRead() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        SiteFolder last = new SiteFolder(folder.resolve("site"), memory());
        AtomicBoolean asked = new AtomicBoolean();
        Output.Builder output = new Output.Builder();
        THIRD.forEach((path, word) -> output.add(new Address(path), ORIGIN, () -> Outcome.of(bytes(word))));
        output.add(new Address("e.html"), ORIGIN, new Source() {
            @Override
            public Outcome<byte[]> make() {
                throw new IllegalStateException("whoever publishes asks for the product");
            }

            @Override
            public Outcome<Product> product() {
                assertThat(last.has(new Address("c/d/index.html"), Digest.of(bytes("丙丁"))))
                        .isTrue();
                assertThat(last.has(new Address("c/d/index.html"), Digest.of(bytes("别的"))))
                        .isFalse();
                assertThat(last.has(new Address("e.html"), Digest.of(bytes("丙丁"))))
                        .isFalse();
                asked.set(true);
                return Outcome.of(Product.of(bytes("戊")));
            }
        });

        publishing(last, Disk.REAL).publish(output.build().value(), false, false);

        assertThat(asked).isTrue();
        assertThat(tree("site")).isEqualTo(with(THIRD, "e.html", "戊"));
        assertThat(last.written()).isEqualTo(last.word(new Parallel(2))).isPresent();
    }

    /** What somebody does to the folder that was put aside. */
    private enum Touch {
        CHANGED {
            @Override
            void at(Path spare) throws IOException {
                Files.writeString(spare.resolve("index.html"), "坏页");
            }
        },
        GONE {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve("c/d/index.html"));
            }
        },
        REPLACED {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve("c/d/index.html"));
                Files.writeString(spare.resolve("c/d/index.html"), "丁丁");
            }
        },
        MORE {
            @Override
            void at(Path spare) throws IOException {
                Files.createDirectories(spare.resolve("e/f"));
                Files.writeString(spare.resolve("e/f/g.html"), "陌生");
                Files.writeString(spare.resolve("a/g.html"), "陌生");
            }
        },
        A_FOLDER_FOR_A_FILE {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve("index.html"));
                Files.createDirectories(spare.resolve("index.html/a"));
            }
        },
        A_FILE_FOR_A_FOLDER {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve("a/index.html"));
                Files.delete(spare.resolve("a"));
                Files.writeString(spare.resolve("a"), "陌生");
            }
        },
        A_LINK {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve("a/index.html"));
                Files.createSymbolicLink(spare.resolve("a/index.html"), spare.resolve("index.html"));
            }
        },
        NO_MARK {
            @Override
            void at(Path spare) throws IOException {
                Files.delete(spare.resolve(Publishing.MARK));
            }
        },
        NOTHING {
            @Override
            void at(Path spare) {}
        };

        abstract void at(Path spare) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Touch.class)
    void whateverBecameOfItTheSiteIsTheNewOne(Touch touch) throws IOException {
        Map<String, String> site = with(THIRD, "h.html", "辛");
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        touch.at(folder.resolve(".site.spare"));

        publish(site);

        assertThat(tree("site")).isEqualTo(site);
        publish(FIRST);
        assertThat(tree("site")).isEqualTo(FIRST);
    }

    @Test
    void whatGoesLeavesNoFolderBehindAndAFolderMayBecomeAFile() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(SECOND);
        Map<String, String> site = Map.of("index.html", "首页", "c", "丙", "a/index.html/index.html", "甲");

        publish(site);

        assertThat(tree("site")).isEqualTo(site);
        assertThat(folder.resolve("site/b")).doesNotExist();
        publish(FIRST);
        assertThat(tree("site")).isEqualTo(FIRST);
    }

    /** Both folders have that file: what is changed in one must not be changed in the other. */
    @Test
    void aBuildThatFailsLeavesTheSiteThatStandsAsItWas() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        Diagnostic error = Diagnostic.error(ORIGIN, "template-error", "坏了", "修");
        Output.Builder broken = new Output.Builder();
        with(THIRD, "index.html", "首页二")
                .forEach((path, word) -> broken.add(
                        new Address(path),
                        ORIGIN,
                        () -> path.startsWith("c")
                                ? new Outcome<>(bytes(""), List.of(error))
                                : Outcome.of(bytes(word))));
        SiteFolder last = new SiteFolder(folder.resolve("site"), memory());

        publishing(last, Disk.REAL).publish(broken.build().value(), false, false);

        assertThat(tree("site")).isEqualTo(THIRD);
        assertThat(beside()).containsExactly("cache", "site");
        publish(FIRST);
        assertThat(tree("site")).isEqualTo(FIRST);
    }

    @Test
    void cleanItMakesRoomToo() throws IOException {
        publish(FIRST);
        publish(SECOND);
        SiteFolder last = new SiteFolder(folder.resolve("site"), memory());
        publishing(last, Disk.REAL).publish(site(THIRD), false, true);
        assertThat(tree("site")).isEqualTo(THIRD);
        assertThat(beside()).containsExactly("cache", "site");
    }

    @Test
    void whatNoBuildPutThereIsLeftAlone() throws IOException {
        Path own = Files.createDirectories(folder.resolve(".site.spare")).resolve("论文.doc");
        Files.writeString(own, "十年心血");
        publish(FIRST);
        publish(SECOND);
        assertThat(tree("site")).isEqualTo(SECOND);
        assertThat(own).hasContent("十年心血");
        assertThat(beside()).containsExactly(".site.spare", "cache", "site");
    }

    /** What is written down may be gone, or be of another folder. */
    @Test
    void ofASiteOfWhichNothingIsWrittenDownNothingIsUsed() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        try (Stream<Path> books = Files.list(folder.resolve("cache"))) {
            for (Path book : books.toList()) {
                Files.delete(book);
            }
        }
        publish(FIRST);
        assertThat(tree("site")).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverActIsTheLastOneOrFailsAWholeSiteStands(Fault fault) throws IOException {
        Map<String, String> site = with(with(THIRD, "index.html", "首页二"), "e/index.html", "戊");
        Path root = folder;
        int faults = 0;
        for (int act = 1; ; act++) {
            folder = Files.createDirectories(root.resolve("act" + act));
            publish(FIRST);
            publish(SECOND);
            publish(THIRD);
            FaultyDisk disk = fault == Fault.KILLED ? FaultyDisk.killedAt(act) : FaultyDisk.failingAt(act);
            try {
                publish(site, disk, true);
            } catch (FaultyDisk.Killed | IllegalStateException | IOException stopped) {
                faults++;
            }
            assertThat(Files.exists(folder.resolve("site")) || Files.exists(folder.resolve(".site.old")))
                    .isTrue();
            new Publishing(folder.resolve("site"), new Parallel(2), (files, of) -> {}).recover();

            assertThat(tree("site")).as("act " + act).isIn(THIRD, site);
            publish(site);
            assertThat(tree("site")).as("after act " + act).isEqualTo(site);
            publish(SECOND);
            assertThat(tree("site")).as("after act " + act).isEqualTo(SECOND);
            if (!disk.reached()) {
                break;
            }
        }
        assertThat(faults).isGreaterThan(9);
    }

    private enum Fault {
        KILLED,
        FAILED
    }

    /** Of a file that was changed within the site that stands it is told that it isn't what was written. */
    @Test
    void aTouchedFileMakesAnotherWord() throws IOException {
        publish(FIRST);
        SiteFolder site = new SiteFolder(folder.resolve("site"));
        String before = site.word(new Parallel(1)).orElseThrow();
        assertThat(site.word(new Parallel(2))).contains(before);
        Files.createFile(folder.resolve("site/a/neu.html"));
        assertThat(site.word(new Parallel(2)).orElseThrow()).isNotEqualTo(before);
        Files.move(folder.resolve("site/a/neu.html"), folder.resolve("site/a/new.html"));
        assertThat(site.word(new Parallel(2)).orElseThrow()).isNotEqualTo(before);
        Files.delete(folder.resolve("site/a/new.html"));
        assertThat(site.word(new Parallel(2))).contains(before);
        Files.createSymbolicLink(folder.resolve("site/a/link.html"), Path.of("index.html"));
        assertThat(site.word(new Parallel(2))).isEmpty();
        assertThatThrownBy(() -> new SiteFolder(folder.resolve("none")).word(new Parallel(2)))
                .isInstanceOf(IOException.class);
    }

    /** Writes down what is done to files; folders and the site as a whole are left out. */
    private static final class Listening extends OtherDisk {
        private final List<String> acts;

        Listening(List<String> acts) {
            this.acts = acts;
        }

        private synchronized void act(String what, Path file) {
            String path = file.toString();
            int at = path.indexOf(".site.new/");
            acts.add(what + " " + (at < 0 ? path : path.substring(at + 10)));
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            act("write", file);
            super.write(file, bytes);
        }

        @Override
        public void link(Path existing, Path name) throws IOException {
            act("link", name);
            super.link(existing, name);
        }

        @Override
        public void delete(Path path) throws IOException {
            act("delete", path);
            super.delete(path);
        }
    }

    private static Map<String, String> with(Map<String, String> site, String path, String word) {
        Map<String, String> more = new TreeMap<>(site);
        more.put(path, word);
        return more;
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static Output site(Map<String, String> words) {
        Output.Builder output = new Output.Builder();
        words.forEach((path, word) -> output.add(new Address(path), ORIGIN, () -> Outcome.of(bytes(word))));
        return output.build().value();
    }

    private Memory memory() {
        return new MemoryFolder(folder.resolve("cache"), Digest.of("program"));
    }

    private static Publishing publishing(SiteFolder last, Disk disk, Path site) throws IOException {
        return new Publishing(site, last, disk, new Parallel(2), (files, of) -> {});
    }

    private Publishing publishing(SiteFolder last, Disk disk) throws IOException {
        return publishing(last, disk, folder.resolve("site"));
    }

    private void publish(Map<String, String> words) throws IOException {
        publish(words, Disk.REAL, true);
    }

    private void publish(Map<String, String> words, Disk disk, boolean remembers) throws IOException {
        Path site = folder.resolve("site");
        SiteFolder last = remembers ? new SiteFolder(site, memory()) : new SiteFolder(site);
        publishing(last, disk, site).publish(site(words), false, false);
    }

    /** Words by path, and of folders that hold nothing, that they do. */
    private Map<String, String> tree(String name) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.toList()) {
                String path = root.relativize(one).toString();
                if (Files.isDirectory(one)) {
                    if (one.toFile().list().length == 0) {
                        tree.put(path, "empty");
                    }
                } else if (!path.equals(Publishing.MARK)) {
                    tree.put(path, Files.readString(one));
                }
            }
        }
        return tree;
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
