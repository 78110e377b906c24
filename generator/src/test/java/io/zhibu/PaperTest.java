package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What a reader prints, read back from the browser's own PDF. */
class PaperTest extends OnOwnSite {
    @Test
    void everySheetOfAnEntryHasItsNumberAndEveryOneAfterTheFirstItsName() throws IOException {
        try (PDDocument pdf = printed("role-model/zheng-shouren/index.html")) {
            List<String> sheets = Sheets.of(pdf);
            assertThat(sheets).hasSizeGreaterThan(3);
            for (int i = 0; i < sheets.size(); i++) {
                assertThat(sheets.get(i)).startsWith("支部工作法知识库").contains("— " + (i + 1) + " —");
            }
            assertThat(sheets.get(1).lines().findFirst().orElse("")).contains("郑守仁");
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
    }

    @Test
    void headingsAreNumberedAndControlsAreLeftOut() throws IOException {
        try (PDDocument pdf = printed("work-method/sample-liangqingdan/index.html")) {
            assertThat(String.join("\n", Sheets.of(pdf)))
                    .contains(
                            "一、背景",
                            "二、做法",
                            "（一）列需求清单",
                            "（三）办结回访",
                            "三、成效",
                            "五、推广",
                            "六、成效指标",
                            "七、推广记录",
                            "八、评价",
                            "说原因不是追责")
                    .doesNotContain("其一", "↩", "复制", "相近的条目", "首页", "特大");
        }
    }

    @Test
    void aLongTableSaysOnEverySheetWhatItsColumnsAre() throws IOException {
        try (PDDocument pdf = printed("ledger/index.html")) {
            assertThat(Sheets.of(pdf))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(sheet -> assertThat(sheet).contains("责任单位", "复核到期"));
            assertThat(pdf.getPage(1).getMediaBox().getWidth()).isBetween(841f, 843f);
        }
    }

    private static PDDocument printed(String path) throws IOException {
        Page page = chromium.page();
        page.navigate(chromium.http(path));
        return Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }
}
