package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.hanzi.Folding;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryReadingTest {
    private final Folding folding = new Folding();

    private Question read(String typed) {
        Synonyms synonyms = new Synonyms(List.of(List.of("三亮", "亮身份"), List.of("亮身份", "三亮")), folding);
        return new QueryReading(synonyms, folding).read(typed);
    }

    private static List<String> words(Question question) {
        return question.weights().keySet().stream()
                .filter(term -> term.family() == Family.WORDS)
                .map(Term::text)
                .toList();
    }

    @Test
    void aPlusAndAQuotationMarkInAWordAreGaps() {
        assertThat(words(read("主题党日+"))).containsExactly("主题", "题党", "党日");
        assertThat(read("主题\"党日\"").phrases()).isEmpty();
        assertThat(words(read("主题-党日"))).containsExactly("主题", "党日");
        assertThat(read("主题-党日").excluded()).isEmpty();
    }

    @Test
    void aMinusBeforeAWordExcludesIt() {
        Question question = read("党日 -示例");
        assertThat(words(question)).containsExactly("党日");
        assertThat(question.excluded()).hasSize(1);
        assertThat(read("党日 - 示例").excluded()).isEmpty();
        assertThat(read("党日 --示例").excluded()).isEmpty();
        assertThat(read("-示例").messages()).containsExactly(Message.ONLY_EXCLUDED);
    }

    @Test
    void wordsInQuotationMarksAreAPhrase() {
        assertThat(read("“主题 党日” 长江").phrases()).containsExactly("主题 党日");
        assertThat(read("「主题党日」").phrases()).containsExactly("主题党日");
        assertThat(read("“主题党日").phrases()).isEmpty();
        assertThat(words(read("“主题党日"))).containsExactly("主题", "题党", "党日");
    }

    @Test
    void aWordingStandsForAnotherAndCountsHalf() {
        Question question = read("三亮");
        assertThat(words(question)).containsExactly("三亮", "亮身", "身份");
        assertThat(question.weights().get(new Term(Family.WORDS, "亮身"))).isEqualTo(0.5f);
        assertThat(question.groups()).hasSize(1);
        assertThat(question.groups().get(0).alternatives()).hasSize(2);
    }

    @Test
    void wordsThatReachOverAWordingNeedNotBeThere() {
        Question question = read("党员三亮");
        assertThat(words(question)).containsExactly("党员", "员三", "三亮", "亮身", "身份");
        assertThat(question.groups()).hasSize(2);
    }

    @Test
    void whatIsTooLongIsCutAndSaid() {
        assertThat(read("水".repeat(10_000)).messages()).containsExactly(Message.CUT);
        assertThat(read("！？").messages()).containsExactly(Message.NO_WORDS);
    }
}
