package io.zhibu.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Repository;
import io.zhibu.output.Shelf;
import io.zhibu.publish.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept of the last night never changes an answer. */
class DatingTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    @TempDir
    private Path folder;

    private Repository repository;
    private int commits;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void nineHundredCommits() {
        repository = Repository.in(folder);
        commit(900);
    }

    @Test
    void theNextNightAsksOnlyForWhatIsNew() throws IOException {
        assertThat(read("content/5.md")).isEqualTo(FIRST_DAY.plusDays(895).toString());
        assertThat(asked).as("two whole stretches").hasSize(2);
        List<Path> kept = kept();

        commit(7);

        assertThat(read("content/5.md")).isEqualTo(FIRST_DAY.plusDays(905).toString());
        assertThat(asked).isEmpty();
        assertThat(kept()).isEqualTo(kept).hasSize(2);
    }

    @Test
    void aRewrittenPastIsReadAnewFromWhereItWasRewritten() {
        read("content/0.md");
        repository.git(Map.of(), "reset", "--quiet", "--hard", "HEAD~300");
        repository.write("content/5.md", "another").commit("2026-12-01");
        commit(400);
        repository.git(Map.of(), "rm", "--quiet", "content/7.md");
        repository.commit("2026-12-31");

        assertThat(read("content/7.md")).isEqualTo("2026-12-31");
        assertThat(asked).as("of two stretches the first is the same").hasSize(1);

        repository.git(Map.of(), "commit", "--quiet", "--amend", "--date=2027-01-01T12:00:00+0800", "--message=x");

        assertThat(read("content/7.md")).isEqualTo("2027-01-01");
    }

    @Test
    void anOldBranchThatIsMergedLateCountsByItsPlace() {
        repository.git(Map.of(), "checkout", "--quiet", "-b", "side", "HEAD~250");
        repository.write("content/side.md", "1").write("content/5.md", "side").commit("2025-03-01");
        repository.git(Map.of(), "checkout", "--quiet", "main");
        String main = read("content/5.md");
        repository.git(Map.of(), "merge", "--quiet", "--no-ff", "--strategy-option=ours", "--message=x", "side");

        assertThat(read("content/side.md")).isEqualTo("2025-03-01");
        assertThat(read("content/5.md")).isEqualTo(main);
    }

    @Test
    void aFileThatWasRenamedIsANewOne() {
        read("content/0.md");
        repository.git(Map.of(), "mv", "content/5.md", "content/党建 \"五\".md");
        repository.commit("2026-12-31");

        assertThat(read("content/党建 \"五\".md")).isEqualTo("2026-12-31");
    }

    @Test
    void aCommitBehindAClockThatWasWrongIsStillTheLast() {
        repository.write("content/5.md", "from the future").commit("2035-01-01");
        read("content/5.md");
        repository.write("content/5.md", "now").commit("2026-12-31");

        assertThat(read("content/5.md")).isEqualTo("2026-12-31");
    }

    @Test
    void aDamagedCacheIsReadAnew() throws IOException {
        String whole = read("content/9.md");
        List<Path> kept = kept();
        byte[] first = Files.readAllBytes(kept.get(0));
        Files.write(kept.get(0), new byte[first.length]);
        Files.write(kept.get(1), first);

        assertThat(read("content/9.md")).isEqualTo(whole);
        assertThat(asked).hasSize(2);
        assertThat(Files.readAllBytes(kept.get(0))).isEqualTo(first);
    }

    @Test
    void aSiteThatMovedInItsRepositoryIsReadAnew() throws IOException {
        read("content/0.md");
        repository.git(Map.of(), "mv", "content", "content-before");
        repository.commit("2026-12-30");
        Files.createDirectories(folder.resolve("site"));
        repository.git(Map.of(), "mv", "content-before", "site/content");
        repository.commit("2026-12-31");
        Files.createDirectories(folder.resolve("site/target"));
        Files.move(folder.resolve("target/cache"), folder.resolve("site/target/cache"));

        assertThat(read(folder.resolve("site"), "content/5.md")).isEqualTo("2026-12-31");
        assertThat(asked).hasSize(2);
    }

    /** Each changes one of ten files, a day after the one before. */
    private void commit(int more) {
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < more; i++, commits++) {
            String text = "draft " + commits;
            long noon = FIRST_DAY
                    .plusDays(commits)
                    .atTime(12, 0)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toEpochSecond();
            stream.append("commit refs/heads/main\ncommitter x <x> " + noon + " +0800\ndata 1\nx\n");
            stream.append(i == 0 && commits > 0 ? "from refs/heads/main^0\n" : "");
            stream.append(
                    "M 100644 inline content/" + commits % 10 + ".md\ndata " + text.length() + "\n" + text + "\n");
        }
        repository.feed(stream.toString(), "fast-import", "--quiet");
        repository.git(Map.of(), "reset", "--quiet", "--hard", "main");
    }

    private String read(String file) {
        return read(folder, file);
    }

    /** The day with what is kept, which is the day without. */
    private String read(Path site, String file) {
        asked.clear();
        Shelf cache = new Cache(site.resolve("target/cache"));
        String day = day(
                site,
                file,
                (name, making) -> cache.keep(name, () -> {
                    asked.add(name);
                    return making.get();
                }));
        assertThat(day).isEqualTo(day(site, file, Shelf.NONE));
        return day;
    }

    private static String day(Path site, String file, Shelf shelf) {
        return new HistoryReading(site, "content", ZoneId.of("Asia/Shanghai"), shelf)
                .read()
                .value()
                .lastChange(file)
                .map(LocalDate::toString)
                .orElse("unknown");
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target/cache"))) {
            return files.sorted().toList();
        }
    }
}
