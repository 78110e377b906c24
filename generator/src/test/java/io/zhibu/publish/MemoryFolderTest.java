package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered comes back whole, or not at all. */
class MemoryFolderTest {
    private static final Digest PROGRAM = Digest.of("program");
    private static final Digest UNDER = Digest.of("settings");

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereTheNextTime() {
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "a")).isEqualTo("-");
            keep(book, "a", "一");
            keep(book, "b", "");
            keep(book, "c", "三三三");
            assertThat(recalled(book, "a")).isEqualTo("一");
        }
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "c")).isEqualTo("三三三");
            assertThat(recalled(book, "a")).isEqualTo("一");
            assertThat(recalled(book, "b")).isEmpty();
            assertThat(recalled(book, "d")).isEqualTo("-");
        }
    }

    @Test
    void whatIsHandedOutIsItsReadersToChange() {
        try (Memory.Book book = book(UNDER)) {
            keep(book, "a", "x");
            book.recall(Digest.of("a")).orElseThrow()[0] = 'y';
            assertThat(recalled(book, "a")).isEqualTo("x");
        }
        try (Memory.Book book = book(UNDER)) {
            book.recall(Digest.of("a")).orElseThrow()[0] = 'y';
            assertThat(recalled(book, "a")).isEqualTo("x");
        }
    }

    @Test
    void whatNobodyAskedForIsForgotten() {
        write("a", "b");
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "a")).isEqualTo("a");
            keep(book, "c", "c");
        }
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "b")).isEqualTo("-");
            assertThat(recalled(book, "a")).isEqualTo("a");
            assertThat(recalled(book, "c")).isEqualTo("c");
        }
    }

    @Test
    void whatIsMadeAnewTakesThePlaceOfTheOld() {
        write("a", "b");
        try (Memory.Book book = book(UNDER)) {
            recalled(book, "a");
            recalled(book, "b");
            keep(book, "a", "another");
        }
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "a")).isEqualTo("another");
            assertThat(recalled(book, "b")).isEqualTo("b");
        }
    }

    @Test
    void whatIsMadeAnewIsNotKeptBesideTheOld() throws IOException {
        write("a", "b");
        byte[] fresh = Files.readAllBytes(only());
        try (Memory.Book book = book(UNDER)) {
            recalled(book, "a");
            recalled(book, "b");
            keep(book, "a", "a");
        }
        assertThat(Files.readAllBytes(only())).hasSameSizeAs(fresh);
    }

    @Test
    void whatIsForgottenIsOfTheSameStage() throws IOException {
        Path note = Files.writeString(folder.resolve("stage-note.txt"), "");
        Path other = Files.writeString(folder.resolve("other-0123456789abcdef0123.memo"), "");
        for (int i = 0; i < 6; i++) {
            write(i);
        }
        assertThat(files()).hasSize(6).contains(note, other);
    }

    @Test
    void aBookThatWasReadWholeAndSoStaysIsNotWrittenAgain() throws IOException {
        write("a");
        byte[] before = Files.readAllBytes(only());
        Files.setLastModifiedTime(only(), FileTime.fromMillis(5000));
        try (Memory.Book book = book(UNDER)) {
            recalled(book, "a");
        }
        assertThat(Files.readAllBytes(only())).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(only()).toMillis())
                .as("it has been opened")
                .isEqualTo(5001);
    }

    @Test
    void aBookThatNothingWasTakenFromStaysAsItIs() throws IOException {
        write("a");
        byte[] before = Files.readAllBytes(only());
        book(UNDER).close();
        assertThat(Files.readAllBytes(only())).isEqualTo(before);
        book(Digest.of("other")).close();
        assertThat(files()).hasSize(1);
    }

    @Test
    void underOtherSettingsAndByAnotherProgramItIsAnotherBook() {
        write("a");
        assertThat(recalled(book(Digest.of("other")), "a")).isEqualTo("-");
        assertThat(recalled(new MemoryFolder(folder, Digest.of("newer")).open("stage", UNDER), "a"))
                .isEqualTo("-");
        assertThat(recalled(new MemoryFolder(folder, PROGRAM).open("another", UNDER), "a"))
                .isEqualTo("-");
    }

    @Test
    void whatIsDamagedAnywhereOrCutOffIsAsNone() throws IOException {
        write("a", "b");
        byte[] whole = Files.readAllBytes(only());
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(only(), damaged);
            assertThat(recalled(book(UNDER), "a")).as("byte " + at).isEqualTo("-");
            Files.write(only(), java.util.Arrays.copyOf(whole, at));
            assertThat(recalled(book(UNDER), "a")).as("cut at " + at).isEqualTo("-");
        }
        Files.write(only(), whole);
        assertThat(recalled(book(UNDER), "a")).isEqualTo("a");
    }

    @Test
    void fourBooksOfAStageAreKeptThoseThatWereOpenedLast() throws IOException {
        for (int i = 0; i < 4; i++) {
            write(i);
            for (Path file : files()) {
                // Told apart also where the clock of the disk is coarse.
                Files.setLastModifiedTime(
                        file,
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 10_000));
            }
        }
        try (Memory.Book first = book(numbered(0))) {
            recalled(first, "a");
        }
        write(4);
        assertThat(files()).hasSize(4);
        assertThat(recalled(book(numbered(0)), "a")).isEqualTo("a");
        assertThat(recalled(book(numbered(1)), "a")).isEqualTo("-");
        assertThat(recalled(book(numbered(2)), "a")).isEqualTo("a");
    }

    @Test
    void closedTwiceItIsWrittenOnce() throws IOException {
        Memory.Book book = book(UNDER);
        keep(book, "a", "a");
        book.close();
        Files.delete(only());
        book.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeOnlyTakesTime() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Memory.Book book = new MemoryFolder(file, PROGRAM).open("stage", UNDER)) {
            keep(book, "a", "a");
            assertThat(recalled(book, "a")).isEqualTo("a");
        }
        assertThat(file).hasContent("");
    }

    private Memory.Book book(Digest under) {
        return new MemoryFolder(folder, PROGRAM).open("stage", under);
    }

    private void write(String... all) {
        try (Memory.Book book = book(UNDER)) {
            List.of(all).forEach(one -> keep(book, one, one));
        }
    }

    private void write(int under) {
        try (Memory.Book book = book(numbered(under))) {
            keep(book, "a", "a");
        }
    }

    private static Digest numbered(int number) {
        return new Digest.Of().number(number).digest();
    }

    private static void keep(Memory.Book book, String key, String value) {
        book.keep(Digest.of(key), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String recalled(Memory.Book book, String key) {
        return book.recall(Digest.of(key))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("-");
    }

    private Path only() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What was in it would otherwise be held to the end of a build, since somebody still counts what was of use. */
    @Test
    void aClosedBookHoldsNothing() {
        Digest key = Digest.of("key");
        Memory.Book first = book(UNDER);
        first.keep(key, new byte[] {1});
        first.close();
        assertThat(first.recall(key)).isEmpty();

        Memory.Book second = book(UNDER);
        assertThat(second.recall(key)).isPresent();
        second.close();
        assertThat(second.recall(key)).isEmpty();
    }

    /** A megabyte and more, of which each value is some 11 KB. */
    private void writeLarge() {
        try (Memory.Book book = book(UNDER)) {
            for (int i = 0; i < 200; i++) {
                keep(book, "large " + i, ("large " + i).repeat(1200));
            }
        }
    }

    /** Takes all but the last ones, and keeps another value of the first ones. */
    private void change(int others, int forgotten, String word) {
        try (Memory.Book book = book(UNDER)) {
            for (int i = 0; i < 200 - forgotten; i++) {
                recalled(book, "large " + i);
            }
            for (int i = 0; i < others; i++) {
                keep(book, "large " + i, word + i);
            }
        }
    }

    @Test
    void ofALargeBookOnlyWhatHasChangedIsWritten() throws IOException {
        writeLarge();
        byte[] before = Files.readAllBytes(only());
        change(3, 2, "neu ");

        assertThat(files()).hasSize(2);
        assertThat(Files.readAllBytes(files().get(1))).isEqualTo(before);
        assertThat(Files.size(files().get(0))).isLessThan(400);
        try (Memory.Book book = book(UNDER)) {
            assertThat(recalled(book, "large 2")).isEqualTo("neu 2");
            assertThat(recalled(book, "large 3")).isEqualTo("large 3".repeat(1200));
            assertThat(recalled(book, "large 198")).isEqualTo("-");
            assertThat(recalled(book, "large 199")).isEqualTo("-");
            for (int i = 0; i < 198; i++) {
                recalled(book, "large " + i);
            }
            keep(book, "large 199", "again");
        }
        Memory.Book book = book(UNDER);
        assertThat(recalled(book, "large 2")).as("of the changes before").isEqualTo("neu 2");
        assertThat(recalled(book, "large 198")).isEqualTo("-");
        assertThat(recalled(book, "large 199")).isEqualTo("again");
        assertThat(Files.readAllBytes(files().get(1))).isEqualTo(before);
    }

    @Test
    void whenMuchHasChangedItIsWrittenAsAWhole() throws IOException {
        writeLarge();
        long large = Files.size(only());
        change(3, 0, "neu ");
        change(40, 0, "alt ");

        assertThat(Files.size(only())).isLessThan(large * 5 / 6);
        assertThat(recalled(book(UNDER), "large 39")).isEqualTo("alt 39");
        assertThat(recalled(book(UNDER), "large 40")).isEqualTo("large 40".repeat(1200));
        writeLarge();
        change(0, 40, "");
        assertThat(Files.size(only())).isLessThan(large * 5 / 6);
    }

    @Test
    void changesThatAreDamagedOrOfAnotherBookAreAsNone() throws IOException {
        writeLarge();
        change(2, 0, "neu ");
        Path changes = files().get(0);
        byte[] whole = Files.readAllBytes(changes);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(changes, damaged);
            assertThat(recalled(book(UNDER), "large 1")).as("byte " + at).isEqualTo("large 1".repeat(1200));
            Files.write(changes, java.util.Arrays.copyOf(whole, at));
            assertThat(recalled(book(UNDER), "large 1")).as("cut at " + at).isEqualTo("large 1".repeat(1200));
        }
        Files.write(changes, whole);
        assertThat(recalled(book(UNDER), "large 1")).isEqualTo("neu 1");
        change(40, 0, "alt ");
        Files.write(changes, whole);
        assertThat(recalled(book(UNDER), "large 1")).isEqualTo("alt 1");
    }

    @Test
    void withABookItsChangesGo() throws IOException {
        writeLarge();
        change(1, 0, "neu ");
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(5000));
        }
        for (int i = 0; i < 4; i++) {
            write(i);
        }
        assertThat(files()).hasSize(4).allMatch(file -> file.toString().endsWith(".memo"));
    }
}
