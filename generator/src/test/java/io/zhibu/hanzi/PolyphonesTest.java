package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PolyphonesTest {
    private final Polyphones polyphones = new Polyphones(new Readings(Map.of()));

    @Test
    void aReadingCountsThatWordsHave() {
        assertThat(polyphones.of('大')).containsExactly("da");
        assertThat(polyphones.of('长')).containsExactly("chang", "zhang");
        assertThat(polyphones.of('哪')).contains("na", "nei");
        assertThat(polyphones.of('咖')).containsExactly("ka", "ga");
        assertThat(polyphones.of('绿')).contains("lv");
    }

    @Test
    void whatNoWordHasIsReadAsTheDictionarySays() {
        assertThat(polyphones.of('㐀')).containsExactly("qiu");
    }
}
