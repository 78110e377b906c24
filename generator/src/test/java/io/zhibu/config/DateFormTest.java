package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in JBake headers, and what is odd about them. */
class DateFormTest {

    @ParameterizedTest
    @CsvSource({"2024-01-02,NONE", "2024-1-2,NONE", "2024-01-02 and more,TRAILING"})
    void isADayInTheZoneOfTheSite(String text, DateForm.Flaw flaw) {
        DateForm.Read read = form(Map.of()).read(text);

        assertThat(read.date()).contains(Date.from(Instant.parse("2024-01-01T16:00:00Z")));
        assertThat(read.flaw()).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"2024-13-45,IMPOSSIBLE", "2023-02-29,IMPOSSIBLE", "昨天,FORM", "'',FORM"})
    void isNoneWhereJBakeGuesses(String text, DateForm.Flaw flaw) {
        assertThat(form(Map.of()).read(text)).isEqualTo(new DateForm.Read(java.util.Optional.empty(), flaw));
    }

    @Test
    void monthsAreReadInTheLocaleOfTheSettings() {
        Map<String, String> french =
                Map.of("date.format", "d MMMM yyyy", "jvm.locale", "fr_FR", "site.timezone", "UTC");

        assertThat(form(french).read("6 mai 2024").date()).contains(Date.from(Instant.parse("2024-05-06T00:00:00Z")));
        assertThat(form(french).read("6 May 2024").flaw()).isEqualTo(DateForm.Flaw.FORM);
    }

    @Test
    void aPatternThatIsNoneLeavesTheUsualOne() {
        assertThat(form(Map.of("date.format", "yyyy-QQ")).pattern()).isEqualTo("yyyy-MM-dd");
    }

    private static DateForm form(Map<String, String> settings) {
        return new DateForm(new Settings(settings, Map.of()));
    }
}
