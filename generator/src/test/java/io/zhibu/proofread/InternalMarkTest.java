package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalMarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"内部资料 注意保存", "内部资料，注意保存", "内部资料注意保存", "（仅供内部使用）", "内部资料★注意保存"})
    void found(String text) {
        assertThat(Read.finds(new InternalMark(List.of("内部资料 注意保存", "仅供内部使用")), text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"内部资料要分类", "注意保存文件", "内部使用"})
    void left(String text) {
        assertThat(Read.finds(new InternalMark(List.of("内部资料 注意保存", "仅供内部使用")), text))
                .isFalse();
    }

    @Test
    void theContextIsNeverTold() {
        assertThat(Read.by(new InternalMark(List.of("仅供内部使用")), "某事仅供内部使用某地")).containsExactly("1:3 有内部标志，这份材料不能放进来");
    }
}
