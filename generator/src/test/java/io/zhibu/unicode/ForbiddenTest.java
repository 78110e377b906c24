package io.zhibu.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForbiddenTest {
    @Test
    void whatIsNotForbiddenMayStandInXml() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> !Forbidden.is(c))
                        .filter(c -> !isInXml(c)))
                .isEmpty();
    }

    /** The production Char of XML 1.0. */
    private static boolean isInXml(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }

    @Test
    void theFirstIsFoundWhereverItStands() {
        assertThat(Forbidden.first("中文 and\tEnglish\n😀\uFFFD")).isEmpty();
        assertThat(Forbidden.first("中文\b")).hasValue(2);
        assertThat(Forbidden.first("😀\uDE00")).hasValue(2);
        assertThat(Forbidden.first("\uD83D😀")).hasValue(0);
        assertThat(Forbidden.first("a\uD83D")).hasValue(1);
        assertThat(Forbidden.first("甲\u2066")).hasValue(1);
        assertThat(Forbidden.first("甲\uD83F\uDFFE")).hasValue(1);
    }
}
