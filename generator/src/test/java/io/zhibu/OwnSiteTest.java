package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.builtin.BuiltIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that {@code zhibu init} began, and what its owner lays over the built-in files. */
class OwnSiteTest {
    private static final String CLEAN = "诊断：错误 0，警告 0，";

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void begun() {
        site = folder.resolve("我的 支部");
        Run init = Run.of(List.of("init", site.toString(), "--name", "示例市机关"));
        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(init.out()).startsWith("已建好 " + site + "：10 篇虚构的示例，每类一篇。\n下一步：cd \"" + site + "\"，");
    }

    private Run run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--site", site.toString()));
        return Run.of(all);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(site.resolve(path).getParent());
        Files.writeString(site.resolve(path), text);
    }

    private String made(String path) throws IOException {
        return Files.readString(site.resolve("target/site").resolve(path));
    }

    private Map<String, String> made() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = site.resolve("target/site");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
        }
        return files;
    }

    @Test
    void itIsCheckedBuiltAndPublishedAtOnce() throws IOException {
        try (Stream<Path> parts = Files.list(site)) {
            assertThat(parts.map(part -> part.getFileName().toString()))
                    .containsExactlyInAnyOrder(".gitignore", "README.md", "content", "site-config");
        }
        String live = folder.resolve("live").toString();
        for (Run run : List.of(
                run("check", "--as-of", "2039-01-01"),
                run("build", "--strict"),
                run("publish", "--strict", "--to", live))) {
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).contains(CLEAN);
        }
        assertThat(Run.of(List.of("verify", "--to", live)).exit()).isZero();
        assertThat(made("index.html")).contains("<h1>示例市机关</h1>").doesNotContain("zhengshouren");
        assertThat(made("work-method/sample-sanjian/index.html")).contains("来件三清");
    }

    /** Laying all of the built-in files over themselves changes no byte. */
    @Test
    void aFullCopyMakesTheSameBytes() throws IOException {
        run("build");
        Map<String, String> before = made();
        Run copied = run(
                "templates",
                "--copy",
                "templates",
                "--copy",
                "site-config/schemas",
                "--copy",
                "site-config/vocabularies",
                "--copy",
                "site-config/readings.yml",
                "--copy",
                "site-config/checks.yml",
                "--copy",
                "site-config/terms");
        assertThat(copied.exit()).as(copied.err()).isZero();
        write(
                "site-config/jbake.properties",
                Files.readString(site.resolve("site-config/jbake.properties"))
                        .replace("zhibu.version", "#zhibu.version"));

        Run built = run("build", "--no-cache");

        assertThat(built.exit()).as(built.err()).isZero();
        assertThat(made()).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(300);
    }

    @Test
    void whatTheSiteHasItselfCountsAlsoInTheNextBuild() throws IOException {
        Path settings = site.resolve("site-config/jbake.properties");
        String fewer = "render.boards=false\nrender.search=false\nrender.fields=false\nrender.rules=false\n";
        Files.writeString(settings, Files.readString(settings) + fewer);
        run("build");
        write("templates/assets/tokens.css", ":root{--own:1}");
        write("templates/assets/own.txt", "own");
        write("templates/error404.ftlh", "找不到 ${site.title}");
        write(
                "site-config/vocabularies/scene.yml",
                "label: 场合\npages: true\nwords:\n  own: {label: 机关服务}\n  other: {label: 窗口服务}\n");

        Run built = run("build");

        assertThat(built.exit()).as(built.err()).isZero();
        assertThat(made("tokens.css")).isEqualTo(":root{--own:1}");
        assertThat(made("own.txt")).isEqualTo("own");
        assertThat(made("404.html")).isEqualTo("找不到 示例市机关");
        assertThat(made("work-method/sample-sanjian/index.html")).contains("scene/own/");

        Files.delete(site.resolve("templates/error404.ftlh"));
        Files.delete(site.resolve("site-config/vocabularies/scene.yml"));
        assertThat(run("build").exit()).isZero();
        assertThat(made("404.html")).contains("<html");
        assertThat(made("work-method/sample-sanjian/index.html")).contains("scene/jiguan/");
    }

    @Test
    void anErrorSaysWhoseFileItIsIn() throws IOException {
        write("templates/error404.ftlh", "${nothing}");
        assertThat(run("build").err()).startsWith("templates/error404.ftlh:1:3: 错误[template-undefined]");
        Files.delete(site.resolve("templates/error404.ftlh"));
        Files.delete(site.resolve("site-config/vocabularies/theme.yml"));
        assertThat(run("build").err())
                .contains(
                        "〔内置〕site-config/schemas/common.yml:",
                        "；这个文件是支部自带的，要改，先拷一份到站点里：zhibu templates --copy site-config/schemas/common.yml");
    }

    @Test
    void whatIsSaidOfABuiltInTypeOrVocabularyNamesItsFile() throws IOException {
        String entry = "content/work-method/sample-sanjian.md";
        write(entry, Files.readString(site.resolve(entry)).replace("scene: [机关服务]", "scene: [菜市场]"));

        Files.delete(site.resolve("content/activity/sample-lianxue.md"));

        assertThat(run("check", "--verbose").err())
                .contains("〔内置〕site-config/schemas/activity.yml: 提示[empty-list] “活动纪实”一条也没有")
                .contains(
                        "请编辑部先 zhibu templates --copy site-config/vocabularies/scene.yml，再把它加进 site-config/vocabularies/scene.yml：在 words: 下面加一行“  caishichang: {label: 菜市场}”");
    }

    @Test
    void anotherMajorVersionStopsEverythingInOneSentence() throws IOException {
        write("site-config/jbake.properties", "zhibu.version=7\nrender.feed=maybe\n");

        Run built = run("build");

        assertThat(built.exit()).isEqualTo(1);
        assertThat(built.err()).isEqualTo("""
                site-config/jbake.properties:1:1: 错误[version-newer] 站点是照支部 7 写的，这个程序是 %s，太旧
                    建议：换成支部 7 的程序；zhibu --version 看是哪一版""".formatted(BuiltIn.VERSION));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("a.txt"), "a");

        Run init = Run.of(List.of("init", full.toString()));

        assertThat(init.exit()).isEqualTo(1);
        assertThat(init.err()).isEqualTo("“" + full + "”里已经有东西，没有动它\n    建议：换一个空的或还没有的文件夹");
        try (Stream<Path> all = Files.list(full)) {
            assertThat(all).containsExactly(full.resolve("a.txt"));
        }
        Path empty = Files.createDirectories(folder.resolve("empty/.git")).getParent();
        assertThat(Run.of(List.of("init", empty.toString())).exit()).isZero();
        assertThat(empty.resolve("content")).isDirectory();
    }

    @Test
    void wordsThatCantBeAreTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Run.of(List.of("init")).err()).startsWith("命令写法有误：没有写建在哪个文件夹");
        assertThat(Run.of(List.of("init", file.toString())).err()).startsWith("命令写法有误：“" + file + "”不是文件夹");
        for (String name : List.of("", "  ", "两\n行", "长".repeat(61))) {
            Run init = Run.of(List.of("init", folder.resolve("x").toString(), "--name", name));
            assertThat(init.exit()).isEqualTo(2);
            assertThat(init.err()).contains("不能作站名");
        }
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(run("templates", "--diff", "--list").err()).startsWith("命令写法有误：--diff、--list、--copy、--seen 一次只能写一样");
        assertThat(run("templates", "--copy", "templates/lst.ftlh").err())
                .isEqualTo("命令写法有误：没有自带的文件“templates/lst.ftlh”\n    建议：是“templates/list.ftlh”吗？");
    }

    @Test
    void whatLiesOverTheBuiltInFilesIsTold() throws IOException {
        String file = "templates/robots.ftl";
        assertThat(run("templates").out()).startsWith("站点没有自己的模板、类型、词表，全部 ");
        assertThat(run("templates", "--copy", "./" + file).out()).isEqualTo("已拷到 " + file + "，改这一份");
        assertThat(run("templates").out())
                .isEqualTo(file + "：与自带的一样；删去它，升级时就自动用新的\n站点有 1 个文件盖住了支部 " + BuiltIn.VERSION + " 自带的，没有落下什么。");

        String builtIn = Files.readString(site.resolve(file));
        write(file, "# 自己的一行\n" + builtIn);
        Run changed = run("templates", "--diff");
        assertThat(changed.exit()).isZero();
        assertThat(changed.out()).startsWith(file + "：自己改过（自己多 1 行，少自带的 0 行）；自带的没有再变\n");

        Run again = run("templates", "--copy", file);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).startsWith("站点里已经有 " + file + "，没有动它");
        assertThat(Files.readString(site.resolve(file))).startsWith("# 自己的一行\n");
    }

    @Test
    void whatAnUpgradeBroughtIsTold() throws IOException {
        String file = "templates/robots.ftl";
        String builtIn = Files.readString(Path.of(file));
        String first = builtIn.lines().findFirst().orElseThrow();
        write(file, "自己的一行" + builtIn.substring(first.length()));

        Run unknown = run("templates", "--diff");

        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out())
                .startsWith(file + "：与自带的不同，没有记下照哪一版改的（自己多 1 行，少自带的 1 行）\n@@ 第 1 行\n-自己的一行\n+" + first + "\n ")
                .endsWith("站点有 1 个文件盖住了支部 " + BuiltIn.VERSION + " 自带的，1 个要看。\n照着改好以后：zhibu templates --seen 文件");
        assertThat(run("templates").exit()).isZero();

        write("site-config/copied.tsv", file + "\t0.0.9\t" + "0".repeat(64) + "\n不成行\n");
        Run upgraded = run("templates", "--diff");
        assertThat(upgraded.exit()).isEqualTo(1);
        assertThat(upgraded.out()).startsWith(file + "：照 0.0.9 改的，自带的后来变了（自己多 1 行，少自带的 1 行）\n");

        assertThat(run("templates", "--seen", file).out()).startsWith("记下了：" + file);
        assertThat(run("templates", "--diff").exit()).isZero();
    }
}
