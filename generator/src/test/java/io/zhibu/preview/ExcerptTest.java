package io.zhibu.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
    @TempDir
    Path folder;

    private Excerpt excerpt;

    @BeforeEach
    void site() throws IOException {
        Files.createDirectories(folder.resolve("site/content"));
        Files.writeString(folder.resolve("secret.md"), "secret");
        excerpt = new Excerpt(folder.resolve("site"));
    }

    private List<Map<String, Object>> of(String text, int line, int column) throws IOException {
        Files.writeString(folder.resolve("site/content/a.md"), text);
        return excerpt.of(new Where("content/a.md", line, column));
    }

    private static String marked(Map<String, Object> line) {
        return line.get("text").toString().substring((int) line.get("from"), (int) line.get("to"));
    }

    @Test
    void twoLinesAroundThePlaceAndTheWordThere() throws IOException {
        List<Map<String, Object>> lines = of("---\r\nid: a\r\ntype: 𠀀 work-metod, x\r\ntitle: b\n---\n正文", 3, 9);

        assertThat(lines).extracting(line -> line.get("n")).containsExactly(1, 2, 3, 4, 5);
        assertThat(marked(lines.get(2))).isEqualTo("work-metod");
        assertThat(lines.get(1)).doesNotContainKey("from");
    }

    @Test
    void aBuiltInFileIsShownToo() {
        assertThat(excerpt.of(new Where("〔内置〕site-config/schemas/page.yml", 1, 1)))
                .first()
                .extracting(line -> line.get("text"))
                .isEqualTo("key: page");
        assertThat(excerpt.of(new Where("〔内置〕pom.xml", 1, 1))).isEmpty();
        assertThat(excerpt.of(new Where("〔内置〕templates/../pom.xml", 1, 1))).isEmpty();
    }

    @Test
    void aLineAsAWholeAndTheEndOfALine() throws IOException {
        assertThat(marked(of("一\n二三\n四", 2, 0).get(1))).isEqualTo("二三");
        assertThat(marked(of("一\n二三\n四", 2, 3).get(1))).isEmpty();
        assertThat(marked(of("a：b", 1, 2).get(0))).isEqualTo("：");
    }

    @Test
    void farAlongALongLineThePlaceIsStillSeen() throws IOException {
        String before = "长".repeat(5_000);
        List<Map<String, Object>> lines = of(before + " 错字 " + before, 1, 5_002);

        assertThat(marked(lines.get(0))).isEqualTo("错字");
        assertThat(lines.get(0).get("text").toString())
                .hasSizeLessThan(200)
                .startsWith("…")
                .endsWith("…");
    }

    @Test
    void nothingOfWhatIsNotThereOrNotOurs() throws IOException {
        assertThat(of("一", 7, 1)).isEmpty();
        assertThat(of("一", 0, 0)).isEmpty();
        assertThat(excerpt.of(new Where("content/none.md", 1, 1))).isEmpty();
        assertThat(excerpt.of(new Where("../secret.md", 1, 1))).isEmpty();
        assertThat(excerpt.of(new Where("content", 1, 1))).isEmpty();
        Files.createSymbolicLink(folder.resolve("site/content/link.md"), folder.resolve("secret.md"));
        assertThat(excerpt.of(new Where("content/link.md", 1, 1))).isEmpty();
    }
}
