package io.zhibu.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "党\u200B员, 党员",
        "教\u00AD育, 教育",
        "联\u2060合, 联合",
        "变\uFE00体, 变体",
        "葛\uDB40\uDD00城, 葛城",
        "\u2F08\u2F1D, 人口",
        "\u2ED3江, 长江",
        "\uF90A, 金",
        "e\u0301te\u0301, été",
        "か\u3099, が",
        "ＡＢ①㎡, ＡＢ①㎡",
        "𠮷字😀, 𠮷字😀",
    })
    void theLettersAreWhatAReaderSees(String text, String letters) {
        assertThat(Spelling.bare(text)).isEqualTo(letters);
        assertThat(Spelling.bare(letters)).isEqualTo(letters);
    }

    @Test
    void whatIsTakenForBareAtAGlanceIsBare() {
        assertThat(IntStream.range(0, 0x10000)
                        .filter(c -> Spelling.isBare(String.valueOf((char) c)))
                        .filter(c -> Invisible.is(c)
                                || Lookalike.plain((char) c) != c
                                || !java.text.Normalizer.isNormalized(
                                        String.valueOf((char) c), java.text.Normalizer.Form.NFC)))
                .isEmpty();
    }

    @Test
    void eachLetterIsTracedToItsPlace() {
        Traced traced = Traced.of("写\u200B科\u2060门\u200B。");

        assertThat(traced.letters()).isEqualTo("写科门。");
        assertThat(traced.between(0, 1)).isEqualTo("写\u200B");
        assertThat(traced.between(1, 3)).isEqualTo("科\u2060门\u200B");
        assertThat(traced.between(3, 4)).isEqualTo("。");
        assertThat(Traced.of("\u200B").between(0, 0)).isEqualTo("");
    }
}
