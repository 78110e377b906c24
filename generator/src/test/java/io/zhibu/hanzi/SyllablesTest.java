package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyllablesTest {
    private final Syllables syllables = new Syllables();

    @Test
    void lettersAreCutInEveryWayTheLongestFirst() {
        assertThat(syllables.whole("xian")).containsExactly(List.of("xian"), List.of("xi", "an"));
        assertThat(syllables.whole("zhengshouren")).contains(List.of("zheng", "shou", "ren"));
        assertThat(syllables.whole("docker")).isEmpty();
        assertThat(syllables.whole("nuexing")).contains(List.of("nve", "xing"));
    }

    @Test
    void aBegunSyllableIsEachThatBeginsSo() {
        assertThat(syllables.open("shour")).contains(List.of("shou", "ren"), List.of("shou", "ru"));
        assertThat(syllables.open("zhen")).startsWith(List.of("zheng")).contains(List.of("zhe", "nan"));
        assertThat(syllables.open("a".repeat(200))).hasSizeLessThanOrEqualTo(96);
    }

    @Test
    void aSlipIsOneLetterOrTwoThatChangedPlaces() {
        for (String typed : List.of("zhegnshou", "zhengshuo", "zengshou", "zhengshoou", "zhengshpu")) {
            assertThat(syllables.slips(typed)).as(typed).contains(List.of("zheng", "shou"));
        }
        assertThat(syllables.slips("zhangshuo")).doesNotContain(List.of("zheng", "shou"));
        assertThat(syllables.slips("heng")).as("the first letter is right").doesNotContain(List.of("zheng"));
    }

    @Test
    void soundsThatManyDoNotTellApartAreOne() {
        assertThat(Syllables.alike("zhang")).isEqualTo(Syllables.alike("zan"));
        assertThat(Syllables.alike("lan")).isEqualTo(Syllables.alike("nang"));
        assertThat(Syllables.alike("hua")).isEqualTo(Syllables.alike("fa"));
        assertThat(Syllables.alike("hui")).isEqualTo(Syllables.alike("fei"));
        assertThat(Syllables.alike("han")).isNotEqualTo(Syllables.alike("fan"));
        assertThat(Syllables.alike("ma")).isNotEqualTo(Syllables.alike("mo"));
    }
}
