package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date is as exact as its source. */
class PartialDateTest {
    @ParameterizedTest
    @CsvSource({"1940, 1940", "1940-01, 1940-01", "1940-1, 1940-01", "1940-01-30, 1940-01-30", "2024-2-29, 2024-02-29"})
    void whatIsKnownIsKept(String written, String shown) {
        assertThat(PartialDate.of(written)).map(PartialDate::toString).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "40",
                "1940-",
                "1940-00",
                "1940-13",
                "1940-01-00",
                "2025-02-29",
                "2026-06-31",
                "1940/01",
                "1940年",
                "1940-01-30-1",
                " 1940"
            })
    void noOtherFormAndNoDayThatIsNotInTheCalendar(String written) {
        assertThat(PartialDate.of(written)).isEmpty();
    }

    @Test
    void onlyADayIsExact() {
        assertThat(new PartialDate(1940, 1, 30).exact()).contains(LocalDate.of(1940, 1, 30));
        assertThat(new PartialDate(1940, 1, 0).exact()).isEmpty();
        assertThat(new PartialDate(1940, 1, 0).knownMonth()).hasValue(1);
        assertThat(new PartialDate(1940, 0, 0).knownMonth()).isEmpty();
        assertThat(PartialDate.of(LocalDate.of(1940, 1, 30))).isEqualTo(new PartialDate(1940, 1, 30));
    }

    @Test
    void theLessExactComesFirst() {
        List<String> inOrder = List.of("1939-12-31", "1940", "1940-01", "1940-01-01", "1940-02", "1941");

        assertThat(Stream.of("1941", "1940-01-01", "1940", "1940-02", "1939-12-31", "1940-01")
                        .map(text -> PartialDate.of(text).orElseThrow())
                        .sorted()
                        .map(PartialDate::toString))
                .containsExactlyElementsOf(inOrder);
    }
}
