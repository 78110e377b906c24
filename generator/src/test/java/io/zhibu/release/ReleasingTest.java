package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasingTest {
    @TempDir
    private Path folder;

    private Path to;
    private Nights nights;

    @BeforeEach
    void aFolderThatIsReadByAll() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        to = folder.resolve("发布");
        nights = Nights.to(to);
    }

    @Test
    void readersGetTheNewSiteAndTheLastOnesStay() throws IOException {
        nights.publish("旧");
        Publication second = nights.publish("新").value();

        assertThat(nights.word()).isEqualTo("新");
        assertThat(second.what()).isEqualTo(Publication.What.SWITCHED);
        assertThat(second.live()).map(Release::id).contains("0002-20261123");
        assertThat(Files.readSymbolicLink(to.resolve("current"))).isEqualTo(Path.of("releases/0002-20261123/site"));
        assertThat(ids()).containsExactly("0001-20261123", "0002-20261123");
    }

    @Test
    void whatIsAsItWasIsTheSameFile() throws IOException {
        nights.publish("旧");
        Object before = Files.readAttributes(live(Nights.STEADY), "unix:ino,lastModifiedTime");
        Publication second = nights.publish("新").value();

        assertThat(Files.readAttributes(live(Nights.STEADY), "unix:ino,lastModifiedTime"))
                .isEqualTo(before);
        assertThat(second.written()).isEqualTo(Nights.PAGES.size() + 1);
    }

    @Test
    void aSiteThatReadersHaveIsNoNewRelease() throws IOException {
        nights.publish("同");
        assertThat(nights.publish("同").value().what()).isEqualTo(Publication.What.SAME);
        assertThat(ids()).hasSize(1);
    }

    @Test
    void aFileThatWasChangedByHandIsWrittenAnew() throws IOException {
        nights.publish("同");
        Files.writeString(live(Nights.STEADY), "改");
        assertThat(nights.publish("同").value().what()).isEqualTo(Publication.What.SWITCHED);
        assertThat(live(Nights.STEADY)).hasContent("steady");
        assertThat(verify()).isEmpty();
    }

    @Test
    void theLastFewStayAndTheOneThatReadersGetWhateverItsAge() throws IOException {
        for (String word : List.of("一", "二", "三", "四", "五")) {
            nights.publish(word);
        }
        assertThat(ids()).containsExactly("0003-20261123", "0004-20261123", "0005-20261123");
        assertThat(nights.releasing()
                        .goBack(nights.releases.named("3").orElseThrow())
                        .hasErrors())
                .isFalse();
        assertThat(nights.word()).isEqualTo("三");
        assertThat(nights.releases.live()).map(Release::number).contains(3);
        nights.publish("六");
        assertThat(nights.word()).isEqualTo("六");
        assertThat(ids()).containsExactly("0004-20261123", "0005-20261123", "0006-20261123");
    }

    @Test
    void whatIsNamedAfterItsContentStaysForPagesThatAreOpen() throws IOException {
        nights.publish("一");
        String part = "search/x-" + Digest.of("一").substring(0, 6) + ".js";
        nights.publish("二");
        assertThat(live(part)).hasContent("一");
        assertThat(manifest().carried()).containsEntry(part, 1);
        nights.publish("三");
        assertThat(live(part)).hasContent("一");
        nights.publish("四");
        assertThat(live(part)).doesNotExist();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aManifestIsReadBySha256sum() throws Exception {
        nights.publish("新");
        assertThat(sha256sum()).isZero();
        Files.writeString(live("index.html"), "改");
        assertThat(sha256sum()).isEqualTo(1);
    }

    private int sha256sum() throws Exception {
        return new ProcessBuilder("sha256sum", "-c", "--quiet", "../MANIFEST")
                .directory(to.resolve("current").toRealPath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void theSameNightIsTheSameManifestButForWhatNamesIt() throws IOException {
        nights.publish("新");
        Nights other = Nights.to(folder.resolve("别处"));
        other.publish("旧");
        other.publish("新");
        assertThat(other.releases.live().orElseThrow().manifest().orElseThrow().entries())
                .isEqualTo(manifest().entries());
        assertThat(difference(
                        other.releases
                                .live()
                                .orElseThrow()
                                .manifest()
                                .orElseThrow()
                                .text(),
                        manifest().text()))
                .allMatch(line ->
                        line.matches("# (release|base|carried|bytes|files|end): .*|\\w{64}  search/x-\\w{6}\\.js"));
        Nights third = Nights.to(folder.resolve("第三处"));
        third.publish("新");
        assertThat(third.releases.live().orElseThrow().manifest().orElseThrow().text())
                .isEqualTo(manifest().text());
    }

    private static List<String> difference(String one, String other) {
        List<String> lines = other.lines().toList();
        return one.lines().filter(line -> !lines.contains(line)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "missing", "added", "link", "manifest"})
    void verifyNamesWhatIsOtherThanItWasPublished(String how) throws IOException {
        nights.publish("新");
        Path page = live("tags/三亮/index.html").toRealPath();
        switch (how) {
            case "changed" -> Files.write(page, new byte[] {Files.readAllBytes(page)[0], 0});
            case "missing" -> Files.delete(page);
            case "added" -> Files.writeString(page.resolveSibling("夹带.html"), "");
            case "link" -> {
                Files.delete(page);
                Files.createSymbolicLink(page, live(Nights.STEADY).toRealPath());
            }
            default -> {
                Path manifest = to.resolve("releases/0001-20261123/MANIFEST");
                Files.writeString(manifest, Files.readString(manifest).replace("c0ffee", "c0fffe"));
            }
        }
        assertThat(verify())
                .singleElement()
                .extracting(one -> one.rule() + " " + one.where().file().replaceAll(".*/", ""))
                .isEqualTo(
                        switch (how) {
                            case "changed", "link" -> "file-changed index.html";
                            case "missing" -> "file-missing index.html";
                            case "added" -> "file-added 夹带.html";
                            default -> "manifest-damaged MANIFEST";
                        });
        assertThat(nights.releasing()
                        .goBack(nights.releases.named("1").orElseThrow())
                        .hasErrors())
                .isTrue();
    }

    @Test
    void aSourceThatFailsKeepsTheLastSite() throws IOException {
        nights.publish("好");
        Diagnostic error = Diagnostic.error(Nights.ORIGIN, "template-error", "坏了", "修");
        Output broken = new Output.Builder()
                .add(
                        new io.zhibu.address.Address("index.html"),
                        Nights.ORIGIN,
                        () -> new Outcome<>(Nights.bytes("坏"), List.of(error)))
                .build()
                .value();
        Outcome<Publication> kept = nights.publish(broken, Nights.entries(10));
        assertThat(kept.value().what()).isEqualTo(Publication.What.KEPT);
        assertThat(nights.word()).isEqualTo("好");
        assertThat(beside()).containsExactly(".zhibu-releases", "current", "releases");
        assertThat(children("releases")).containsExactly("0001-20261123");
    }

    @Test
    void aNightThatLosesTooManyEntriesIsHeldBackAndNamesThem() throws IOException {
        nights.publish("旧");
        Outcome<Publication> one = nights.publish(Nights.site("新"), Nights.entries(9));
        assertThat(one.value().what()).isEqualTo(Publication.What.SWITCHED);
        Outcome<Publication> two = nights.publish(Nights.site("再"), Nights.entries(8));
        assertThat(two.value().what()).isEqualTo(Publication.What.KEPT);
        assertThat(two.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.message()).isEqualTo("条目从 9 条减到 8 条，少了 11%，超过 publish.shrink-at-most 的 10%：少了工作法“第8”");
            assertThat(told.hint()).contains("看看是不是少检出了文件夹、误改了状态；确是有意撤下的，这一次加 --allow-shrink");
        });
        assertThat(nights.word()).isEqualTo("新");
    }

    @Test
    void aNightThatTakesMoreThanItsOwnerAllowsIsHeldBack() throws IOException {
        nights.publish("旧");
        Limits small = new Limits(10, 1, 3, Nights.ORIGIN);
        Outcome<Publication> large =
                nights.publish(Nights.site("新".repeat(100_000)), Nights.entries(10), small, () -> 0);
        assertThat(large.value().what()).isEqualTo(Publication.What.KEPT);
        assertThat(large.value().isGood()).isFalse();
        assertThat(large.diagnostics()).extracting(Diagnostic::rule).containsExactly("publish-large");
        assertThat(nights.word()).isEqualTo("旧");
    }

    @Test
    void theOneBeforeIsTheLatestBeforeWhatReadersGet() throws IOException {
        assertThat(nights.releases.before()).isEmpty();
        for (String word : List.of("一", "二", "三")) {
            nights.publish(word);
        }
        assertThat(nights.releases.before()).map(Release::number).contains(2);
        nights.releasing().goBack(nights.releases.named("2").orElseThrow());
        assertThat(nights.releases.before()).map(Release::number).contains(1);
        nights.releasing().goBack(nights.releases.named("0001-20261123").orElseThrow());
        assertThat(nights.releases.before()).isEmpty();
        // Readers have lost theirs: the latest that is left.
        Files.delete(to.resolve("current"));
        assertThat(nights.releases.before()).map(Release::number).contains(3);
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndNotTouched() throws IOException {
        Files.createDirectories(to);
        Files.writeString(to.resolve("论文.doc"), "十年心血");
        assertThat(nights.publish("新").diagnostics())
                .singleElement()
                .extracting(Diagnostic::rule)
                .isEqualTo("target-foreign");
        assertThat(beside()).containsExactly("论文.doc");
    }

    @Test
    void whateverTheUmaskReadersOfTheFolderReadTheFiles() throws IOException {
        Files.createDirectories(to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxrwxr-x"));
        Disk umask = new UmaskDisk();
        new Nights(to, umask, false).publish("新");
        assertThat(modes()).containsExactly("rw-rw-r--", "rwxrwxr-x");
        Path deep = folder.resolve("srv/支部/发布");
        new Nights(deep, umask, false).publish("新");
        for (Path made = deep; !made.equals(folder); made = made.getParent()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as(made.toString())
                    .isEqualTo("rwxr-xr-x");
        }

        Path closed = Files.createDirectories(folder.resolve("关"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThat(Nights.to(closed).publish("新").diagnostics())
                .singleElement()
                .extracting(Diagnostic::rule)
                .isEqualTo("publish-rights");
    }

    private List<String> modes() throws IOException {
        try (Stream<Path> all = Files.walk(to)) {
            return all.filter(path -> !Files.isSymbolicLink(path))
                    .map(path -> {
                        try {
                            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                        } catch (IOException failed) {
                            return failed.toString();
                        }
                    })
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Test
    void withoutLinksAFolderIsExchanged() throws IOException {
        Nights plain = new Nights(to, Disk.REAL, true);
        plain.publish("旧");
        assertThat(to.resolve("current")).isDirectory();
        assertThat(Files.isSymbolicLink(to.resolve("current"))).isFalse();
        plain.publish("新");
        assertThat(plain.word()).isEqualTo("新");
        assertThat(beside()).containsExactly(".zhibu-releases", "current", "releases");
        assertThat(plain.releases.live()).map(Release::number).contains(2);
        assertThat(verify()).isEmpty();
        Files.delete(live("index.html"));
        assertThat(verify()).extracting(Diagnostic::rule).containsExactly("file-missing");
    }

    @Test
    void aFolderThatWasChangedAfterTheExchangeIsExchangedAgain() throws IOException {
        Nights plain = new Nights(to, Disk.REAL, true);
        plain.publish("同");
        assertThat(plain.publish("同").value().what()).isEqualTo(Publication.What.SAME);
        // As editors of text do it: the release's own file, which had this name too, stays as it was.
        Files.delete(live("index.html"));
        Files.writeString(live("index.html"), "改");
        assertThat(verify()).extracting(Diagnostic::rule).containsExactly("file-changed");
        assertThat(plain.publish("同").value().what()).isEqualTo(Publication.What.SWITCHED);
        assertThat(plain.word()).isEqualTo("同");
        assertThat(verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "releases/0002-20261123", "releases/0002-20261123/MANIFEST"})
    void whoHasLostWhatReadersGetIsHeldToTheLatestThatIsLeft(String lost) throws IOException {
        nights.publish("旧");
        nights.publish("新");
        Tree.delete(to.resolve(lost), Disk.REAL);

        Outcome<Publication> few = nights.publish(Nights.site("新"), Nights.entries(8));
        assertThat(few.diagnostics()).extracting(Diagnostic::rule).containsExactly("publish-shrunk");
        assertThat(few.value().live().isPresent()).isEqualTo(lost.endsWith("MANIFEST"));

        Publication again = nights.publish("新").value();
        assertThat(again.what()).isEqualTo(Publication.What.SWITCHED);
        assertThat(again.before()).isPresent();
        assertThat(again.written()).isEqualTo(lost.equals("current") ? 0 : Nights.PAGES.size() + 1);
        assertThat(nights.word()).isEqualTo("新");
        assertThat(verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "file", "link", "folder without links"})
    void whatSomebodyPutInThePlaceOfCurrentIsNotReplaced(String what) throws IOException {
        boolean plain = what.equals("link") || what.endsWith("without links");
        Nights own = new Nights(to, Disk.REAL, plain);
        own.publish("旧");
        Path current = to.resolve("current");
        Tree.delete(current, Disk.REAL);
        switch (what) {
            case "file" -> Files.writeString(current, "十年心血");
            case "link" -> Files.createSymbolicLink(current, Path.of("elsewhere"));
            default -> Files.writeString(Files.createDirectories(current).resolve("论文.doc"), "十年心血");
        }
        List<String> before = children("");

        assertThat(own.publish("新").diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.rule()).isEqualTo("target-foreign");
            assertThat(told.where().file()).isEqualTo(current.toString());
            assertThat(told.hint())
                    .contains("把它移走，换上最近的一次：mv %s %s.old，再运行 zhibu rollback --to %s".formatted(current, current, to));
        });
        assertThat(children("")).isEqualTo(before);
        assertThat(ids()).hasSize(1);

        Files.move(current, to.resolve("current.old"));
        own.publish("新");
        assertThat(own.word()).isEqualTo("新");
        assertThat(children("")).contains("current.old");
    }

    @Test
    void aDiskThatKnowsNoLinksIsFoundOut() throws IOException {
        Nights bare = new Nights(to, new BareDisk(), false);
        bare.publish("旧");
        bare.publish("新");
        assertThat(bare.word()).isEqualTo("新");
        assertThat(Files.isSymbolicLink(to.resolve("current"))).isFalse();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aCommandAboutSomethingElseMendsWhatWasLeftAndNothingMore() throws IOException {
        Owner other = Owner.self(Nights.NOW);
        assertThat(nights.releasing().mend(other)).as("nothing was ever there").isFalse();
        Files.createDirectories(to.resolve("releases/.new"));
        assertThat(nights.releasing().mend(other)).as("somebody's folder").isFalse();
        assertThat(to.resolve("releases/.new")).isDirectory();
        Files.delete(to.resolve("releases/.new"));
        Files.delete(to.resolve("releases"));
        Nights plain = new Nights(to, Disk.REAL, true);
        plain.publish("旧");
        assertThat(plain.releasing().mend(other)).as("nothing was left").isFalse();

        Path left = Files.createDirectories(to.resolve("releases/.new"));
        Lock lock = plain.releasing().enter(other, false).value().orElseThrow();
        try (lock) {
            Files.createDirectories(left);
            assertThat(plain.releasing().mend(other)).as("somebody is at work").isFalse();
            assertThat(left).isDirectory();
        }
        Files.move(to.resolve("current"), to.resolve(".current.old"));
        assertThat(plain.releasing().mend(other)).as("readers had nothing").isTrue();
        assertThat(plain.word()).isEqualTo("旧");
        assertThat(left).doesNotExist();
    }

    private Path live(String path) {
        return to.resolve("current").resolve(path);
    }

    private Manifest manifest() throws IOException {
        return nights.releases.live().orElseThrow().manifest().orElseThrow();
    }

    private List<Diagnostic> verify() throws IOException {
        return nights.releasing().verify(nights.releases.live().orElseThrow());
    }

    private List<String> ids() throws IOException {
        return nights.releases.all().stream().map(Release::id).toList();
    }

    private List<String> beside() throws IOException {
        return children("");
    }

    private List<String> children(String below) throws IOException {
        try (Stream<Path> all = Files.list(to.resolve(below))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
