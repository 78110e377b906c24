package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Polyphones;
import io.zhibu.hanzi.Readings;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthOrderTest {
    private static final Parallel PARALLEL = new Parallel(2);

    @Test
    void lengthsOfNeighboursAreEqualOrRiseAndEqualOnesKeepTheirOrder() {
        List<Entry> entries = entries();
        List<LengthOrder> ordered = ordered(entries);
        assertThat(ordered.stream().map(one -> one.item().entry())).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(ordered)
                .isSortedAccordingTo(Comparator.<LengthOrder, Boolean>comparing(
                                one -> one.item().entry().sample())
                        .thenComparing(one -> one.item().entry().kind())
                        .thenComparing(LengthOrder::title)
                        .thenComparing(LengthOrder::body)
                        .thenComparing(LengthOrder::name)
                        .thenComparing(one -> one.item().entry().id()));
    }

    @Test
    void itsLengthsAreThoseThatTheIndexKeepsAndTakeFewBytes() throws IOException {
        List<Entry> entries = entries();
        int before = coded(entries);
        int after =
                coded(ordered(entries).stream().map(one -> one.item().entry()).toList());
        assertThat(after).isLessThan(before / 2);
    }

    private static int coded(List<Entry> entries) throws IOException {
        return new Lengths(SearchFilesTest.search(entries).index()).coded(Family.WORDS).length;
    }

    private static List<LengthOrder> ordered(List<Entry> entries) {
        Names names = new Names(new Readings(Map.of()), new Polyphones(new Readings(Map.of())));
        return LengthOrder.of(
                entries.stream().map(Item::of).toList(),
                new Hearing(new Folding(), names),
                new Folding(),
                PARALLEL,
                Memory.Book.BLANK);
    }

    private static List<Entry> entries() {
        Random random = new Random(5);
        List<Entry> entries = new ArrayList<>();
        for (int number = 1000; number < 5000; number++) {
            String title = "江河湖海堤坝闸渠站库".substring(random.nextInt(6));
            entries.add(new Entry(
                    "page-" + number,
                    title,
                    "page/" + number + "/index.html",
                    "",
                    "工作法",
                    "",
                    "2024",
                    number % 50 == 0,
                    number % 70 == 0 ? Entry.Kind.PAGE : Entry.Kind.ENTRY,
                    title,
                    "",
                    List.of(),
                    "水利".repeat(10 + random.nextInt(200)),
                    List.of(),
                    List.of(),
                    0));
        }
        return entries;
    }
}
