package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {
    private final Folding folding = new Folding();

    @Test
    void widthCaseAndScriptCountAsOne() {
        assertThat(folding.fold("ＡＢＣ１２３　（長江）")).isEqualTo("abc123 (长江)");
        assertThat(folding.fold("ÉΣЖ")).isEqualTo("éσж");
    }

    @Test
    void whatSimplifiedTextUsesStays() {
        assertThat(folding.fold("乾隆著作")).isEqualTo("乾隆著作");
    }

    @Test
    void aPlaceInFoldedTextIsAPlaceInTheText() {
        String odd = "𠮷İ\uD800x";
        assertThat(folding.fold(odd)).hasSize(odd.length());
    }
}
