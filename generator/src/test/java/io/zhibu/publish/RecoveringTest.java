package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.OtherDisk;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one particular fault leaves, and how the next command mends it. Every fault at every act is in {@link FaultsTest}. */
class RecoveringTest {
    private static final Where ORIGIN = Where.inFile("content/a.md");
    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    @Test
    void whatAKilledBuildHasHalfWrittenGoes() throws IOException {
        publish("旧");
        half(".site.new");
        half(".site.old");

        assertThat(publishing().recover()).as("the last site was never away").isFalse();

        assertThat(word()).isEqualTo("旧");
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void theLastSiteIsPutBackIfItStandsAside() throws IOException {
        publish("旧");
        Files.move(folder.resolve("site"), folder.resolve(".site.old"));
        half(".site.new");

        assertThat(publishing().recover()).isTrue();

        assertThat(word()).isEqualTo("旧");
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void theLastSiteIsPutBackThroughALink() throws IOException {
        Files.createDirectories(folder.resolve("disk"));
        Files.createSymbolicLink(folder.resolve("site"), Path.of("disk"));
        publish("旧");
        Files.move(folder.resolve("disk"), folder.resolve(".disk.old"));

        assertThat(publishing().recover()).isTrue();

        assertThat(word()).isEqualTo("旧");
        assertThat(beside()).containsExactly("disk", "site");
    }

    @Test
    void whatNoBuildPutThereIsLeftAlone() throws IOException {
        half(".site.new");
        Files.createDirectories(folder.resolve(".site.old"));
        Files.writeString(folder.resolve(".site.old/论文.doc"), "十年心血");

        assertThat(publishing().recover()).isFalse();

        assertThat(folder.resolve(".site.old/论文.doc")).hasContent("十年心血");
        assertThat(beside()).containsExactly(".site.old");
    }

    @Test
    void aCommandBesideARunningBuildMendsNothing() throws IOException {
        Output nosy = page(() -> {
            half(".site.old");
            assertThat(publishing().recover()).isFalse();
            assertThat(folder.resolve(".site.old")).isDirectory();
            assertThat(folder.resolve(".site.new")).isDirectory();
            return "新";
        });

        assertThat(publishing().publish(nosy, false, false).value().inPlace()).isTrue();
    }

    @Test
    void whatWasLeftAsideDoesNotStandInTheWayOfTheExchange() throws IOException {
        publish("旧");
        half(".site.old");

        assertThat(publish("新").value().inPlace()).isTrue();

        assertThat(word()).isEqualTo("新");
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void somethingElseThanAFaultOfTheDiskLeavesNothingBehind() throws IOException {
        publish("旧");
        Output bug = page(() -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(() -> publishing().publish(bug, false, false)).isInstanceOf(RuntimeException.class);

        assertThat(word()).isEqualTo("旧");
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void ifTheNewSiteCannotTakeThePlaceTheLastOneStandsThereAgain() throws IOException {
        publish("旧");
        Disk stubborn = new OtherDisk() {
            @Override
            public void rename(Path from, Path to) throws IOException {
                if (from.endsWith(".site.new")) {
                    throw new IOException("Stale file handle");
                }
                super.rename(from, to);
            }
        };

        assertThatThrownBy(() -> publishing(stubborn).publish(site("新"), false, false))
                .hasMessage("Stale file handle");

        assertThat(word()).isEqualTo("旧");
        assertThat(beside()).containsExactly("site");
    }

    @Test
    void anOldSiteThatCannotBeRemovedIsToldOfAndTheNewOneStands() throws IOException {
        publish("旧");
        Disk stubborn = new OtherDisk() {
            @Override
            public void delete(Path path) throws IOException {
                if (path.getParent().endsWith(".site.old")) {
                    throw new IOException("Operation not permitted");
                }
                super.delete(path);
            }
        };

        Outcome<Publishing.Written> written = publishing(stubborn).publish(site("新"), false, false);

        assertThat(written.value().inPlace()).isTrue();
        assertThat(written.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.rule()).isEqualTo("target-left");
            assertThat(told.isError()).isFalse();
        });
        assertThat(word()).isEqualTo("新");
        assertThat(publishing().recover()).isFalse();
        assertThat(beside()).containsExactly("site");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDiskWithoutSecondNamesForFilesGetsThemTwice(boolean unknown) throws IOException {
        publish("同");
        Disk bare = new OtherDisk() {
            @Override
            public void link(Path existing, Path name) throws IOException {
                if (unknown) {
                    throw new UnsupportedOperationException();
                }
                throw new IOException("Too many links");
            }
        };

        assertThat(publishing(bare).publish(site("同"), false, false).value().inPlace())
                .isTrue();

        assertThat(word()).isEqualTo("同");
    }

    /** The last site is a folder, the mark in it and a page, of one block each. */
    @ParameterizedTest
    @CsvSource({"12288, 0, true", "12289, 4095, false", "12289, 4096, true", "16385, 4096, false"})
    void aSiteGoesIntoTheRoomOfTheLastOneAndNotABlockMore(int bytes, long free, boolean good) throws IOException {
        publish("旧");
        String page = "x".repeat(bytes);

        Outcome<Publishing.Written> written = publishing(new Full(free)).publish(site(page), false, true);

        assertThat(written.value().inPlace()).isEqualTo(good);
        assertThat(word()).isEqualTo(good ? page : "旧");
    }

    @Test
    void aSiteThatHasNoRoomIsRefusedBeforeTheLastOneIsRemoved() throws IOException {
        publish("旧");

        Outcome<Publishing.Written> refused =
                publishing(new Full(5 << 20)).publish(site("新".repeat(6_000_000)), false, true);

        assertThat(refused.value().inPlace()).isFalse();
        assertThat(refused.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.message()).isEqualTo("磁盘放不下：站点要 18 MB，删去旧站点也只有 5 MB");
            assertThat(one.hint()).contains("腾出 13 MB 再来，或换一个磁盘（--out）；旧站点没有动");
        });
        assertThat(word()).isEqualTo("旧");
    }

    @Test
    void ofASiteThatIsWrongNobodyIsToldWhetherItHasRoom() throws IOException {
        publish("旧");
        Output broken = new Output.Builder()
                .add(
                        new Address("index.html"),
                        ORIGIN,
                        () -> new Outcome<>(
                                new byte[100 * BLOCK], List.of(Diagnostic.error(ORIGIN, "template-error", "坏了", "修"))))
                .build()
                .value();

        assertThat(publishing(new Full(0)).publish(broken, false, true).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("template-error");
        assertThat(word()).isEqualTo("旧");
    }

    @Test
    void cleanTheLastSiteIsGoneWhenTheNewOneIsWritten() throws IOException {
        publish("旧");
        Disk watched = new OtherDisk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                assertThat(folder.resolve("site")).doesNotExist();
                super.write(file, bytes);
            }
        };

        assertThat(publishing(watched).publish(site("新"), false, true).value().inPlace())
                .isTrue();
        assertThat(word()).isEqualTo("新");
    }

    /** So much is free, and what the last site takes. */
    private static final class Full extends OtherDisk {
        private final long free;

        Full(long free) {
            this.free = free;
        }

        @Override
        public long free(Path path) {
            return free;
        }
    }

    /** As a killed build leaves it. */
    private void half(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve("half"));
        Files.writeString(folder.resolve(name).resolve("half/index.html"), "半");
        Files.writeString(folder.resolve(name).resolve(Publishing.MARK), "");
    }

    private Publishing publishing() throws IOException {
        return publishing(Disk.REAL);
    }

    private Publishing publishing(Disk disk) throws IOException {
        return new Publishing(folder.resolve("site"), disk, new Parallel(2), (files, of) -> {});
    }

    private Outcome<Publishing.Written> publish(String word) throws IOException {
        return publishing().publish(site(word), false, false);
    }

    private static Output site(String word) {
        return page(() -> word);
    }

    /** What a page says. */
    @FunctionalInterface
    private interface Page {
        String word() throws IOException;
    }

    private static Output page(Page page) {
        return new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> {
                    try {
                        return Outcome.of(page.word().getBytes(StandardCharsets.UTF_8));
                    } catch (IOException wrong) {
                        throw new IllegalStateException(wrong);
                    }
                })
                .build()
                .value();
    }

    private String word() throws IOException {
        return Files.readString(folder.resolve("site/index.html"));
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
