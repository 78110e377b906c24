package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.parallel.Parallel;
import io.zhibu.search.Comparing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same text twice is told to who wrote it last, unless an editor says that both are meant. */
class NearDuplicateTest {
    private static final String TEXT = """
            ## 做法

            汛期到来之前，支部问三件事：巡堤的人到位没有，沙袋备齐没有，水位报讯通不通。
            三件事由三名党员各管一件，问到没有落实的，当天写进台账，第二天由书记带人去看。
            台账每周五下午在支部园地公布，谁的事谁签字，签了字的下周一再问一遍。
            """;

    private static final String TOLD_OF_B = "content/method/b.md:1:1 near-duplicate";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
        site.entry("method/a", "title: 汛前三问\npublished: 2026-07-01", TEXT);
        site.entry("method/b", "title: 汛期三问\npublished: 2026-07-02", TEXT);
        site.entry("method/other", "title: 读书会", "## 做法\n\n青年轮流领读一本书，读完写两百字心得。\n");
    }

    @Test
    void theLaterEntryIsToldWhichOneItRepeats() {
        Catalogue catalogue = site.catalogue();
        Diagnostics diagnostics = new Diagnostics();
        new NearDuplicate(new Comparing(catalogue, new Parallel(2)).likeness()).check(catalogue, diagnostics);

        assertThat(diagnostics.list()).extracting(Object::toString).containsExactly("""
                content/method/b.md:1:1: 警告[near-duplicate] 文字与“汛前三问”（content/method/a.md）几乎一样
                    建议：并成一篇；确是两回事，就加一行 not_related: [a]""");
    }

    @Test
    void aFewChangedWordsMakeNoOtherTextAndAnotherHalfDoes() {
        site.entry(
                "method/b",
                "published: 2026-07-02",
                TEXT.replace("三名党员", "三位同志").replace("周五", "周四"));
        assertThat(told()).containsExactly(TOLD_OF_B);
        site.entry(
                "method/b", "published: 2026-07-02", TEXT.replaceAll("台账每周五.*", "没有落实的，停下手里的活，先把缺的补上，补齐再开会商量以后怎么办。"));
        assertThat(told()).isEmpty();
    }

    @Test
    void eitherEditorsWordSettlesIt() {
        for (String word : List.of("not_related: [b]", "related: [b]")) {
            site.entry("method/a", word, TEXT);
            assertThat(told()).isEmpty();
        }
        site.entry("method/a", "", TEXT);
        site.entry("method/b", "not_related: [a]", TEXT);
        assertThat(told()).isEmpty();
    }

    @Test
    void ofManyCopiesEachIsToldOnce() {
        for (int i = 3; i < 8; i++) {
            site.entry("method/copy-" + i, "published: 2026-07-0" + i, TEXT);
        }

        assertThat(told())
                .containsExactly(
                        TOLD_OF_B,
                        "content/method/copy-3.md:1:1 near-duplicate",
                        "content/method/copy-4.md:1:1 near-duplicate",
                        "content/method/copy-5.md:1:1 near-duplicate",
                        "content/method/copy-6.md:1:1 near-duplicate",
                        "content/method/copy-7.md:1:1 near-duplicate");
    }

    @Test
    void aDraftIsLaterThanWhatIsPublished() {
        site.entry("method/a", "status: draft\npublished: 2026-06-01", TEXT);

        assertThat(told()).containsExactly("content/method/a.md:1:1 near-duplicate");
    }

    @Test
    void madeUpEntriesMayRepeatEachOtherAndATrueOneMayNotRepeatThem() {
        site.entry("method/b", "sample: true\ntitle: 示例三问\npublished: 2026-07-02", TEXT);
        Catalogue catalogue = site.catalogue();
        Diagnostics diagnostics = new Diagnostics();
        new NearDuplicate(new Comparing(catalogue, new Parallel(2)).likeness()).check(catalogue, diagnostics);
        assertThat(diagnostics.list()).extracting(Object::toString).containsExactly("""
                content/method/a.md:1:1: 警告[near-duplicate] 文字与示例“示例三问”（content/method/b.md）几乎一样
                    建议：把示例里虚构的话换成自己的，没有的删去""");

        site.entry("method/a", "sample: true", TEXT);
        assertThat(told()).isEmpty();
    }

    @Test
    void whereNoFieldSaysThatTwoDifferTheRemedyDoesntNameIt() {
        site.entry("branch/x", "published: 2026-07-01", TEXT.replace("汛期", "冬修"));
        site.entry("branch/y", "published: 2026-07-02", TEXT.replace("汛期", "冬修"));
        Catalogue catalogue = site.catalogue();
        Diagnostics diagnostics = new Diagnostics();
        new NearDuplicate(new Comparing(catalogue, new Parallel(2)).likeness()).check(catalogue, diagnostics);

        assertThat(diagnostics.list().stream().filter(one -> one.where().file().equals("content/branch/y.md")))
                .extracting(one -> one.hint().orElseThrow())
                .containsExactly("并成一篇，或把这一篇自己的内容写出来");
    }

    @Test
    void theSameTextInTraditionalCharactersIsForOtherReaders() {
        site.entry("method/b", "title: 防汛三問", """
                ## 做法

                汛期到來之前，支部問三件事：巡堤的人到位沒有，沙袋備齊沒有，水位報訊通不通。
                三件事由三名黨員各管一件，問到沒有落實的，當天寫進臺賬，第二天由書記帶人去看。
                臺賬每週五下午在支部園地公佈，誰的事誰簽字，簽了字的下週一再問一遍。
                """);

        assertThat(told()).isEmpty();
    }

    private List<String> told() {
        return Said.by(
                (catalogue, diagnostics) -> new NearDuplicate(new Comparing(catalogue, new Parallel(2)).likeness())
                        .check(catalogue, diagnostics),
                site);
    }
}
