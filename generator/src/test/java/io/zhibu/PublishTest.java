package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.release.Lock;
import io.zhibu.release.Owner;
import io.zhibu.release.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a small site, as its keepers meet them. */
class PublishTest {
    @TempDir
    private Path folder;

    private Path site;
    private Path to;

    @BeforeEach
    void aSite() {
        site = folder.resolve("site");
        to = folder.resolve("to");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
    }

    @Test
    void aNightGoesOutAndTheNextTellsWhatChanged() throws IOException {
        assertThat(publish().exit()).isZero();
        edit("method/three.md", "title: 三问工作法", "title: 四问工作法");
        Files.delete(site.resolve("content/method/old.md"));
        Files.writeString(
                site.resolve("content/method/new.md"),
                Files.readString(site.resolve("content/method/sample.md"))
                        .replace("id: sample-method", "id: another")
                        .replace("sample: true\n", "")
                        .replace("unit: 示例单位", "unit: 水文局")
                        .replace("示例工作法", "五步工作法"));
        settings("publish.shrink-at-most=50%\npublish.mail-to=editors@example.cn\n");
        Path mail = folder.resolve("night.eml");
        Path robot = folder.resolve("night.json");

        Run night = publish("--mail", mail.toString(), "--webhook", robot.toString());

        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(night.out()).startsWith("已发布 0002-20261123（2026-11-23）：");
        String letter = Files.readString(mail);
        assertThat(subject(letter)).isEqualTo("小站 2026-11-23：新增 1，更新 1，撤下 1");
        assertThat(letter.lines()
                        .allMatch(line -> line.length() <= 76 && line.chars().allMatch(c -> c < 128)))
                .isTrue();
        assertThat(letter).startsWith("To: editors@example.cn\nSubject: =?UTF-8?B?");
        assertThat(text(letter)).isEqualTo("""
                新增 1 条：
                - 工作法：五步工作法 http://zhibu.example.cn/method/another/index.html
                更新 1 条：
                - 工作法：四问工作法 http://zhibu.example.cn/method/three-asks/index.html
                撤下 1 条：
                - 工作法：两帮工作法
                """);
        assertThat(Files.readString(robot))
                .startsWith(
                        "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"### 小站 2026-11-23：新增 1，更新 1，撤下 1\\n\\n新增 1 条");
        // Touched and not changed: it is read again, and comes to the same.
        Files.setLastModifiedTime(site.resolve("content/method/new.md"), FileTime.from(Instant.now()));
        assertThat(publish("--mail", mail.toString()).out()).startsWith("与读者现在看到的 0002-20261123 一字不差，没有换：");
        assertThat(subject(Files.readString(mail))).isEqualTo("小站 2026-11-23：条目没有变化");
    }

    private static String subject(String letter) {
        StringBuilder subject = new StringBuilder();
        Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=")
                .matcher(letter)
                .results()
                .forEach(word ->
                        subject.append(new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
        return subject.toString();
    }

    private static String text(String letter) {
        return new String(
                Base64.getMimeDecoder().decode(letter.substring(letter.indexOf("\n\n"))), StandardCharsets.UTF_8);
    }

    @Test
    void withoutQuarantineAnErrorStopsTheNight() throws IOException {
        publish();
        byte[] before = Files.readAllBytes(page());
        edit("method/three.md", "score: 9.5", "score: 很高");
        Path report = folder.resolve("report.json");

        Run night = publish("--report", report.toString());

        assertThat(night.exit()).isEqualTo(1);
        assertThat(night.out()).startsWith("没有发布，读者看到的没有变。");
        assertThat(page()).hasBinaryContent(before);
        assertThat(Files.readString(report)).contains("\"published\" : false", "\"exit\" : 1", "\"value-kind\"");
    }

    @Test
    void anEntryWithErrorsStaysAsItWasAndSaysSince() throws IOException {
        publish();
        edit("method/three.md", "score: 9.5", "score: 很高");
        edit("branch/first.md", "第一党支部", "第一党支部（改）");
        Files.writeString(site.resolve("content/method/new.md"), "---\nid: new-one\ntype: metod\n---\n字\n");

        Run night = publish("--quarantine");

        assertThat(night.exit()).isEqualTo(4);
        assertThat(night.err())
                .contains(
                        "content/method/three.md:13:8: 错误[value-kind]",
                        "content/method/three.md: 警告[quarantine-kept] 读者看到的仍是 2026-11-23 核对过的版本，页上注明了",
                        "content/method/new.md: 警告[quarantine-out] 没有可用的旧版本，读者看不到它");
        assertThat(page()).content().contains("这里是 2026-11-23 核对过的版本", "后来的修改还没有通过核对");
        assertThat(live("branch/first-branch/index.html")).content().contains("第一党支部（改）");
        // Mended, it goes out as it is now.
        edit("method/three.md", "score: 很高", "score: 9.6");
        Files.delete(site.resolve("content/method/new.md"));
        assertThat(publish("--quarantine").exit()).isZero();
        assertThat(page()).content().doesNotContain("核对过的版本");
    }

    @Test
    void whatOthersNeedIsPutBack() throws IOException {
        publish();
        Files.delete(site.resolve("content/branch/first.md"));
        Run night = publish("--quarantine");
        assertThat(night.exit()).isEqualTo(4);
        assertThat(live("branch/first-branch/index.html")).content().contains("核对过的版本");
        assertThat(page()).content().doesNotContain("核对过的版本");
    }

    @Test
    void aFirstNightLeavesOutWhatIsWrongAndWhatNeedsIt() throws IOException {
        Files.writeString(site.resolve("content/branch/first.md"), "没有头信息\n");
        Run night = publish("--quarantine");
        assertThat(night.exit()).isEqualTo(4);
        assertThat(night.err()).contains("content/branch/first.md: 警告[quarantine-out]");
        assertThat(live("index.html")).exists();
        assertThat(live("branch/first-branch/index.html")).doesNotExist();
    }

    @Test
    void errorsInSettingsAndTemplatesAlwaysStop() throws IOException {
        publish();
        edit("method/three.md", "score: 9.5", "score: 很高");
        settings("site.timezone=Asia/Shanghia\n");
        Run night = publish("--quarantine");
        assertThat(night.exit()).isEqualTo(1);
        assertThat(night.out()).startsWith("没有发布");
        assertThat(page()).content().doesNotContain("核对过的版本");
    }

    @Test
    void rollingBackAndVerifying() throws IOException {
        publish();
        edit("method/three.md", "title: 三问工作法", "title: 四问工作法");
        publish();
        assertThat(of("releases").out()).contains("0001-20261123  ", "* 0002-20261123  ");
        assertThat(of("rollback").out()).startsWith("已退回 0001-20261123");
        assertThat(page()).content().contains("三问工作法");
        assertThat(of("rollback").exit()).isEqualTo(1);
        assertThat(of("rollback", "9").err()).startsWith("没有“9”这一次发布");
        assertThat(of("rollback", "2").exit()).isZero();
        assertThat(of("verify", "--all").exit()).isZero();
        Files.delete(live("index.html"));
        Run verify = of("verify");
        assertThat(verify.exit()).isEqualTo(1);
        assertThat(verify.err()).contains("index.html: 错误[file-missing]");
    }

    @Test
    void whoComesSecondEndsWith75() throws IOException {
        publish();
        Releases releases = new Releases(to);
        Diagnostics none = new Diagnostics();
        Lock lock = Lock.take(releases, Owner.self(Instant.parse("2026-11-23T01:00:00Z")), none)
                .orElseThrow();
        Path report = folder.resolve("report.json");
        try (lock) {
            Run second = publish("--report", report.toString());
            assertThat(second.exit()).isEqualTo(75);
            assertThat(second.err()).contains("错误[publish-busy] 另一次发布正在写这个文件夹：进程 ", "1 小时前开始");
            assertThat(second.err()).doesNotContain("\tat ");
            assertThat(Files.readString(report)).contains("\"exit\" : 75");
            assertThat(of("rollback").exit()).isEqualTo(75);
            // Looking disturbs nobody.
            assertThat(of("releases").exit()).isZero();
            assertThat(of("verify").exit()).isZero();
        }
        assertThat(publish().exit()).isZero();
    }

    @Test
    void anyCommandAboutTheSiteEndsWhatPublishingLeftHalfDone() throws IOException {
        publish("--plain");
        Files.move(to.resolve("current"), to.resolve(".current.old"));
        Files.createDirectories(to.resolve("releases/.new/site"));

        Run check = Run.of(List.of("check", "--site", site.toString()));

        assertThat(check.err()).contains("上一次发布在换站点的时候停下了，已把原来的站点放回 " + to);
        assertThat(live("index.html")).exists();
        assertThat(to.resolve("releases/.new")).doesNotExist();
        assertThat(of("verify").exit()).isZero();
    }

    @Test
    void aSignedDeltaReachesAnotherFolder() throws IOException {
        Path key = folder.resolve("key");
        Path there = folder.resolve("there");
        publish();
        assertThat(Run.of(List.of("key", "--out", key.toString())).exit()).isZero();
        assertThat(Run.of(List.of("key", "--out", key.toString())).exit()).isEqualTo(2);
        assertThat(delta("0", key)).isEqualTo("已装上 0001-20261123：取自增量包 46 个文件：" + there.resolve("current"));
        edit("method/three.md", "title: 三问工作法", "title: 四问工作法");
        publish();
        assertThat(delta("1", key)).startsWith("已装上 0002-20261123：取自增量包 9 个文件");
        assertThat(there.resolve("current/method/three-asks/index.html")).hasSameBinaryContentAs(page());
        assertThat(Run.of(List.of("verify", "--to", there.toString())).exit()).isZero();
        assertThat(Run.of(List.of("package", "--site", site.toString(), "--since", "1"))
                        .err())
                .startsWith("命令写法有误：打增量包还要写从哪里打（--to）");
    }

    /** What the other side says. */
    private String delta(String since, Path key) {
        Path zip = folder.resolve("delta.zip");
        Run packed = Run.of(List.of(
                "package",
                "--site",
                site.toString(),
                "--since",
                since,
                "--to",
                to.toString(),
                "--sign",
                key.toString(),
                "--out",
                zip.toString()));
        assertThat(packed.exit()).as(packed.err()).isZero();
        return Run.of(List.of(
                        "apply", "--to", folder.resolve("there").toString(), "--key", key + ".pub", zip.toString()))
                .out();
    }

    @Test
    void whatSendsItElsewhereIsPrintedAndRunOnlyWhenAsked() throws IOException {
        Path mirror = Files.createDirectories(folder.resolve("mirror"));
        Run printed = publish("--rsync", "www@web1:/srv/zhibu");
        assertThat(printed.out())
                .endsWith("送到另一台机器：\nrsync -aH '--exclude=/.*' " + to + "/releases www@web1:/srv/zhibu/\n"
                        + "rsync -a " + to + "/current " + to + "/.zhibu-releases www@web1:/srv/zhibu/\n"
                        + "rsync -aH --delete '--exclude=/.*' " + to + "/releases www@web1:/srv/zhibu/");
        for (String target : List.of("-e", "--rsh=x:/y", "a b:/x", "web1", ":/x", "-oProxyCommand=x:/y")) {
            assertThat(publish("--rsync=" + target).exit()).as(target).isEqualTo(2);
        }
        Path letter = folder.resolve("letter.eml");
        Run sent = publish("--rsync", mirror.toString(), "--rsync-run", "--mail", letter.toString());
        assertThat(letter).as("however the sending ended").exists();
        if (!Files.isExecutable(Path.of("/usr/bin/rsync"))) {
            assertThat(sent.exit()).isEqualTo(3);
            assertThat(sent.err()).isEqualTo("这台机器上没有 rsync：本机已发布，没有送。装上它（Debian：apt-get install rsync）再来一次");
            return;
        }
        assertThat(sent.exit()).as(sent.err()).isZero();
        assertThat(Run.of(List.of("verify", "--to", mirror.toString())).exit()).isZero();
    }

    @Test
    void theSourcesAreNoPlaceToPublish() throws IOException {
        Path inside = site.resolve("content/to");
        Run run = Run.of(List.of("publish", "--site", site.toString(), "--to", inside.toString()));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("命令写法有误：--to 的“" + inside + "”在知识库的内容或模板里");
        assertThat(inside).doesNotExist();
        settings("content.folder=articles\n");
        Files.move(site.resolve("content"), site.resolve("articles"));
        Run named = Run.of(List.of(
                "publish",
                "--site",
                site.toString(),
                "--to",
                site.resolve("articles/to").toString()));
        assertThat(named.exit()).isEqualTo(1);
        assertThat(named.err()).contains("错误[target-inside]");
    }

    @Test
    void aDiskFaultIsInTheReportToo() throws IOException {
        Path report = folder.resolve("report.json");
        Files.writeString(folder.resolve("file"), "不是文件夹");
        Run night = Run.of(List.of(
                "publish",
                "--site",
                site.toString(),
                "--to",
                folder.resolve("file/to").toString(),
                "--report",
                report.toString()));
        assertThat(night.exit()).isEqualTo(3);
        assertThat(Files.readString(report)).contains("\"exit\" : 3", "\"rule\" : \"fault\"");
    }

    @Test
    void whoHasLostCurrentIsToldHowToGetItBack() throws IOException {
        publish();
        Files.delete(to.resolve("current"));
        Run lost = Run.of(List.of("verify", "--to", to.toString()));
        assertThat(lost.exit()).isEqualTo(1);
        assertThat(lost.out()).startsWith("读者还看不到站点：" + to.resolve("current")).contains("zhibu rollback --to " + to);
        assertThat(Run.of(List.of("rollback", "--to", to.toString())).out()).startsWith("已退回 0001-");
        assertThat(Run.of(List.of("verify", "--to", to.toString())).exit()).isZero();
    }

    @Test
    void whatFailsOnceReadersHaveTheNewSiteIsNotToldAsIfTheyHadTheOldOne() throws IOException {
        Path report = folder.resolve("report.json");
        Path letter = folder.resolve("letter.eml");
        Files.writeString(folder.resolve("file"), "不是文件夹");
        Path health = folder.resolve("file/h.html");
        Run night = publish("--health", health + "", "--report", report + "", "--mail", letter + "");
        assertThat(night.exit()).isEqualTo(3);
        assertThat(night.out()).startsWith("已发布 0001-");
        assertThat(Files.readString(report)).contains("\"published\" : true", "\"exit\" : 3", "；站点已发布，读者看到的是今天的");
        assertThat(subject(Files.readString(letter))).isEqualTo("知识库昨夜已发布，之后出错");
    }

    @Test
    void theDayWhenSomethingBreaksIsTold() throws IOException {
        edit("method/three.md", "updated: 2026-07-03", "review_due: 2026-12-24");
        Path schema = site.resolve("site-config/schemas/method.yml");
        Files.writeString(
                schema,
                Files.readString(schema).replaceFirst("(?m)^fields:.*$", "$0\n  review_due: {label: 复核到期, kind: day}"));
        Path later = site.resolve("content/method/later.md");
        Files.writeString(
                later,
                Files.readString(site.resolve("content/method/sample.md"))
                        .replace("id: sample-method", "id: later")
                        .replace("published: 2026-07-02", "published: 2026-12-10")
                        .replace("status: published", "status: published-date"));
        Run check = Run.of(List.of("check", "--site", site.toString(), "--until", "2027-01-31"));
        assertThat(check.out())
                .contains(
                        "2026-12-10：\ncontent/method/later.md:1:1: 这一篇开始给读者看",
                        "2026-12-25：\ncontent/method/three.md:1:1: 复核到期（2026-12-24），过了这一天还没有复核");
        assertThat(Run.of(List.of("check", "--site", site.toString(), "--until", "2026-11-23"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theReportTellsByUnitWhatIsNewStillThereAndMended() throws IOException {
        Repository repository = Repository.in(site).commit("2026-11-20");
        assertThat(repository).isNotNull();
        Path file = folder.resolve("health.html");
        publish("--health", file.toString(), "--as-of", "2026-11-20");
        assertThat(file).content().contains("<title>体检报告 · 小站</title>", "第一次体检，没有上一次可比");
        edit("method/three.md", "score: 9.5", "score: <b>很高</b>");
        Run night = publish("--health", file.toString(), "--as-of", "2026-11-21");
        assertThat(night.exit()).isEqualTo(1);
        assertThat(file)
                .content()
                .contains(
                        "2026-11-21 的问题清单，与前一次比",
                        "<li class=\"error\">错误<b>1</b><span>新增 1 · 已改 0</span></li>",
                        "<h3>三问工作法</h3>\n<div class=\"file\">工作法 · content/method/three.md · 最后修改的人：x</div>",
                        "<span class=\"badge new\">新增</span><span class=\"badge error\">错误</span>",
                        "&lt;b&gt;很高&lt;/b&gt;",
                        "第 13 行第 8 列 ")
                .doesNotContain("<b>很高");
        edit("method/three.md", "score: <b>很高</b>", "score: 9.5");
        publish("--health", file.toString(), "--as-of", "2026-11-22");
        assertThat(file)
                .content()
                .contains(
                        "<li class=\"error\">错误<b>0</b><span>新增 0 · 已改 1</span></li>",
                        "<span class=\"badge gone\">已改</span><span class=\"badge error\">错误</span>content/method/three.md",
                        "（2026-11-21 发现）")
                .containsPattern("<tr><th scope=\"row\">.*水文局.*</th>(<td.*){7}<td class=\"number\">1</td></tr>");
        // Another file isn't ours to replace.
        Path other = Files.writeString(folder.resolve("other.html"), "<html>");
        assertThat(publish("--health", other.toString()).err()).startsWith("命令写法有误：--health 的“" + other + "”已有别的内容");
        assertThat(Run.of(List.of("check", "--site", site.toString(), "--health", file.toString(), "a.md"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theReportIsPartOfTheSiteOnlyWhereItsOwnerSaysSo() throws IOException {
        publish();
        assertThat(to.resolve("current/tijian-7k2m9x4q")).doesNotExist();
        settings("health.address=tijian-7k2m9x4q\n");
        assertThat(publish().exit()).isZero();
        Path page = live("tijian-7k2m9x4q/index.html");
        assertThat(page)
                .content()
                .contains("第一次体检", "<link rel=\"stylesheet\" href=\"health.css\">", "noindex")
                .doesNotContain("<style", "<script", " style=");
        assertThat(live("tijian-7k2m9x4q/health.css")).content().contains("figures");
        // Found by those who were told alone.
        try (Stream<Path> files = Files.walk(to.resolve("current").toRealPath())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> text(file).contains("tijian-7k2m9x4q")))
                    .isEmpty();
        }
        // A night on which nothing changes makes no release, whatever the day is.
        assertThat(publish("--as-of", "2026-11-24").out()).startsWith("与读者现在看到的 0002-20261123 一字不差，没有换");
        settings("health.address=tijian\n");
        Run guessed = publish();
        assertThat(guessed.exit()).isEqualTo(1);
        assertThat(guessed.err()).contains("错误[setting-value] “tijian”不能作体检报告的地址：容易被猜到");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private Run publish(String... more) {
        List<String> words = new ArrayList<>(List.of("publish", "--site", site.toString(), "--to", to.toString()));
        words.addAll(Arrays.asList(more));
        return Run.of(words);
    }

    private Run of(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--to", to.toString()));
        words.addAll(Arrays.asList(more));
        return Run.of(words);
    }

    private Path page() {
        return live("method/three-asks/index.html");
    }

    private Path live(String path) {
        return to.resolve("current").resolve(path);
    }

    private void edit(String file, String old, String fresh) throws IOException {
        Path path = site.resolve("content").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, fresh));
    }

    private void settings(String more) throws IOException {
        Path settings = site.resolve("site-config/jbake.properties");
        String key = more.substring(0, more.indexOf('='));
        Files.writeString(
                settings, Files.readString(settings).replaceAll("(?m)^" + Pattern.quote(key) + "=.*\n", "") + more);
    }
}
