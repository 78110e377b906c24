package io.zhibu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.zhibu.Copy;
import io.zhibu.Repository;
import io.zhibu.disk.FaultyDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others brought into the repository comes into the folder, and nothing that was written here is lost. */
@Timeout(120)
class CatchingUpTest {
    private static final String FILE = "content/method/three.md";
    private static final String OTHER = "content/branch/first.md";

    @TempDir
    private Path folder;

    private Path site;
    private Path bare;
    private Path other;
    private String text;

    @BeforeEach
    void clonedSite() throws Exception {
        site = folder.resolve("小站");
        bare = folder.resolve("仓库.git");
        other = folder.resolve("别人的");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        text = Files.readString(site.resolve(FILE));
        Repository.in(site).write(".gitignore", "target\n").commit("2026-11-01");
        Repository.in(site).git(Map.of(), "clone", "--quiet", "--bare", site.toString(), bare.toString());
        Repository.in(site).git(Map.of(), "remote", "add", "origin", bare.toString());
        Repository.in(site).git(Map.of(), "clone", "--quiet", bare.toString(), other.toString());
    }

    private void merged(Map<String, String> files) {
        Repository.in(other).git(Map.of(), "pull", "--quiet", "--ff-only");
        files.forEach((file, said) -> Repository.in(other).write(file, said));
        Repository.in(other).commit("2026-11-02");
        Repository.in(other).git(Map.of(), "push", "--quiet", "origin", "main");
    }

    private String git(Path where, String... words) throws IOException {
        Git.Said said = new Git(where).say(words);
        assertThat(said.wentWell()).as(said.err()).isTrue();
        return said.out();
    }

    private static JsonObject latest(AtDesk desk) {
        return AtDesk.json(desk.post("latest", Map.of()));
    }

    private static String message(AtDesk desk) {
        return latest(desk).get("message").getAsString();
    }

    /** What is said of each file. */
    private static Map<String, String> said(JsonObject told) {
        assertThat(told.get("done").getAsBoolean()).as(told.toString()).isTrue();
        Map<String, String> said = new TreeMap<>();
        for (JsonElement row : told.getAsJsonArray("rows")) {
            JsonObject one = row.getAsJsonObject();
            said.put(one.get("file").getAsString(), one.get("said").getAsString());
        }
        return said;
    }

    private List<String> kept(String place) throws IOException {
        Path kept = site.resolve("target/edit/kept").resolve(place);
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (var all = Files.list(kept)) {
            return all.map(one -> {
                        try {
                            return Files.readString(one);
                        } catch (IOException gone) {
                            throw new UncheckedIOException(gone);
                        }
                    })
                    .toList();
        }
    }

    private String at(String file) throws IOException {
        return Files.readString(site.resolve(file));
    }

    @Test
    void whatOthersMergedComesAndWhatIsWrittenElsewhereStays() throws Exception {
        merged(Map.of(FILE, text + "\n别人的。\n", "content/method/four.md", text.replace("three-asks", "four-asks")));
        Files.delete(other.resolve("content/method/old.md"));
        merged(Map.of());
        Files.writeString(site.resolve(OTHER), at(OTHER) + "\n我的。\n");
        try (AtDesk desk = new AtDesk(site)) {
            JsonObject told = latest(desk);

            assertThat(told.get("message").getAsString()).isEqualTo("取回了仓库里的 2 次改动");
            assertThat(said(told))
                    .isEqualTo(Map.of(FILE, "有改动", "content/method/four.md", "新的", "content/method/old.md", "已删去"));
            assertThat(at(FILE)).isEqualTo(text + "\n别人的。\n");
            assertThat(at(OTHER)).endsWith("我的。\n");
            assertThat(git(site, "rev-parse", "main")).isEqualTo(git(bare, "rev-parse", "main"));
            assertThat(git(site, "status", "--porcelain")).isEqualTo(" M " + OTHER);
            assertThat(desk.preview("method/three-asks/").body()).contains("别人的。");
            assertThat(message(desk)).isEqualTo("已经是最新的，仓库里没有新的改动");
        }
    }

