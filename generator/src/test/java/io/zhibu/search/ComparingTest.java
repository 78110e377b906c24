package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.parallel.Parallel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are about is told by their words alone. */
class ComparingTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
        site.entry("method/flood", "title: 汛前三问", """
                ## 做法
                汛期到来之前，支部问三件事：巡堤的人到位没有，沙袋备齐没有，水位报讯通不通。
                """);
        site.entry("method/patrol", "title: 巡堤值守", """
                ## 做法
                汛期水位上涨，巡堤的人分段到位，发现渗漏就用沙袋围堵。
                """);
        site.entry("method/gauge", "title: 水位报讯", """
                ## 做法
                测站把水位报讯时间写在墙上，谁值班谁签字。
                """);
        site.entry("method/reading", "title: 读书会", """
                ## 做法
                青年轮流领读一本书，读完写两百字心得。
                """);
        site.entry("method/course", "title: 微党课", """
                ## 做法
                书记每月讲一堂课，用身边的事说明道理。
                """);
    }

    @Test
    void theLikestComesFirstAndWhatSharesNoTellingWordNotAtAll() {
        Catalogue catalogue = site.catalogue();

        assertThat(found(catalogue, "flood")).containsExactly("patrol", "gauge");
        assertThat(found(catalogue, "patrol")).containsExactly("flood");
        assertThat(found(catalogue, "gauge")).containsExactly("flood");
        assertThat(found(catalogue, "reading")).isEmpty();
        assertThat(found(catalogue, "course")).isEmpty();
    }

    @Test
    void draftsAreComparedTooForTheirEditorsAndPagesThatNoListHasAreNot() {
        site.entry("method/draft", "title: 沙袋备齐\nstatus: draft", "## 做法\n汛期之前把沙袋备齐，巡堤的人到位。");
        site.file("site-config/schemas/leaf.yml", "key: leaf\nlabel: 页面\nplural: 页面\nlisted: false\norder: 90\n");
        site.entry("leaf/about", "title: 汛前三问", "汛期到来之前，支部问三件事：巡堤的人到位没有，沙袋备齐没有。");
        Catalogue catalogue = site.catalogue();

        assertThat(found(catalogue, "flood")).containsExactly("draft", "gauge", "patrol");
        assertThat(found(catalogue, "draft")).containsExactly("flood", "patrol");
        assertThat(found(catalogue, "about")).isEmpty();
    }

    @Test
    void pagesThatAreAsLikeStandByAddress() {
        String body = "## 做法\n用沙袋围堵渗漏。";
        for (String id : List.of("d", "b", "c", "a")) {
            site.entry("method/" + id, "title: 围堵", body);
        }

        assertThat(found(site.catalogue(), "c")).startsWith("a", "b", "d");
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() {
        Catalogue catalogue = site.catalogue();

        assertThat(new Comparing(catalogue, new Parallel(8)).likeness())
                .isEqualTo(new Comparing(catalogue, new Parallel(1)).likeness());
    }

    @Test
    void noMoreThanADozenAreKept() {
        for (int i = 0; i < 40; i++) {
            site.entry("method/same-" + i, "title: 围堵", "## 做法\n用沙袋围堵渗漏。");
        }

        assertThat(found(site.catalogue(), "same-0")).hasSize(12).doesNotContain("same-0");
    }

    @Test
    void theSameTextIsSharedInFullAndAnotherOneIsNot() {
        site.entry("method/flood-again", "title: 汛前三问", """
                ## 做法
                汛期到来之前，支部问三件事：巡堤的人到位没有，沙袋备齐没有，水位报讯通不通。
                """);
        List<Likeness.Match> matches = likeness(site.catalogue(), "flood");

        assertThat(matches).extracting(match -> match.page().id()).containsExactly("flood-again", "patrol", "gauge");
        assertThat(matches.get(0).shared()).isEqualTo(1);
        assertThat(matches.get(1).shared()).isLessThan(0.5F);
    }

    private static List<String> found(Catalogue catalogue, String id) {
        return likeness(catalogue, id).stream().map(match -> match.page().id()).toList();
    }

    private static List<Likeness.Match> likeness(Catalogue catalogue, String id) {
        return new Comparing(catalogue, new Parallel(2))
                .likeness()
                .of(catalogue.page(id).orElseThrow());
    }
}
