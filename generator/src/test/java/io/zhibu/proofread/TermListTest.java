package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermListTest {
    private static TermList list(Term.Scope scope, String... exceptions) {
        return new TermList(List.of(new Term("台帐", "台账", Severity.WARNING, "通用的写法", scope, List.of(exceptions))));
    }

    @Test
    void theWrongWordIsToldWithTheRightOneAndTheReason() {
        assertThat(Read.by(list(Term.Scope.EVERYWHERE), "建立台帐，核对台帐"))
                .containsExactly("1:3 “台帐”应写“台账”：通用的写法", "1:8 “台帐”应写“台账”：通用的写法");
    }

    @Test
    void quotationsCodeAndExceptionsAreLeft() {
        TermList list = list(Term.Scope.EVERYWHERE, "老台帐本");
        for (String text : List.of("“台帐”", "《台帐办法》", "`台帐`", "> 台帐", "那本老台帐本", "[甲](台帐.md)", "台账")) {
            assertThat(Read.finds(list, text)).as(text).isFalse();
        }
        assertThat(Read.finds(list, "老台帐")).isTrue();
    }

    @Test
    void aScopeIsTheTextOrTheFields() {
        String text = "---\ntitle: 台帐\n---\n台帐\n";
        assertThat(Read.by(list(Term.Scope.TEXT), text))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("4:1");
        assertThat(Read.by(list(Term.Scope.FIELDS), text))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2:8");
    }
}
