package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared with JBake is compared in full: no file is passed over, and no byte. */
class BakedTreeTest {

    @TempDir
    private Path folder;

    @Test
    void equalTreesDoNotDiffer() throws IOException {
        write("expected/a/b.html", "一\n");
        write("actual/a/b.html", "一\n");

        assertThat(actual().differencesFrom(expected())).isEmpty();
    }

    @Test
    void aFileInOnlyOneOfThemIsNamed() throws IOException {
        write("expected/a/b.html", "");
        write("actual/a/.c", "");

        assertThat(actual().differencesFrom(expected()))
                .containsEntry("a/b.html", "expected, but not written")
                .containsEntry("a/.c", "written, but not expected")
                .hasSize(2);
    }

    @Test
    void theFirstLineThatDiffersIsShownWithWhatDoesNotPrint() throws IOException {
        write("expected/a.html", "one\ntwo\n");
        write("actual/a.html", "one\ntwo\r\n");

        assertThat(actual().differencesFrom(expected()).get("a.html"))
                .startsWith("first differs in line 2")
                .contains("\"two\\n\"")
                .contains("\"two\\r\\n\"");
    }

    @Test
    void aMissingLastLineEndIsADifference() throws IOException {
        write("expected/a.html", "one\n");
        write("actual/a.html", "one");

        assertThat(actual().differencesFrom(expected()).get("a.html")).contains("line 1");
    }

    @Test
    void aLongerFileEndsLater() throws IOException {
        write("expected/a.html", "one\n");
        write("actual/a.html", "one\ntwo\n");

        assertThat(actual().differencesFrom(expected()).get("a.html"))
                .contains("expected the end of the file")
                .contains("but was  \"two\\n\"");
    }

    private BakedTree expected() {
        return BakedTree.read(folder.resolve("expected"));
    }

    private BakedTree actual() {
        return BakedTree.read(folder.resolve("actual"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
