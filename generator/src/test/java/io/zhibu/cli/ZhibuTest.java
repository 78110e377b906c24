package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.zhibu.Copy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZhibuTest {
    /** Still the 22nd in London, the 23rd in Shanghai. */
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpIsChineseAndNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("用法：", "命令：", "build", "package", "把支部工作法的 Markdown 案例做成可检索的静态站点");
        assertThat(run()).isZero();
    }

    @Test
    void aCommandsHelpNamesEveryOptionAndExitCode() {
        assertThat(run("build", "--help")).isZero();
        assertThat(out())
                .contains(
                        "--site",
                        "--out",
                        "--clean",
                        "--drafts",
                        "--as-of",
                        "--jobs",
                        "--report",
                        "--strict",
                        "--verbose")
                .contains("退出码：0 成功 · 1 内容、设置或模板有错误 · 2 命令写法有误 · 3 磁盘或程序出错");
    }

    @Test
    void whatAnOptionMeansStandsInOneColumn() {
        assertThat(run("search", "--help")).isZero();
        assertThat(out()).startsWith("用法：zhibu search [选项] 词…").contains("""
                      --as-of=日期    把这一天（如 2026-07-01）当作今天。
                      --explain       每条说明分数、词的多少和次序由哪一步定。
                      --from=文件     不写词，改查文件里的，一行一问。
                      --gaps=文件     不写词，读网页服务器的访问日志（nginx 的 combined 格式，看
                                        网址里的 q=）或一行一问的文件，列出问过而没有找全的，问
                                        得多的在前。不记谁问的、什么时候问的。
                  -h, --help          显示这份说明。
                      --json          结果写成 JSON；有 --from 时一问一行。
                      --limit=整数    最多列几条，默认 10。
                """);
        assertThat(run("--version")).isZero();
        assertThat(out()).endsWith("zhibu （未打包）\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            biuld             | 命令写法有误：没有“biuld”这个命令，是“build”吗？
            build --stirct    | 命令写法有误：没有“--stirct”这个选项，是“--strict”吗？
            build --jobs      | 命令写法有误：--jobs 后面缺一个值
            build --jobs many | 命令写法有误：--jobs 的值“many”不对，应是整数
            build --jobs 0    | 命令写法有误：--jobs 应是 1 到 256 的整数
            build --out a --out b | 命令写法有误：--out 只能写一次
            build --strict=maybe  | 命令写法有误：--strict 后面不带值
            --strict          | 命令写法有误：“--strict”写在命令后面，如 zhibu build --strict
            --collection a    | 命令写法有误：“--collection”写在命令后面，如 zhibu book --collection
            build --as-of 昨天  | 命令写法有误：--as-of 的值“昨天”不对，应是日期
            """)
    void aWrongCommandLineEndsWithTwoAndSaysWhatIsWrong(String words, String message) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith(message).contains("建议：").doesNotContain("\tat ");
    }

    @Test
    void todayIsReadInTheSitesTimeZone() {
        assertThat(run("build", "--out", folder.resolve("site").toString())).isZero();
        assertThat(out()).contains("站点已生成（2026-11-23）");
    }

    @Test
    void anotherDayMayBeTakenForToday() {
        assertThat(run("build", "--out", folder.resolve("site").toString(), "--as-of", "2026-12-01"))
                .isZero();
        assertThat(out()).contains("站点已生成（2026-12-01）");
    }

    @Test
    void aCheckTriesTheSearchesAndWritesNothing() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        assertThat(run("check", "--search", "--site", site.toString()))
                .as(err())
                .isZero();
        assertThat(out()).containsPattern("检查完毕（2026-11-23）：支部工作法 \\d+ 条").contains("错误 0");
        assertThat(site.resolve("target")).isDirectoryNotContaining("glob:**/site");
        Path tests = site.resolve("site-config/search-tests.yml");
        Files.writeString(tests, Files.readString(tests) + "  - {query: 郑守仁, id: sanliang}\n");
        assertThat(run("check", "--site", site.toString())).isZero();
        assertThat(run("check", "--search", "--site", site.toString())).isEqualTo(1);
        assertThat(err()).contains("错误[search-miss] 查“郑守仁”，“sanliang”");
        assertThat(run("build", "--site", site.toString())).isEqualTo(1);
        try (Stream<Path> made = Files.list(site.resolve("target"))) {
            assertThat(made.map(Path::getFileName).map(Path::toString)).containsExactly("cache");
        }
    }

    @Test
    void whatIsAlikeIsFoundUnlessItIsSwitchedOff() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Path report = folder.resolve("report.json");
        Path training = site.resolve("target/site/work-method/fenceng-peixun/index.html");
        List<String> build = List.of("build", "--site", site.toString(), "--report", report.toString());
        assertThat(run(build.toArray(String[]::new))).as(err()).isZero();
        assertThat(Files.readString(report)).contains("\"alike\" : ");
        assertThat(alike(training)).startsWith("san-tisheng", "guiding-zixuan").hasSizeGreaterThan(2);
        Map<String, List<String>> both = alikeOfAll(site);

        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "render.alike=false\n");
        assertThat(run(build.toArray(String[]::new))).as(err()).isZero();
        assertThat(Files.readString(report)).doesNotContain("\"alike\"");
        // What shares its words is still told.
        assertThat(alike(training)).startsWith("san-tisheng", "guiding-zixuan");
        assertThat(alikeOfAll(site)).isNotEqualTo(both);
    }

    private static Map<String, List<String>> alikeOfAll(Path site) throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Stream<Path> pages = Files.list(site.resolve("target/site/work-method"))) {
            for (Path page : pages.map(one -> one.resolve("index.html"))
                    .filter(Files::exists)
                    .toList()) {
                all.put(page.toString(), alike(page));
            }
        }
        return all;
    }

    private static List<String> alike(Path page) throws IOException {
        String section = Files.readString(page).replaceAll("(?s).*<ul class=\"alike\">(.*?)</ul>.*", "$1");
        return Pattern.compile("href=\"[^\"]*/([^/\"]+)/index.html\"")
                .matcher(section)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void draftsAreShownOnlyWhenAskedFor() {
        String site = "generator/src/test/resources/golden/example/site";
        Path draft = folder.resolve("site/work-method/not-yet/index.html");
        assertThat(run("build", "--site", site, "--out", folder.resolve("site").toString()))
                .isZero();
        assertThat(draft).doesNotExist();
        assertThat(out()).contains("未发布 1 条");
        assertThat(run("build", "--site", site, "--out", folder.resolve("site").toString(), "--drafts"))
                .isZero();
        assertThat(draft).exists();
    }

    @Test
    void aKindOfPageThatIsSwitchedOffIsLinkedFromNowhere() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(
                settings,
                Files.readString(settings).replaceAll("(?m)^render\\.(?!sitemap).*$", "")
                        + "\nrender.tags=false\nrender.units=false\nrender.years=false\nrender.search=false\nrender.feed=false\nrender.error404=false\nrender.robots=false\n");
        assertThat(run("build", "--site", site.toString())).as(err()).isZero();
        Path baked = site.resolve("target/site");
        for (String gone : List.of("tags", "unit", "year", "search", "feed.xml", "404.html", "robots.txt")) {
            assertThat(baked.resolve(gone)).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"off, false", "No, false", "yes, true", "TRUE, true"})
    void aSwitchIsTurnedByAnyOfJBakesWords(String word, boolean on) throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Files.writeString(site.resolve("site-config/jbake.properties"), "render.feed=%s\n".formatted(word));
        assertThat(run("build", "--site", site.toString())).as(err()).isZero();
        assertThat(Files.exists(site.resolve("target/site/feed.xml"))).isEqualTo(on);
        assertThat(Files.readString(site.resolve("target/site/index.html")).contains("href=\"feed.xml\""))
                .isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.cn/zhi/, http://example.cn/zhi",
        "http://支部.中国/知/, http://xn--pbv468g.xn--fiqs8s/%E7%9F%A5"
    })
    void withAHostTheFeedNamesItselfAndRobotsTheSitemap(String host, String written) throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Files.writeString(site.resolve("site-config/jbake.properties"), "site.host=" + host + "\n");
        assertThat(run("build", "--site", site.toString())).as(err()).isZero();
        Path baked = site.resolve("target/site");
        assertThat(Files.readString(baked.resolve("branch/feed.xml")))
                .contains(
                        "rel=\"self\" type=\"application/atom+xml\" href=\"" + written + "/branch/feed.xml\"",
                        "rel=\"alternate\" type=\"text/html\" href=\"" + written + "/branch/index.html\"");
        assertThat(Files.readString(baked.resolve("sitemap.xml")))
                .contains("<loc>" + written + "/branch/index.html</loc>");
        assertThat(Files.readString(baked.resolve("branch/index.html")))
                .contains("<link rel=\"canonical\" href=\"" + written + "/branch/index.html\">");
        assertThat(Files.readString(baked.resolve("robots.txt"))).contains("Sitemap: " + written + "/sitemap.xml");
    }

    @Test
    void aSlipInASharedTemplateIsToldAFewTimesAndCounted() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Path frame = site.resolve("templates/parts/page.ftlh");
        Files.writeString(
                frame, Files.readString(frame).replace("</footer>", "<a href=\"nowhere.html\">断</a></footer>"));
        assertThat(run("build", "--site", site.toString())).isEqualTo(1);
        assertThat(err().lines().filter(line -> line.contains("work-method.ftlh: 错误[page-link-dead]")))
                .hasSize(5);
        assertThat(err()).containsPattern("另有 \\d+ 处与上面相同位置、相同规则的问题");
    }

    private Path copyOf(String... parts) {
        Path site = folder.resolve("kb");
        for (String part : parts) {
            Copy.of(Path.of(part), site.resolve(part));
        }
        return site;
    }

    @Test
    void theReportHasCountsTimesAndDiagnostics() throws IOException {
        Path report = folder.resolve("reports/build.json");
        assertThat(run("build", "--out", folder.resolve("site").toString(), "--report", report.toString()))
                .isZero();
        String json = Files.readString(report);
        assertThat(json)
                .contains(
                        "\"asOf\" : \"2026-11-23\"",
                        "\"published\" : true",
                        "\"error\" : 0",
                        "\"work-method\"",
                        "\"rule\" : \"unrecorded\"",
                        "\"milliseconds\"");
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            JsonToken last = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                last = token;
            }
            assertThat(last).isEqualTo(JsonToken.END_OBJECT);
        }
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeAnythingIsDone() {
        Path site = folder.resolve("site");
        assertThat(run("build", "--out", site.toString(), "--report", folder.toString()))
                .isEqualTo(2);
        assertThat(err()).contains("--report", "是文件夹");
        assertThat(site).doesNotExist();
    }

    @Test
    void aReportReplacesAReportAndNothingElse() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Path entry = site.resolve("content/page/how-to-write.md");
        String text = Files.readString(entry);
        assertThat(run("check", "--site", site.toString(), "--report", entry.toString()))
                .isEqualTo(2);
        assertThat(err()).startsWith("命令写法有误：--report 的“" + entry + "”已有别的内容，不能替换");
        assertThat(entry).hasContent(text);
        Path report = Files.writeString(folder.resolve("report.json"), "{}");
        assertThat(run("check", "--site", site.toString(), "--report", report.toString()))
                .isZero();
        assertThat(report).content().contains("\"asOf\"");
    }

    @Test
    void aLinkIntoTheSourcesIsNoPlaceForASite() throws IOException {
        Path site = copyOf("content", "templates", "site-config");
        Files.createSymbolicLink(folder.resolve("link"), site.resolve("content"));
        assertThat(run(
                        "build",
                        "--site",
                        site.toString(),
                        "--out",
                        folder.resolve("link/new").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("target-inside");
        assertThat(site.resolve("content/new")).doesNotExist();
    }

    @Test
    void aDiskFaultEndsWithThreeInOneLine() throws IOException {
        Files.writeString(folder.resolve("file"), "不是文件夹");
        assertThat(run("build", "--out", folder.resolve("file/site").toString()))
                .isEqualTo(3);
        assertThat(err())
                .startsWith("磁盘出错：")
                .contains("--verbose")
                .doesNotContain("\tat ")
                .hasLineCount(1);
    }

    @Test
    void verboseShowsWhereAFaultHappened() throws IOException {
        Files.writeString(folder.resolve("file"), "不是文件夹");
        assertThat(run(
                        "build",
                        "--verbose",
                        "--out",
                        folder.resolve("file/site").toString()))
                .isEqualTo(3);
        assertThat(err()).contains("\tat ");
    }

    @Test
    void memoryThatRunsOutIsAFaultInOneLine() {
        Clock exhausted = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        assertThat(Zhibu.run(console(), exhausted, "build")).isEqualTo(3);
        assertThat(err())
                .startsWith("内存不够：Java 能用")
                .contains("ZHIBU_JAVA_OPTS=-Xmx")
                .hasLineCount(1);
    }

    private int run(String... words) {
        return Zhibu.run(console(), LATE, words);
    }

    private Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
