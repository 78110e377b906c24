package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    private Path folder;

    private Releases releases;
    private final Diagnostics told = new Diagnostics();

    @BeforeEach
    void aFolder() {
        releases = new Releases(folder);
    }

    @Test
    void whoComesSecondIsToldWhoIsThereAndSinceWhen() throws IOException {
        Optional<Lock> first = take(Owner.self(NOW));
        assertThat(take(Owner.self(NOW.plusSeconds(300)))).isEmpty();
        assertThat(told.list())
                .singleElement()
                .extracting(Diagnostic::message)
                .asString()
                .startsWith("另一次发布正在写这个文件夹：进程 " + ProcessHandle.current().pid() + "，主机 ")
                .endsWith("，用户 " + System.getProperty("user.name") + "，5 分钟前开始（2026-11-23T02:00:00Z）");
        first.orElseThrow().close();
        assertThat(take(Owner.self(NOW))).isPresent();
    }

    @Test
    void whatADeadOwnerLeftIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Owner self = Owner.self(NOW);
        Owner dead = new Owner(gone.pid(), "2026-11-22T02:00:00Z", self.host(), "somebody", NOW.minusSeconds(7200));
        Files.writeString(releases.lock(), dead.text());

        Optional<Lock> lock = take(self);

        assertThat(lock).isPresent();
        assertThat(told.list())
                .singleElement()
                .extracting(Diagnostic::message)
                .isEqualTo("上一次没有做完就停了（进程 " + gone.pid() + "，主机 " + self.host()
                        + "，用户 somebody，2 小时前开始（2026-11-23T00:00:00Z）），锁已接过来");
        assertThat(Files.readString(releases.lock())).isEqualTo(self.text());
        lock.get().close();
        assertThat(releases.lock()).doesNotExist();
    }

    @Test
    void aProcessThatRunsIsBelievedWhereTheSystemLocksNothing() throws Exception {
        Process runs = new ProcessBuilder("sleep", "60").start();
        Owner self = Owner.self(NOW);
        String started = runs.info().startInstant().orElseThrow().toString();
        Files.writeString(releases.lock(), new Owner(runs.pid(), started, self.host(), "somebody", NOW).text());
        assertThat(take(self)).isEmpty();
        assertThat(releases.lock()).exists();
        runs.destroyForcibly().waitFor();
        assertThat(take(self)).isPresent();
        assertThat(told.list())
                .extracting(Diagnostic::rule)
                .containsExactlyInAnyOrder("publish-busy", "publish-taken-over");
    }

    @Test
    void anotherProcessWithTheNumberOfADeadOneIsNotTheOwner() throws IOException {
        Owner self = Owner.self(NOW);
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(
                releases.lock(), new Owner(parent, "2000-01-01T00:00:00Z", self.host(), "somebody", NOW).text());
        assertThat(take(self)).isPresent();
    }

    @Test
    void aNoteThatWasCutOffKeepsNobodyOut() throws IOException {
        for (String note : List.of("", "12", "12\nx\ny\nz\n20")) {
            Files.writeString(releases.lock(), note);
            Optional<Lock> lock = take(Owner.self(NOW));
            assertThat(lock).isPresent();
            lock.get().close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 刚刚开始",
        "59, 刚刚开始",
        "60, 1 分钟前开始",
        "3599, 59 分钟前开始",
        "3600, 1 小时前开始",
        "7199, 1 小时前开始",
        // The clock was set back meanwhile.
        "-3600, 刚刚开始"
    })
    void howLongAgoIsToldInRoundWords(long seconds, String told) {
        assertThat(new Owner(7, "?", "gao", "li", NOW).told(NOW.plusSeconds(seconds)))
                .isEqualTo("进程 7，主机 gao，用户 li，" + told + "（2026-11-23T02:00:00Z）");
    }

    @Test
    void whoWasAtWorkOnAnotherMachineIsGoneIfTheDiskIsOurs() throws IOException {
        Files.writeString(releases.lock(), new Owner(1, "?", "another", "somebody", NOW).text());
        Optional<Lock> lock = take(Owner.self(NOW));
        assertThat(lock).isPresent();
        assertThat(told.list()).extracting(Diagnostic::rule).containsExactly("publish-taken-over");
        lock.get().close();
    }

    private Optional<Lock> take(Owner owner) throws IOException {
        return Lock.take(releases, owner, told);
    }
}
