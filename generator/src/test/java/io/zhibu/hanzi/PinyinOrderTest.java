package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts stand where a reader looks for them in an index from A to Z. */
class PinyinOrderTest {
    private final PinyinOrder order = new PinyinOrder(new Readings(Map.of()), new Strokes(Map.of()));

    private List<String> sorted(String texts) {
        List<String> shuffled = new ArrayList<>(List.of(texts.split(" ")));
        Collections.shuffle(shuffled, new Random(5));
        shuffled.sort(Comparator.comparing(order::text));
        return shuffled;
    }

    @ParameterizedTest
    @CsvSource({
        "长江委,C", "长委,C", "重庆,C", "乐清,Y", "单位,D", "重点工作,Z", "查处,C", "解决,J", "盖章,G", "A 类,A", "ｂ类,B", "5 项,#", "“三亮”,S",
        "！,#", "阿坝,A", "绿色,L"
    })
    void aTextStandsUnderTheLetterOfItsFirstWord(String text, String letter) {
        assertThat(order.text(text).letter()).isEqualTo(letter.charAt(0));
    }

    @ParameterizedTest
    @CsvSource({
        "曾祥,Z", "单雄,S", "仇明,Q", "解明,X", "查明,Z", "盖明,G", "朴明,P", "区明,O", "尉迟明,Y", "单于明,C", "万俟明,M", "长孙明,Z",
        "任明,R", "缪明,M", "翟明,Z", "乐明,Y", "覃明,Q", "冼明,X", "员明,Y", "繁明,P", "种明,C", "秘明,B", "召明,S", "佴明,N",
        "令狐明,L", "澹台明,T", "宓明,M", "逄明,P", "郗明,X", "华明,H", "拓跋明,T", "鲜于明,X", "尉明,W", "艾尼·买买提,A"
    })
    void aPersonStandsUnderTheLetterOfTheFamily(String name, String letter) {
        assertThat(order.person(name).letter()).isEqualTo(letter.charAt(0));
    }

    @Test
    void aFamilyNameIsReadAsOneInNamesOnly() {
        assertThat(order.text("曾祥").letter()).isEqualTo('C');
        assertThat(order.text("单位").letter()).isEqualTo('D');
    }

    @Test
    void whatBeginsWithOneWordStandsTogether() {
        assertThat(sorted("长江委 常委 长江科学院 常州 长江大保护")).containsExactly("长江大保护", "长江科学院", "长江委", "常委", "常州");
    }

    @Test
    void ofOneSyllableTheStrokesDecideAndTonesDoNotCount() {
        assertThat(sorted("治江 制度 志愿 支部 织网")).containsExactly("支部", "志愿", "制度", "治江", "织网");
    }

    @Test
    void anUmlautComesAfterThePlainVowel() {
        assertThat(sorted("论 绿 乱 略 路")).containsExactly("路", "绿", "乱", "略", "论");
    }

    @Test
    void numbersComeFirstByTheirValueAndLatinWordsAtTheirLetter() {
        assertThat(sorted("安全 10号 2号 Ａ类 aa类 B类 把关")).containsExactly("2号", "10号", "Ａ类", "aa类", "安全", "B类", "把关");
    }

    @Test
    void oneTextIsTheBeginningOfAnother() {
        assertThat(sorted("主题党日+ 主题党日 主题 “主题”")).containsExactly("“主题”", "主题", "主题党日", "主题党日+");
    }

    @Test
    void whatHasNoReadingStandsBeforeABehindTheNumbers() {
        assertThat(order.text("𠮷野").letter()).isEqualTo('#');
        assertThat(sorted("安 Ωmega 𠮷野 3号")).containsExactly("3号", "Ωmega", "𠮷野", "安");
    }

    @Test
    void anEditorsReadingComesFirst() {
        assertThat(order.readAs("zeng guo", "曾国").letter()).isEqualTo('Z');
        assertThat(order.readAs("san liang", "示例“三亮”").letter()).isEqualTo('S');
        assertThat(order.readAs("zheng shou ren", "郑守仁")).isEqualByComparingTo(order.person("郑守仁"));
        assertThat(order.readAs("lv cheng", "吕诚")).isLessThan(order.text("乱"));
    }
}
