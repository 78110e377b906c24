package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The names are nobody's. */
class NamesAndPostsTest {
    private static final NamesAndPosts RULE = new NamesAndPosts(List.of(
            new Official("某甲一", "示例局主任", 2018, 2021, 1),
            new Official("某乙二", "示例局副主任", 2018, 0, 2),
            new Official("某丙三", "示例局总工程师", 0, 0, 3)));

    @Test
    void aPostOfSomebodyElseIsTold() {
        assertThat(Read.by(RULE, "示例局主任某乙二到会")).containsExactly("1:1 “某乙二”与“示例局主任”在姓名职务表里对不上");
        assertThat(Read.finds(RULE, "某丙三同志任示例局副主任")).isTrue();
    }

    @Test
    void aYearOutsideOfTheTermIsTold() {
        assertThat(Read.finds(RULE, "2023 年，示例局主任某甲一到会")).isTrue();
        assertThat(Read.finds(RULE, "2019 年，示例局主任某甲一到会")).isFalse();
    }

    @Test
    void whatTheTableSaysAndWhatItDoesNotKnowIsLeft() {
        for (String text : List.of("示例局副主任某乙二", "示例局总工程师某丙三讲话", "某甲一到会", "某丁四任示例局主任", "“示例局主任某乙二”", "示例局主任")) {
            assertThat(Read.finds(RULE, text)).as(text).isFalse();
        }
    }

    @Test
    void namesInAnotherOrderAreTold() {
        assertThat(Read.by(RULE, "某甲一、某丙三、某乙二到会")).containsExactly("1:1 名单里“某乙二”排在“某丙三”后面，与姓名职务表的次序不同");
        assertThat(Read.finds(RULE, "某甲一、某乙二、某丙三到会")).isFalse();
    }

    @Test
    void withoutATableNothingIsLookedAt() {
        assertThat(Read.finds(new NamesAndPosts(List.of()), "示例局主任某乙二")).isFalse();
    }
}
