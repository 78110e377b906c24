package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.parallel.Parallel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaidTest {
    @TempDir
    private Path folder;

    @Test
    void sectionsArePartOfWhatIsSaid() {
        Said one = Said.of("做法\n甲", List.of(new Entry.Section(0, "做法")));

        assertThat(one.digest()).isNotEqualTo(Said.of("做法\n甲", List.of()).digest());
    }

    /** The words are the same, only that some of them head nothing any more. */
    @Test
    void aHeadingThatBecomesAParagraphIsNoSectionAnyMore() {
        Memory memory = new Recollection(Memory.NONE);
        SmallSite site = SmallSite.ofOurTypes(folder).entry("term/one", "term: 三问", "先说。\n\n## 做法\n\n甲。");
        Map<String, Digest> before = files(site, memory);
        site.entry("term/one", "term: 三问", "先说。\n\n做法\n\n甲。");

        assertThat(files(site, memory))
                .isEqualTo(files(site, new Recollection(Memory.NONE)))
                .isNotEqualTo(before);
    }

    private static Map<String, Digest> files(SmallSite site, Memory memory) {
        Map<String, Digest> files = new TreeMap<>();
        try (Memory.Book book = memory.open("parts", Digest.of("types"))) {
            Map<String, Digest> sources = site.read().value().sources();
            Search.of(site.catalogue(), List.of(), Map.of(), List.of(), new Parallel(1), sources, book)
                    .output()
                    .files()
                    .forEach((address, source) ->
                            files.put(address.path(), Digest.of(source.make().value())));
        }
        return files;
    }
}
