package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list stands by hand, by date, by pinyin or by strokes. */
class OrderingTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSiteWithPeople() {
        site = new SmallSite(folder).file("site-config/schemas/person.yml", """
                        key: person
                        label: 榜样
                        plural: 榜样
                        order: 30
                        fields:
                          name: {label: 姓名, kind: text, required: true}
                          kind: {label: 类别, kind: choice, words: [个人, 集体], required: true}
                          sort_as: {label: 排序拼音, kind: text}
                          order: {label: 次序, kind: integer}
                        """);
    }

    private void person(String id, String name, String more) {
        site.entry("person/" + id, "title: " + name + "同志\nname: " + name + "\nkind: 个人\n" + more, "");
    }

    private static Ordering ordering(Catalogue catalogue, Map<String, Order> lists) {
        return new Ordering(catalogue, Map.of("乐山", List.of("yao", "shan")), Map.of("魑", "32511"), lists);
    }

    private String ids(Order order) {
        Catalogue catalogue = site.catalogue();
        return ids(ordering(catalogue, Map.of("person", order)).list("person"));
    }

    private static String ids(List<Page> pages) {
        return String.join(" ", pages.stream().map(Page::id).toList());
    }

    @Test
    void peopleStandByTheStrokesOfTheirNames() {
        for (String name : List.of("张-zhang", "宋-song", "沈-shen", "吴-wu", "李-li")) {
            person(name.substring(2), name.charAt(0) + "平", "");
        }

        assertThat(ids(Order.STROKES)).isEqualTo("li wu shen song zhang");
    }

    @Test
    void peopleStandByTheReadingOfTheirFamilies() {
        person("zeng", "曾祥", "");
        person("shan", "单雄", "");
        person("ceng", "参差", "");
        person("own", "曾平", "sort_as: a ping");

        assertThat(ids(Order.PINYIN)).isEqualTo("own ceng shan zeng");
    }

    @Test
    void theLatestStandsFirstWhereNobodySaysOtherwise() {
        person("old", "李平", "published: 2026-01-01");
        person("new", "张平", "published: 2026-07-01");
        Catalogue catalogue = site.catalogue();
        Ordering ordering = ordering(catalogue, Map.of());

        assertThat(ordering.of("person")).isEqualTo(Order.DATE);
        assertThat(ids(ordering.list("person"))).isEqualTo("new old");
        List<Page> backwards = List.of(
                catalogue.page("old").orElseThrow(), catalogue.page("new").orElseThrow());
        assertThat(ids(ordering.pages(Order.DATE, backwards))).isEqualTo("new old");
    }

    @Test
    void numbersGivenByHandComeFirstAndTheRestStaysAsItCame() {
        person("a", "李平", "");
        person("b", "张平", "order: 2");
        person("c", "宋平", "order: 1");
        person("d", "吴平", "");

        assertThat(ids(Order.MANUAL)).isEqualTo("c b a d");
    }

    @Test
    void whatNoOrderTellsApartStaysAsItCame() {
        person("b", "李平", "");
        person("a", "李平", "");

        assertThat(ids(Order.STROKES)).isEqualTo("a b");
        assertThat(ids(Order.PINYIN)).isEqualTo("a b");
    }

    @Test
    void aGroupStandsByItsLabel() {
        site.entry("branch/a", "tags: [党建]\npublished: 2025-07-01", "");
        site.entry("branch/b", "tags: [防汛, 水文]\npublished: 2026-07-01", "");
        Catalogue catalogue = site.catalogue();
        Ordering ordering = ordering(catalogue, Map.of());

        assertThat(labels(ordering.groups(Order.PINYIN, catalogue.tags()))).isEqualTo("安全 党建 防汛 水文");
        assertThat(labels(ordering.groups(Order.STROKES, catalogue.tags()))).isEqualTo("水文 安全 防汛 党建");
        assertThat(labels(ordering.groups(Order.DATE, catalogue.tags()))).isEqualTo("水文 防汛 党建 安全");
        assertThat(labels(ordering.groups(Order.MANUAL, catalogue.tags()))).isEqualTo(labels(catalogue.tags()));
    }

    private static String labels(List<Group> groups) {
        return String.join(" ", groups.stream().map(Group::label).toList());
    }

    @Test
    void anIndexHasEveryLetterAndASignForTheRestIfThereIsAny() {
        person("zeng", "曾祥", "");
        Ordering ordering = ordering(site.catalogue(), Map.of());
        List<Letter<String>> letters = ordering.byLetter(headings("曾祥", "长江", "乐山", "C 类"));

        assertThat(letters)
                .hasSize(26)
                .extracting(Letter::letter)
                .startsWith("A", "B")
                .endsWith("Z");
        assertThat(filled(letters)).containsExactly("C C 类 长江", "Y 乐山", "Z 曾祥");
        assertThat(filled(ordering.byLetter(headings("2026", "安")))).containsExactly("# 2026", "A 安");
    }

    @Test
    void anIndexByStrokesHasEveryNumberUpToTheMost() {
        Ordering ordering = ordering(site.catalogue(), Map.of());
        List<Letter<String>> letters = ordering.byStrokes(headings("三亮", "五个一", "七个一", "十四五"));

        assertThat(letters).extracting(Letter::letter).containsExactly("1", "2", "3", "4");
        assertThat(filled(letters)).containsExactly("2 十四五 七个一", "3 三亮", "4 五个一");
        assertThat(filled(ordering.byStrokes(headings("魅力", "2026", "一")))).containsExactly("# 2026", "1 一", "? 魅力");
    }

    private static List<Letter.Heading<String>> headings(String... words) {
        return Stream.of(words)
                .map(word -> new Letter.Heading<>(word, false, word))
                .toList();
    }

    private static List<String> filled(List<Letter<String>> letters) {
        return letters.stream()
                .filter(letter -> !letter.headings().isEmpty())
                .map(letter -> letter.letter() + " "
                        + String.join(
                                " ",
                                letter.headings().stream()
                                        .map(Letter.Heading::word)
                                        .toList()))
                .toList();
    }

    @Test
    void aCharacterWithoutStrokesIsToldOnceUnlessTheSiteHasIt() {
        person("a", "魅平", "");
        person("b", "魅明", "");
        person("c", "魑平", "");

        assertThat(ids(Order.STROKES)).isEqualTo("c a b");
        assertThat(ordering(site.catalogue(), Map.of("person", Order.STROKES)).unplaced())
                .extracting(one -> one.character() + " " + one.page().id())
                .containsExactly("魅 a");
        assertThat(ordering(site.catalogue(), Map.of("person", Order.PINYIN)).unplaced())
                .isEmpty();
    }
}
