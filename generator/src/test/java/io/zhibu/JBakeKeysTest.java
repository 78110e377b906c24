package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JBake's own keys in the templates of a site of typed entries. */
class JBakeKeysTest {
    private static final Path SOUND = Path.of("generator/src/test/resources/bad-inputs/site");

    @TempDir
    private Path folder;

    @Test
    void aTagLeadsToItsPage() throws IOException {
        Copy.of(SOUND, folder.resolve("kb"));
        Files.writeString(folder.resolve("kb/templates/index.ftlh"), """
                <#list tags?sort_by("name") as tag><a href="${tag.uri}">${tag.name}</a>
                </#list>""");

        Path kb = folder.resolve("kb");
        assertThat(Run.of(List.of(
                                "build",
                                "--site",
                                kb.toString(),
                                "--out",
                                folder.resolve("site").toString()))
                        .err())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("site/index.html"))).isEqualTo("""
                <a href="tags/%E5%85%9A%E5%BB%BA/index.html">党建</a>
                <a href="tags/%E9%98%B2%E6%B1%9B/index.html">防汛</a>
                <a href="tags/%E6%B0%B4%E6%96%87/index.html">水文</a>
                """);
    }
}
