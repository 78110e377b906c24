package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A night after which nothing was touched bakes nothing, and proves what readers have; whatever was touched, it does all of its work. */
class UnchangedNightTest extends SettledSite {
    private static final String UNCHANGED = "没有变化，读者看到的还是 ";
    private static final String SAME = "与读者现在看到的 ";

    private Path to;

    @BeforeEach
    void twice() {
        to = folder.resolve("发布");
        assertThat(publish().out()).startsWith("已发布 0001-20261123");
        assertThat(publish().out()).startsWith(UNCHANGED + "0001-20261123（2026-11-23）：");
    }

    @Test
    void itSaysWhatTheLastOneSaidAndWritesNothing() throws IOException {
        Path report = folder.resolve("report.json");
        Run whole = publish("--no-cache", "--verbose", "--report", report.toString());
        assertThat(whole.out()).startsWith(SAME);
        String said = counts(report);
        settle();
        publish();
        Map<String, String> before = times(to.resolve("releases"));

        Run again = publish("--verbose", "--report", report.toString());

        assertThat(again.exit()).isZero();
        assertThat(again.out()).startsWith(UNCHANGED).contains("没有重新生成；读者看到的文件 ");
        assertThat(again.err()).isEqualTo(whole.err()).isNotEmpty();
        assertThat(counts(report)).isEqualTo(said);
        assertThat(times(to.resolve("releases"))).isEqualTo(before);
    }

    @Test
    void whatIsTouchedInTheSourcesIsSeen() throws IOException {
        append(site.resolve("content/method/three.md"), "\n再说一句。\n");
        assertThat(settled()).startsWith("已发布 0002-20261123");
        append(site.resolve("site-config/jbake.properties"), "\nsite.title=另一个名字\n");
        assertThat(settled()).doesNotStartWith(UNCHANGED);
        assertThat(publish().out()).startsWith(UNCHANGED + "0002");
        append(Files.createDirectories(site.resolve("templates")).resolve("foot.ftlh"), "<!-- 改 -->");
        assertThat(settled()).doesNotStartWith(UNCHANGED);
        assertThat(publish().out()).startsWith(UNCHANGED + "0002");
        git.commit("2026-11-02");
        assertThat(settled()).doesNotStartWith(UNCHANGED);
        assertThat(publish().out()).startsWith(UNCHANGED);
        assertThat(publish("--as-of", "2026-11-24").out()).doesNotStartWith(UNCHANGED);
        assertThat(publish("--strict").out()).doesNotStartWith(UNCHANGED);
    }

    @Test
    void whatReadersHaveIsReadByteByByte() throws IOException {
        Path page = to.resolve("current/index.html");
        byte[] good = Files.readAllBytes(page);
        Files.writeString(page, "改");
        assertThat(publish().out()).startsWith("已发布 0002-20261123");
        assertThat(page).hasBinaryContent(good);
        assertThat(publish().out()).startsWith(UNCHANGED + "0002");

        Files.delete(page);
        assertThat(publish().out()).startsWith("已发布 0003-20261123");
        assertThat(page).hasBinaryContent(good);

        Files.writeString(to.resolve("current/陌生.html"), "陌生");
        assertThat(publish().out()).doesNotStartWith(UNCHANGED);
    }

    @Test
    void whatReadersWentBackToIsNotWhatTheSourcesMake() throws IOException {
        append(site.resolve("content/method/three.md"), "\n再说一句。\n");
        assertThat(settled()).startsWith("已发布 0002-20261123");
        assertThat(publish().out()).startsWith(UNCHANGED + "0002");
        assertThat(Run.of(List.of("rollback", "--to", to.toString())).exit()).isZero();
        assertThat(publish().out()).startsWith("已发布 0003-20261123");
    }

    @Test
    void peopleAndOtherMachinesAreToldAllTheSame() throws IOException {
        Path robot = folder.resolve("night.json");
        Run night = publish("--webhook", robot.toString(), "--rsync", "www@web1:/srv/zhibu");
        assertThat(night.out()).startsWith(UNCHANGED).contains("送到另一台机器：", "rsync ");
        assertThat(Files.readString(robot)).contains("### 小站 2026-11-23：条目没有变化");
    }

    @Test
    void whatAQuarantineNeedsIsThereAgain() throws IOException {
        try (Stream<Path> state = Files.walk(to.resolve("state"))) {
            for (Path file : state.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(publish().out()).startsWith(UNCHANGED);
        Path entry = site.resolve("content/method/three.md");
        Files.writeString(entry, Files.readString(entry).replace("score: 9.5", "score: 很高"));
        Run night = publish("--quarantine");
        assertThat(night.err()).contains("content/method/three.md: 警告[quarantine-kept] 读者看到的仍是 2026-11-23");
        settle();
        assertThat(publish("--quarantine").exit()).isEqualTo(4);
        assertThat(publish("--quarantine").exit()).isEqualTo(4);
        assertThat(publish().exit()).isEqualTo(1);
    }

    private String settled() {
        settle();
        return publish().out();
    }

    private Run publish(String... more) {
        return run("publish", more, "--to", to.toString());
    }
}
