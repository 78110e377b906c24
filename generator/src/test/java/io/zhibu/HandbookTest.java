package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.config.ConfigReading;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editors' handbook says what the workbench and the types are. */
class HandbookTest {
    private static final Path HANDBOOK = Path.of("generator/docs/handbook.md");
    private static final Path PICTURES = Path.of("generator/docs/handbook");
    private static final Path BENCH = Path.of("generator/src/main/resources/io/zhibu/workbench");
    private static final int HEAVIEST = 200_000;

    private static Schemas schemas;

    @BeforeAll
    static void ownTypes() throws IOException {
        schemas = new ConfigReading(Path.of("").toAbsolutePath()).read().value().schemas();
    }

    private static String types() {
        return "| 类型 | 必填 | 正文的小标题 |\n|---|---|---|\n"
                + schemas.types().stream()
                        .filter(Schema::shown)
                        .map(type -> "| " + type.label() + " | " + required(type) + " | "
                                + type.sections().stream()
                                        .map(section -> section.names().get(0))
                                        .collect(Collectors.joining("、"))
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String required(Schema type) {
        return type.fields().stream()
                .filter(field -> field.need() instanceof Field.Always)
                .filter(field -> !List.of("id", "type").contains(field.key()))
                .map(Field::label)
                .collect(Collectors.joining("、"));
    }

    private static String states() {
        Vocabulary states = schemas.vocabulary("status").orElseThrow();
        return states.words().stream()
                .map(word -> "- " + word.label() + "（`" + word.key() + "`）\n")
                .collect(Collectors.joining());
    }

    /** {@code -Dhandbook.write=true} writes the lists anew. */
    @Test
    void itsListsAreThoseOfTheSchemas() throws IOException {
        String now = Files.readString(HANDBOOK);
        String made = with(with(now, "类型", types()), "状态", states());
        if (Boolean.getBoolean("handbook.write")) {
            Files.writeString(HANDBOOK, made);
        }
        assertThat(Files.readString(HANDBOOK))
                .as("generator/dev handbook writes the lists anew")
                .isEqualTo(made);
        assertThat(types())
                .contains("标题")
                .hasLineCount(
                        2 + (int) schemas.types().stream().filter(Schema::shown).count());
    }

    private static String with(String text, String name, String list) {
        String begin = "<!-- " + name + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(0, from) + list + text.substring(text.indexOf("<!-- 到此 -->", from));
    }

    @Test
    void everyPictureIsThereAndShownAndLight() throws IOException {
        List<String> shown = found("!\\[[^\\]]{8,}]\\(handbook/([a-z]+\\.png)\\)");
        try (Stream<Path> all = Files.list(PICTURES)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(shown);
        }
        for (String name : shown) {
            assertThat(Files.size(PICTURES.resolve(name))).as(name).isLessThan(HEAVIEST);
            assertThat(ImageIO.read(PICTURES.resolve(name).toFile()).getWidth()).isEqualTo(1180);
        }
    }

    /** What is in bold and no heading of a paragraph is a button. */
    @Test
    void everyButtonThatItNamesIsOnTheWorkbench() throws IOException {
        String bench =
                Files.readString(BENCH.resolve("workbench.js")) + Files.readString(BENCH.resolve("workbench.html"));
        // One that begins a paragraph is matched too, so that the next is not taken for what lies between two.
        List<String> buttons = found("(?:(?<=\n)\\*\\*[^*\n]+\\*\\*[^*\n]*)?\\*\\*([^*\n]+)\\*\\*");
        assertThat(buttons).hasSizeGreaterThan(10).contains("取回最新", "提交审核");
        for (String button : buttons) {
            for (String part : button.split(" … ")) {
                assertThat(bench)
                        .as(button)
                        .containsPattern("['>]" + Pattern.quote(part) + "|" + Pattern.quote(part) + "['<]");
            }
        }
    }

    private static List<String> found(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(HANDBOOK));
        return matcher.results().map((MatchResult one) -> one.group(1)).toList();
    }
}
