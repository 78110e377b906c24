package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Baseline;
import io.zhibu.config.ConfigReading;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The branches of a site held against the numbers of a source. */
class CoverageTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void branchesCountByLevelKindAndUnitAndMadeUpOnesNever() {
        site.file("site-config/baseline.yml", """
                lines:
                  - {label: 机关, number: 20, source: report, unit: 长江委, unit_kind: 机关, org_level: [党支部, 联合支部]}
                  - {label: 全部, number: 3, approx: 多, as_of: 2021-06, source: 某报告}
                """);
        site.entry("branch/above", "unit: 长江委\norg_level: 党委\nunit_kind: 机关", "");
        site.entry("branch/below", "unit: 长江委防御局\norg_level: 联合支部\nunit_kind: 机关", "");
        site.entry("branch/elsewhere", "unit: 武汉大学\norg_level: 党支部\nunit_kind: 机关", "");
        site.entry("branch/firm", "unit: 长江委\norg_level: 党支部\nunit_kind: 企业", "");
        site.entry("branch/made", "unit: 长江委\norg_level: 党支部\nunit_kind: 机关\nsample: true", "");
        Catalogue catalogue = site.catalogue();

        assertThat(site.config().baseline().stream()
                        .map(line -> Coverage.of(line, catalogue))
                        .map(one -> one.baseline().label() + " "
                                + one.found().stream().map(Page::id).toList() + " " + one.perMille()))
                .containsExactly("机关 [below] 50", "全部 [above, below, elsewhere, firm] 1333");
        assertThat(site.config().baseline().get(1))
                .extracting(Baseline::approx, Baseline::asOf)
                .containsExactly("多", "2021-06");
    }

    @Test
    void whatIsNoBaselineIsTold() throws IOException {
        site.file("site-config/baseline.yml", """
                lines:
                  - {label: 机关, number: 20, source: report, unit_kind: 机官, aprox: 多}
                  - {label: 机关, number: 五百, source: report}
                  - {label: 机关, number: 20, source: report, approx: 大约}
                  - 二十
                more: 1
                """);

        assertThat(new ConfigReading(folder)
                        .read().diagnostics().stream()
                                .map(Diagnostic::toString)
                                .filter(said -> said.contains("baseline.yml"))
                                .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        site-config/baseline.yml:2:56: 错误[value-term] 词表“unit-kind”里没有“机官”
                            建议：是“机关”吗？
                        site-config/baseline.yml:2:60: 错误[config-unknown] 没有“aprox”这一项设置
                            建议：是“approx”吗？
                        site-config/baseline.yml:3:5: 错误[baseline-form] 基线缺 label、source，或 number 不是大于 0 的整数
                            建议：照这样写：- {label: 机关党支部, number: 20, as_of: 2021-06, source: 条目的标识, unit_kind: organ}
                        site-config/baseline.yml:4:53: 错误[baseline-form] “approx”没有“大约”这个词
                            建议：写 近、余、多、约，不是约数就删去这一项
                        site-config/baseline.yml:5:5: 错误[baseline-form] 这里应是一行基线
                            建议：照这样写：- {label: 机关党支部, number: 20, as_of: 2021-06, source: 条目的标识, unit_kind: organ}
                        site-config/baseline.yml:6:1: 错误[config-unknown] 没有“more”这一项设置
                            建议：可用的有：lines、units""");
    }
}
