package io.zhibu.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any name can be a folder's, on any system, and be read back. */
class SegmentTest {

    @ParameterizedTest
    @CsvSource({
        "郑守仁, 郑守仁",
        "党建+业务, 党建+业务",
        "三问 两帮, 三问~20两帮",
        "榜样/先锋, 榜样~2f先锋",
        "#1, ~231",
        "50%, 50~25",
        "a~b, a~7eb",
        ".., ~2e~2e",
        ".htaccess, ~2ehtaccess",
        "-rf, ~2drf",
        "第三版., 第三版~2e",
        "con, ~63on",
        "CON, ~43ON",
        "aux.html, ~61ux.html",
        "' con', ~20con",
        "com1, ~63om1",
        "com10, com10",
        "concert, concert",
        "😀, 😀"
    })
    void eachNameHasOneSpelling(String name, String spelt) {
        assertThat(Segment.of(name)).isEqualTo(spelt);
        assertThat(Segment.name(spelt)).isEqualTo(name);
    }

    @Test
    void composedAndDecomposedTextIsOneName() {
        assertThat(Segment.of("e\u0301")).isEqualTo(Segment.of("\u00e9")).isEqualTo("\u00e9");
    }

    @Test
    void anEmptyNameHasNone() {
        assertThatThrownBy(() -> Segment.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u0000", "\u3000", "\u00a0", "\ufeff"})
    void whatDoesNotShowIsSpeltOut(String name) {
        assertThat(Segment.of("a" + name + "b")).matches("a(~[0-9a-f]{2})+b");
    }

    @Test
    void fiveHundredNamesAreReadBackAndFitEverySystem() {
        Random random = new Random(20261123);
        String alphabet = "党支部工作法 aAzZ09.-_~%#+&?*:|<>\"\\/\t\u00e9e\u0301\u200b😀con";
        int[] letters = alphabet.codePoints().toArray();
        for (int i = 0; i < 500; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                name.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            String spelt = Segment.of(name.toString());

            assertThat(Segment.name(spelt)).isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
            assertThat(spelt)
                    .doesNotContainPattern("[<>:\"/\\\\|?*\\x00-\\x20]")
                    .doesNotStartWith(".")
                    .doesNotEndWith(".");
        }
    }
}
