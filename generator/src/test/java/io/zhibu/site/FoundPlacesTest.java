package io.zhibu.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.build.Building;
import io.zhibu.catalogue.Place;
import io.zhibu.memo.Memory;
import io.zhibu.output.Shelf;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the search leads to besides entries, on the repository's own site. */
class FoundPlacesTest {
    private final Building.Built built = built();
    private final List<Place> places = Places.of(built.catalogue(), built.config());

    @Test
    void eachIsAPageThatIsCalledSo() {
        Map<String, Source> files = new HashMap<>();
        built.output().files().forEach((address, source) -> files.put(address.link(), source));
        for (Place place : places) {
            Source source = files.get(place.uri());
            assertThat(source).as(place.uri()).isNotNull();
            String html = new String(source.make().value(), StandardCharsets.UTF_8);
            assertThat(Jsoup.parse(html).select("h1").text()).as(place.uri()).endsWith(place.title());
        }
    }

    @Test
    void eachIsThereOnceAndNoEntryIsCalledSo() {
        assertThat(places).extracting(Place::id).doesNotHaveDuplicates();
        assertThat(places).allMatch(place -> built.catalogue().page(place.id()).isEmpty());
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(places).extracting(Place::kind).contains("目录", "标签", "单位", "荣誉", "机制", "解决的问题");
        assertThat(places).extracting(Place::title).contains("荣誉榜", "统计概览", "工作法", "长江水利委员会", "红旗党支部", "走神");
        assertThat(places)
                .filteredOn(place -> place.title().equals("长江水利委员会"))
                .first()
                .satisfies(unit -> assertThat(unit.others()).contains("长江委", "长办"));
    }

    @Test
    void whatLeadsToMadeUpEntriesAloneSaysSo() {
        assertThat(places)
                .filteredOn(Place::sample)
                .isNotEmpty()
                .allMatch(place -> place.note().matches("示例 \\d+ 条|暂只有示例"));
        assertThat(places).filteredOn(place -> place.note().equals("暂无条目")).noneMatch(Place::sample);
    }

    private static Building.Built built() {
        try {
            return new Building(
                            Path.of("").toAbsolutePath(),
                            new Building.Wishes(
                                    false,
                                    false,
                                    "",
                                    zone -> LocalDate.of(2026, 11, 23),
                                    new Parallel(2),
                                    Shelf.NONE,
                                    Memory.NONE,
                                    address -> Optional.empty(),
                                    stage -> {}))
                    .build()
                    .value();
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }
}
