package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small JBake projects, each written here whole, and what Zhibu makes of them or says to them. */
class JBakeSiteTest {
    private static final String BARE = "render.archive=false\nrender.feed=false\nrender.tags=false\n";
    private static final String POST = """
            title=%s
            date=2024-01-0%d
            type=%s
            status=published
            tags=a,b
            ~~~~~~
            Text
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${db.drop()!}|错误[template-error] 模板执行出错：模板只能读数据，不能调用 db.drop",
                "${db.shutdown()!}|错误[template-error] 模板执行出错：模板只能读数据，不能调用 db.shutdown",
                "${db.setStart(3)!}|错误[template-error] 模板执行出错：模板只能读数据，不能调用 db.setStart",
                "${db.deleteContent(\"a.html\")!}|错误[template-error] 模板执行出错：模板只能读数据，不能调用 db.deleteContent",
                "${db.addDocument(db.getAllContent(\"post\")[0])!}|错误[template-error]",
                "<#list db.getAllContent(\"post\") as p>${p.clear()!}</#list>|“p.clear”没有值",
                "<#list db.getAllContent(\"post\") as p>${p.put(\"title\", \"x\")!}</#list>|“p.put”没有值",
                "${db.getAllContent(\"post\").clear()!}|“db.getAllContent(\"post\").clear”没有值",
                "<#list db.getAllContent(\"post\") as p>${p.date.setTime(0)!}</#list>|“p.date.setTime”没有值",
                "${db.class.name}|“db.class”没有值",
                "${db.getClass().name}|“db.getClass”没有值",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}|错误[template-java] 模板里不能用 Java 对象",
                "${posts?api.clear()!}|错误[template-java] 模板里不能用 Java 对象",
                "<#include \"../secret.txt\">|错误[template-missing] 没有“../secret.txt”这个模板文件",
                "<#include \"/../secret.txt\">|错误[template-missing]",
                "<#include \"file:///etc/hostname\">|错误[template-missing]"
            })
    void aTemplateReadsAndNothingElse(String template, String said) {
        Path site = site("closed", Map.of("templates/index.ftl", template, "secret.txt", "秘密"));

        Baked baked = bake(site);

        assertThat(baked.exit()).isEqualTo(1);
        assertThat(baked.said()).contains("templates/index.ftl:1:", said).doesNotContain("秘密");
    }

    @Test
    void whatTemplatesMayCallGivesThemCopies() {
        Path site = site(
                "open",
                Map.of(
                        "templates/index.ftl",
                        "${db.getPublishedPosts().size()} ${db.getPublishedPosts()[0].title.replace('B', 'C')}"
                                + " ${db.getAllTags()?size} ${db.getPublishedPostsByTag('a')?size} ${db.getStart()}"));

        assertThat(bake(site).exit()).isZero();
        assertThat(read(site, "index.html")).isEqualTo("2 C 2 2 -1");
    }

    @Test
    void sitesInOneProcessKnowNothingOfEachOther() throws Exception {
        List<Callable<String>> builds = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String type = List.of("note", "essay", "step-by-step").get(i % 3);
            Path site = site(
                    type + i,
                    Map.of(
                            "jbake.properties",
                            BARE + "template." + type + ".file=post.ftl\nfreemarker.locale="
                                    + (i % 2 == 0 ? "fr" : "de"),
                            "content/own.md",
                            POST.formatted("Own", 3, type),
                            "templates/index.ftl",
                            "<#list published_content as d>${d.title} </#list>"
                                    + "<#list .data_model['" + type + "s'] as d>${d.title}</#list>"
                                    + " ${(notes!)?size} ${(essays!)?size} ${published_posts[0].date?string('MMMM')}"));
            builds.add(() -> bake(site).exit() + read(site, "index.html"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> built = threads.invokeAll(builds);
        threads.shutdown();

        for (int i = 0; i < 24; i++) {
            assertThat(built.get(i).get())
                    .isEqualTo("0B A Own Own " + List.of("1 0", "0 1", "0 0").get(i % 3)
                            + (i % 2 == 0 ? " janvier" : " Januar"));
        }
    }

    @Test
    void everyPageOfManyHasItsOwnNeighbours() {
        Path site = site("many", Map.of("templates/post.ftl", NEIGHBOURS, "templates/index.ftl", "${posts?size}"));
        IntStream.rangeClosed(1, 300)
                .forEach(i -> write(
                        site.resolve("content/p%03d.md".formatted(i)), POST.formatted("P" + i, 1 + i % 9, "post")));

        assertThat(bake(site).exit()).isZero();

        // 300 and 291 have one date, and the one that is read later stands first.
        assertThat(read(site, "index.html")).isEqualTo("302");
        assertThat(read(site, "p300.html")).isEqualTo("P291 P4");
    }

    private static final String NEIGHBOURS =
            "${(content.previousContent.title)!'-'} ${(content.nextContent.title)!'-'}";

    @Test
    void aByteOrderMarkAndTheLineEndsOfWindowsAreNoContent() {
        Path site = site(
                "windows",
                Map.of("content/a.md", "\uFEFF" + POST.formatted("A", 1, "post").replace("\n", "\r\n")));

        assertThat(bake(site).exit()).isZero();
        assertThat(read(site, "a.html")).isEqualTo("A <p>Text</p>\n");
    }

    @Test
    void theWarningOfTrustedHtmlComesOnce() {
        Path site = site("trusted", Map.of("content/a.html", POST.formatted("A", 1, "post") + "<script>x()</script>"));

        Baked baked = bake(site);

        assertThat(baked.said()).containsOnlyOnce("html-trusted");
        assertThat(read(site, "a.html")).isEqualTo("A Text\n<script>x()</script>\n");
    }

    @Test
    void dataIsReadAndWhatIsWrongInItHasAPlace() {
        Path site = site(
                "data",
                Map.of(
                        "data/team.yml",
                        "lead: yes\npeople: 1200\nshare: 0.5\nsince: 1998-08-07\nnone:\nnames: [张三, 李四]\n",
                        "templates/index.ftl",
                        "<#assign t = data.get('team.yml')>${t.lead?c} ${t.people} ${t.share} ${t.since}"
                                + " ${(t.none)!'nobody'} ${t.names?join('、')} ${datas?size}"));

        Baked baked = bake(site);
        assertThat(baked.exit()).as(baked.said()).isZero();
        assertThat(read(site, "index.html")).isEqualTo("true 1,200 0.5 1998-08-07 nobody 张三、李四 1");

        write(site.resolve("data/team.yml"), "lead: &a 1\nother: *a\n");
        assertThat(bake(site).said()).contains("data/team.yml:1:7: 错误[yaml-anchor]");
    }

    @Test
    void filesThatLookLikeContentOrDataAndAreNeitherAreNamed() {
        Path site = site("neither", Map.of("content/UPPER.MD", "x", "data/people/a.yml", "a: 1", "data/read.txt", ""));

        Baked baked = bake(site);

        assertThat(baked.exit()).isZero();
        assertThat(baked.said())
                .contains("content/UPPER.MD: 警告[content-ending]", "data/people: 警告[data-folder]")
                .doesNotContain("read.txt");
        assertThat(read(site, "UPPER.MD")).isEqualTo("x");
    }

    @Test
    void aHeaderCanHoldJson() {
        Path site = site(
                "json",
                Map.of(
                        "content/a.md",
                        POST.formatted("A", 1, "post")
                                .replace("tags", "place={\"km\": 182.0, \"n\": 7, \"x\": null}\ntags"),
                        "content/b.md",
                        POST.formatted("B", 2, "post").replace("tags", "place={broken: json}\ntags"),
                        "templates/post.ftl",
                        "<#if content.place??>${content.place.km} ${content.place.n} ${(content.place.x)!'null'}</#if>"));

        Baked baked = bake(site);

        assertThat(baked.exit()).isZero();
        assertThat(read(site, "a.html")).isEqualTo("182 7 null");
        assertThat(read(site, "b.html")).isEmpty();
        assertThat(baked.said()).contains("content/b.md:5:7: 警告[header-json] 花括号里的不是 JSON，这个键没有值");
    }

    @Test
    void whatAnEscapeInJsonMakesIsHeldToWhatAnyTextMayHold() {
        Path site = site(
                "escape",
                Map.of(
                        "content/a.md",
                        POST.formatted("A", 1, "post").replace("tags", "place={\"km\": \"1\\u0008\"}\ntags"),
                        "templates/post.ftl",
                        "${content.title}"));

        assertThat(bake(site).said())
                .contains("content/a.md:5:16: 错误[control-character] “\\u0008”写出的是看不见的控制字符（U+0008）");
    }

    @Test
    void settingsThatCantBeHeededAreErrors() {
        Path site = site(
                "settings",
                Map.of(
                        "jbake.properties",
                        "date.format=yyyy-QQ\nrender.encoding=GBK\nsite.timezone=Beijing\nrender.feed=maybe\n"));

        assertThat(bake(site).said())
                .contains("jbake.properties:1:1: 错误[setting-value] “yyyy-QQ”不是日期格式")
                .contains("jbake.properties:2:1: 错误[setting-value] 只支持 UTF-8，不支持“GBK”")
                .contains("jbake.properties:3:1: 错误[setting-value] 没有“Beijing”这个时区")
                .contains("jbake.properties:4:1: 错误[setting-value] “maybe”不是 true 或 false");
    }

    @Test
    void dataStayInTheSite() {
        Path site = site("outside", Map.of("jbake.properties", BARE + "data.folder=../x\n"));

        assertThat(bake(site).said()).contains("jbake.properties:4:1: 错误[setting-value] 文件夹不在站点里");
    }

    private Path site(String name, Map<String, String> files) {
        Path site = folder.resolve(name).resolve("site");
        write(site.resolve("jbake.properties"), BARE);
        write(site.resolve("content/a.md"), POST.formatted("A", 1, "post"));
        write(site.resolve("content/b.md"), POST.formatted("B", 2, "post"));
        write(site.resolve("templates/post.ftl"), "${content.title} ${content.body}");
        write(site.resolve("templates/index.ftl"), "index");
        files.forEach((file, text) -> {
            if (file.equals("content/a.html")) {
                delete(site.resolve("content/a.md"));
            }
            write(site.resolve(file), text);
        });
        return site;
    }

    private static Baked bake(Path site) {
        return Baked.of(site, site.resolveSibling("output"));
    }

    private static String read(Path site, String file) {
        try {
            return Files.readString(site.resolveSibling("output").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
