package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

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
    void propertiesTextsPatternsAndWhatTheBrowserGivesKeepTheirNames() {
        assertThat(Squeezing.squeezed("""
                const found = list => list.filter(one => /one list/g.test(one.title));
                const kept = {title: 'found  one', found};
                const all = Array.from(kept.found, value => value ? window.name : Math.max(value, kept));
                """))
                .isEqualTo("const found=n=>n.filter(o=>/one list/g.test(o.title));"
                        + "const e={title:'found  one',found};"
                        + "const r=Array.from(e.found,t=>t?window.name:Math.max(t,e));");
    }

    @Test
    void wordsAtTheEndsOfLinesStayApart() {
        assertThat(Squeezing.squeezed("let a = typeof\nb + +b;")).isEqualTo("let t=typeof\ne+ +e;");
    }
}
