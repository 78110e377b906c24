package io.zhibu.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life as a line of a thousand parts. */
class LifeLineTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void datesStandWhereTheirMonthsAreAndAYearInItsMiddle() {
        Map<String, Object> line = line("""
                birth: 1901
                death: 1910-12-31
                timeline: [{date: 1905-07, text: 事, src: [A1]}]
                """).orElseThrow();

        assertThat(line).containsEntry("from", 1901).containsEntry("to", 1910);
        assertThat(line.get("ticks")).isEqualTo(List.of(50, 454, 1000));
    }

    @Test
    void yearsThatHaveNoRoomAreLeftOutButNeverTheEnds() {
        Map<String, Object> line = line("""
                birth: 1900
                death: 1999
                timeline: [{date: 1902, text: 近, src: [A1]}, {date: 1950, text: 中, src: [A1]}, {date: 1998, text: 末, src: [A1]}]
                """).orElseThrow();

        assertThat(maps(line, "years").stream()
                        .map(year -> year.get("year") + (year.get("before").equals(true) ? "<" : "")))
                .containsExactly("1900", "1950", "1999<");
    }

    @Test
    void aYearIsSaidOnce() {
        Map<String, Object> line = line("""
                timeline:
                  - {date: 2023-01, text: 起, src: [A1]}
                  - {date: 2025-01, text: 中, src: [A1]}
                  - {date: 2025-12, text: 止, src: [A1]}
                """).orElseThrow();

        assertThat(maps(line, "years")).extracting(year -> year.get("year")).isEqualTo(List.of("2023", "2025"));
    }

    @Test
    void aPostWithoutAnEndIsAMarkAndNoSpan() {
        Map<String, Object> line = line("""
                birth: 1900
                death: 1999
                posts:
                  - {post: 有止, org: 甲, from: 1920, to: 1930, src: [A1]}
                  - {post: 无止, org: 甲, from: 1940, src: [A1]}
                """).orElseThrow();

        assertThat(line.get("starts")).isEqualTo(List.of(205, 405));
        assertThat(line.get("spans")).isEqualTo(List.of(Map.of("at", 205, "width", 100)));
    }

    @Test
    void honoursThatWouldCoverEachOtherStandBelowEachOtherAndTheFourthIsAMarkAlone() {
        Map<String, Object> line = line("""
                birth: 1900
                death: 1999
                titles:
                  - {text: 甲, year: 1950, src: [A1]}
                  - {text: 乙, year: 1951, src: [A1]}
                  - {text: 丙, year: 1952, src: [A1]}
                  - {text: 丁, year: 1953, src: [A1]}
                  - {text: 戊, year: 1980, src: [A1]}
                  - {text: 无年, src: [A1]}
                """).orElseThrow();

        assertThat(maps(line, "honours").stream().map(one -> one.get("text") + " " + one.get("lane")))
                .containsExactly("甲 0", "乙 1", "丙 2", " 3", "戊 0");
    }

    @Test
    void oneYearIsNoLine() {
        assertThat(line("timeline: [{date: 2020-01, text: 起, src: [A1]}, {date: 2020-09, text: 止, src: [A1]}]"))
                .isEmpty();
        assertThat(line("birth: 未载")).isEmpty();
    }

    private Optional<Map<String, Object>> line(String fields) {
        site.entry("role-model/one", "unit: 长江委\n" + fields, "");
        return LifeLine.of(site.catalogue().page("one").orElseThrow());
    }

    private static List<Map<?, ?>> maps(Map<String, Object> line, String key) {
        return ((List<?>) line.get(key))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
