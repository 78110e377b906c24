package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartTest {
    @ParameterizedTest
    @CsvSource({
        "三抓四比, 三抓=3 四比=4",
        "三坚持三提升, 三坚持=3 三提升=3",
        "一包两卡三对时, 一包=1 两卡=2 三对时=3",
        "两清单一回访, 两清单=2 一回访=1",
        "五结合, 五结合=5",
        "支部十二条, 支部十二条=12",
        "一线两会, 一线两会=2",
        "先锋行动, ''",
        "一线工作法, ''"
    })
    void aNameIsTakenApartAtItsNumerals(String name, String parts) {
        assertThat(NamePart.of(name).stream()
                        .map(part -> part.text() + "=" + part.count())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }
}
