package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqueezingTest {
    @Test
    void whatOnlyPeopleReadIsLeftOut() {
        assertThat(Squeezing.squeezed("""
                /* Adds. */
                function sum(first, second) {
                    // Never null.
                    return first + second;
                }
                """)).isEqualTo("function n(e,t){return e+t;}");
    }

    @Test
    void textsPatternsAndWhatTheBrowserOrAPageKnowsKeepTheirNames() {
        assertThat(Squeezing.squeezed("""
                const found = list => list.filter(one => /one list/g.test(one.title));
                const kept = {title: 'found  one', found};
                const all = Array.from(kept.found, value => value ? window.name : Math.max(value, kept));
                """))
                .isEqualTo("const e=o=>o.filter(r=>/one list/g.test(r.title));"
                        + "const t={title:'found  one',e};"
                        + "const all=Array.from(t.e,n=>n?window.name:Math.max(n,t));");
    }

    @Test
    void aPropertyHasOneNameInAllPrograms() {
        assertThat(Squeezing.squeezed(List.of(
                        "class Store { weight(one) { this.last = one; } }", "store => store.weight(store.last);")))
                .containsExactly("class r{o(n){this.t=n;}}", "e=>e.o(e.t);");
    }

    @Test
    void wordsAtTheEndsOfLinesStayApart() {
        assertThat(Squeezing.squeezed("let a = typeof\nb + +b;")).isEqualTo("let t=typeof\ne+ +e;");
    }
}
