package io.zhibu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.zhibu.Copy;
import io.zhibu.Repository;
import io.zhibu.disk.FaultyDisk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a browser is answered: who may ask, what is kept, and that nobody's work is lost. */
@Timeout(120)
class DeskTest {
    private static final String FILE = "content/method/three.md";

    @TempDir
    private Path folder;

    private Path site;
    private String text;

    @BeforeEach
    void soundSite() throws Exception {
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        text = Files.readString(site.resolve(FILE));
    }

    private Path state(String file) {
        return site.resolve("target/edit").resolve(file);
    }

    private String body() {
        return EntryText.of(text).body();
    }

    // ---- who may ask

    @Test
    void whoHasNoKeyGetsNothing() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            for (String path : List.of("_edit/", "_edit/list", "_edit/workbench.js", "", "method/three-asks/")) {
                HttpResponse<String> answer = desk.send(HttpRequest.newBuilder(URI.create(desk.origin() + "/" + path)));
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body()).contains("带口令的网址");
            }
            HttpResponse<String> wrong =
                    desk.send(HttpRequest.newBuilder(URI.create(desk.origin() + "/?key=" + "0".repeat(32))));
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(desk.get("").statusCode()).isEqualTo(200);
            assertThat(desk.get("")
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
        }
    }

    @Test
    void anotherPageCanNeitherReadNorWrite() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            byte[] body = AtDesk.query(Map.of("file", FILE, "version", "", "edits", "{}"))
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(desk.post("save", new byte[0], desk.cookie(), desk.token(), "http://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.post("draft", body, desk.cookie(), desk.token(), "http://evil.example")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(desk.post("draft", new byte[0], desk.cookie(), "0".repeat(32), desk.origin())
                            .body())
                    .isEqualTo("这个请求不是工作台的网页发来的，没有照办；刷新网页再试。\n");
            assertThat(desk.post("draft", body, desk.cookie(), "0".repeat(32), desk.origin())
                            .statusCode())
                    .as("is refused before it is read")
                    .isEqualTo(413);
            HttpRequest.Builder framed = HttpRequest.newBuilder(URI.create(desk.origin() + "/_edit/list"))
                    .headers("Cookie", desk.cookie(), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
            assertThat(desk.send(framed).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void nothingOutsideTheContentIsOpened() throws Exception {
        Files.writeString(folder.resolve("secret.md"), "---\ntitle: 秘密\n---\n");
        Files.createSymbolicLink(site.resolve("content/link.md"), folder.resolve("secret.md"));
        Files.createSymbolicLink(site.resolve("content/out"), folder);
        try (AtDesk desk = new AtDesk(site)) {
            for (String file : List.of(
                    "content/../../secret.md",
                    "../secret.md",
                    folder.resolve("secret.md").toString(),
                    "content/link.md",
                    "content/out/secret.md",
                    "content/.hidden.md",
                    "content//method/three.md",
                    "content\\method\\three.md",
                    "site-config/jbake.properties",
                    "content/method/three.txt")) {
                String asked = AtDesk.query(Map.of("file", file));
                assertThat(desk.get("entry?" + asked).statusCode()).as(file).isEqualTo(403);
                assertThat(desk.get("events?" + asked).statusCode()).as(file).isEqualTo(403);
                Map<String, String> sent =
                        Map.of("file", file, "version", "", "edits", "{}", "body", "x", "take", "mine");
                assertThat(desk.post("draft", sent).statusCode()).as(file).isEqualTo(404);
                assertThat(desk.post("save", sent).statusCode()).as(file).isEqualTo(404);
                assertThat(desk.post("resolve", sent).statusCode()).as(file).isEqualTo(403);
                assertThat(desk.bring("picture", Map.of("file", file, "name", "a.png"), new byte[9])
                                .statusCode())
                        .as(file)
                        .isEqualTo(404);
            }
            assertThat(Files.readString(folder.resolve("secret.md"))).isEqualTo("---\ntitle: 秘密\n---\n");
        }
    }

    // ---- drafts

    @Test
    void aDraftIsSeenInThePreviewAndNotInTheContentUntilItIsSaved() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(desk.preview("method/three-asks/").body()).doesNotContain("改过的题目");
            JsonObject told = AtDesk.json(desk.type(FILE, "{\"title\":\"改过的题目\"}", body() + "\n新的一段。\n"));

            assertThat(told.get("draft").getAsBoolean()).isTrue();
            assertThat(site.resolve(FILE)).hasContent(text);
            assertThat(desk.preview("method/three-asks/").body()).contains("改过的题目", "新的一段。");
            assertThat(AtDesk.json(desk.save(FILE)).get("draft").getAsBoolean()).isFalse();
            assertThat(Files.readString(site.resolve(FILE)))
                    .isEqualTo(text.replaceFirst("(?m)^title: .*$", "title: 改过的题目") + "\n新的一段。\n");
            assertThat(state("drafts/" + FILE)).doesNotExist();
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void aDraftOutlivesTheProgram() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            desk.type(FILE, "{}", "写到一半");
        }
        try (AtDesk desk = new AtDesk(site)) {
            JsonObject told = desk.entry(FILE);
            assertThat(told.get("body").getAsString()).isEqualTo("写到一半");
            assertThat(told.get("draft").getAsBoolean()).isTrue();
            JsonObject row = rows(desk.told(
                            "list?state=" + AtDesk.query(Map.of("x", "没存的稿")).substring(2)))
                    .get(0);
            assertThat(row.get("file").getAsString()).isEqualTo(FILE);
            desk.post("resolve", Map.of("file", FILE, "take", "theirs"));
            assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo(body());
            try (var kept = Files.list(state("kept/content/method"))) {
                assertThat(kept.map(one -> read(one)).toList()).anyMatch(one -> one.endsWith("写到一半"));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static List<JsonObject> rows(JsonObject told) {
        return StreamSupport.stream(told.getAsJsonArray("rows").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void theSecondOfTwoWindowsIsToldAndLosesNothing() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            String version = desk.entry(FILE).get("version").getAsString();
            desk.type(FILE, "{}", "第一个窗口写的");
            HttpResponse<String> second =
                    desk.post("draft", Map.of("file", FILE, "version", version, "edits", "{}", "body", "第二个窗口写的"));

            assertThat(second.statusCode()).isEqualTo(409);
            JsonObject told = AtDesk.json(second);
            assertThat(told.get("who").getAsString()).isEqualTo("window");
            assertThat(told.get("theirs").getAsString()).endsWith("第一个窗口写的");
            assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo("第一个窗口写的");
            try (var kept = Files.list(state("kept/content/method"))) {
                assertThat(kept.map(DeskTest::read).toList()).containsExactly("第二个窗口写的");
            }
        }
    }

    @Test
    void whatSomebodyElseSavedIsNotWrittenOver() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            desk.type(FILE, "{}", "我写的");
            Files.writeString(site.resolve(FILE), text + "别人存的\n");

            HttpResponse<String> save = desk.save(FILE);

            assertThat(save.statusCode()).isEqualTo(409);
            assertThat(AtDesk.json(save).get("who").getAsString()).isEqualTo("disk");
            assertThat(AtDesk.json(save).get("theirs").getAsString()).isEqualTo(text + "别人存的\n");
            assertThat(site.resolve(FILE)).hasContent(text + "别人存的\n");
            assertThat(desk.entry(FILE).get("overtaken").getAsBoolean()).isTrue();

            desk.post("resolve", Map.of("file", FILE, "take", "mine"));
            assertThat(desk.save(FILE).statusCode()).isEqualTo(200);
            assertThat(Files.readString(site.resolve(FILE))).endsWith("我写的");
            try (var kept = Files.list(state("kept/content/method"))) {
                assertThat(kept.map(DeskTest::read).toList()).containsExactly(text + "别人存的\n");
            }
        }
    }

    @Test
    void whereTheDiskIsFullTheFileStaysAndTheEditorIsTold() throws Exception {
        for (int act = 1; act <= 8; act++) {
            Files.writeString(site.resolve(FILE), text);
            deleteState();
            FaultyDisk full = FaultyDisk.failingAt(act);
            try (AtDesk desk = new AtDesk(site, full)) {
                HttpResponse<String> draft = desk.type(FILE, "{}", "写的");
                if (draft.statusCode() != 200) {
                    assertThat(draft.statusCode()).isEqualTo(507);
                    assertThat(draft.body()).isEqualTo("磁盘出错：No space left on device。刚才的没有存下；写的还在这个窗口里，别关，腾出地方再存。\n");
                    assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo(body());
                    assertThat(desk.type(FILE, "{}", "写的").statusCode()).isEqualTo(200);
                }
                assertThat(site.resolve(FILE)).hasContent(text);
                assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo("写的");
            }
        }
    }

    private void deleteState() throws Exception {
        if (Files.exists(state(""))) {
            try (var all = Files.walk(state(""))) {
                for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    @Test
    void aSaveOnAFullDiskKeepsTheOldFileAndTheDraft() throws Exception {
        try (AtDesk before = new AtDesk(site)) {
            before.type(FILE, "{}", "写的");
        }
        for (int act = 1; act <= 4; act++) {
            try (AtDesk desk = new AtDesk(site, FaultyDisk.failingAt(act))) {
                assertThat(desk.save(FILE).statusCode()).isEqualTo(507);
                assertThat(Files.readString(site.resolve(FILE))).isEqualTo(text);
                assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo("写的");
            }
        }
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(desk.save(FILE).statusCode()).isEqualTo(200);
            assertThat(Files.readString(site.resolve(FILE))).endsWith("写的");
        }
    }

    @Test
    void aFileThatIsNoTextIsNeitherOpenedNorWrittenOver() throws Exception {
        Files.write(site.resolve(FILE), new byte[] {(byte) 0xd6, (byte) 0xd0, '\n'});
        try (AtDesk desk = new AtDesk(site)) {
            HttpResponse<String> answer = desk.get("entry?" + AtDesk.query(Map.of("file", FILE)));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("这个文件不是 UTF-8 编码，打不开也没有动它：用记事本打开，另存为 UTF-8 编码。\n");
            assertThat(rows(desk.told("list")))
                    .anyMatch(row -> row.get("file").getAsString().equals(FILE)
                            && row.get("errors").getAsInt() > 0);
        }
    }

    // ---- what is found

    @Test
    void anEntryIsFoundByItsSoundAndLinkedFromWhereItIsNamed() throws Exception {
        String title = EntryText.of(text).values().get("title").toString();
        Lookup lookup = new Lookup(Map.of());
        try (AtDesk desk = new AtDesk(site)) {
            String initials = lookup.sound(title).initials();
            assertThat(initials).matches("[a-z]{2,}");
            JsonObject found = desk.told("find?" + AtDesk.query(Map.of("q", initials, "from", "content/branch/a/b.md")))
                    .getAsJsonArray("found")
                    .get(0)
                    .getAsJsonObject();
            assertThat(found.get("title").getAsString()).isEqualTo(title);
            assertThat(found.get("link").getAsString()).isEqualTo("../../method/three.md");
            assertThat(rows(desk.told("list?q=" + initials)))
                    .anyMatch(row -> row.get("title").getAsString().equals(title));
        }
    }

    // ---- what arrives

    @Test
    void aPictureIsShrunkAndStrippedAndComesIntoTheContentWithTheEntryThatShowsIt() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2400, 1200, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] exif = "Exif\0\0GPS 30.5".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        taken.write(plain, 0, 2);
        taken.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        taken.write(exif);
        taken.write(plain, 2, plain.length - 2);
        try (AtDesk desk = new AtDesk(site)) {
            JsonObject told = AtDesk.json(
                    desk.bring("picture", Map.of("file", FILE, "name", "../现场 照片.JPG"), taken.toByteArray()));
            assertThat(told.get("src").getAsString()).isEqualTo("three/现场-照片.jpg");
            assertThat(told.get("width").getAsInt()).isEqualTo(1920);
            assertThat(told.get("height").getAsInt()).isEqualTo(960);
            Path beside = site.resolve("content/method/three/现场-照片.jpg");
            assertThat(beside).doesNotExist();

            desk.type(FILE, "{}", body() + "\n![现场](three/现场-照片.jpg)\n");
            assertThat(desk.preview("method/three-asks/").body()).contains("alt=\"现场\"");
            desk.save(FILE);

            assertThat(new String(Files.readAllBytes(beside), StandardCharsets.ISO_8859_1))
                    .doesNotContain("GPS");
            assertThat(ImageIO.read(beside.toFile()).getWidth()).isEqualTo(1920);
        }
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheReason() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            HttpResponse<String> answer = desk.bring(
                    "picture", Map.of("file", FILE, "name", "a.png"), "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("“a.png”", "PDF");
            assertThat(state("drafts")).doesNotExist();
        }
    }

    @Test
    void aNewEntryIsADraftUntilItIsSaved() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            String file = AtDesk.json(desk.post("new", Map.of("type", "method", "title", "两问两帮")))
                    .get("file")
                    .getAsString();
            assertThat(file).isEqualTo("content/method/liang-wen-liang-bang.md");
            assertThat(site.resolve(file)).doesNotExist();
            assertThat(desk.entry(file).get("fresh").getAsBoolean()).isTrue();
            desk.save(file);
            assertThat(Files.readString(site.resolve(file))).contains("title: 两问两帮");
        }
    }

    // ---- to be reviewed

    private Path bare() {
        Path bare = folder.resolve("仓库.git");
        Repository.in(site).write(".gitignore", "target\n").commit("2026-11-01");
        Repository.in(site).git(Map.of(), "clone", "--quiet", "--bare", site.toString(), bare.toString());
        Repository.in(site).git(Map.of(), "remote", "add", "origin", bare.toString());
        return bare;
    }

    private String git(Path where, String... words) throws Exception {
        Git.Said said = new Git(where).say(words);
        assertThat(said.wentWell()).as(said.err()).isTrue();
        return said.out();
    }

    private JsonObject submit(AtDesk desk, String seen) {
        return AtDesk.json(desk.post("submit", Map.of("file", FILE, "seen", seen)));
    }

    @Test
    void anEntryIsPushedToABranchOfItsOwnAndTheFolderStaysAsItIs() throws Exception {
        Path bare = bare();
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", "jia@example.cn"));
            desk.type(FILE, "{\"title\":\"改过的题目\"}", body());
            assertThat(desk.post("submit", Map.of("file", FILE)).body()).isEqualTo("还有没保存的改动，先保存再提交。\n");
            desk.save(FILE);
            Files.writeString(site.resolve("content/method/other.txt"), "别的没提交的");

            JsonObject told = submit(desk, "");

            assertThat(told.get("message").getAsString()).isEqualTo("已提交审核：分支 edit/three。审核的人在代码平台上看得到");
            assertThat(git(bare, "log", "-1", "--format=%an <%ae>%n%s", "edit/three"))
                    .isEqualTo("甲 <jia@example.cn>\n修改“改过的题目”");
            assertThat(git(bare, "diff", "--name-only", "main", "edit/three")).isEqualTo(FILE);
            assertThat(git(bare, "show", "edit/three:" + FILE)).contains("title: 改过的题目");
            assertThat(git(site, "rev-parse", "--abbrev-ref", "HEAD")).isEqualTo("main");
            assertThat(rows(desk.told("list?q=three"))
                            .get(0)
                            .getAsJsonArray("states")
                            .toString())
                    .contains("已提交审核");

            desk.type(FILE, "{\"title\":\"又改过\"}", body());
            desk.save(FILE);
            assertThat(submit(desk, "").get("branch").getAsString()).isEqualTo("edit/three");
            assertThat(git(bare, "rev-list", "--count", "main..edit/three")).isEqualTo("2");
            assertThat(submit(desk, "").get("message").getAsString()).isEqualTo("这一篇与仓库里的一样，没有要提交的");
        }
    }

    @Test
    void aPushThatIsRefusedLosesNothing() throws Exception {
        Path bare = bare();
        Path hook = bare.resolve("hooks/pre-receive");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\necho 不收 >&2\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", ""));
            desk.type(FILE, "{}", body() + "又一段。\n");
            desk.save(FILE);
            JsonObject told = submit(desk, "");
            assertThat(told.get("done").getAsBoolean()).isFalse();
            assertThat(told.get("message").getAsString())
                    .startsWith("仓库没有收下（也许没有推送的权限，或要先登录），还没有提交；稿子已经存好，可以再点一次。Git 说：")
                    .contains("pre-receive hook declined");
            assertThat(Files.readString(site.resolve(FILE))).endsWith("又一段。\n");
            Files.delete(hook);
            assertThat(submit(desk, "").get("done").getAsBoolean()).isTrue();
        }
    }

    @Test
    void whoWasFasterUpstreamIsShownAndNotWrittenOver() throws Exception {
        Path bare = bare();
        Path other = folder.resolve("另一份");
        Repository.in(site).git(Map.of(), "clone", "--quiet", bare.toString(), other.toString());
        Repository.in(other).write(FILE, text + "别人合进去的\n").commit("2026-11-02");
        Repository.in(other).git(Map.of(), "push", "--quiet", "origin", "main");
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", ""));
            desk.type(FILE, "{}", body() + "我的\n");
            desk.save(FILE);

            JsonObject told = submit(desk, "");

            assertThat(told.get("overtaken").getAsBoolean()).isTrue();
            assertThat(told.get("theirs").getAsString()).isEqualTo(text + "别人合进去的\n");
            assertThat(git(bare, "branch", "--list", "edit/*")).isEmpty();

            desk.type(FILE, "{}", body() + "别人合进去的\n我的\n");
            desk.save(FILE);
            assertThat(submit(desk, told.get("upstream").getAsString())
                            .get("done")
                            .getAsBoolean())
                    .isTrue();
            assertThat(git(bare, "show", "edit/three:" + FILE)).endsWith("别人合进去的\n我的");
            assertThat(git(bare, "merge-base", "main", "edit/three")).isEqualTo(git(bare, "rev-parse", "main"));
        }
    }

    @Test
    void anEntryWithErrorsIsNotSent() throws Exception {
        bare();
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", ""));
            desk.type(FILE, "{\"unit\":\"没有的单位\"}", body());
            desk.save(FILE);
            HttpResponse<String> answer = desk.post("submit", Map.of("file", FILE));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("这一篇还有 1 处错误，改好再提交。\n");
        }
    }

    @Test
    void whereThereIsNoRepositoryTheEditorIsTold() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", ""));
            assertThat(submit(desk, "").get("message").getAsString())
                    .isEqualTo("这个文件夹不是 Git 仓库，或还没有一次提交，提交不了；稿子已经存好。请管仓库的人给你一份克隆");
            assertThat(submit(desk, "").get("stuck").getAsBoolean()).isTrue();
        }
    }

    @Test
    void whatCannotBeSubmittedIsHandedOnInOneFile() throws Exception {
        Files.createDirectories(site.resolve("content/method/three"));
        Files.writeString(site.resolve("content/method/three/表.csv"), "甲,1\n");
        Files.writeString(site.resolve("content/method/three/.DS_Store"), "x");
        Path unpacked = folder.resolve("收到的");
        try (AtDesk desk = new AtDesk(site)) {
            desk.type(FILE, "{}", "没存的");
            HttpResponse<byte[]> parcel = desk.bytes("parcel?" + AtDesk.query(Map.of("file", FILE)));
            assertThat(parcel.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename*=UTF-8''three.zip");
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(parcel.body()))) {
                for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                    Path to = unpacked.resolve(one.getName());
                    Files.createDirectories(to.getParent());
                    Files.write(to, zip.readAllBytes());
                }
            }
            assertThat(desk.bytes("parcel?" + AtDesk.query(Map.of("file", FILE)))
                            .body())
                    .isEqualTo(parcel.body());
            assertThat(desk.get("parcel?file=site-config%2Fjbake.properties").statusCode())
                    .isEqualTo(404);
        }
        assertThat(unpacked.resolve(FILE)).hasContent(text);
        try (var all = Files.find(unpacked, 9, (path, kind) -> kind.isRegularFile())) {
            assertThat(all.map(one -> unpacked.relativize(one).toString()))
                    .containsExactlyInAnyOrder(FILE, "content/method/three/表.csv");
        }
    }

    @Test
    void anAuthorHasAName() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(desk.post("author", Map.of("name", " ", "mail", "")).body())
                    .isEqualTo("姓名写 1 至 40 个字，不带尖括号。\n");
            assertThat(desk.post("author", Map.of("name", "甲<x>", "mail", "")).statusCode())
                    .isEqualTo(400);
            desk.post("author", Map.of("name", "甲", "mail", ""));
            assertThat(desk.told("author").get("name").getAsString()).isEqualTo("甲");
        }
    }
}
