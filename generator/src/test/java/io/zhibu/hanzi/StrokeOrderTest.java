package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names stand as official lists have them. */
class StrokeOrderTest {
    private final StrokeOrder order = new StrokeOrder(new Strokes(Map.of()));

    private void people(String inOrder) {
        assertThat(sorted(inOrder, Comparator.comparing(order::person))).isEqualTo(List.of(inOrder.split(" ")));
    }

    private static List<String> sorted(String names, Comparator<String> order) {
        List<String> shuffled = new ArrayList<>(List.of(names.split(" ")));
        Collections.shuffle(shuffled, new Random(11));
        shuffled.sort(order);
        return shuffled;
    }

    @Test
    void ofOneTotalTheFirstStrokesDecide() {
        people("李 吴 沈 宋 张");
    }

    @Test
    void theTotalComesFirst() {
        people("丁 于 马 王 邓 田 冯 刘 孙 李 陈 郑 赵 徐 黄 曾 谢 戴 魏");
    }

    @Test
    void ofOneFamilyAGivenNameOfOneCharacterComesFirst() {
        people("李强 李一平 李大明");
        people("高兴 高霞 高一平 高大平");
    }

    @Test
    void givenNamesAreComparedCharacterByCharacter() {
        people("王一平 王小平 王文平 王立平 王建平 王建国");
        people("王文川 王文水 王文江 王文波");
    }

    @Test
    void aFamilyNameOfTwoCharactersIsOne() {
        people("司平 司大平 司马平 司马一平 司徒平");
        people("欧明 欧大平 欧阳平 欧阳一平");
        people("单雄 单于平 单于大平");
    }

    @Test
    void titlesAreComparedCharacterByCharacter() {
        assertThat(sorted("三亮 三提升 三个全覆盖 四增强", Comparator.comparing(order::text)))
                .containsExactly("三个全覆盖", "三亮", "三提升", "四增强");
        assertThat(sorted("一线 一 一包两卡", Comparator.comparing(order::text))).containsExactly("一", "一包两卡", "一线");
    }

    @Test
    void numbersComeFirstByTheirValueThenLatinWords() {
        assertThat(sorted("一组 B组 10组 2组 a组", Comparator.comparing(order::text)))
                .containsExactly("2组", "10组", "a组", "B组", "一组");
    }

    @Test
    void signsDoNotCountNorDoesTheDotInAName() {
        assertThat(sorted("“三亮” 三个 《三提升》", Comparator.comparing(order::text))).containsExactly("三个", "“三亮”", "《三提升》");
        people("马平 艾尼·买买提 阿卜·买提 魏平");
    }

    @Test
    void whatNoTableHasStandsLastAndIsTold() {
        people("丁一 魏平 魑平 魑明");
        assertThat(unknown("丁一 魏平 魑平")).containsExactly("魑");
        assertThat(unknown("王魑 李平")).isEmpty();
        assertThat(unknown("王魑 王平")).containsExactly("魑");
        assertThat(unknown("王魑平 王魑明")).isEmpty();
    }

    private List<String> unknown(String names) {
        return List.copyOf(StrokeOrder.unknown(sorted(names, Comparator.comparing(order::person)).stream()
                .map(order::person)
                .toList()));
    }
}
