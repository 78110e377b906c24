package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.history.History;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    @TempDir
    private Path folder;

    @Test
    void everyRuleIsTimedByItsName() {
        SmallSite site = SmallSite.ofOurTypes(folder).entry("term/san-wen", "term: 三问", "甲");
        Map<String, Long> took = new TreeMap<>();

        Catalogue catalogue = site.catalogue();
        Ordering ordering = new Ordering(catalogue, Map.of(), Map.of(), Map.of());
        LocalDate today = LocalDate.of(2026, 11, 23);
        new Checks(new Parallel(2), today, ordering, History.NONE, true, took::put, Remembered.NOTHING)
                .check(catalogue, Likeness.NONE);

        assertThat(took)
                .hasSizeGreaterThan(45)
                .containsKeys("NoFigure", "UnregisteredTitle", "DeadLink", "FileNaming")
                .doesNotContainKey("OnePass")
                .allSatisfy((rule, nanos) -> assertThat(nanos).isNotNegative());
    }

    @Test
    void wordsAreDecodedOnceForAllRulesAndOnlyIfOneAsks() {
        SmallSite site =
                SmallSite.ofOurTypes(folder).entry("term/one", "term: 三问", "甲").entry("term/two", "term: 四问", "乙");
        List<String> seen = new ArrayList<>();
        Texts[] last = {null};
        TextCheck first = (catalogue, page, texts, diagnostics) -> {
            last[0] = texts;
            seen.add(page.id() + texts.joined().toString().strip());
        };
        TextCheck second =
                (catalogue, page, texts, diagnostics) -> assertThat(texts).isSameAs(last[0]);

        new OnePass(List.of(first, second), Remembered.NOTHING).check(site.catalogue(), new Diagnostics());

        assertThat(seen).containsExactly("one甲", "two乙");
    }

    @Test
    void whatWasSaidOfAPageThatIsTheSameStands() {
        SmallSite site =
                SmallSite.ofOurTypes(folder).entry("term/one", "term: 三问", "甲").entry("term/two", "term: 四问", "乙");
        Memory memory = new Recollection(Memory.NONE);
        List<String> seen = new ArrayList<>();
        TextCheck rule = (catalogue, page, texts, diagnostics) -> {
            seen.add(page.id());
            diagnostics.notice(page.where(), "seen", page.id(), "");
        };
        List<Diagnostic> first = said(rule, memory, site);
        site.entry("term/two", "term: 四问", "改了");

        assertThat(said(rule, memory, site)).isEqualTo(first);
        assertThat(seen).containsExactly("one", "two", "two");
    }

    private static List<Diagnostic> said(TextCheck rule, Memory memory, SmallSite site) {
        Diagnostics diagnostics = new Diagnostics();
        try (Memory.Book book = memory.open("checks", Digest.of("types"))) {
            Remembered remembered = new Remembered(site.read().value().sources(), book);
            new OnePass(List.of(rule), remembered).check(site.catalogue(), diagnostics);
        }
        return diagnostics.list();
    }

    @Test
    void sectionsAreToldApartBySecondLevelHeadings() {
        SmallSite site = SmallSite.ofOurTypes(folder)
                .entry("term/one", "term: 三问", "前\n\n## 做法\n\n甲 `码` 𠀀\n\n### 第一步\n\n乙\n\n## 成效\n\n丙\n\n## 做法\n\n丁");
        Page page = site.catalogue().pages().get(0);

        Texts texts = new Texts(page);

        assertThat(texts.sections().entrySet().stream()
                        .map(one ->
                                one.getKey() + "=" + one.getValue().toString().replaceAll("\\s+", ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("=前 做法=做法甲𠀀第一步乙做法丁 成效=成效丙");
        assertThat(texts.han()).isEqualTo(16);
    }
}
