package io.zhibu.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.Ordering;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orders among which a reader of a list chooses. */
class SortingTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void elevenMethods() {
        site = SmallSite.ofOurTypes(folder);
        for (int n = 10; n <= 20; n++) {
            method("m-" + n, n, "");
        }
    }

    @Test
    void aLongListIsThereByDateByPinyinAndByWhoTookItOver() {
        method("m-13", 13, "promotion: {level: 系统, adopted_by: [a-branch, b-branch]}");
        method("m-17", 17, "promotion: {level: 全委, adopted_by: [a-branch]}");

        List<Sorting> sortings = sortings(Map.of());

        assertThat(sortings.stream()
                        .map(one -> one.offer() + " " + one.address().path()))
                .containsExactly(
                        "最新 work-method/index.html",
                        "拼音 work-method/by/pinyin/index.html",
                        "采用最多 work-method/by/adopted/index.html");
        assertThat(first(sortings.get(0))).containsExactly("m-20", "m-19", "m-18");
        assertThat(first(sortings.get(1))).containsExactly("m-10", "m-11", "m-12");
        assertThat(first(sortings.get(2))).containsExactly("m-13", "m-17", "m-20");
        assertThat(Sorting.model(sortings, sortings.get(1)))
                .extracting(one -> one.get("current"))
                .containsExactly(false, true, false);
    }

    @Test
    void whatNobodyTookOverIsNotSortedByIt() {
        method("m-13", 13, "promotion: {level: 系统, adopted_by: [a-branch]}\nsample: true");

        assertThat(sortings(Map.of())).extracting(Sorting::key).containsExactly("date", "pinyin");
    }

    @Test
    void theOrderOfTheSettingsKeepsTheAddressOfTheList() {
        assertThat(sortings(Map.of("work-method", Order.PINYIN)).stream()
                        .map(one -> one.key() + " " + one.address().path()))
                .containsExactly("pinyin work-method/index.html", "date work-method/by/date/index.html");
    }

    @Test
    void byPinyinAMethodStandsUnderTheNameThatTheListBeginsWith() {
        method("m-18", 18, "method_name: 爱学");
        method("m-19", 19, "method_name: 未载");

        assertThat(first(sortings(Map.of()).get(1))).containsExactly("m-18", "m-10", "m-11");
    }

    @Test
    void aShortListHasOneOrder() {
        site.entry("term/one", "unit: 长江委", "");
        Catalogue catalogue = site.catalogue();

        List<Sorting> sortings =
                Sorting.of(catalogue.schemas().type("term").orElseThrow(), catalogue, ordering(catalogue, Map.of()));

        assertThat(sortings).hasSize(1);
        assertThat(Sorting.model(sortings, sortings.get(0))).isEmpty();
    }

    private void method(String id, int day, String more) {
        site.entry("work-method/" + id, "unit: 长江委\ntitle: 法 " + day + "\npublished: 2026-01-" + day + "\n" + more, "");
    }

    private List<Sorting> sortings(Map<String, Order> lists) {
        Catalogue catalogue = site.catalogue();
        return Sorting.of(catalogue.schemas().type("work-method").orElseThrow(), catalogue, ordering(catalogue, lists));
    }

    private static Ordering ordering(Catalogue catalogue, Map<String, Order> lists) {
        return new Ordering(catalogue, Map.of(), Map.of(), lists);
    }

    private static List<String> first(Sorting sorting) {
        return sorting.pages().get().stream().limit(3).map(Page::id).toList();
    }
}
