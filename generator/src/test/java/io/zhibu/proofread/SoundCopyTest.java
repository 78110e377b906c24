package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts in which nothing is wrong: nothing is said of them and nothing is changed. {@code -Dcorpus.folder} names a folder of Markdown that
 * others wrote, in which nothing may be found that stops a site.
 */
class SoundCopyTest {
    private static final Proofs PROOFS =
            new Proofs(new Scruples(Set.of(), Set.of(), List.of("内部资料 注意保存", "仅供内部使用"), List.of(), List.of()));

    static Stream<Path> sound() throws IOException {
        return markdown(Path.of("generator/src/test/resources/sound-copy"));
    }

    static Stream<Path> own() throws IOException {
        return markdown(Path.of("content"));
    }

    @ParameterizedTest
    @MethodSource({"sound", "own"})
    void nothingIsSaidOfSoundCopy(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(said(text)).isEmpty();
        assertThat(PROOFS.mended(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void howLinesEndAndFilesBeginMakesNoDifference(Path file) throws IOException {
        String windows = "\uFEFF" + Files.readString(file).replace("\n", "\r\n");

        assertThat(said(windows)).isEmpty();
        assertThat(PROOFS.mended(windows)).isEqualTo(windows);
        assertThat(said(windows.replace("\r\n", "\r"))).isEmpty();
    }

    @Test
    void nothingInOthersTextsStopsASite() throws IOException {
        String corpus = System.getProperty("corpus.folder", "");
        Assumptions.assumeFalse(corpus.isEmpty(), "no -Dcorpus.folder");
        try (Stream<Path> files = markdown(Path.of(corpus))) {
            List<String> stops = files.flatMap(
                            file -> PROOFS.ofEntry(text(file), Where.inFile(file.toString())).diagnostics().stream())
                    .filter(one -> one.fails(true))
                    .map(Diagnostic::toString)
                    .toList();
            assertThat(stops).isEmpty();
        }
    }

    private static List<String> said(String text) {
        return PROOFS.ofEntry(text, Where.inFile("a.md")).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static Stream<Path> markdown(Path folder) throws IOException {
        return Files.walk(folder)
                .filter(file -> file.toString().endsWith(".md"))
                .sorted();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
