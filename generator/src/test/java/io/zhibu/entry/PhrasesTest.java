package io.zhibu.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Phrases are found where they begin, the longest of them. */
class PhrasesTest {
    private final Phrases<Integer> phrases = new Phrases<>(Map.of("三个机制", 1, "三个", 2, "机制", 3));

    @Test
    void theLongestPhraseCounts() {
        assertThat(phrases.at("用好三个机制", 2)).contains(new Phrases.Found<>(1, 4));
        assertThat(phrases.at("用好三个机", 2)).contains(new Phrases.Found<>(2, 2));
        assertThat(phrases.at("用好三个机制", 4)).contains(new Phrases.Found<>(3, 2));
        assertThat(phrases.at("用好三个机制", 0)).isEmpty();
        assertThat(phrases.at("三", 0)).isEmpty();
    }

    @Test
    void withoutPhrasesNothingIsFound() {
        assertThat(new Phrases<>(Map.of()).isEmpty()).isTrue();
        assertThat(new Phrases<>(Map.of()).at("三个机制", 0)).isEmpty();
    }
}
