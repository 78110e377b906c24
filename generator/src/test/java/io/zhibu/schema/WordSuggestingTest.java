package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.YamlReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a value that is no word, the word that was meant is found, and another body is never put in its place. */
class WordSuggestingTest {
    private static final Vocabulary UNITS = units("""
            label: 单位
            words:
              cjw: {label: 长江水利委员会, aliases: [长江委, 长委]}
              cjw-shuiwen: {label: 长江委水文局, parent: cjw}
              cjw-shangyou: {label: 水文上游局, parent: cjw-shuiwen}
              cjw-kexueyuan: {label: 长江科学院, parent: cjw}
              cjw-fangyuju: {label: 长江委防御局, parent: cjw}
              cjw-shejiyuan: {label: 长江勘测规划设计研究院, aliases: [长江设计院], parent: cjw}
              xuancheng: {label: 宣城水文勘测队}
              jia: {label: 示例单位甲（机关）}
              yi: {label: 示例单位乙（事业）}
              bing: {label: 示例单位丙（企业）}
              ding: {label: 示例单位丁}
              wu: {label: 示例单位戊}
              ji: {label: 示例单位己}
            """);

    private static Vocabulary units(String text) {
        Where where = Where.inFile("site-config/vocabularies/unit.yml");
        return new VocabularyReading()
                .vocabulary(
                        "unit", new YamlReading().mapping(text, where.at(1, 1)).value())
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "上游局, 水文上游局",
        "长江委水文上游局, 水文上游局",
        "长江委上游局, 水文上游局",
        "长江水利委员会水文局, 长江委水文局",
        "长委防御局, 长江委防御局",
        "防御局, 长江委防御局",
        "长江委水温局, 长江委水文局",
        "長江委水文局, 长江委水文局",
        "长江委文水局, 长江委水文局",
        "长江委水文, 长江委水文局",
        "中共长江科学院, 长江科学院",
        "长科院, 长江科学院",
        "长江院, 长江设计院",
        "示例单位甲, 示例单位甲（机关）",
        "shangyouju, 水文上游局",
        "jiju, ''",
        "shuiwenshangyouju, 水文上游局",
        "swsyj, 水文上游局",
        "cjw-shuiwn, cjw-shuiwen",
    })
    void whatWasMeantIsFound(String written, String meant) {
        String hint = new WordSuggesting().hint(written, UNITS);

        if (meant.isEmpty()) {
            assertThat(hint).startsWith("请编辑部把它加进 ");
        } else if (written.equals("长江院")) {
            assertThat(hint).isEqualTo("是“长江科学院”还是“长江勘测规划设计研究院”吗？");
        } else {
            assertThat(hint).isEqualTo("是“" + meant + "”吗？");
        }
    }

    @ParameterizedTest
    @CsvSource({"长江委水资源局", "长江委水政局", "水利局", "水保局", "局", "某某公司", "长江委", "汉江集团"})
    void anotherBodyIsNotSuggested(String written) {
        if (UNITS.named(written).isEmpty()) {
            assertThat(new WordSuggesting().hint(written, UNITS)).doesNotContain("吗？");
        }
    }

    @Test
    void aBriefNameIsLookedForAlsoWhereAnotherNameBeginsWithIt() {
        Vocabulary units = units("""
                words:
                  kexueyuan: {label: 长江科学院}
                  fuwu: {label: 长科院服务中心, parent: kexueyuan}
                """);

        assertThat(new WordSuggesting().hint("长科院", units)).isEqualTo("是“长江科学院”还是“长科院服务中心”吗？");
    }

    @Test
    void whatIsNotThereIsAddedByALineThatCanBePasted() {
        assertThat(new WordSuggesting().hint("长江委水资源局", UNITS))
                .isEqualTo("请编辑部把它加进 site-config/vocabularies/unit.yml：在 words: 下面加一行"
                        + "“  changjiangweishuiziyuanju: {label: 长江委水资源局}”");
        assertThat(new WordSuggesting().hint("甲: \"乙\" #1", UNITS))
                .endsWith("“  jia-yi-1: {label: \"甲: \\\"乙\\\" #1\"}”");
        assertThat(new WordSuggesting().hint("★", UNITS)).contains("xinci: {label: \"★\"}");
    }

    @Test
    void ofFewWordsAllAreToldAndToWordsOfTheProgramNoneCanBeAdded() {
        Vocabulary themes = new Vocabulary("theme", "标签", List.of(word("dangjian", "党建"), word("fangxun", "防汛")));
        Vocabulary status = new Vocabulary("status", "状态", List.of(word("draft", "草稿"), word("published", "已发布")));

        assertThat(new WordSuggesting().hint("安全", themes))
                .isEqualTo("可用的有：党建、防汛；都不是，就请编辑部把它加进 site-config/vocabularies/theme.yml："
                        + "在 words: 下面加一行“  anquan: {label: 安全}”");
        assertThat(new WordSuggesting().hint("党建工作", themes)).isEqualTo("是“党建”吗？");
        assertThat(new WordSuggesting().hint("完成", status)).isEqualTo("可用的有：草稿、已发布");
        assertThat(new WordSuggesting().hint("publishd", status)).isEqualTo("是“published”吗？");
    }

    @Test
    void whatAWordMustSayBesidesItsNameIsAskedFor() {
        Diagnostics diagnostics = new Diagnostics();
        Vocabulary honours = new Vocabulary("honour", "荣誉", List.of())
                .withFields(List.copyOf(new FieldReading(Map.of(), java.util.Set.of(), diagnostics)
                        .fields(
                                new YamlReading()
                                        .mapping(
                                                "issuer: {label: 授予者, kind: text, required: true}\nlevel: {label: 级别, kind: text}",
                                                Where.inFile("x").at(1, 1))
                                        .value(),
                                java.util.Set.of())
                        .values()));

        assertThat(new WordSuggesting().hint("红旗支部", honours))
                .contains("{label: 红旗支部, issuer: …}")
                .doesNotContain("level");
    }

    @Test
    void aHundredThousandWordsAndALongValueTakeNoTime() {
        List<Vocabulary.Word> words = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            words.add(word("unit-" + i, "示例单位" + (char) (0x4E00 + i % 5000) + (char) (0x4E00 + i / 7) + "局"));
        }
        Vocabulary many = new Vocabulary("unit", "单位", words);
        WordSuggesting suggesting = new WordSuggesting();
        suggesting.hint("热身", many);

        long begun = System.nanoTime();
        assertThat(suggesting.hint("字".repeat(100_000), many))
                .isEqualTo("这里只写一个词；可用的词见 site-config/vocabularies/unit.yml");
        Duration pasted = Duration.ofNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
        suggesting.hint("某某水资源局", many);
        suggesting.hint("shilidanweiju", many);
        Duration two = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(pasted).isLessThan(Duration.ofSeconds(1));
        assertThat(two).isLessThan(Duration.ofSeconds(10));
    }

    private static Vocabulary.Word word(String key, String label) {
        return new Vocabulary.Word(
                key, label, List.of(), Optional.empty(), Optional.empty(), Map.of(), Where.inFile("site-config/x.yml"));
    }
}
