package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a night may not go beyond, to the entry and to the byte. */
class LimitsTest {
    private static final Where SETTING = Where.inFile("site-config/jbake.properties");

    @ParameterizedTest
    @CsvSource({
        "10, 100, 90, true",
        "10, 100, 89, false",
        "0, 3, 3, true",
        "0, 3, 2, false",
        "100, 3, 0, true",
        "10, 0, 5, true"
    })
    void asManyMayBeGoneAsItsOwnerSays(int percent, int before, int now, boolean good) {
        assertThat(held(percent, before, now).isEmpty()).isEqualTo(good);
    }

    @Test
    void whatIsGoneIsNamedTenOfThemAtTheMost() {
        assertThat(held(0, 2, 1)).singleElement().hasToString("""
                site-config/jbake.properties: 错误[publish-shrunk] 条目从 2 条减到 1 条，少了 50%，超过 publish.shrink-at-most 的 0%：少了词条“条目 1”
                    建议：看看是不是少检出了文件夹、误改了状态；确是有意撤下的，这一次加 --allow-shrink""");
        assertThat(held(0, 10, 0).get(0).message()).endsWith("、词条“条目 9”");
        assertThat(held(0, 11, 0).get(0).message()).endsWith("、词条“条目 9”等 11 条");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000, true", "1, 1000001, false", "2, 2000000, true", "0, 9000000000, true"})
    void theSiteTakesNoMoreThanItsOwnerAllows(long megabytes, long bytes, boolean good) {
        Diagnostics diagnostics = new Diagnostics();
        new Limits(10, megabytes, 7, SETTING).holdSize(bytes, diagnostics);
        assertThat(diagnostics.hasErrors()).isNotEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "101, 2", "10, 1"})
    void whatMakesNoSenseIsRefused(int shrink, int keep) {
        assertThatThrownBy(() -> new Limits(shrink, 0, keep, SETTING)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "100, 2"})
    void theLeastAndTheMostMakeSense(int shrink, int keep) {
        assertThat(new Limits(shrink, 0, keep, SETTING).keep()).isEqualTo(keep);
    }

    private static List<Diagnostic> held(int percent, int before, int now) {
        Diagnostics diagnostics = new Diagnostics();
        new Limits(percent, 0, 7, SETTING).holdEntries(entries(before), entries(now), diagnostics);
        return diagnostics.list();
    }

    private static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Entry("term", "e" + i, "e" + i, "词条", "条目 " + i, "1", false, ""))
                .toList();
    }
}
