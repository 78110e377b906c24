package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"家庭住址：示例路 8 号", "家住示例小区3栋2单元501室", "现住示例街道二十号", "3号楼2单元501"})
    void found(String text) {
        assertThat(Read.finds(new HomeAddress(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"地址：武汉市示例大道 1 号", "住在示例街道", "家住示例镇", "办公地点在 3 号楼", "家住 3 号线附近", "户籍地为示例县"})
    void left(String text) {
        assertThat(Read.finds(new HomeAddress(), text)).isFalse();
    }
}
