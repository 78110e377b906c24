package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.config.ConfigReading;
import io.zhibu.config.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The repository's own expectations of its search. That they are met, every build says. */
class AcceptanceTest {
    private final List<Expectation> expectations = expectations();

    @Test
    void thereAreAtLeastEighty() {
        assertThat(expectations).hasSizeGreaterThanOrEqualTo(80);
        assertThat(expectations.stream().map(Expectation::query)).doesNotHaveDuplicates();
    }

    @Test
    void mostAskForTheFirstPlace() {
        assertThat(expectations.stream().filter(one -> one.top() == 1).count())
                .isGreaterThan(expectations.size() * 7L / 10);
    }

    @Test
    void theyAskInHanPinyinInitialsAndWithASlip() {
        assertThat(expectations.stream().map(Expectation::query))
                .contains("郑守仁", "zhengshouren", "zsr", "鄭守仁", "郑首仁", "主题党日+");
    }

    private static List<Expectation> expectations() {
        try {
            return new ConfigReading(Path.of("").toAbsolutePath())
                    .read()
                    .value()
                    .expectations();
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }
}
