package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionCheckingTest {
    private static final Where PLACE = new Where("site-config/jbake.properties", 3, 1);

    private static Optional<Diagnostic> check(String site) {
        Settings settings = new Settings(Map.of(VersionChecking.KEY, site), Map.of(VersionChecking.KEY, PLACE));
        return new VersionChecking("2.4.1").check(settings, Where.inFile("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2.4.1", "2.9", " 2.4 "})
    void theSameMajorVersionGoesOn(String site) {
        assertThat(check(site)).isEmpty();
    }

    @Test
    void aSiteThatNamesNoneGoesOn() {
        assertThat(new VersionChecking("2.4.1").check(new Settings(Map.of(), Map.of()), PLACE))
                .isEmpty();
    }

    @Test
    void aProgramTooOldIsRefusedInOneSentence() {
        assertThat(check("3.1")).get().hasToString("""
                site-config/jbake.properties:3:1: 错误[version-newer] 站点是照支部 3.1 写的，这个程序是 2.4.1，太旧
                    建议：换成支部 3 的程序；zhibu --version 看是哪一版""");
    }

    @Test
    void aProgramTooNewIsRefusedInOneSentence() {
        assertThat(check("1")).get().asString().startsWith("""
                site-config/jbake.properties:3:1: 错误[version-older] 站点是照支部 1 写的，这个程序是 2.4.1，大版本不同
                    建议：照 CHANGELOG.md 里 2.0.0 的说明改好站点，再把这里写成 zhibu.version=""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "2.x", "-1", "02", "99999", "2.4.1.0", "２"})
    void whatIsNoVersionIsTold(String site) {
        assertThat(check(site))
                .get()
                .extracting(Diagnostic::rule, Diagnostic::message)
                .containsExactly("setting-value", "“" + site + "”不是版本号");
    }
}
