package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.catalogue.Choice;
import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import io.zhibu.memo.Counting;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Parallel PARALLEL = new Parallel(2);
    private static final Folding FOLDING = new Folding();
    private static final int COUNT = 700;

    private final Recollection memory = new Recollection(Memory.NONE);
    private final List<Entry> entries = new ArrayList<>();
    private final Random random = new Random(3);

    PartsTest() {
        for (int number = 0; number < COUNT; number++) {
            entries.add(entry(number, words(3), words(60)));
        }
    }

    @Test
    void whateverChangesTheFilesAreThoseOfASearchMadeAnew() {
        assertThat(files(memory)).isEqualTo(files(Memory.NONE));
        for (int edit = 0; edit < 12; edit++) {
            int at = random.nextInt(entries.size());
            switch (edit % 4) {
                case 0 -> entries.set(at, entry(at, entries.get(at).title(), words(60)));
                case 1 -> entries.set(at, entry(at, words(4), entries.get(at).text()));
                case 2 -> entries.remove(at);
                default -> entries.add(at, entry(COUNT + edit, words(2), "𠮷𠮷野家 abc 2024 " + words(9)));
            }
            assertThat(files(memory)).as("edit %s", edit).isEqualTo(files(Memory.NONE));
        }
    }

    @Test
    void oneTextMakesAnewWhatItStandsIn() {
        files(memory);
        entries.set(300, entry(300, entries.get(300).title(), entries.get(300).text() + "江湖"));
        Counting counting = new Counting(memory);

        files(counting);

        // A row's words, titles and sums; the bundles of two words, and those behind each up to the end of a file.
        assertThat(counting.reuse().get("parts").made()).isBetween(5, 20);
        assertThat(counting.reuse().get("parts").used()).isGreaterThan(100);
        // The files of a row's texts and titles, those of two words, and what a browser begins with.
        assertThat(counting.reuse().get("search").made()).isBetween(4, 30);
        assertThat(counting.reuse().get("search").used()).isGreaterThan(100);
    }

    @Test
    void filesThatAreLostAreMadeAgain() {
        Map<String, Digest> before = files(memory);

        Memory halved = (stage, under) -> stage.equals("search") ? Memory.Book.BLANK : memory.open(stage, under);

        assertThat(files(halved)).isEqualTo(before);
    }

    @Test
    void luceneHasTheSameWordsInAllRows() {
        Search search = search(Memory.Book.BLANK);
        assertThat(search.index().reader().leaves()).hasSize(3);
        for (Family family : Family.values()) {
            assertThat(search.index().parts().extent(family, true).words())
                    .isEqualTo(sum(search.index(), family.first()));
            assertThat(search.index().parts().extent(family, false).words())
                    .isEqualTo(sum(search.index(), family.second()));
        }
    }

    @Test
    void luceneAnswersFromRowsThatWereKeptAsFromNewOnes() {
        answered();
        Entry changed = entry(300, entries.get(300).title(), entries.get(300).text() + "青溪渡口");
        entries.set(300, changed);

        Answer again = answered();

        assertThat(again).isEqualTo(search(Memory.Book.BLANK).answer("青溪渡口"));
        assertThat(again.hits().get(0).id()).isEqualTo(changed.id());
    }

    private Answer answered() {
        try (Memory.Book parts = memory.open("parts", Digest.of("types"))) {
            return search(parts).answer("青溪渡口");
        }
    }

    private static long sum(Index index, String field) {
        return index.reader().leaves().stream()
                .mapToLong(leaf -> {
                    try {
                        return leaf.reader().getSumTotalTermFreq(field);
                    } catch (java.io.IOException impossible) {
                        throw new java.io.UncheckedIOException("an index in memory failed", impossible);
                    }
                })
                .sum();
    }

    private Map<String, Digest> files(Memory memory) {
        Map<String, Digest> files = new TreeMap<>();
        try (Memory.Book parts = memory.open("parts", Digest.of("types"));
                Memory.Book made = memory.open("search", Digest.of("all"))) {
            search(parts)
                    .files(Optional.empty(), made)
                    .output()
                    .files()
                    .forEach((address, source) ->
                            files.put(address.path(), Digest.of(source.make().value())));
        }
        return files;
    }

    private Search search(Memory.Book parts) {
        return new Search(
                Index.of(
                        entries.stream().map(Item::of).toList(),
                        FOLDING,
                        new Readings(Map.of()),
                        new Synonyms(List.of(), FOLDING),
                        PARALLEL,
                        parts),
                PARALLEL,
                parts);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append((char) ('\u4E00' + random.nextInt(1 + random.nextInt(2000))));
        }
        return words.toString();
    }

    private static Entry entry(int number, String title, String text) {
        return new Entry(
                "page-" + number,
                title,
                "page/" + number + "/index.html",
                "",
                "工作法",
                "",
                "2024",
                number % 50 == 0,
                number % 70 == 0 ? Entry.Kind.PAGE : number % 60 == 1 ? Entry.Kind.PLACE : Entry.Kind.ENTRY,
                title,
                "青溪",
                List.of(),
                text,
                List.of(),
                List.of(new Choice("year", "2024", "2024 年"), new Choice("tag", "t" + number % 9, "标签" + number % 9)),
                number % 31);
    }
}
