package io.zhibu.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time; what a process that is gone left behind keeps nobody out. */
class TurnTest {
    @TempDir
    private Path folder;

    @Test
    void oneHasItUntilItGivesItBack() throws IOException {
        Path file = folder.resolve("lock");
        Turn turn = Turn.take(file).orElseThrow();
        assertThat(Turn.take(file)).isEmpty();
        assertThat(file).exists();
        turn.close();
        assertThat(file).doesNotExist();
        Optional<Turn> next = Turn.take(file);
        assertThat(next).isPresent();
        next.get().close();
    }

    /** Another process, which has the turn until nothing more is said to it. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (Turn turn = Turn.take(Path.of(arguments[0])).orElseThrow()) {
                System.out.println(turn.note().isEmpty() ? "mine" : turn.note());
                System.in.read();
            }
        }
    }

    @Test
    void anotherProcessKeepsItUntilItIsGone() throws Exception {
        Path file = folder.resolve("lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("mine");
            assertThat(Turn.take(file)).isEmpty();
            other.destroyForcibly().waitFor();
            assertThat(file).exists();
            Optional<Turn> mine = Turn.take(file);
            assertThat(mine).isPresent();
            mine.get().close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aFileThatWasLeftBehindIsTakenOverWithItsNote() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "上一个留下的话");
        Turn turn = Turn.take(file).orElseThrow();
        assertThat(turn.note()).isEqualTo("上一个留下的话");
        turn.say("我");
        assertThat(turn.note()).isEqualTo("我");
        assertThat(file).hasContent("我");
        turn.leave();
        assertThat(file).hasContent("我");
        Turn again = Turn.take(file).orElseThrow();
        again.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void ofALongNoteTheBeginningIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "x".repeat(10_000));
        try (Turn turn = Turn.take(file).orElseThrow()) {
            assertThat(turn.note()).isEqualTo("x".repeat(4096));
        }
    }
}
