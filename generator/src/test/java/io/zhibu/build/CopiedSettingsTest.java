package io.zhibu.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Copy;
import io.zhibu.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever begins a site with this one's settings and templates isn't blamed for the entries that stayed behind. */
class CopiedSettingsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void settingsAndOneEntry() throws IOException {
        Copy.of(Path.of("site-config"), folder.resolve("site-config"));
        Files.createDirectories(folder.resolve("content/page"));
        Files.writeString(folder.resolve("content/page/about.md"), """
                ---
                id: about
                type: page
                title: 关于
                summary: 这是一个刚开始的知识库，还没有条目，先写一页关于。
                status: published
                published: 2026-07-01
                authors: [编辑部]
                access: public-intranet
                ---

                刚开始。
                """);
    }

    @Test
    void whatTheSearchShouldFindElsewhereIsOneWarning() throws IOException {
        Copy.of(Path.of("templates"), folder.resolve("templates"));

        Run built = Run.of(List.of("build", "--site", folder.toString()));

        assertThat(built.err().lines().filter(line -> line.contains("search-test-id")))
                .singleElement()
                .asString()
                .matches(
                        "site-config/search-tests.yml:\\d+:\\d+: 警告\\[search-test-id] 有 \\d+ 条搜索测试要找的条目不存在或没有发布，没有试，第一条是“.+”");
        assertThat(Run.of(List.of("check", "--search", "--site", folder.toString()))
                        .err()
                        .lines()
                        .filter(line -> line.contains("错误[search-test-id]")))
                .hasSizeGreaterThan(80);
    }

    @Test
    void whereTheTemplatesAreToComeFromIsTold() throws IOException {
        Path settings = folder.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings).replace("zhibu.version=", "#zhibu.version="));
        assertThat(Run.of(List.of("build", "--site", folder.toString())).err()).isEqualTo("""
                site-config/jbake.properties: 错误[template-folder] 放模板的文件夹“templates”不存在
                    建议：用支部自带的模板，在设置里写 zhibu.version=0.1；要全用自己的，把支部程序文件夹里的 templates 整个拷到这里，与 content、site-config 并排""");
    }
}
