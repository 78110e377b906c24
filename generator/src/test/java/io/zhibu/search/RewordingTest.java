package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import io.zhibu.parallel.Parallel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found where no page has everything as it was typed, and what is said of it. */
class RewordingTest {
    private static final Folding FOLDING = new Folding();
    private static final Search SEARCH = search(
            entry("shouren", "郑守仁院士", "在三峡工地上住了十七年。"),
            entry("jiehe", "五结合工作法", "二〇二一年以来，防汛抢险与党课相结合。"),
            entry("shuzhi", "支部书记抓党建述职评议制度", "述职以前写好提纲。"),
            entry("chuanzhang", "老船长的咖喱课堂", "讲 kubernetes 的一课，也讲巡察。"),
            entry("renwu", "任务台账", "逐项销号。"));

    private static Entry entry(String id, String title, String text) {
        return new Entry(
                id,
                title,
                id + ".html",
                "",
                "工作法",
                "",
                "",
                false,
                Entry.Kind.ENTRY,
                title,
                "",
                List.of(),
                text,
                List.of(),
                List.of(),
                0);
    }

    private static Search search(Entry... entries) {
        return new Search(
                Index.of(
                        List.of(entries),
                        FOLDING,
                        new Readings(Map.of()),
                        new Synonyms(List.of(), FOLDING),
                        new Parallel(1)),
                new Parallel(1));
    }

    @ParameterizedTest
    @CsvSource({
        "防汛党课, jiehe, APART",
        "zheng4shou3ren2, shouren, MATTER",
        "zhèng shǒu rén, shouren, SPELT",
        "zhèng shǒu r, shouren, OPENED",
        "zheng shou r, shouren, OPENED",
        "zhengshour, shouren, OPENED",
        "zhibushujizhuadangjian, shuzhi, SPELT",
        "zbsjzdjszpy, shuzhi, SPELT",
        "zensouren, shouren, ALIKE",
        "zhegnshouren, shouren, MISSPELT",
        "zhegnshour, shouren, MISSPELT",
        "kuber, chuanzhang, BEGUN",
        "kubernetse, chuanzhang, MISSPELT",
        "5结合, jiehe, MATTER",
        "2021年, jiehe, MATTER",
        "支部书记述职怎么写, shuzhi, APART",
        "任务台账怎么管, renwu, MATTER",
        "咖喱课堂讲什么, chuanzhang, MATTER",
        "任务台账谁来记, renwu, MATTER",
        "郑首仁, shouren, HOMOPHONES",
        "守郑仁, shouren, NEARLY",
        "郑守仁坝, shouren, NEARLY",
    })
    void oneIsFoundAndSaysHow(String typed, String id, Message message) {
        Answer answer = SEARCH.answer(typed);
        assertThat(answer.strict()).isPositive();
        assertThat(answer.hits().get(0).id()).isEqualTo(id);
        assertThat(answer.messages()).containsExactly(message);
    }

    @Test
    void aNameThatSoundsSoStandsBeforeATextThatHasTheCharactersApart() {
        Answer answer = search(entry("called", "供水调度办法", "夏天的安排"), entry("apart", "别的", "供水。调渡。办法。"))
                .answer("供水调渡办法");
        assertThat(answer.messages()).containsExactly(Message.HOMOPHONES);
        assertThat(answer.hits().get(0).id()).isEqualTo("called");
    }

    @Test
    void aNameThatIsAQuestionIsFoundByItsSoundToo() {
        Answer answer = search(entry("called", "为什么供水", "夏天的安排"), entry("part", "供水", "公水"))
                .answer("为什么公睡");
        assertThat(answer.messages()).containsExactly(Message.HOMOPHONES);
        assertThat(answer.hits().get(0).id()).isEqualTo("called");
        assertThat(answer.strict()).isEqualTo(1);
    }

    @Test
    void oneCharacterTooManyInANameIsLessThanAllOfThemHereAndThere() {
        Answer answer = search(entry("called", "供水调度办法", "夏天的安排"), entry("apart", "别的", "供水。调度好。办法。好办。"))
                .answer("供水调度好办法");
        assertThat(answer.messages()).containsExactly(Message.NEARLY);
        assertThat(answer.hits().get(0).id()).isEqualTo("called");
    }

    @Test
    void twoIdeasWholeStandBeforePiecesOfThem() {
        Answer answer = search(
                        entry("pieces", "别的", "供水。调度。香菇。姜末。供水。调度。香菇。姜末。"), entry("whole", "另一个", "供水调度的时候不用香菇姜末。"))
                .answer("供水调度香菇姜末");
        assertThat(answer.messages()).containsExactly(Message.APART);
        assertThat(answer.hits().get(0).id()).isEqualTo("whole");
    }

