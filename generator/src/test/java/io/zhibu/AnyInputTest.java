package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file of the sound site, the program says something sensible about it and never gives up. */
class AnyInputTest {
    private static final Path SITE = Path.of("generator/src/test/resources/bad-inputs/site");
    private static final String[] BITS = {
        "：",
        ": ",
        ":",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "- ",
        "---",
        "&a ",
        "*a",
        "!!str ",
        "# ",
        "| ",
        "? ",
        "\t",
        "\n",
        "  ",
        ",",
        "，",
        "=",
        "~",
        "~~~~~~\n",
        "%",
        "@",
        "`",
        "<b>",
        "](",
        "${",
        "<#",
        "\u202e",
        "\u0000",
        "\ufeff",
        "😀",
        "null",
        "true",
        "未载",
        "2026-02-30",
        "../",
        "\\",
        "\\u"
    };

    @TempDir
    private Path folder;

    @Test
    void aHundredSlipsAreErrorsOrHarmlessAndNeverFaults() throws IOException {
        List<Path> files = files();
        Random random = new Random(20261123);
        for (int i = 0; i < 100; i++) {
            Path file = files.get(random.nextInt(files.size()));
            String sound = Files.readString(SITE.resolve(file));
            String slipped = slipped(sound, random);
            Path site = folder.resolve("site" + i);
            for (Path each : files) {
                Files.createDirectories(site.resolve(each).getParent());
                Files.writeString(
                        site.resolve(each), each.equals(file) ? slipped : Files.readString(SITE.resolve(each)));
            }

            Run run = Run.of(List.of("build", "--site", site.toString()));

            assertThat(run.exit()).as("%s%n%s%n%s", file, slipped, run.err()).isIn(0, 1);
            assertThat(run.exit() == 1)
                    .as("%s%n%s%n%s", file, slipped, run.err())
                    .isEqualTo(run.err().contains("错误["));
        }
    }

    private static String slipped(String text, Random random) {
        int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
        int end = Math.min(text.length(), at + random.nextInt(6));
        String bit = BITS[random.nextInt(BITS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(0, at) + bit + text.substring(end);
            default -> text.substring(0, at) + bit + text.substring(at);
        };
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SITE)) {
            paths.filter(Files::isRegularFile).map(SITE::relativize).sorted().forEach(files::add);
        }
        return files;
    }
}
