package io.zhibu.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.zhibu.Copy;
import io.zhibu.Repository;
import io.zhibu.Run;
import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.PortTaken;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small site, saved to in every way that is right and wrong, and what a browser gets of it. */
@Timeout(240)
class PreviewTest {
    private static final String ENTRY = "content/method/three.md";
    private static final String PAGE = "method/three-asks/index.html";

    @TempDir
    Path folder;

    private Path site;

    @BeforeEach
    void soundSite() throws IOException {
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings).replace("render.search=false", "render.search=true"));
        Files.writeString(site.resolve("templates/search.ftlh"), "<h1>检索</h1>\n");
        Files.writeString(
                site.resolve("templates/list.ftlh"),
                "<h1>${page.title}</h1>\n<#list items as i><p><a href=\"${root}${i.uri}\">${i.title}</a></p>\n</#list>\n");
    }

    private static List<JsonObject> problems(JsonObject state) {
        return StreamSupport.stream(state.getAsJsonArray("problems").spliterator(), false)
                .map(one -> one.getAsJsonObject())
                .toList();
    }

    private static int errors(JsonObject state) {
        return state.get("errors").getAsInt();
    }

    private static String digest(JsonObject state) {
        return state.get("digest").getAsString();
    }

    // ---- what a save does

    @Test
    void aSaveIsSeenAtOnceAndInEveryPageThatTellsOfIt() throws Exception {
        try (Served served = Served.of(site)) {
            assertThat(served.text("method/three-asks/")).contains("<script src=\"/_zhibu/preview.js\"");
            JsonObject before = served.whole(PAGE);

            served.write(ENTRY, served.read(ENTRY).replaceFirst("title: .*", "title: 改过的题目"));
            JsonObject after = served.state(PAGE, state -> !digest(state).equals(digest(before)));

            assertThat(served.text("method/three-asks/")).contains("改过的题目");
            assertThat(served.text("method/index.html")).contains("改过的题目");
            assertThat(after.get("behind").getAsBoolean()).isTrue();
            assertThat(served.whole(PAGE).get("errors").getAsInt()).isZero();
            assertThat(served.faults()).isEmpty();
        }
    }

    @Test
    void whatComesToLieOverABuiltInFileIsSeen() throws Exception {
        Path begun = folder.resolve("begun");
        assertThat(Run.of(List.of("init", begun.toString(), "--name", "甲站")).exit())
                .isZero();
        try (Served served = Served.of(begun)) {
            served.whole("index.html");
            assertThat(served.text("robots.txt")).contains("User-agent");
            served.write("templates/robots.ftl", "own ${site.title}");
            for (int i = 0; i < 200 && !served.text("robots.txt").startsWith("own"); i++) {
                Thread.sleep(50);
            }
            assertThat(served.text("robots.txt")).isEqualTo("own 甲站");
            assertThat(served.faults()).isEmpty();
        }
    }

    @Test
    void whoAsksAfterASaveGetsWhatWasSaved() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            for (int i = 0; i < 10; i++) {
                served.write(ENTRY, served.read(ENTRY).replaceFirst("title: .*", "title: 第" + i + "次改"));
                // The system tells of a change a moment later.
                Thread.sleep(30);
                assertThat(served.text(PAGE)).contains("第" + i + "次改");
            }
        }
    }

    @Test
    void aSaveThatChangesNothingOfAPageLeavesItAlone() throws Exception {
        try (Served served = Served.of(site)) {
            JsonObject before = served.whole("branch/first-branch/index.html");
            int builds = served.builds();
            served.write(ENTRY, served.read(ENTRY) + "\n多一段。\n");
            while (served.builds() == builds) {
                Thread.sleep(20);
            }
            assertThat(digest(served.whole("branch/first-branch/index.html"))).isEqualTo(digest(before));
        }
    }

    // ---- what is wrong

    @Test
    void ofABrokenEntryTheLastGoodPageStaysAndWhatIsWrongIsToldUntilItIsMended() throws Exception {
        try (Served served = Served.of(site)) {
            String good = served.read(ENTRY);
            String page = served.text(PAGE);
            JsonObject before = served.whole(PAGE);

            served.write(ENTRY, good.replace("type: method", "type: methed"));
            JsonObject wrong = served.state(PAGE, state -> errors(state) > 0);

            JsonObject problem = problems(wrong).get(0);
            assertThat(problem.get("file").getAsString()).isEqualTo(ENTRY);
            assertThat(problem.get("rule").getAsString()).isEqualTo("type-unknown");
            assertThat(problem.get("hint").getAsString()).isEqualTo("是“method”吗？");
            assertThat(problem.get("own").getAsBoolean()).isTrue();
            assertThat(problem.get("excerpt").toString()).contains("methed", "\"from\":6", "\"to\":12");
            assertThat(digest(wrong)).isEqualTo(digest(before));
            assertThat(served.text(PAGE)).isEqualTo(page);
            assertThat(served.text("method/index.html")).contains("三问工作法");

            served.write(ENTRY, good);
            assertThat(errors(served.state(PAGE, state -> errors(state) == 0))).isZero();
        }
    }

    @Test
    void whileOneEntryIsBrokenOthersAreSeenAsTheyAreSaved() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            served.write(ENTRY, "---\ntitle: [\n---\n");
            served.state(PAGE, state -> errors(state) > 0);

            served.write(
                    "content/branch/first.md",
                    served.read("content/branch/first.md").replaceFirst("title: .*", "title: 另一篇改了"));
            served.state(
                    "branch/first-branch/index.html",
                    state -> served.text("branch/first-branch/index.html").contains("另一篇改了"));

            JsonObject elsewhere = served.whole("branch/first-branch/index.html");
            assertThat(errors(elsewhere)).isPositive();
            assertThat(problems(elsewhere).get(0).get("own").getAsBoolean()).isFalse();
            assertThat(elsewhere.getAsJsonObject("next").get("page").getAsString())
                    .isEqualTo(PAGE);
        }
    }

    @Test
    void ofABrokenTemplateTheLastGoodPageStays() throws Exception {
        try (Served served = Served.of(site)) {
            String page = served.text(PAGE);
            served.whole(PAGE);
            String good = served.read("templates/entry.ftlh");

            served.write("templates/entry.ftlh", good + "${nobody.said}");
            JsonObject wrong = served.state(PAGE, state -> errors(state) > 0);

            JsonObject problem = problems(wrong).get(0);
            assertThat(problem.get("file").getAsString()).isEqualTo("templates/entry.ftlh");
            assertThat(problem.get("rule").getAsString()).isEqualTo("template-undefined");
            assertThat(problem.get("excerpt").toString()).contains("nobody");
            assertThat(wrong.get("old").getAsBoolean()).isTrue();
            assertThat(served.text(PAGE)).isEqualTo(page);
            served.write("templates/entry.ftlh", good);
            served.state(PAGE, state -> errors(state) == 0);
        }
    }

    @Test
    void anErrorOfAPageThatNobodyLooksAtIsToldToo() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            served.write("templates/error404.ftlh", "<a href=\"none.html\">x</a>");

            JsonObject wrong = served.state(PAGE, state -> errors(state) > 0);

            assertThat(problems(wrong).get(0).get("file").getAsString()).isEqualTo("templates/error404.ftlh");
        }
    }

    @Test
    void aMistakeOfAnEntryIsToldOnceAndGoesWithTheLineThatHadIt() throws Exception {
        try (Served served = Served.of(site)) {
            String good = served.read(ENTRY);
            served.whole(PAGE);

            served.write(ENTRY, good + "\n见[另一篇](none.md)。\n");
            List<String> told = new ArrayList<>();
            served.state(PAGE, state -> told.addAll(rules(state)));
            assertThat(told).containsExactly("link-dead");
            // By then every page was tried, of which this one has the link.
            Thread.sleep(3_000);
            assertThat(rules(served.whole(PAGE))).containsExactly("link-dead");

            served.write(ENTRY, good + "\n![图](none.png)\n");
            served.state(PAGE, state -> rules(state).contains("asset-missing"));
            Thread.sleep(3_000);
            assertThat(rules(served.whole(PAGE))).containsExactly("asset-missing");
        }
    }

    private static List<String> rules(JsonObject state) {
        return problems(state).stream()
                .filter(one -> one.get("grave").getAsBoolean())
                .map(one -> one.get("rule").getAsString())
                .toList();
    }

    @Test
    void ofBrokenSettingsTheWholeSiteStays() throws Exception {
        try (Served served = Served.of(site)) {
            String page = served.text(PAGE);
            served.whole(PAGE);
            String good = served.read("site-config/schemas/method.yml");

            served.write("site-config/schemas/method.yml", "key: [\n");
            JsonObject wrong = served.state(PAGE, state -> errors(state) > 0);

            assertThat(problems(wrong).get(0).get("file").getAsString()).isEqualTo("site-config/schemas/method.yml");
            assertThat(served.text(PAGE)).isEqualTo(page);
            served.write("site-config/schemas/method.yml", good);
            served.state(PAGE, state -> errors(state) == 0);
        }
    }

    @Test
    void aSiteThatIsBrokenFromTheStartIsServedAsFarAsItGoes() throws Exception {
        String good = Files.readString(site.resolve(ENTRY));
        Files.writeString(site.resolve(ENTRY), good.replace("type: method", "type: methed"));
        try (Served served = Served.of(site)) {
            assertThat(errors(served.whole(PAGE))).isPositive();
            assertThat(served.get("branch/first-branch/").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> missing = served.get(PAGE);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("preview.js");
            served.write(ENTRY, good);
            served.state(PAGE, state -> errors(state) == 0 && !digest(state).equals("none"));
            assertThat(served.get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutSettingsThereIsAPageThatSaysSo() throws Exception {
        String good = Files.readString(site.resolve("site-config/schemas/common.yml"));
        Files.writeString(site.resolve("site-config/schemas/common.yml"), "key: [");
        try (Served served = Served.of(site)) {
            served.state("index.html", state -> errors(state) > 0);
            assertThat(served.text("")).contains("有错误，这一页还做不出来", "preview.js");
            served.write("site-config/schemas/common.yml", good);
            served.state("index.html", state -> errors(state) == 0);
            assertThat(served.text("")).doesNotContain("做不出来");
        }
    }

    @Test
    void aFaultOfTheProgramEndsNothing() throws Exception {
        try (Served served = Served.of(site)) {
            String page = served.text(PAGE);
            served.whole(PAGE);
            AtomicBoolean fails = new AtomicBoolean(true);
            served.before(() -> {
                if (fails.getAndSet(false)) {
                    throw new IllegalStateException("ours");
                }
            });
            served.write(ENTRY, served.read(ENTRY) + "\n一。\n");
            JsonObject wrong = served.state(PAGE, state -> errors(state) > 0);
            assertThat(problems(wrong).get(0).get("message").getAsString()).isEqualTo("程序内部出错");
            assertThat(served.text(PAGE)).isEqualTo(page);
            assertThat(served.faults()).hasSize(1).first().isInstanceOf(IllegalStateException.class);

            served.write(ENTRY, served.read(ENTRY) + "\n二。\n");
            served.state(PAGE, state -> errors(state) == 0);
            assertThat(served.text(PAGE)).contains("二。");
        }
    }

    // ---- ways to save

    @Test
    void halfAFileIsNoError() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            String good = served.read(ENTRY);
            int builds = served.builds();
            for (int i = 0; i < 5; i++) {
                served.write(ENTRY, "");
                Thread.sleep(60);
                served.write(ENTRY, good.substring(0, 20));
                Thread.sleep(60);
                served.write(ENTRY, good + "\n第 " + i + " 次。\n");
                served.state(PAGE, state -> served.text(PAGE).contains("次。"));
                assertThat(errors(served.state(PAGE, state -> true))).isZero();
            }
            assertThat(served.builds()).isGreaterThan(builds);
        }
    }

    @Test
    void anotherBranchOfFiveHundredFilesIsCheckedOut() throws Exception {
        Repository repository = Repository.in(site);
        repository.commit("2026-11-01");
        repository.git(Map.of(), "checkout", "--quiet", "-b", "more");
        String entry = Files.readString(site.resolve(ENTRY));
        for (int i = 0; i < 500; i++) {
            repository.write(
                    "content/method/more-" + i + ".md",
                    entry.replace("id: three-asks", "id: more-" + i)
                            .replaceFirst("title: .*", "title: 第 " + i + " 条另外的办法"));
        }
        repository.commit("2026-11-02");
        repository.git(Map.of(), "checkout", "--quiet", "main");
        try (Served served = Served.of(site)) {
            assertThat(served.get("method/more-499/").statusCode()).isEqualTo(404);

            repository.git(Map.of(), "checkout", "--quiet", "more");
            served.state("method/more-499/index.html", state -> !digest(state).equals("none"));
            assertThat(served.text("method/more-499/")).contains("第 499 条");
            repository.git(Map.of(), "checkout", "--quiet", "main");
            served.state("method/more-499/index.html", state -> digest(state).equals("none"));
            assertThat(served.get(PAGE).statusCode()).isEqualTo(200);
            assertThat(served.faults()).isEmpty();
        }
    }

    @Test
    void aFolderThatGoesTakesItsPagesWithItAndNothingElse() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            Path away = folder.resolve("away");
            Files.move(site.resolve("content/method"), away);
            served.state(PAGE, state -> digest(state).equals("none"));
            assertThat(served.get("branch/first-branch/").statusCode()).isEqualTo(200);
            Files.move(away, site.resolve("content/method"));
            served.state(PAGE, state -> !digest(state).equals("none"));
        }
    }

    // ---- style sheets and other files

    @Test
    void aStyleSheetIsToldAsOneAndOtherFilesReloadThePage() throws Exception {
        try (Served served = Served.of(site)) {
            JsonObject before = served.whole(PAGE);
            served.write("templates/assets/style.css", "p { color: #123456 }\n");
            JsonObject styled = served.state(PAGE, state -> !state.get("styles").equals(before.get("styles")));
            assertThat(styled.get("copies")).isEqualTo(before.get("copies"));
            assertThat(digest(styled)).isEqualTo(digest(before));
            assertThat(served.text("style.css")).contains("#123456");

            served.write("templates/assets/some.js", "var some = 1;\n");
            JsonObject scripted =
                    served.state(PAGE, state -> !state.get("copies").equals(before.get("copies")));
            assertThat(digest(scripted)).isEqualTo(digest(before));
            assertThat(served.get("some.js").headers().firstValue("Content-Type"))
                    .hasValue("text/javascript; charset=utf-8");
        }
    }

    // ---- the site as a server has it

    @Test
    void everyFileOfTheBuiltSiteIsServedWithTheSameBytes() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            Run built = Run.of(List.of(
                    "build",
                    "--site",
                    site.toString(),
                    "--out",
                    folder.resolve("built").toString()));
            assertThat(built.exit()).as(built.err()).isZero();
            Set<String> names = new TreeSet<>(tree(folder.resolve("built")).keySet());
            // What the folder itself is, it says to whoever publishes.
            assertThat(names.remove(".zhibu")).isTrue();
            assertThat(names).anyMatch(name -> name.startsWith("search/n-"));
            for (String name : names) {
                HttpResponse<byte[]> answer = served.get(new Address(name).link());
                String text = new String(answer.body(), StandardCharsets.ISO_8859_1)
                        .replaceFirst("<script src=\"/_zhibu/preview.js\"[^>]*></script>", "");
                byte[] bytes = Files.readAllBytes(folder.resolve("built").resolve(name));
                assertThat(text).as(name).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain("_zhibu");
            }
        }
    }

    @Test
    void searchIsWaitedForAndTheFilesOfTheSearchBeforeAreStillThere() throws Exception {
        try (Served served = Served.of(site)) {
            assertThat(served.get("search/boot.js").statusCode()).isEqualTo(200);
            served.whole(PAGE);
            Run built = Run.of(List.of(
                    "build",
                    "--site",
                    site.toString(),
                    "--out",
                    folder.resolve("built").toString()));
            assertThat(built.exit()).isZero();
            Set<String> parts;
            try (Stream<Path> files = Files.list(folder.resolve("built/search"))) {
                parts = files.map(file -> "search/" + file.getFileName())
                        .filter(name -> name.endsWith(".js"))
                        .collect(Collectors.toSet());
            }
            String boot = served.text("search/boot.js");
            served.write(ENTRY, served.read(ENTRY).replaceFirst("title: .*", "title: 罕见的麒麟"));
            served.state(PAGE, state -> served.text(PAGE).contains("麒麟"));
            served.whole(PAGE);
            assertThat(served.text("search/boot.js")).isNotEqualTo(boot);
            assertThat(parts).allMatch(name -> served.get(name).statusCode() == 200);
        }
    }

    @Test
    void pagesArentKeptAndFilesAreAskedForAgain() throws Exception {
        try (Served served = Served.of(site)) {
            HttpResponse<byte[]> page = served.get(PAGE);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            HttpResponse<byte[]> style = served.get("style.css");
            String etag = style.headers().firstValue("ETag").orElseThrow();
            assertThat(style.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(style.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(served.get("style.css", "If-None-Match", etag).statusCode())
                    .isEqualTo(304);
            assertThat(served.get("style.css", "If-None-Match", "\"other\", " + etag)
                            .statusCode())
                    .isEqualTo(304);
            served.write("templates/assets/style.css", "p { margin: 0 }\n");
            served.state(PAGE, state -> served.text("style.css").contains("margin: 0"));
            assertThat(served.get("style.css", "If-None-Match", etag).statusCode())
                    .isEqualTo(200);
            HttpResponse<byte[]> piece = served.get("style.css", "Range", "bytes=2-5");
            assertThat(piece.statusCode()).isEqualTo(206);
            assertThat(new String(piece.body(), StandardCharsets.UTF_8)).isEqualTo("{ ma");
            assertThat(served.get("style.css", "Range", "bytes=900-").statusCode())
                    .isEqualTo(416);
        }
    }

    @Test
    void aFolderLeadsToItsPageAndWhatIsMissingToTheSitesOwnPage() throws Exception {
        try (Served served = Served.of(site)) {
            HttpResponse<byte[]> folder = served.get("method/three-asks?a=b");
            assertThat(folder.statusCode()).isEqualTo(302);
            assertThat(folder.headers().firstValue("Location")).hasValue("/method/three-asks/?a=b");
            HttpResponse<byte[]> missing = served.get("a/b/c.html");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("<base href=\"/\">");
            assertThat(served.get("feed.xml").headers().firstValue("Content-Type"))
                    .hasValue("application/atom+xml; charset=utf-8");
            HttpResponse<byte[]> head = served.send(HttpRequest.newBuilder(URI.create(served.url(PAGE)))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(served.send(HttpRequest.newBuilder(URI.create(served.url(PAGE)))
                                    .POST(HttpRequest.BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    // ---- drafts

    @Test
    void draftsAndWhatIsScheduledAreMarkedAndTheBuiltSiteIsntTouched() throws Exception {
        String entry = Files.readString(site.resolve(ENTRY));
        Files.writeString(
                site.resolve("content/method/later.md"),
                entry.replace("id: three-asks", "id: later")
                        .replaceFirst("title: .*", "title: 以后才发")
                        .replaceFirst("status: .*", "status: published-date")
                        .replaceFirst("published: .*", "published: 2026-12-01"));
        Files.writeString(
                site.resolve("content/method/draft.md"),
                entry.replace("id: three-asks", "id: draft")
                        .replaceFirst("title: .*", "title: 还没写完")
                        .replaceFirst("status: .*", "status: draft"));
        Files.createDirectories(site.resolve("target/site"));
        Files.writeString(site.resolve("target/site/index.html"), "发布了的");
        Map<String, String> before = tree(site);
        try (Served served = Served.withDrafts(site)) {
            JsonObject draft = served.whole("method/draft/index.html").getAsJsonObject("entry");
            assertThat(draft.get("mark").getAsString()).isEqualTo("草稿");
            JsonObject later = served.whole("method/later/index.html").getAsJsonObject("entry");
            assertThat(later.get("mark").getAsString()).isEqualTo("定时");
            assertThat(later.get("status").getAsString()).isEqualTo("定时发布（2026-12-01）");
            assertThat(served.text("method/later/")).contains("以后才发");
            served.on(LocalDate.of(2026, 12, 1));
            JsonObject then = served.state(
                    "method/later/index.html",
                    state -> !state.getAsJsonObject("entry")
                            .get("mark")
                            .getAsString()
                            .equals("定时"));
            assertThat(then.getAsJsonObject("entry").get("mark").getAsString()).isEmpty();
        }
        assertThat(tree(site)).isEqualTo(before);
        try (Served served = Served.of(site)) {
            assertThat(served.get("method/draft/").statusCode()).isEqualTo(404);
            JsonObject hidden = served.whole("method/draft/index.html").getAsJsonObject("entry");
            assertThat(hidden.get("shown").getAsBoolean()).isFalse();
        }
    }

    /** Digests by path. */
    private static Map<String, String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), file -> Rendered.digest(bytes(file))));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    // ---- opening a file

    @Test
    void aFileIsOpenedOnlyForAPageThatShowsTheToken() throws Exception {
        Path opened = folder.resolve("opened");
        Path editor = folder.resolve("editor");
        Files.writeString(editor, "#!/bin/sh\nprintf '%s' \"$*\" >'" + opened + "'\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        try (Served served = Served.of(site, List.of(editor.toString(), "{file}", "{line}"))) {
            String token = served.whole(PAGE).get("token").getAsString();
            String origin = served.preview.address().replaceFirst("/$", "");
            assertThat(open(served, ENTRY, "Origin", origin)).isEqualTo(403);
            assertThat(open(served, ENTRY, "Origin", origin, "X-Zhibu-Token", "0"))
                    .isEqualTo(403);
            assertThat(open(served, ENTRY, "X-Zhibu-Token", token)).isEqualTo(403);
            assertThat(open(served, ENTRY, "Origin", "http://evil.test", "X-Zhibu-Token", token))
                    .isEqualTo(403);
            assertThat(open(served, "../../etc/passwd", "Origin", origin, "X-Zhibu-Token", token))
                    .isEqualTo(403);
            assertThat(open(served, "site-config/jbake.properties", "Origin", origin, "X-Zhibu-Token", token))
                    .isEqualTo(403);
            assertThat(served.get("_zhibu/open").statusCode()).isEqualTo(405);
            assertThat(opened).doesNotExist();

            assertThat(open(served, ENTRY + ":3:7", "Origin", origin, "X-Zhibu-Token", token))
                    .isEqualTo(200);
            for (int i = 0; i < 200 && !Files.exists(opened); i++) {
                Thread.sleep(50);
            }
            assertThat(opened).hasContent(site.resolve(ENTRY) + " 3");
        }
    }

    private static int open(Served served, String place, String... headers) {
        return served.send(HttpRequest.newBuilder(URI.create(served.url("_zhibu/open")))
                        .POST(HttpRequest.BodyPublishers.ofString(place))
                        .headers(headers))
                .statusCode();
    }

    @Test
    void nothingOutsideTheSiteIsServed() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        try (Served served = Served.of(site)) {
            for (String path : List.of(
                    "../secret.txt",
                    "%2e%2e/secret.txt",
                    "method/..%2fsecret.txt",
                    "content/method/three.md",
                    "site-config/jbake.properties",
                    "_zhibu/../style.css",
                    "_zhibu/Preview.class",
                    "_zhibu/%2e%2e/x")) {
                String raw = raw(served, "/" + path);
                assertThat(raw).as(path).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("secret", "render.search");
            }
        }
    }

    private static String raw(Served served, String target) throws IOException {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", served.preview.port())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost:" + served.preview.port()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noAnswerLetsAnotherSiteRead() throws Exception {
        try (Served served = Served.of(site)) {
            for (String path : List.of("", "style.css", "_zhibu/preview.js", "none", "_zhibu/none")) {
                assertThat(served.get(path).headers().map().keySet())
                        .noneMatch(name -> name.toLowerCase().startsWith("access-control"))
                        .anyMatch(name -> name.equalsIgnoreCase("cross-origin-resource-policy"));
            }
        }
    }

    // ---- beginning and end

    @Test
    void aPortThatIsTakenIsToldWithItsOwner() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Making none = new Making() {
                @Override
                public io.zhibu.build.Building building(Runnable stop) {
                    throw new IllegalStateException("not asked");
                }

                @Override
                public LocalDate today(java.time.ZoneId zone) {
                    throw new IllegalStateException("not asked");
                }
            };
            assertThatThrownBy(() -> Preview.open(
                                    new Preview.Wanted(site, other.getLocalPort(), false, List.of()),
                                    none,
                                    new Silent())
                            .close())
                    .isInstanceOf(PortTaken.class)
                    .hasMessageStartingWith("端口 " + other.getLocalPort() + " 已被“java”（进程 ");
        }
    }

    private static final class Silent implements Listener {
        @Override
        public void rebuilt(List<Diagnostic> errors, long millis) {
            throw new IllegalStateException("nothing was built");
        }

        @Override
        public String fault(Throwable wrong) {
            return wrong.toString();
        }
    }

    @Test
    void whenItIsClosedNothingOfItRuns() throws Exception {
        Set<String> before = threads();
        long files = openFiles();
        for (int i = 0; i < 3; i++) {
            try (Served served = Served.of(site)) {
                served.whole(PAGE);
                served.write(ENTRY, served.read(ENTRY) + "\n又一段。\n");
                served.text(PAGE);
            }
        }
        // The watcher of slow templates ends a second after the last of them.
        for (int i = 0; i < 50 && !threads().equals(before); i++) {
            Thread.sleep(100);
        }
        assertThat(threads()).isEqualTo(before);
        assertThat(openFiles()).isLessThan(files + 20);
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("preview-.*|worker|patience"))
                .collect(Collectors.toSet());
    }

    private static long openFiles() throws IOException {
        Path files = Path.of("/proc/self/fd");
        if (!Files.isDirectory(files)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(files)) {
            return all.count();
        }
    }

    @Test
    void fiveHundredBuildsTakeNoMoreMemoryThanFifty() throws Exception {
        try (Served served = Served.of(site)) {
            served.whole(PAGE);
            String good = served.read(ENTRY);
            IntStream.range(0, 50).forEach(i -> save(served, good, i));
            long early = memory();
            long files = openFiles();
            IntStream.range(50, 500).forEach(i -> save(served, good, i));
            served.whole(PAGE);
            assertThat(memory()).isLessThan(early + (24L << 20));
            assertThat(openFiles()).isLessThan(files + 20);
            assertThat(served.faults()).isEmpty();
        }
    }

    /** A text that is looked at, so that the build isn't left out. */
    private static void save(Served served, String good, int i) {
        int builds = served.builds();
        served.write(ENTRY, good + "\n第 " + i + " 次存盘。\n");
        while (served.builds() == builds) {
            Thread.onSpinWait();
        }
        assertThat(served.text(PAGE)).contains("第 " + i + " 次存盘");
    }

    private static long memory() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