    @Test
    void syllablesWithTonesThatAreTypedApartStandBesideOneAnother() {
        Answer answer = search(entry("near", "供水调度", "夏天"), entry("far", "水调和供应的调度", "水"))
                .answer("gōng shuǐ");
        assertThat(answer.messages()).containsExactly(Message.SPELT);
        assertThat(answer.hits()).extracting(Answer.Hit::id).first().isEqualTo("near");
        assertThat(answer.strict()).isEqualTo(1);
    }

    @Test
    void aLastSyllableThatCanBecomeLittleIsFinishedAfterASlip() {
        Answer answer = search(entry("other", "政治镇", "夏天"), entry("meant", "郑守仁的事", "夏天"))
                .answer("zhegnsho");
        assertThat(answer.messages()).containsExactly(Message.MISSPELT);
        assertThat(answer.hits()).extracting(Answer.Hit::id).containsExactly("meant");
    }

    @Test
    void aWordThatBeginsSoStandsBeforeANameThatOnlySoundsLikeIt() {
        Answer answer = search(entry("begins", "别的", "Macadam"), entry("alike", "马叉", "夏天"))
                .answer("maca");
        assertThat(answer.messages()).containsExactly(Message.BEGUN);
        assertThat(answer.hits().get(0).id()).isEqualTo("begins");
    }

    @Test
    void whoAsksForManyIsLedToTheListThatSaysSo() {
        Search search = search(
                entry("jiehe", "防汛与党课五结合", "先进支部的做法"),
                board("/honours/", "荣誉榜", "受过表彰、得过奖的先进支部"),
                board("/dates/", "日历", "主题党日哪一天开展"));
        assertThat(search.answer("有哪些先进支部").called()).extracting(Answer.Hit::id).containsExactly("/honours/");
        assertThat(search.answer("主题党日安排在哪天").called())
                .extracting(Answer.Hit::id)
                .containsExactly("/dates/");
        assertThat(search.answer("先进支部").called()).isEmpty();
        assertThat(search.literally("有哪些先进支部").called()).isEmpty();
        assertThat(search.answer("有哪些咖喱").called()).isEmpty();
    }

    private static Entry board(String id, String title, String says) {
        return new Entry(
                id,
                title,
                id,
                "",
                "目录",
                "",
                "",
                false,
                Entry.Kind.PLACE,
                title,
                "目录",
                List.of(),
                says,
                List.of(),
                List.of(),
                0);
    }

    @Test
    void whatIsFoundTooDoesNotFindBack() {
        Synonyms synonyms = new Synonyms(List.of(List.of("轮训", "培训")), FOLDING);
        assertThat(synonyms.of("轮训")).containsExactly("培训");
        assertThat(synonyms.of("培训")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "galikatang, chuanzhang",
        "kali, chuanzhang",
        "gali, chuanzhang",
        "lczdgl, chuanzhang",
        "lcc, chuanzhang"
    })
    void everyUsualReadingOfACharacterIsFound(String typed, String id) {
        assertThat(SEARCH.answer(typed).hits()).extracting(Answer.Hit::id).contains(id);
    }

    @Test
    void aReadingThatNoWordHasFindsNothing() {
        assertThat(SEARCH.answer("务大").messages()).doesNotContain(Message.HOMOPHONES);
        assertThat(SEARCH.answer("武大").hits()).extracting(Answer.Hit::id).doesNotContain("renwu");
    }

    @Test
    void whatIsHalfRightBySoundDoesNotOutweighWords() {
        assertThat(SEARCH.answer("提纲任五").messages()).doesNotContain(Message.HOMOPHONES);
        assertThat(SEARCH.answer("提纲任五").hits().get(0).id()).isEqualTo("shuzhi");
    }

    @Test
    void anExactAnswerIsNotReworded() {
        assertThat(SEARCH.answer("郑守仁").messages()).isEmpty();
        assertThat(SEARCH.answer("“防汛党课”").hits()).isEmpty();
        assertThat(SEARCH.answer("“防汛党课”").messages()).containsExactly(Message.LITERAL);
        assertThat(SEARCH.answer("“防汛抢险”").messages()).isEmpty();
        assertThat(SEARCH.answer("怎么").hits()).isEmpty();
    }

    @Test
    void twoWordsAreNearIfOneLetterDiffers() {
        assertThat(Rewording.isNear("kubernetse", "kubernetes")).isTrue();
        assertThat(Rewording.isNear("kubernetes", "kubernete")).isTrue();
        assertThat(Rewording.isNear("kubernetes", "kubernates")).isTrue();
        assertThat(Rewording.isNear("kubernetes", "kabernates")).isFalse();
        assertThat(Rewording.isNear("aab", "aaab")).isTrue();
        assertThat(Rewording.isNear("ab", "cd")).isFalse();
    }
}
