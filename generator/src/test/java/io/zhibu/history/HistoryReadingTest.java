package io.zhibu.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Repository;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.output.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReadingTest {
    @TempDir
    private Path folder;

    @Test
    void aFileHasTheDayOfTheLastCommitThatTouchedIt() {
        Repository.in(folder)
                .write("content/a.md", "1")
                .write("content/党建/郑守仁 \"一\".md", "1")
                .write("content/两\n行.md", "1")
                .write("templates/t.ftlh", "1")
                .commit("2026-01-01")
                .write("content/a.md", "2")
                .commit("2026-02-01")
                .write("templates/t.ftlh", "2")
                .commit("2026-03-01");

        assertThat(day("content/a.md")).isEqualTo("2026-02-01");
        assertThat(day("content/党建/郑守仁 \"一\".md")).isEqualTo("2026-01-01");
        assertThat(day("content/两\n行.md")).isEqualTo("2026-01-01");
        assertThat(day("templates/t.ftlh")).isEqualTo("unknown");
    }

    @Test
    void whatCameWithAMergeHasTheDayOnWhichItWasMade() {
        Repository repository = Repository.in(folder).write("content/a.md", "1").commit("2026-01-01");
        repository.git(Map.of(), "checkout", "--quiet", "-b", "side");
        repository.write("content/b.md", "1").commit("2026-02-01");
        repository.git(Map.of(), "checkout", "--quiet", "main");
        repository.write("content/c.md", "1").commit("2026-03-01");
        repository.git(Map.of(), "merge", "--quiet", "--no-ff", "--message=x", "side");

        assertThat(day("content/b.md")).isEqualTo("2026-02-01");
    }

    @Test
    void aChangeThatIsNotCommittedHasNoDayYet() {
        Repository.in(folder)
                .write("content/a.md", "1")
                .commit("2026-01-01")
                .write("content/a.md", "2")
                .write("content/new.md", "1");

        assertThat(day("content/a.md")).isEqualTo("unknown");
        assertThat(day("content/new.md")).isEqualTo("unknown");
    }

    @Test
    void aSiteMayLieDeeperInTheRepository() {
        Repository.in(folder).write("知识 库/content/a.md", "1").commit("2026-01-01");

        assertThat(read(folder.resolve("知识 库")).value().lastChange("content/a.md"))
                .contains(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aCloneWithoutItsPastSaysSoAndClaimsNothing() {
        Repository.in(folder.resolve("whole"))
                .write("content/a.md", "1")
                .commit("2026-01-01")
                .write("content/b.md", "1")
                .commit("2026-02-01")
                .git(
                        Map.of(),
                        "clone",
                        "--quiet",
                        "--depth=1",
                        folder.resolve("whole").toUri().toString(),
                        "../shallow");

        Outcome<History> read = read(folder.resolve("shallow"));

        assertThat(read.value().lastChange("content/a.md")).isEmpty();
        assertThat(read.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(".git: 提示[history-shallow] 这份克隆只带了最近的提交，看不出文件是哪天改的，页脚不写“最后修改”\n"
                        + "    建议：持续集成里把检出深度设为全部（fetch-depth: 0），本机运行 git fetch --unshallow");
    }

    @Test
    void noRepositoryAndOneWithoutCommitsAreFine() {
        assertThat(read(folder).diagnostics()).isEmpty();

        Repository.in(folder);

        assertThat(read(folder).diagnostics()).isEmpty();
        assertThat(day("content/a.md")).isEqualTo("unknown");
    }

    @Test
    void aBrokenRepositoryIsTold() throws IOException {
        Files.writeString(folder.resolve(".git"), "gitdir: nowhere\n");

        assertThat(read(folder).diagnostics())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .startsWith("读不出 Git 的历史，页脚不写“最后修改”。git 说：fatal: ");
    }

    @Test
    void nothingThatTheRepositoryNamesIsRun() {
        Path ran = folder.resolve("ran");
        Repository repository = Repository.in(folder).write("content/a.md", "1").commit("2026-01-01");
        for (String setting : new String[] {"core.fsmonitor", "core.pager", "diff.external", "gpg.program"}) {
            repository.git(Map.of(), "config", setting, "touch '" + ran + "'; false");
        }
        repository.write("content/a.md", "2");

        assertThat(day("content/a.md")).isEqualTo("unknown");
        assertThat(ran).doesNotExist();
    }

    private String day(String file) {
        Outcome<History> read = read(folder);
        assertThat(read.diagnostics()).isEmpty();
        return read.value().lastChange(file).map(LocalDate::toString).orElse("unknown");
    }

    private static Outcome<History> read(Path site) {
        return new HistoryReading(site, "content", ZoneId.of("Asia/Shanghai"), Shelf.NONE).read();
    }
}
