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
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Frame;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What such rules said stands while only words change, so that none of them may look at one. */
    @Test
    void rulesThatAreNotOfWordsSayTheSameWhateverStandsBetweenHeadings() {
        SmallSite site = SmallSite.ofOurTypes(folder)
                .entry("term/one", "term: 三问", "见[别处](two.md#没有)，[没有的](none.md)\n\n# 一级\n\n#### 四级\n\n![](a.png)")
                .entry("term/two", "term: 四问", "见[三问](one.md)与 `码`。\n\n![有字](b.png)\n\n<b>粗</b>\n\n## 做法\n\n乙");
        Catalogue before = site.catalogue();
        Map<String, Page> others = before.pages().stream().collect(Collectors.toMap(Page::id, ChecksTest::reworded));

        assertThat(withoutWords(before.with(others)))
                .isEqualTo(withoutWords(before))
                .hasSizeGreaterThan(4);
        for (Page page : before.pages()) {
            assertThat(others.get(page.id()).body()).isNotEqualTo(page.body());
            assertThat(Frame.of(others.get(page.id()))).isEqualTo(Frame.of(page));
        }
    }

    private static List<Diagnostic> withoutWords(Catalogue catalogue) {
        Ordering ordering = new Ordering(catalogue, Map.of(), Map.of(), Map.of());
        Checks checks = new Checks(
                new Parallel(1),
                LocalDate.of(2026, 11, 23),
                ordering,
                History.NONE,
                true,
                (rule, nanos) -> {},
                Remembered.NOTHING);
        Diagnostics said = new Diagnostics();
        checks.withoutWords(Likeness.NONE).forEach(rule -> rule.check(catalogue, said));
        return said.list();
    }

    /** With other words everywhere but in headings and in what stands for a picture. */
    private static Page reworded(Page page) {
        Body.Builder body = new Body.Builder();
        int[] kept = {0};
        page.body().forEach(event -> {
            if (event instanceof Event.Start start && isKept(start.element())) {
                kept[0]++;
            } else if (event instanceof Event.End end && isKept(end.element())) {
                kept[0]--;
            }
            boolean word = kept[0] == 0 && (event instanceof Event.Text || event instanceof Event.Code);
            body.add(word ? new Event.Text("《别的》话，待写" + page.id()) : event);
        });
        return new Page(page.heading(), page.fields(), body.build(), page.attached());
    }

    private static boolean isKept(Event.Element element) {
        return element instanceof Event.Heading || element instanceof Event.Image;
    }

    @Test
    void titlesThatAPageNamesAreKnownAgainWithoutReadingIt() {
        SmallSite site = SmallSite.ofOurTypes(folder).entry("term/one", "term: 三问", "按《某某工作办法》办。");
        Memory memory = new Recollection(Memory.NONE);

        List<Diagnostic> first = said(new UnregisteredTitle(), memory, site);

        assertThat(first).hasSize(1);
        assertThat(said(new UnregisteredTitle(), memory, site)).isEqualTo(first);
    }

    private static List<Diagnostic> said(TextCheck rule, Memory memory, SmallSite site) {
        Diagnostics diagnostics = new Diagnostics();
        try (Memory.Book book = memory.open("checks", Digest.of("types"))) {
            Remembered remembered = new Remembered(site.read().value().sources(), Optional.empty(), book);
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
