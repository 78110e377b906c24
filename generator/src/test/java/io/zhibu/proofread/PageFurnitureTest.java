package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFurnitureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "上一篇：甲",
                "下一篇: 乙",
                "分享到：",
                "责任编辑：某某",
                "（编辑：某某）",
                "来源：某网 点击：12 次",
                "浏览次数：100",
                "【打印】【关闭】",
                "打印本页 关闭窗口",
                "【字体：大 中 小】",
                "扫一扫在手机上查看当前页面",
                "您所在的位置：首页 > 甲",
                "当前位置：首页"
            })
    void found(String text) {
        assertThat(Read.finds(new PageFurniture(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "来源：某单位报告",
                "责任编辑由谁担任，见下",
                "上一篇讲了做法",
                "分享到群里的经验有三条，大家都说好用，值得一看再看，看了又看，真的很好，也可以推广到别的单位去",
                "打印",
                "关闭闸门",
                "点击次数原为空",
                "---\neditor: 某某\n---\n",
                "“上一篇：甲”",
                "`上一篇：甲`",
                "| 浏览次数 | 100 |"
            })
    void left(String text) {
        assertThat(Read.finds(new PageFurniture(), text)).isFalse();
    }
}
