package io.zhibu.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own file counts, and where it has none the program's. */
class LayersTest {
    @TempDir
    private Path folder;

    private Path own;
    private Path below;
    private Layers layers;

    @BeforeEach
    void both() throws IOException {
        own = folder.resolve("site");
        below = folder.resolve("program");
        write(below, "words/a.yml");
        write(below, "words/b.yml");
        write(below, "words/deep/c.yml");
        write(below, "secret.yml");
        write(own, "words/b.yml");
        write(own, "words/d.yml");
        write(own, "words/e.txt");
        layers = new Layers(own, Optional.of(new BuiltIn(below, List.of("words"))));
    }

    private static void write(Path root, String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), path);
    }

    @Test
    void fileByFile() throws IOException {
        assertThat(layers.file("words/a.yml")).isEqualTo(below.resolve("words/a.yml"));
        assertThat(layers.file("words/b.yml")).isEqualTo(own.resolve("words/b.yml"));
        assertThat(layers.file("words/none.yml")).isEqualTo(own.resolve("words/none.yml"));
        assertThat(layers.file("secret.yml")).isEqualTo(own.resolve("secret.yml"));
        assertThat(layers.files("words", ".yml").values())
                .containsExactly(below.resolve("words/a.yml"), own.resolve("words/b.yml"), own.resolve("words/d.yml"));
    }

    @Test
    void aSiteThatBringsEverythingItselfHasNothingBelow() throws IOException {
        Layers alone = Layers.of(own);

        assertThat(alone.file("words/a.yml")).isEqualTo(own.resolve("words/a.yml"));
        assertThat(alone.files("words", ".yml")).containsOnlyKeys("b.yml", "d.yml");
    }

    @Test
    void whoseFileItIsIsTold() {
        assertThat(layers.spelt(own.resolve("words/b.yml"))).isEqualTo("words/b.yml");
        assertThat(layers.spelt(below.resolve("words/a.yml"))).isEqualTo("〔内置〕words/a.yml");
        assertThat(layers.isOwn(own.resolve("words/b.yml"))).isTrue();
        assertThat(layers.isOwn(below.resolve("words/a.yml"))).isFalse();
    }

    /** A site may lie in the folder of the program: what is in it is its own all the same. */
    @Test
    void aSiteInsideOfTheProgramsFolderHasItsOwnFiles() {
        Layers inside = new Layers(below.resolve("sites/one"), layers.builtIn());

        assertThat(inside.isOwn(below.resolve("sites/one/words/a.yml"))).isTrue();
        assertThat(inside.spelt(below.resolve("sites/one/words/a.yml"))).isEqualTo("words/a.yml");
        assertThat(inside.spelt(below.resolve("words/a.yml"))).isEqualTo("〔内置〕words/a.yml");
    }

    @Test
    void whatToDoAboutABuiltInFileIsTold() {
        Diagnostic own = Diagnostic.error(new Where("words/b.yml", 1, 2), "rule", "错了", "改正");
        Diagnostic builtIn = Diagnostic.error(new Where("〔内置〕words/a.yml", 1, 2), "rule", "错了", "改正");

        assertThat(BuiltIn.explained(own)).isEqualTo(own);
        assertThat(BuiltIn.explained(builtIn)).hasToString("""
                〔内置〕words/a.yml:1:2: 错误[rule] 错了
                    建议：改正；这个文件是支部自带的，要改，先拷一份到站点里：zhibu templates --copy words/a.yml""");
    }
}