    @Test
    void changesInTwoPlacesOfOneEntryAreJoined() throws Exception {
        merged(Map.of(FILE, text.replace("summary: 每周问三句话", "summary: 每周问三句话，别人改过")));
        String mine = text + "\n我的。\n";
        Files.writeString(site.resolve(FILE), mine);
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(said(latest(desk))).isEqualTo(Map.of(FILE, "两边改的不在一处，合在一起了；你原来的另存了一份"));
            assertThat(at(FILE)).contains("别人改过").endsWith("我的。\n");
            assertThat(kept("content/method")).containsExactly(mine);
            assertThat(desk.entry(FILE).get("overtaken").getAsBoolean()).isFalse();
        }
    }

    @Test
    void changesInOnePlaceStandSideBySide() throws Exception {
        String theirs = text.replace("每周问三句话", "别人的摘要");
        String mine = text.replace("每周问三句话", "我的摘要");
        merged(Map.of(FILE, theirs));
        try (AtDesk desk = new AtDesk(site)) {
            Files.writeString(site.resolve(FILE), mine);
            assertThat(said(latest(desk))).isEqualTo(Map.of(FILE, "两边改了同一处，打开看，两边并排放着"));

            JsonObject entry = desk.entry(FILE);
            assertThat(entry.get("overtaken").getAsBoolean()).isTrue();
            assertThat(entry.get("saved").getAsString()).isEqualTo(theirs);
            assertThat(entry.getAsJsonObject("values").get("summary").getAsString())
                    .isEqualTo("我的摘要");
            assertThat(at(FILE)).isEqualTo(theirs);

            desk.post("resolve", Map.of("file", FILE, "take", "mine"));
            assertThat(desk.save(FILE).statusCode()).isEqualTo(200);
            assertThat(at(FILE)).isEqualTo(mine);
        }
    }

    @Test
    void aDraftThatWasNotSavedStandsBesideWhatCame() throws Exception {
        merged(Map.of(FILE, text + "\n别人的。\n"));
        try (AtDesk desk = new AtDesk(site)) {
            desk.type(FILE, "{}", "写到一半");
            assertThat(said(latest(desk))).isEqualTo(Map.of(FILE, "两边改了同一处，打开看，两边并排放着"));
            assertThat(desk.entry(FILE).get("body").getAsString()).isEqualTo("写到一半");
            assertThat(desk.entry(FILE).get("overtaken").getAsBoolean()).isTrue();
        }
    }

    @Test
    void whatWasSubmittedAndMergedIsNoConflictThoughTheReviewerChangedIt() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            desk.post("author", Map.of("name", "甲", "mail", ""));
            desk.type(FILE, "{\"summary\":\"我改过的一句摘要\"}", EntryText.of(text).body());
            desk.save(FILE);
            assertThat(AtDesk.json(desk.post("submit", Map.of("file", FILE)))
                            .get("done")
                            .getAsBoolean())
                    .isTrue();
            assertThat(state(desk)).contains("已提交审核");
            merged(Map.of(OTHER, at(OTHER) + "\n别的。\n"));
            Repository.in(other).git(Map.of(), "fetch", "--quiet", "origin");
            Repository.in(other).git(Map.of(), "merge", "--quiet", "--no-ff", "-m", "合并", "origin/edit/three");
            merged(Map.of(FILE, text.replace("每周问三句话", "审核人改过的摘要")));

            assertThat(said(latest(desk))).isEqualTo(Map.of(FILE, "你的已经合进去了", OTHER, "有改动"));

            assertThat(at(FILE)).contains("审核人改过的摘要");
            assertThat(state(desk)).doesNotContain("提交");
            assertThat(desk.entry(FILE).get("sent").getAsString()).isEmpty();
            assertThat(desk.entry(FILE).get("draft").getAsBoolean()).isFalse();
        }
    }

    private static String state(AtDesk desk) {
        return desk.told("list?q=three")
                .getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject()
                .get("states")
                .toString();
    }

    @Test
    void whatIsNewOnBothSidesOrGoneThereIsNotLost() throws Exception {
        String fresh = "content/method/new.md";
        String picture = "content/method/new/图.png";
        merged(Map.of(fresh, text.replace("三问", "别人"), picture, "别人的图", ".gitignore", "target\n"));
        Files.delete(other.resolve("content/method/old.md"));
        merged(Map.of());
        String old = at("content/method/old.md") + "\n我的。\n";
        Repository.in(site)
                .write(fresh, text.replace("三问", "我的"))
                .write(picture, "我的图\u0000")
                .write("content/method/old.md", old);
        Files.write(site.resolve(picture), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Files.delete(site.resolve(OTHER));
        merged(Map.of(OTHER, Files.readString(other.resolve(OTHER)) + "\n别人的。\n"));
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(said(latest(desk)))
                    .isEqualTo(Map.of(
                            fresh,
                            "两边改了同一处，打开看，两边并排放着",
                            picture,
                            "用了仓库里的；你的另存在 target/edit/kept",
                            "content/method/old.md",
                            "仓库里删了；你改过的还在",
                            OTHER,
                            "这里删了，仓库里又改过，取回来了"));
            assertThat(at(picture)).isEqualTo("别人的图");
            assertThat(Files.list(site.resolve("target/edit/kept/content/method/new")))
                    .hasSize(1)
                    .allMatch(one -> one.toString().endsWith(".png"));
            assertThat(desk.entry(fresh).get("values").toString()).contains("我的");
            assertThat(at(fresh)).contains("别人");
            assertThat(at("content/method/old.md")).isEqualTo(old);
            assertThat(at(OTHER)).endsWith("别人的。\n");
        }
    }

    @Test
    void aCommitThatWasNotPushedGoesOnTop() throws Exception {
        merged(Map.of(FILE, text + "\n别人的。\n"));
        Repository.in(site).write(OTHER, at(OTHER) + "\n这里提交的。\n").commit("2026-11-03");
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(message(desk)).isEqualTo("取回了仓库里的 1 次改动");
            assertThat(git(site, "rev-list", "--count", git(bare, "rev-parse", "main") + "..main"))
                    .isEqualTo("1");
            assertThat(git(site, "log", "-1", "--format=%an %as %s")).isEqualTo("x 2026-11-03 x");
            assertThat(at(OTHER)).endsWith("这里提交的。\n");
            assertThat(at(FILE)).endsWith("别人的。\n");
            assertThat(git(site, "status", "--porcelain")).isEmpty();
        }
    }

    @Test
    void aCommitThatMeetsTheirsInOneFileIsLeftToWhoKeepsTheRepository() throws Exception {
        merged(Map.of(FILE, text + "\n别人的。\n"));
        Repository.in(site).write(FILE, text + "\n这里提交的。\n").commit("2026-11-03");
        String head = git(site, "rev-parse", "HEAD");
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(message(desk)).isEqualTo("这个文件夹里有没推送的提交，和仓库里的改了同一个文件，不能替你定用哪个；什么也没有动。请管仓库的人合并");
            assertThat(git(site, "rev-parse", "HEAD")).isEqualTo(head);
            assertThat(git(site, "status", "--porcelain")).isEmpty();
        }
    }

    @Test
    void whatGitRefusesLeavesEverythingAsItWas() throws Exception {
        String mine = text.replace("每周问三句话", "我的摘要");
        merged(Map.of(FILE, text.replace("每周问三句话", "别人的摘要"), "content/method/dir/a.md", text));
        Files.writeString(site.resolve(FILE), mine);
        Files.writeString(site.resolve("content/method/dir"), "这里是一个文件");
        String head = git(site, "rev-parse", "HEAD");
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(message(desk)).startsWith("Git 没有取回来；什么也没有动。Git 说：");
            assertThat(at(FILE)).isEqualTo(mine);
            assertThat(at("content/method/dir")).isEqualTo("这里是一个文件");
            assertThat(git(site, "rev-parse", "HEAD")).isEqualTo(head);
            assertThat(desk.entry(FILE).get("draft").getAsBoolean()).isFalse();
        }
    }

    @Test
    void wherePartOfItFailsOnAFullDiskNothingIsDone() throws Exception {
        String summary = text.replace("每周问三句话", "我的摘要");
        String branch = at(OTHER) + "\n我的。\n";
        merged(Map.of(
                FILE, text.replace("每周问三句话", "别人的摘要"), OTHER, at(OTHER).replaceFirst("\n---\n", "\n# 别人的\n---\n")));
        String head = git(site, "rev-parse", "HEAD");
        Files.writeString(site.resolve(FILE), summary);
        Files.writeString(site.resolve(OTHER), branch);
        boolean done = false;
        int failed = 0;
        for (int act = 1; !done; act++) {
            try (AtDesk desk = new AtDesk(site, FaultyDisk.failingAt(act))) {
                HttpResponse<String> answer = desk.post("latest", Map.of());
                done = answer.statusCode() == 200;
                if (!done) {
                    failed++;
                    assertThat(answer.statusCode())
                            .as("act %s: %s", act, answer.body())
                            .isEqualTo(507);
                    assertThat(at(FILE)).as("act " + act).isEqualTo(summary);
                    assertThat(at(OTHER)).as("act " + act).isEqualTo(branch);
                    assertThat(git(site, "rev-parse", "HEAD")).isEqualTo(head);
                    assertThat(desk.entry(FILE).get("draft").getAsBoolean()).isFalse();
                }
            }
        }
        assertThat(failed).isGreaterThan(15);
        assertThat(at(OTHER)).contains("# 别人的").endsWith("我的。\n");
        try (AtDesk desk = new AtDesk(site)) {
            assertThat(desk.entry(FILE).get("overtaken").getAsBoolean()).isTrue();
        }
    }

    @Test
    void whereItCannotBeAskedTheEditorIsToldWhy() throws Exception {
        try (AtDesk desk = new AtDesk(site)) {
            Repository.in(site)
                    .git(
                            Map.of(),
                            "remote",
                            "set-url",
                            "origin",
                            folder.resolve("没有").toString());
            assertThat(message(desk)).startsWith("连不上仓库，取不回来；什么也没有动。等网络通了再点一次。Git 说：");
            Repository.in(site).git(Map.of(), "remote", "remove", "origin");
            assertThat(message(desk)).isEqualTo("这份克隆没有写从哪里来（没有 remote），不知道仓库在哪里，取不回来；什么也没有动。请管仓库的人设好");
            Repository.in(site).git(Map.of(), "remote", "add", "origin", bare.toString());
            Repository.in(site).git(Map.of(), "checkout", "--quiet", "--detach");
            assertThat(message(desk)).startsWith("这个文件夹里有一次没做完的合并，或停在一个旧的提交上，取不回来");
        }
    }
}
