package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Readings readings = new Readings(Map.of());

    @Test
    void aCharacterIsReadAsItsWordSays() {
        assertThat(readings.of("长江")).containsExactly("chang", "jiang");
        assertThat(readings.of("重庆银行")).containsExactly("chong", "qing", "yin", "hang");
        assertThat(readings.of("都江堰")).containsExactly("du", "jiang", "yan");
        assertThat(readings.of("绿")).containsExactly("lv");
    }

    @Test
    void familyNamesAreReadAsNames() {
        assertThat(readings.person("曾庆")).containsExactly("zeng", "qing");
        assertThat(readings.person("单雄信")).startsWith("shan");
        assertThat(readings.person("仇和")).startsWith("qiu");
        assertThat(readings.person("尉迟恭")).containsExactly("yu", "chi", "gong");
        assertThat(readings.person("查良镛")).startsWith("zha");
    }

    @Test
    void aNameKeepsItsReadingInsideATitle() {
        assertThat(readings.withPeople(List.of("单守仁")).of("向单守仁学习"))
                .containsExactly("xiang", "shan", "shou", "ren", "xue", "xi");
    }

    @Test
    void theSiteHasTheLastWord() {
        Readings own = new Readings(Map.of("行长", List.of("hang", "zhang"), "单守仁", List.of("dan", "shou", "ren")));
        assertThat(own.of("银行行长")).containsExactly("yin", "hang", "hang", "zhang");
        assertThat(own.withPeople(List.of("单守仁")).of("单守仁")).startsWith("dan");
    }

    @Test
    void thereIsOneSyllableForEachCharacterEvenWithoutAReading() {
        assertThat(readings.of("㐂水")).hasSize(2);
        assertThat(readings.all('长')).contains("chang", "zhang");
    }
}
