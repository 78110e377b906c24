package io.zhibu.hanzi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Family names that are read otherwise than the same characters elsewhere. */
final class Surnames {
    private static final String TABLE = """
            曾 zeng 单 shan 仇 qiu 解 xie 区 ou 查 zha 盖 ge 任 ren 朴 piao 翟 zhai 乐 yue 缪 miao 繁 po 秘 bi 种 chong
            召 shao 黑 he 员 yun 折 she 洗 xian 冼 xian 尹 yin 燕 yan 华 hua 宁 ning 应 ying 訾 zi 郇 xun 逄 pang 晁 chao
            覃 qin 阚 kan 隗 wei 费 fei 那 na 教 jiao 过 guo 都 du 能 nai 哈 ha 褚 chu 重 chong 长 zhang 钻 zuan 车 che
            葛 ge 柏 bai 牟 mu 邵 shao 佘 she 万 wan 会 gui 祭 zhai 尉 wei 干 gan 令 ling 贾 jia 石 shi 沈 shen 洪 hong
            乜 nie 昝 zan 殷 yin 曲 qu 卜 bu 郗 xi 撒 sa 呙 guo 炅 gui 扎 zha 相 xiang 俞 yu 於 yu 行 xing 降 jiang 勾 gou
            """;
    private static final String DOUBLE = """
            尉迟 yu chi 万俟 mo qi 长孙 zhang sun 单于 chan yu 澹台 tan tai 令狐 ling hu 鲜于 xian yu 宰父 zai fu
            欧阳 ou yang 上官 shang guan 皇甫 huang fu 诸葛 zhu ge 司马 si ma 宗政 zong zheng 濮阳 pu yang 淳于 chun yu
            """;

    private final Map<String, List<String>> readings = new HashMap<>();

    Surnames() {
        String[] single = TABLE.strip().split("\\s+");
        for (int i = 0; i < single.length; i += 2) {
            readings.put(single[i], List.of(single[i + 1]));
        }
        String[] pair = DOUBLE.strip().split("\\s+");
        for (int i = 0; i < pair.length; i += 3) {
            readings.put(pair[i], List.of(pair[i + 1], pair[i + 2]));
        }
    }

    /** The reading of the family name that this name begins with, if the table has it. */
    Optional<List<String>> of(String name) {
        return Optional.ofNullable(name.length() > 2 ? readings.get(name.substring(0, 2)) : null)
                .or(() -> Optional.ofNullable(name.isEmpty() ? null : readings.get(name.substring(0, 1))));
    }
}
