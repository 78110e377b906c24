package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest {
    private static final Where ORIGIN = Where.inFile("content/a.md");

    @TempDir
    Path folder;

    @Test
    void writesEveryFileAtItsAddress() throws IOException {
        Outcome<Publishing.Written> written = publish(site("index.html", "首页", "tags/三亮/index.html", "标签"));
        assertThat(written.value()).isEqualTo(new Publishing.Written(2, 12, true));
        assertThat(live("index.html")).hasContent("首页");
        assertThat(live("tags/三亮/index.html")).hasContent("标签");
    }

    @Test
    void theFolderAboveNeedNotBeThere() throws IOException {
        Path deep = folder.resolve("a/b/site");
        new Publishing(deep, new Parallel(1), (files, of) -> {}).publish(site("index.html", "首页"), false, false);
        assertThat(deep.resolve("index.html")).hasContent("首页");
    }

    @Test
    void oneMayPublishManyTimes() throws IOException {
        Publishing publishing = publishing();
        publishing.publish(site("a/index.html", "旧"), false, false);
        publishing.publish(site("a/index.html", "新", "a/b.html", "乙"), false, false);
        assertThat(live("a/index.html")).hasContent("新");
        assertThat(live("a/b.html")).hasContent("乙");
    }

    @Test
    void everyFileIsToldOf() throws IOException {
        List<String> told = new ArrayList<>();
        new Publishing(folder.resolve("site"), new Parallel(1), (files, of) -> told.add(files + "/" + of))
                .publish(site("a.html", "甲", "b.html", "乙"), false, false);
        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void leavesNothingOfTheLastSite() throws IOException {
        publish(site("old.html", "旧"));
        publish(site("index.html", "新"));
        assertThat(live("old.html")).doesNotExist();
        assertThat(live("index.html")).hasContent("新");
        assertThat(besideTheSite()).containsExactly("site");
    }

    @Test
    void aFileThatIsAsItWasStaysTheSameFile() throws IOException {
        publish(site("same.html", "同", "other.html", "旧", "gone.html", "去"));
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-02T03:04:05Z"));
        Files.setLastModifiedTime(live("same.html"), longAgo);
        Files.setLastModifiedTime(live("other.html"), longAgo);
        Object same = Files.readAttributes(live("same.html"), BasicFileAttributes.class)
                .fileKey();

        publish(site("same.html", "同", "other.html", "新"));

        assertThat(Files.readAttributes(live("same.html"), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(same);
        assertThat(Files.getLastModifiedTime(live("same.html"))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(live("other.html"))).isGreaterThan(longAgo);
        assertThat(live("other.html")).hasContent("新");
        assertThat(live("gone.html")).doesNotExist();
    }

    @Test
    void aSourceThatFailsKeepsTheLastSite() throws IOException {
        publish(site("index.html", "好"));
        Diagnostic error = Diagnostic.error(ORIGIN, "template-error", "坏了", "修");
        Output broken = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> new Outcome<>(new byte[0], List.of(error)))
                .build()
                .value();
        Outcome<Publishing.Written> written = publish(broken);
        assertThat(written.diagnostics()).containsExactly(error);
        assertThat(written.value().inPlace()).isFalse();
        assertThat(live("index.html")).hasContent("好");
        assertThat(besideTheSite()).containsExactly("site");
    }

    @Test
    void aWarningKeepsTheLastSiteOnlyWhenStrict() throws IOException {
        publish(site("index.html", "旧"));
        Output output = new Output.Builder()
                .add(
                        new Address("index.html"),
                        ORIGIN,
                        () -> new Outcome<>(bytes("新"), List.of(Diagnostic.warning(ORIGIN, "w", "小心", "看"))))
                .build()
                .value();
        assertThat(publishing().publish(output, true, false).value().inPlace()).isFalse();
        assertThat(live("index.html")).hasContent("旧");
        assertThat(publishing().publish(output, false, false).value().inPlace()).isTrue();
        assertThat(live("index.html")).hasContent("新");
    }

    @Test
    void cleanRemovesTheLastSiteOnlyAfterTheNewOneWasTriedOut() throws IOException {
        publish(site("old.html", "旧"));
        Diagnostic error = Diagnostic.error(ORIGIN, "template-error", "坏了", "修");
        Output broken = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> new Outcome<>(new byte[0], List.of(error)))
                .build()
                .value();
        assertThat(publishing().publish(broken, false, true).value().inPlace()).isFalse();
        assertThat(live("old.html")).hasContent("旧");
        assertThat(publishing()
                        .publish(site("index.html", "新"), false, true)
                        .value()
                        .inPlace())
                .isTrue();
        assertThat(live("old.html")).doesNotExist();
        assertThat(besideTheSite()).containsExactly("site");
    }

    @Test
    void aFolderThatIsNotOursIsRefusedAndNotEmptied() throws IOException {
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("site/论文.doc"), "十年心血");
        Outcome<Publishing.Written> written = publish(site("index.html", "新"));
        assertThat(written.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("target-foreign");
            assertThat(one.isError()).isTrue();
        });
        assertThat(live("论文.doc")).hasContent("十年心血");
        assertThat(live("index.html")).doesNotExist();
    }

    @Test
    void anEmptyFolderMayBeFilled() throws IOException {
        Files.createDirectories(folder.resolve("site"));
        assertThat(publish(site("index.html", "新")).value().inPlace()).isTrue();
    }

    @Test
    void whatAnInterruptedBuildLeftBehindIsCleared() throws IOException {
        Files.createDirectories(folder.resolve(".site.new/half"));
        Files.writeString(folder.resolve(".site.new/half/index.html"), "半");
        Files.writeString(folder.resolve(".site.new/.zhibu"), "");
        publish(site("index.html", "全"));
        assertThat(besideTheSite()).containsExactly("site");
        assertThat(live("half")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".site.new", ".site.old"})
    void somebodysFolderBesideTheSiteIsNotCleared(String name) throws IOException {
        publish(site("index.html", "旧"));
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("论文.doc"), "十年心血");
        assertThat(publish(site("index.html", "新")).diagnostics())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule()).isEqualTo("target-foreign");
                    assertThat(one.where().file()).endsWith(name);
                });
        assertThat(folder.resolve(name).resolve("论文.doc")).hasContent("十年心血");
        assertThat(live("index.html")).hasContent("旧");
    }

    @Test
    void aSecondBuildIsTurnedAwayWhileTheFirstIsWriting() throws IOException {
        AtomicReference<Outcome<Publishing.Written>> second = new AtomicReference<>();
        Output first = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> {
                    try {
                        second.set(publish(site("index.html", "乙")));
                    } catch (IOException disk) {
                        throw new UncheckedIOException(disk);
                    }
                    return Outcome.of(bytes("甲"));
                })
                .build()
                .value();
        assertThat(publish(first).value().inPlace()).isTrue();
        assertThat(second.get().diagnostics())
                .singleElement()
                .extracting(Diagnostic::rule)
                .isEqualTo("target-busy");
        assertThat(live("index.html")).hasContent("甲");
        assertThat(besideTheSite()).containsExactly("site");
    }

    @Test
    void whereALinkLeadsIsWrittenAndTheLinkStays() throws IOException {
        Files.createDirectories(folder.resolve("disk"));
        Files.createSymbolicLink(folder.resolve("site"), Path.of("disk"));
        publish(site("index.html", "旧"));
        publish(site("index.html", "新"));
        assertThat(folder.resolve("site")).isSymbolicLink();
        assertThat(folder.resolve("disk/index.html")).hasContent("新");
        assertThat(besideTheSite()).containsExactly("disk", "site");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("site"), Path.of("gone"));
        assertThat(publish(site("index.html", "新")).diagnostics())
                .singleElement()
                .extracting(Diagnostic::rule)
                .isEqualTo("target-foreign");
        assertThat(besideTheSite()).containsExactly("site");
    }

    @Test
    void aBuildKilledBetweenTheTwoRenamesLosesNothing() throws IOException {
        publish(site("index.html", "好"));
        Files.move(folder.resolve("site"), folder.resolve(".site.old"));
        Diagnostic error = Diagnostic.error(ORIGIN, "template-error", "坏了", "修");
        Output broken = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> new Outcome<>(new byte[0], List.of(error)))
                .build()
                .value();
        publish(broken);
        assertThat(live("index.html")).hasContent("好");
    }

    @Test
    void aDiskThatFailsKeepsTheLastSiteAndSaysSo() throws IOException {
        publish(site("index.html", "好"));
        // One name is a file and a folder at once: no disk can hold both.
        Output impossible = site("a", "文件", "a/index.html", "文件夹里");
        assertThatThrownBy(() -> publish(impossible)).isInstanceOf(IOException.class);
        assertThat(live("index.html")).hasContent("好");
        assertThat(besideTheSite()).containsExactly("site");
    }

    private Outcome<Publishing.Written> publish(Output output) throws IOException {
        return publishing().publish(output, false, false);
    }

    private Publishing publishing() throws IOException {
        return new Publishing(folder.resolve("site"), new Parallel(2), (files, of) -> {});
    }

    private static Output site(String... addressesAndTexts) {
        Output.Builder builder = new Output.Builder();
        for (int i = 0; i < addressesAndTexts.length; i += 2) {
            String text = addressesAndTexts[i + 1];
            builder.add(new Address(addressesAndTexts[i]), ORIGIN, () -> Outcome.of(bytes(text)));
        }
        return builder.build().value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path live(String name) {
        return folder.resolve("site").resolve(name);
    }

    private List<String> besideTheSite() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
