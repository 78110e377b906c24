package io.zhibu.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StarterTest {
    private static final Path SOURCES = Path.of("generator/src/main/resources/io/zhibu/builtin/starter");

    @Test
    void theListIsWhatLiesBesideIt() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<String> there = all.filter(Files::isRegularFile)
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(Starter.listed()).isEqualTo(there);
        }
    }

    @Test
    void oneEntryOfEachTypeAndEachSaysThatItIsMadeUp() throws IOException {
        Map<String, String> files = new Starter("站").files();
        List<String> types;
        try (Stream<Path> schemas = Files.list(Path.of("site-config/schemas"))) {
            types = schemas.map(file -> file.getFileName().toString().replace(".yml", ""))
                    .filter(type -> !type.equals("common"))
                    .sorted()
                    .toList();
        }
        assertThat(files.keySet().stream().filter(path -> path.startsWith("content/")))
                .map(path -> path.split("/")[1])
                .isEqualTo(types);
        files.forEach((path, text) -> {
            if (path.startsWith("content/")) {
                assertThat(text).as(path).contains("\nsample: true\n", "**虚构的示例**");
            }
        });
    }

    @Test
    void theNameIsFilledInAsItWasTyped() throws IOException {
        Map<String, String> files = new Starter("甲\\乙=丙").files();

        assertThat(files.get("site-config/jbake.properties"))
                .contains("site.title=甲\\\\乙=丙\n", "zhibu.version=" + BuiltIn.line() + "\n");
        assertThat(files.get("README.md")).startsWith("# 甲\\乙=丙\n");
        assertThat(files.get(".gitignore")).contains("target/");
        assertThat(String.join("", files.values())).doesNotContain("{title}", "{version}", "{program}");
    }
}
