package io.zhibu.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.zhibu.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a reader prints, read back from the browser's own PDF. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class PaperTest {
    /** As wide as the text of a sheet, upright and broad: 156 and 257 mm. */
    private static final int UPRIGHT = 590;

    private static final int BROAD = 971;

    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void bake() throws IOException {
        chromium = Chromium.onOwnSite(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void everySheetOfAnEntryHasItsNumberAndEveryOneAfterTheFirstItsName() throws IOException {
        try (PDDocument pdf = printed("role-model/zheng-shouren/index.html")) {
            List<String> sheets = sheets(pdf);
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
            assertThat(String.join("\n", sheets(pdf)))
                    .contains("一、背景", "二、做法", "（一）列需求清单", "（三）办结回访", "三、成效", "说原因不是追责")
                    .doesNotContain("其一", "↩", "复制", "相近的条目", "首页", "特大");
        }
    }

    @Test
    void aLongTableSaysOnEverySheetWhatItsColumnsAre() throws IOException {
        try (PDDocument pdf = printed("ledger/index.html")) {
            assertThat(sheets(pdf))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(sheet -> assertThat(sheet).contains("责任单位", "复核到期"));
            assertThat(pdf.getPage(1).getMediaBox().getWidth()).isBetween(841f, 843f);
        }
    }

    @Test
    void nothingSticksOutOfASheet() {
        List<String> faults = new ArrayList<>();
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (PageKind kind : PageKind.all()) {
                page.setViewportSize(UPRIGHT, 844);
                page.navigate(chromium.http(kind.path()));
                kind.settle(page);
                page.setViewportSize(page.locator("body.broad").count() > 0 ? BROAD : UPRIGHT, 844);
                ((List<?>) page.evaluate(Look.STICKS_OUT)).forEach(fault -> faults.add(kind + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static PDDocument printed(String path) throws IOException {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http(path));
            return Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        }
    }

    private static List<String> sheets(PDDocument pdf) throws IOException {
        List<String> sheets = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
            stripper.setStartPage(sheet);
            stripper.setEndPage(sheet);
            sheets.add(stripper.getText(pdf).strip());
        }
        return sheets;
    }
}
