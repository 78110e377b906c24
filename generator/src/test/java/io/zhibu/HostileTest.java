package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sites that somebody made to do harm: nothing outside is read or written, nothing is run, and each is told of in a bounded time. */
@DisabledOnOs(OS.WINDOWS)
class HostileTest {
    /** What stands in files that nobody may publish. */
    private static final String SECRET = "只有这台机器自己知道的一句话";

    private static final List<String> FORMS = List.of(
            "../../../secret.txt",
            "/etc/hostname",
            "..%2f..%2f..%2fsecret.txt",
            "%2e%2e/%2e%2e/%2e%2e/secret.txt",
            "..\\..\\..\\secret.txt",
            "....//....//....//secret.txt",
            "con",
            "file:///etc/hostname",
            "x/../../../../secret.txt",
            "C:\\secret.txt");

    @TempDir
    private Path folder;

    private Path site;
    private Path out;

    @BeforeEach
    void aSite() throws IOException {
        site = folder.resolve("in/site");
        out = folder.resolve("in/out");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("in/secret.txt"), SECRET);
    }

    private static void everyFault() {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
    }

    /** All but what the program is told to write. */
    private Set<String> around() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.startsWith(out) && !path.startsWith(site.resolve("target")))
                    .map(path -> path + (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? " " + size(path) : ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    private boolean isPublished(String words) throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Run publish() {
        return Run.of(List.of("publish", "--quarantine", "--site", site.toString(), "--to", out.toString()));
    }

    private String entry(String id, String lines, String body) {
        return "---\nid: " + id + "\ntype: method\ntitle: 三问工作法 " + id.hashCode()
                + "\nstatus: published\npublished: 2026-07-01\nunit: 水文局\nbranch: 未载\n" + lines + "---\n" + body + "\n";
    }

    @Test
    void noNameLeadsOutOfItsFolder() throws IOException {
        Files.writeString(
                site.resolve("site-config/schemas/method.yml"),
                Files.readString(site.resolve("site-config/schemas/method.yml"))
                        .replaceFirst(
                                "(?m)^fields:.*$",
                                "$0\n  former_ids: {label: 旧标识, kind: text, many: true}\n  attachment: {label: 附件, kind: file}\n"
                                        + "  near: {label: 相近, kind: entry, to: method}\n  home: {label: 网址, kind: web}"));
        Files.writeString(site.resolve("templates/redirect.ftlh"), "<p>${to.title}");
        Files.writeString(site.resolve("content/method/inside.txt"), "放在旁边的一句话");
        Files.writeString(site.resolve("content/method/good.md"), entry("good", "attachment: inside.txt\n", "一"));
        int tried = 0;
        List<String> fields =
                List.of("id", "former", "tag", "file", "link", "image", "entry", "unit", "title", "web", "raw");
        for (String field : fields) {
            for (String form : FORMS) {
                String quoted = "'" + form.replace("'", "''") + "'";
                String id = "h" + tried++;
                String text = switch (field) {
                    case "id" -> entry(quoted, "", "一");
                    case "former" -> entry(id, "former_ids: [" + quoted + "]\n", "一");
                    case "tag" -> entry(id, "tags: [" + quoted + "]\n", "一");
                    case "file" -> entry(id, "attachment: " + quoted + "\n", "一");
                    case "link" -> entry(id, "", "[一](<" + form + ">)");
                    case "image" -> entry(id, "", "![一](<" + form + ">)");
                    case "entry" -> entry(id, "near: " + quoted + "\n", "一");
                    case "unit" -> entry(id, "", "一").replace("unit: 水文局", "unit: " + quoted);
                    case "title" -> entry(id, "", "一").replaceFirst("title: .*", "title: " + quoted.replace("$", ""));
                    case "web" -> entry(id, "home: " + quoted + "\n", "一");
                    default -> entry(id, "", "<img src=\"" + form + "\">");
                };
                Files.writeString(site.resolve("content/method/" + id + ".md"), text);
            }
        }
        Set<String> before = around();
        Run night = publish();
        assertThat(night.exit()).as(night.err()).isEqualTo(4);
        assertThat(night.err()).doesNotContain("\tat ");
        assertThat(around()).isEqualTo(before);
        assertThat(isPublished(SECRET)).isFalse();
        assertThat(isPublished(Files.readString(Path.of("/etc/hostname")).strip() + "\n"))
                .isFalse();
        // Control: what lies beside an entry goes out.
        assertThat(isPublished("放在旁边的一句话")).isTrue();
        Faults.row("路径想走到外面：" + fields.size() + " 处 × " + FORMS.size() + " 种写法", tried, 0, "放在条目旁边的附件发布了");
    }

    @Test
    void noLinkIsFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        String whole = entry("linked", "", SECRET);
        Files.writeString(elsewhere.resolve("linked.md"), whole);
        Files.writeString(elsewhere.resolve("a.css"), SECRET);
        Path content = site.resolve("content/method");
        Files.createSymbolicLink(content.resolve("linked.md"), elsewhere.resolve("linked.md"));
        Files.createSymbolicLink(content.resolve("folder"), elsewhere);
        Files.createSymbolicLink(content.resolve("loop"), content);
        Files.createSymbolicLink(content.resolve("nowhere.md"), folder.resolve("gone.md"));
        Files.createSymbolicLink(content.resolve("beside.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(site.resolve("templates/assets/a.css"), elsewhere.resolve("a.css"));
        Run night = publish();
        for (String name : List.of("linked.md", "folder", "loop", "nowhere.md", "beside.txt", "a.css")) {
            assertThat(night.err()).as(name).contains(name + ": ");
        }
        assertThat(night.err()).doesNotContain("\tat ");
        assertThat(Files.exists(out.resolve("current")) && isPublished(SECRET)).isFalse();
        int swaps = swapped(content, elsewhere.resolve("linked.md"));
        Faults.row("符号链接：文件、文件夹、绕圈、断的、附件、样式，和构建时换来换去", 6 + swaps, 0, "同样的文件拷进来就发布");
        // Control: the same file as a file.
        for (String name : List.of("linked.md", "folder", "loop", "nowhere.md", "beside.txt")) {
            Files.delete(content.resolve(name));
        }
        Files.delete(site.resolve("templates/assets/a.css"));
        Files.writeString(content.resolve("linked.md"), whole);
        assertThat(publish().exit()).isZero();
        assertThat(isPublished(SECRET)).isTrue();
    }

    /** A file is exchanged for a link to one outside, and back, while sites are built; how often. */
    private int swapped(Path content, Path outside) throws Exception {
        for (String name : List.of("linked.md", "folder", "loop", "nowhere.md", "beside.txt")) {
            Files.delete(content.resolve(name));
        }
        Files.delete(site.resolve("templates/assets/a.css"));
        Path entry = content.resolve("swapped.md");
        String harmless = entry("swapped", "", "无害的一句");
        AtomicBoolean over = new AtomicBoolean();
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
        Path plain = Files.writeString(folder.resolve("plain"), harmless);
        Thread swapping = new Thread(() -> {
            try {
                for (boolean turn = false; !over.get(); turn = !turn) {
                    Path fresh = folder.resolve("fresh");
                    if (turn) {
                        Files.createSymbolicLink(fresh, Files.readSymbolicLink(link));
                    } else {
                        Files.copy(plain, fresh);
                    }
                    Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException broken) {
                over.set(true);
            }
        });
        swapping.start();
        int rounds = Faults.times(3, 25);
        for (int i = 0; i < rounds; i++) {
            publish();
            assertThat(Files.exists(out.resolve("current")) && isPublished(SECRET))
                    .as("round " + i)
                    .isFalse();
        }
        over.set(true);
        swapping.join();
        Files.deleteIfExists(entry);
        Files.createSymbolicLink(content.resolve("linked.md"), outside);
        for (String name : List.of("folder", "loop", "nowhere.md", "beside.txt")) {
            Files.createSymbolicLink(content.resolve(name), outside);
        }
        Files.createSymbolicLink(site.resolve("templates/assets/a.css"), outside);
        return rounds;
    }

    /** With little memory, and a time for each. */
    @Test
    void whatIsTooMuchIsRefusedInBoundedTimeAndMemory() throws Exception {
        everyFault();
        StringBuilder aliases = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            aliases.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1) + "]\n");
        }
        Map<String, String> bombs = Map.of(
                "alias", entry("alias", aliases.toString(), "一"),
                "deep", entry("deep", "x: " + "[".repeat(100_000) + "\n", "一"),
                "deeper", entry("deeper", "x: " + "{a: ".repeat(100_000) + "\n", "一"),
                "scalar", entry("scalar", "summary: " + "字".repeat(1_000_000) + "\n", "一"),
                "twice", entry("twice", "unit: 水文局\nunit: 水文局\n", "一"),
                "class",
                        entry("class", "x: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n", "一"),
                "header", "---\n" + "x: y\n".repeat(20_000_000) + "---\n",
                "body", entry("body", "", "字".repeat(34_000_000)),
                "lines", entry("lines", "", "\n> - ".repeat(3_000_000)),
                "quotes", entry("quotes", "", ">".repeat(200_000) + " 一"));
        long longest = 0;
        for (Map.Entry<String, String> bomb : bombs.entrySet()) {
            Path file = site.resolve("content/method/" + bomb.getKey() + ".md");
            Files.writeString(file, bomb.getValue());
            Started check = Started.run(
                    Map.of(),
                    Started.words(List.of(), Started.java(), List.of("-Xmx512m"), "check", "--site", site.toString()));
            assertThat(check.exit()).as(bomb.getKey() + check.said()).isEqualTo(1);
            assertThat(check.said())
                    .as(bomb.getKey())
                    .containsPattern("content/method/" + bomb.getKey() + "\\.md(:\\d+)*: 错误")
                    .doesNotContain("\tat ", "OutOfMemory", "StackOverflow");
            longest = Math.max(longest, check.millis());
            Files.delete(file);
        }
        assertThat(longest).isLessThan(30_000);
        // Control: as much memory is enough for a sound site.
        Started sound = Started.run(
                Map.of(),
                Started.words(List.of(), Started.java(), List.of("-Xmx512m"), "check", "--site", site.toString()));
        assertThat(sound.exit()).as(sound.said()).isZero();
        Faults.row("YAML 炸弹、100 MB 的头信息和正文（堆 512 MB）", bombs.size(), 0, "好的站点同样的内存查得完；最慢的 " + longest / 1000 + " 秒");
    }

    @Test
    void aTemplateThatNeverEndsOrReachesOutIsStopped() throws Exception {
        everyFault();
        Path template = site.resolve("templates/index.ftlh");
        List<String> attacks = List.of(
                "<#macro m><@m/></#macro><@m/>",
                "<#function f x><#return f(x + 1)></#function>${f(1)}",
                "${\"freemarker.template.utility.Execute\"?new()(\"touch ran\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.lang.ProcessBuilder\", \"id\")}",
                "${config?api.class.protectionDomain.classLoader}",
                "${config.class.classLoader}",
                "<#include \"../../../secret.txt\" parse=false>",
                "<#include \"/../../../secret.txt\" parse=false>",
                "<#include \"file:" + folder.resolve("secret.txt") + "\" parse=false>",
                "<#assign x = .get_optional_template(\"../../../secret.txt\")>${x.include()}");
        for (String attack : attacks) {
            Files.writeString(template, attack);
            Started build = Started.run(
                    Map.of(),
                    Started.words(
                            List.of(),
                            Started.java(),
                            List.of("-Xmx512m"),
                            "build",
                            "--site",
                            site.toString(),
                            "--out",
                            out.toString()));
            boolean harmless = build.exit() == 1
                    && build.said().contains("templates/index.ftlh")
                    && !build.said().contains("\tat ");
            assertThat(harmless).as(attack + "\n" + build.exit() + build.said()).isTrue();
            assertThat(build.millis()).as(attack).isLessThan(60_000);
            assertThat(Files.exists(out) && isPublished(SECRET)).as(attack).isFalse();
            assertThat(Path.of("ran")).doesNotExist();
        }
        Files.writeString(template, "<p>${\"好\"}");
        assertThat(Run.of(List.of("build", "--site", site.toString(), "--out", out.toString()))
                        .exit())
                .isZero();
        Faults.row("模板想跑程序、读外面、没完没了", attacks.size(), 0, "好的模板生成得了");
    }

    /** Nothing that a repository names is started, and nobody is asked over a network. */
    @Test
    void onlyJavaAndGitAreStartedAndNoHostIsAsked() throws Exception {
        everyFault();
        Path strace = Path.of("/usr/bin/strace");
        Assumptions.assumeTrue(Files.isExecutable(strace), "strace isn't installed");
        Repository repository =
                Repository.in(site).write("content/method/-rf", "x").commit("2026-11-20");
        Path ran = folder.resolve("ran");
        Path evil = Files.writeString(folder.resolve("evil"), "#!/bin/sh\ntouch " + ran + "\n");
        assertThat(evil.toFile().setExecutable(true)).isTrue();
        for (String name :
                List.of("post-checkout", "pre-commit", "post-commit", "post-index-change", "fsmonitor-watchman")) {
            Path hook = site.resolve(".git/hooks").resolve(name);
            Files.createDirectories(hook.getParent());
            Files.copy(evil, hook);
        }
        for (String key : List.of(
                "core.fsmonitor",
                "core.pager",
                "pager.log",
                "core.sshCommand",
                "core.askPass",
                "diff.external",
                "core.editor",
                "gpg.program",
                "filter.x.clean",
                "filter.x.smudge",
                "diff.x.textconv",
                "core.hooksPath.x",
                "credential.helper",
                "uploadpack.packObjectsHook",
                "core.alternateRefsCommand")) {
            repository.git(Map.of(), "config", key, evil.toString());
        }
        repository.git(Map.of(), "config", "log.showSignature", "true");
        Files.writeString(site.resolve(".gitattributes"), "*.md filter=x diff=x\n");
        Files.writeString(site.resolve(".gitmodules"), "[submodule \"x\"]\n path = x\n url = ext::" + evil + "\n");
        repository.git(Map.of(), "update-ref", "refs/heads/--upload-pack=x", "HEAD");
        Files.writeString(
                site.resolve("site-config/jbake.properties"),
                Files.readString(site.resolve("site-config/jbake.properties")) + "\nrender.contributors=true\n");
        Files.deleteIfExists(ran);
        Path log = folder.resolve("trace");
        List<String> tracing =
                List.of(strace.toString(), "-f", "-qq", "-e", "trace=execve,connect", "-o", log.toString());
        Started build = Started.run(
                Map.of(),
                Started.words(
                        tracing,
                        Started.java(),
                        List.of(),
                        "publish",
                        "--site",
                        site.toString(),
                        "--to",
                        out.toString(),
                        "--health",
                        folder.resolve("health.html").toString()));
        assertThat(build.exit()).as(build.said()).isZero();
        assertThat(ran).as(Files.readString(log)).doesNotExist();
        Set<String> started = new TreeSet<>();
        Pattern.compile("execve\\(\"[^\"]*/([^\"/]+)\".*= 0")
                .matcher(Files.readString(log))
                .results()
                .forEach(one -> started.add(one.group(1)));
        assertThat(started).contains("git").isSubsetOf("java", "git", "jspawnhelper");
        assertThat(Files.readString(log)).doesNotContain("AF_INET");
        // Control: git itself runs the hook, and a check of links elsewhere asks for the network.
        repository.git(Map.of(), "commit", "--quiet", "--allow-empty", "--message=x");
        assertThat(ran).exists();
        Files.writeString(site.resolve("content/method/linking.md"), entry("linking", "", "[一](http://127.0.0.1:9/x)"));
        Started.run(
                Map.of(),
                Started.words(tracing, Started.java(), List.of(), "check", "--external", "--site", site.toString()));
        assertThat(Files.readString(log)).contains("AF_INET");
        Faults.row("Git 仓库里设了 15 处程序和 5 个钩子：跑了几个别的程序，连了几次网络", 20, 0, "git commit 自己就跑了钩子；check --external 连了网络");
    }

    @Test
    void withoutANetworkItIsBuilt() throws Exception {
        everyFault();
        List<String> alone = List.of("unshare", "-n");
        boolean can;
        try {
            can = Started.run(Map.of(), List.of("unshare", "-n", "true")).exit() == 0;
        } catch (IOException missing) {
            can = false;
        }
        Assumptions.assumeTrue(can, "no right to a network of one's own");
        for (String command : List.of("build", "check", "package")) {
            List<String> words = new ArrayList<>(
                    Started.words(alone, Started.java(), List.of(), command, "--site", site.toString()));
            Started run = Started.run(Map.of(), words);
            assertThat(run.exit()).as(command + run.said()).isZero();
        }
        Started external = Started.run(
                Map.of(),
                Started.words(alone, Started.java(), List.of(), "check", "--external", "--site", site.toString()));
        assertThat(external.said()).contains("外站一个也连不上");
        Faults.row("没有网络（unshare -n）：build、check、package", 3, 0, "check --external 说连不上");
    }
}
