package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "长委机关, chang wei",
        "长办, chang ban",
        "长效机制, chang xiao",
        "长垣, chang yuan",
        "长治, chang zhi",
        "长葛, chang ge",
        "长阳, chang yang",
        "太长, tai chang",
        "重走长征路, chong zou chang zheng",
        "解县, xie xian",
        "会稽, kuai ji",
        "校审, jiao shen",
        "碰头会, peng tou hui",
        "各地通报, ge di",
        "有着落, you zhuo luo",
        "互见, hu jian"
    })
    void whatTheDictionaryReadsWrongIsMended(String text, String syllables) {
        assertThat(String.join(" ", readings.of(text))).startsWith(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "局长办公室, ju zhang ban", "部长办公会, bu zhang ban", "组长委托, zu zhang wei", "成长效果, cheng zhang xiao",
        "增长效应, zeng zhang xiao", "执行长效机制, zhi xing chang xiao", "严重走样, yan zhong zou", "院长治水, yuan zhang zhi"
    })
    void aMendedWordIsNotSeenAcrossTwoOthers(String text, String syllables) {
        assertThat(String.join(" ", new Readings(Map.of("行长", List.of("hang", "zhang"))).of(text)))
                .startsWith(syllables);
    }

    @Test
    void aWordIsReadAsTheProgramsTableHasIt() {
        Table.named("readings.txt")
                .rows()
                .forEach(row -> assertThat(readings.of(row.get(0))).isEqualTo(row.subList(1, row.size())));
    }
}
