package io.zhibu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptAuditTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('a.json')",
                "window . fetch ( 'a.json' )",
                "var a = `${ fetch('a') }`",
                "/* it's */ fetch('a')",
                "var r = /[/'\"]/.test(a); fetch(r)",
                "new XMLHttpRequest()",
                "new window.XMLHttpRequest",
                "new EventSource('a')",
                "new Worker('a.js')",
                "navigator.sendBeacon('a')",
                "navigator.serviceWorker.register('a.js')"
            })
    void whatAsksForAFileIsFound(String script) {
        assertThat(rules(script)).containsExactly("script-network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"import a from './a.js'", "import('./a.js')", "export const a = 1", "if (a) {}\nexport {a}"})
    void whatNeedsAModuleIsFound(String script) {
        assertThat(rules(script)).containsExactly("script-module");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// fetch('a')\n/* import x */",
                "'fetch(1)' + \"import\" + `export ${ a + '}' } new Worker(1)`",
                "cache.fetch('a'); function fetch(a) {}",
                "if (window.fetch) show(Worker)",
                "a = {import: 1, export: 2}; a.import(); a.export",
                "a = b / fetching / c; d = /fetch(1)/",
                "return /`/; '`'"
            })
    void whatOnlyLooksLikeItIsLeftAlone(String script) {
        assertThat(rules(script)).isEmpty();
    }

    @Test
    void thePlaceIsCountedInCharacters() {
        assertThat(ScriptAudit.check("'党😀'\n  '😀', fetch(1)", Where.inFile("a.js"))
                        .get(0)
                        .where())
                .hasToString("a.js:2:8");
    }

    private static List<String> rules(String script) {
        return ScriptAudit.check(script, Where.inFile("a.js")).stream()
                .map(one -> one.rule())
                .toList();
    }
}
