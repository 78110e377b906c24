package io.zhibu.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header's values and the body stand where the editor sees them, whatever ends the lines. */
class HeaderTest {
    private static final Where FILE = Where.inFile("a.md");

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void placesAreTheSameForEveryLineEndAndWithAMark(String end) throws IOException {
        String text = "---\nid: a\ntags: [甲, 乙]\n---\n\n正文\n".replace("\n", end);
        for (String mark : List.of("", "\uFEFF")) {
            Header header = header(mark + text);

            assertThat(header.fields().get("id")).contains(new Node.Scalar("a", true, FILE.at(2, 5)));
            assertThat(header.body()).isEqualTo("\n正文\n");
            assertThat(header.bodyStart()).isEqualTo(FILE.at(5, 1));
        }
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void aJBakeHeaderIsReadInOurTerms() throws IOException {
        Header header = header("title = 三问😀\ndate=2026-07-01\ntags= 甲, 乙\n\n~~~~~~\n正文");

        assertThat(header.fields().entries()).extracting(Node.Entry::key).containsExactly("title", "published", "tags");
        assertThat(header.fields().get("title")).contains(new Node.Scalar("三问😀", true, FILE.at(1, 9)));
        assertThat(header.fields().get("published")).contains(new Node.Scalar("2026-07-01", true, FILE.at(2, 6)));
        assertThat(((Node.Sequence) header.fields().get("tags").orElseThrow()).items())
                .containsExactly(new Node.Scalar("甲", true, FILE.at(3, 7)), new Node.Scalar("乙", true, FILE.at(3, 10)));
        assertThat(header.body()).isEqualTo("正文");
        assertThat(header.bodyStart()).isEqualTo(FILE.at(6, 1));
    }

    @Test
    void aHeaderMayEndTheFile() throws IOException {
        assertThat(header("---\nid: a\n---").body()).isEmpty();
        assertThat(header("id=a\n~~~~~~").body()).isEmpty();
    }

    @Test
    void everyPrefixIsReadOrComplainedOf() {
        String text = "---\nid: a\n---\n正文";
        for (int end = 0; end <= text.length(); end++) {
            Diagnostics said = new Diagnostics();
            boolean read = Header.of(text.substring(0, end), FILE, said).isPresent();

            assertThat(read).as("%s %s", end, said.list()).isNotEqualTo(said.hasErrors());
        }
    }

    private Header header(String text) throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, text);
        return SourceText.read(file, FILE, diagnostics)
                .flatMap(read -> Header.of(read, FILE, diagnostics))
                .orElseThrow();
    }
}
