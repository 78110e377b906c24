package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources that were good are there again as they were, or not at all. */
class GoodSourcesTest {
    @TempDir
    private Path folder;

    private Releases releases;

    @BeforeEach
    void aFolder() throws IOException {
        releases = new Releases(Files.createDirectories(folder.resolve("to")));
        Files.createDirectories(releases.state());
    }

    @Test
    void nothingWasGoodBeforeTheFirstNight() throws IOException {
        assertThat(known().paths()).isEmpty();
        assertThat(known().of("content/a.md")).isEmpty();
    }

    @Test
    void whatWasKeptIsThereWithItsDay() throws IOException {
        keep("2026-11-23", Set.of(), "a", "一", "b", "二");
        assertThat(known().paths()).containsExactly("a", "b");
        assertThat(good("a")).isEqualTo("一 2026-11-23");
        assertThat(good("b")).isEqualTo("二 2026-11-23");
    }

    @Test
    void whatIsHeldStaysAsItWasAndAllElseIsForgotten() throws IOException {
        keep("2026-11-23", Set.of(), "a", "一", "b", "二", "c", "三");
        keep("2026-11-24", Set.of("a", "new"), "a", "坏", "b", "新", "new", "坏");
        assertThat(known().paths()).containsExactly("a", "b");
        assertThat(good("a")).isEqualTo("一 2026-11-23");
        assertThat(good("b")).isEqualTo("新 2026-11-24");
        assertThat(Tree.files(releases.state().resolve("sources"))).hasSize(2);
    }

    @Test
    void whatIsDamagedIsAsNeverGoodAndWrittenAgain() throws IOException {
        keep("2026-11-23", Set.of(), "a", "一");
        Path object = known().of("a").orElseThrow().file();
        Files.writeString(object, "改过");
        assertThat(known().of("a")).isEmpty();
        keep("2026-11-24", Set.of(), "a", "一");
        assertThat(good("a")).isEqualTo("一 2026-11-24");
        Files.delete(object);
        assertThat(known().of("a")).isEmpty();
    }

    @Test
    void aListOfAnotherKindOrWithBrokenLinesKeepsNobodyOut() throws IOException {
        keep("2026-11-23", Set.of(), "a", "一");
        Path list = releases.state().resolve("SOURCES");
        String sound = Files.readString(list);
        Files.writeString(list, sound + "half a line\n\n");
        assertThat(known().paths()).containsExactly("a");
        Files.writeString(list, "# something else\n" + sound);
        assertThat(known().paths()).isEmpty();
    }

    @Test
    void whatWouldBeWrittenIsReckonedBeforehand() throws IOException {
        keep("2026-11-23", Set.of(), "a", "一", "b", "二");
        assertThat(known().fresh(sources("a", "一", "b", "二"))).isZero();
        assertThat(known().fresh(sources("a", "另", "b", "二"))).isEqualTo(3 + 4096);
        assertThat(known().fresh(sources("a", "一", "c", "三三"))).isEqualTo(6 + 4096);
    }

    private GoodSources known() throws IOException {
        return GoodSources.of(releases);
    }

    private String good(String path) throws IOException {
        GoodSources.Good good = known().of(path).orElseThrow();
        return Files.readString(good.file()) + " " + good.day();
    }

    private void keep(String day, Set<String> held, String... sources) throws IOException {
        known().keep(sources(sources), held, day);
    }

    /** Names and texts in turn. */
    private Map<String, Path> sources(String... all) throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        for (int i = 0; i < all.length; i += 2) {
            sources.put(all[i], Files.writeString(folder.resolve(all[i]), all[i + 1]));
        }
        return sources;
    }
}
