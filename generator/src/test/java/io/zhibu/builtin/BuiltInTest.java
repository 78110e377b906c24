package io.zhibu.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What comes with the program. In a checkout it is read where this repository's own site keeps it. */
class BuiltInTest {
    private final BuiltIn builtIn = BuiltIn.here().orElseThrow();

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern("<artifactId>zhibu</artifactId>\\s*<version>" + BuiltIn.VERSION + "</version>");
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("## " + BuiltIn.VERSION);
    }

    @Test
    void everyPartThatIsListedIsThere() throws IOException {
        assertThat(builtIn.folder()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(builtIn.parts())
                .allMatch(part -> Files.exists(builtIn.folder().resolve(part)));
        assertThat(builtIn.files("").keySet())
                .contains("templates/list.ftlh", "templates/assets/style.css", "site-config/schemas/common.yml")
                .doesNotContain("site-config/jbake.properties", "site-config/vocabularies/unit.yml", "pom.xml");
        assertThat(builtIn.files("site-config/terms")).containsOnlyKeys("site-config/terms/example.tsv");
    }

    @Test
    void noFileOutsideOfTheListIsGiven() {
        assertThat(builtIn.file("templates/list.ftlh")).isPresent();
        assertThat(builtIn.file("site-config/vocabularies/unit.yml")).isEmpty();
        assertThat(builtIn.file("templates/../pom.xml")).isEmpty();
        assertThat(builtIn.file("../" + builtIn.folder().getFileName() + "/pom.xml"))
                .isEmpty();
        assertThat(builtIn.template("assets/../../site-config/checks.yml")).isEmpty();
    }

    /** Another organisation has other units: what is of this one's alone is no default. */
    @Test
    void nothingOfItNamesAUnitOrAPerson() throws IOException {
        SortedMap<String, Path> files = builtIn.files("");
        List<String> named = new ArrayList<>();
        for (Map.Entry<String, Path> one : files.entrySet()) {
            if (Files.readString(one.getValue()).matches("(?s).*(长江委|长江水利|郑守仁|zhengshouren).*")) {
                named.add(one.getKey());
            }
        }
        assertThat(files).hasSizeGreaterThan(60);
        assertThat(named).isEmpty();
    }
}
