package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JBake project may hold that Zhibu doesn't bake: told once, not once a file, and never published raw. */
class JBakeRefusalsTest {
    @TempDir
    private Path folder;

    @Test
    void templatesOfOtherEnginesAreListedOnce() throws IOException {
        project(
                "render.tags=false\nrender.archive=false\nrender.feed=false\nrender.sitemap=false\nrender.error404=false\n"
                        + "template.masterindex.file=index.thyme\ntemplate.post.file=post.thyme\n");
        write("templates/index.thyme", "<p th:text=\"${config.title}\">题</p>");
        write("templates/post.thyme", "<p th:text=\"${content.title}\">题</p>");
        // The settings name index.ftl and page.ftl; only these are there.
        write("templates/page.jade", "p= content.title");
        write("content/b.md", "title=乙\ndate=2024-01-01\ntype=page\nstatus=published\n~~~~~~\n正文\n");

        Run run = build();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("""
                templates: 错误[template-engine] 不支持 Jade 模板：page.jade
                    建议：只支持 FreeMarker：把这些模板改写成 .ftl；不改写，这个站点就还用 JBake 烘焙
                templates: 错误[template-engine] 不支持 Thymeleaf 模板：index.thyme、post.thyme
                    建议：只支持 FreeMarker：把这些模板改写成 .ftl；不改写，这个站点就还用 JBake 烘焙""").doesNotContain("template-missing", "template-syntax");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void manyFilesOfAKindThatIsNotReadAreOneError() throws IOException {
        project("");
        write("templates/index.ftl", "");
        for (int i = 0; i < 193; i++) {
            write("content/notes/n" + i + (i % 2 == 0 ? ".adoc" : ".yml"), "= Title\n");
        }
        write("content/one.ad", "= Title\n");

        Run run = build();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("""
                content/notes: 错误[content-unsupported] 这个文件夹里有 193 个不支持的内容文件（.adoc、.yml），只支持 .md 和 .html
                    建议：把内容转成 Markdown，或把文件移出内容文件夹
                content/one.ad: 错误[content-unsupported] 不支持这种内容文件，只支持 .md 和 .html
                    建议：把内容转成 Markdown，或把文件移出内容文件夹""");
        assertThat(run.err().lines().filter(line -> line.contains("content-unsupported")))
                .hasSize(2);
    }

    @Test
    void theTimeInATemplateIsTheDayOfTheBuild() throws IOException {
        project(
                "render.tags=false\nrender.archive=false\nrender.feed=false\nrender.sitemap=false\nrender.error404=false\n");
        write("templates/index.ftl", "${.now?string('yyyy-MM-dd HH:mm:ss')} <#if .now?date??>.now</#if>");
        write("templates/post.ftl", "${content.title}");

        Run run = build("--as-of", "2024-02-29");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("out/index.html")).hasContent("2024-02-29 00:00:00 .now");
    }

    private void project(String settings) throws IOException {
        write("jbake.properties", settings);
        write("content/a.md", "title=甲\ndate=2024-01-01\ntype=post\nstatus=published\n~~~~~~\n正文\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("site").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run build(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(
                "build",
                "--site",
                folder.resolve("site").toString(),
                "--out",
                folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return Run.of(words);
    }
}
