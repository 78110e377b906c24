package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsMadeOnce() {
        assertThat(kept("a.jpg", "made")).isEqualTo("made");
        assertThat(kept("a.jpg", "made again")).isEqualTo("made");
        assertThat(kept("b.jpg", "")).isEmpty();
        assertThat(kept("b.jpg", "made again")).isEmpty();
    }

    @Test
    void whatIsDamagedIsMadeAnew() throws IOException {
        kept("a.jpg", "made");
        Path file = folder.resolve("cache/a.jpg");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, new byte[length]);
            assertThat(kept("a.jpg", "anew")).isEqualTo("anew");
        }
        Files.copy(file, folder.resolve("cache/b.jpg"));
        assertThat(kept("b.jpg", "of its own")).isEqualTo("of its own");
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyTakesTime() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        assertThat(kept("a.jpg", "made")).isEqualTo("made");
    }

    @Test
    void nothingIsLeftOfAFailedWriting() throws IOException {
        Files.createDirectories(folder.resolve("cache/a.jpg/taken"));

        assertThat(kept("a.jpg", "made")).isEqualTo("made");
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            assertThat(files).containsExactly(folder.resolve("cache/a.jpg"));
        }
    }

    private String kept(String name, String made) {
        byte[] kept = new Cache(folder.resolve("cache")).keep(name, () -> made.getBytes(StandardCharsets.UTF_8));
        return new String(kept, StandardCharsets.UTF_8);
    }
}
