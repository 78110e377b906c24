package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small sites with every file that they should become. {@code generator/dev golden} writes the files anew; what changed then stands in the
 * diff for somebody to judge.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("generator/src/test/resources/golden");

    @TempDir
    Path folder;

    static Stream<Path> sites() throws IOException {
        try (Stream<Path> names = Files.list(GOLDEN)) {
            return names.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void aSiteIsBakedAsItWas(Path golden) throws IOException {
        Path out = folder.resolve("site");
        Run run = Run.of(
                List.of("build", "--no-cache", "--site", golden.resolve("site").toString(), "--out", out.toString()));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        SortedMap<String, String> baked = texts(out);
        Path expected = golden.resolve("baked");
        if (Boolean.getBoolean("golden.rewrite")) {
            rewrite(expected, baked);
        }
        SortedMap<String, String> kept = texts(expected);
        assertThat(baked.keySet()).isEqualTo(kept.keySet());
        baked.forEach((file, text) -> assertThat(text).as(file).isEqualTo(kept.get(file)));
    }

    private static void rewrite(Path expected, SortedMap<String, String> baked) throws IOException {
        if (Files.exists(expected)) {
            try (Stream<Path> old = Files.walk(expected)) {
                for (Path file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (var file : baked.entrySet()) {
            Path target = expected.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static SortedMap<String, String> texts(Path site) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = site.relativize(file).toString().replace('\\', '/');
                // What the search's files say is held elsewhere; packed, nobody could read what changed in them.
                if (name.endsWith(".docx")) {
                    texts.put(name + ".xml", document(file));
                } else if (!name.equals(".zhibu") && !name.startsWith("search/")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    /** What a document says; its other parts are the same in all. */
    private static String document(Path docx) throws IOException {
        try (ZipFile zip = new ZipFile(docx.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
