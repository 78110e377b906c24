package io.zhibu.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The word that was probably meant is found, and no other is made up. */
class NearestTest {
    private static final List<String> KEYS = List.of("title", "type", "unit", "published");

    @Test
    void aSlipOfOneOrTwoKeysIsSeenThrough() {
        assertThat(Nearest.to("titel", KEYS)).contains("title");
        assertThat(Nearest.to("pubished", KEYS)).contains("published");
        assertThat(Nearest.to("Unit", KEYS)).contains("unit");
    }

    @Test
    void anotherWordIsNotNear() {
        assertThat(Nearest.to("summary", KEYS)).isEmpty();
        assertThat(Nearest.to("", KEYS)).isEmpty();
    }

    @Test
    void shortChineseWordsMayDifferInOneCharacter() {
        assertThat(Nearest.to("防讯", List.of("党建", "防汛"))).contains("防汛");
        assertThat(Nearest.to("水文", List.of("党建", "防汛"))).isEmpty();
    }

    @Test
    void ofTwoThatAreAsNearTheFirstInOrderIsTaken() {
        assertThat(Nearest.to("ad", List.of("ac", "ab"))).contains("ab");
    }

    @Test
    void theHintAsksForTheNearestOrListsTwelve() {
        List<String> many = IntStream.range(10, 30).mapToObj(n -> "word" + n).toList();

        assertThat(Nearest.hint("titel", KEYS)).isEqualTo("是“title”吗？");
        assertThat(Nearest.hint("党员", KEYS)).isEqualTo("可用的有：title、type、unit、published");
        assertThat(Nearest.hint("党员", many)).endsWith("word21…");
        assertThat(Nearest.hint("党员", List.of())).isEqualTo("可用的有：（无）");
    }
}
