package io.zhibu.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plain reader reads, it reads as the YAML library does: the same values at the same places, and nothing to complain of. */
class PlainReadingTest {
    private static final Where START = new Where("a.md", 2, 1);
    private static final String[] BITS = {
        ":", ": ", " :", "：", "\"", "'", "\"\"", "''", "[", "]", "{", "}", "[]", "{}", "[a, b]", "{a: b}",
                "{a: [b, c]}", "- ",
        "-", "--- ", "---\n", "...\n", "&a ", "*a", "!!str ", "# ", " #", "| ", "|\n", ">\n", "? ", "?", "\t", "\n",
                "\n\n", " ",
        "  ", "    ", " \n", ",", ", ", "，", "=", "~", "%", "@", "`", "\\", "a", "a: b\n", "\n  - ", "\n- ", "\n  a: ",
                "\na: ",
        "null", "0", "-1", "\u202e", "\u0000", "\u0085", "\u00a0", "\u2028", "\ufeff", "\uffff", "\u3000", "😀", "\r",
                "<<: "
    };

    @Test
    void everyFileOfTheSiteIsReadAsTheLibraryReadsItAndHardlyAnyIsTooUnusual() throws IOException {
        List<String> headers = headers(Path.of("content"));

        assertThat(headers).hasSizeGreaterThan(50).allSatisfy(PlainReadingTest::same);
        assertThat(headers.stream().filter(PlainReadingTest::isPlain).count()).isGreaterThan(headers.size() * 9L / 10);
        assertThat(files(Path.of("site-config"))).hasSizeGreaterThan(5).allSatisfy(PlainReadingTest::same);
    }

    @Test
    void badInputsAreReadAsTheLibraryReadsThem() throws IOException {
        List<String> bad = files(Path.of("generator/src/test/resources/bad-inputs"));

        assertThat(bad).hasSizeGreaterThan(5).allSatisfy(text -> {
            same(text);
            // Each file holds many inputs, one after the other.
            text.lines().forEach(PlainReadingTest::same);
            Stream.of(text.split("\n\\s*\n")).forEach(PlainReadingTest::same);
        });
    }

    @Test
    void changedHeadersAreReadAsTheLibraryReadsThem() throws IOException {
        List<String> headers = headers(Path.of("content"));
        Random random = new Random(1921);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(headers.get(random.nextInt(headers.size())));
            text.setLength(Math.min(text.length(), 400));
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), BITS[random.nextInt(BITS.length)]);
            }
            same(text.toString());
            plain += isPlain(text.toString()) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(500);
    }

    @Test
    void textsOfAllKindsOfBitsAreReadAsTheLibraryReadsThem() {
        Random random = new Random(1949);
        int plain = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder("a: ");
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(BITS[random.nextInt(BITS.length)]);
            }
            same(text.toString());
            plain += isPlain(text.toString()) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "a: 'b'",
                "a: [b, 'c', \"d\"]",
                "a: [{b: c}, {d: [e]}]",
                "a:\n  - b\n  - c: d\n    e: f\ng: h\n",
                "a:\n- b\n- {c: d}\nz: https://a.cn:80/b\n",
                "\na:\n\n  b:\n    c: d   \n\n  e: f\n"
            })
    void plainTextIsNotHandedOn(String text) {
        same(text);
        assertThat(isPlain(text)).isTrue();
    }

    private static boolean isPlain(String text) {
        return PlainReading.of(text, START).isPresent();
    }

    private static void same(String text) {
        Optional<Node> plain = PlainReading.of(text, START);
        plain.ifPresent(node ->
                assertThat(YamlReading.anyNode(text, START, false)).as(text).isEqualTo(Outcome.of(Optional.of(node))));
    }

    private static List<String> headers(Path folder) throws IOException {
        return files(folder).stream()
                .filter(text -> text.startsWith("---\n") && text.indexOf("\n---\n") > 0)
                .map(text -> text.substring(4, text.indexOf("\n---\n") + 1))
                .toList();
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(PlainReadingTest::isText).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(md|yml|txt)");
    }
}
