package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A method on one sheet for a wall, as the browser prints it. */
class OneSheetTest extends OnOwnSite {
    /** How far the text of the sheet goes beyond it or into its foot. */
    private static final String OVER = """
            () => {
                const sheet = document.querySelector('.wall');
                const box = sheet.getBoundingClientRect();
                const foot = sheet.querySelector('footer').getBoundingClientRect();
                const parts = [...sheet.querySelectorAll('header, section')].map(part => part.getBoundingClientRect());
                const end = Math.max(...parts.map(part => part.bottom));
                const wide = Math.max(...[...sheet.querySelectorAll('*')].map(one => one.getBoundingClientRect().right));
                return Math.max(end - foot.top, foot.bottom - box.bottom, wide - box.right);
            }""";

    @Test
    void everyMethodIsOneSheetAndAllOfItStandsThere() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> sheets = sheets();
        assertThat(sheets).hasSizeGreaterThan(90);
        try (Page page = chromium.page()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(800, 1000);
            for (Path sheet : sheets) {
                page.navigate(chromium.http(sheet.toString()));
                double over = ((Number) page.evaluate(OVER)).doubleValue();
                if (over > 1) {
                    faults.add(sheet + " is too large by " + over);
                }
                try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                    if (pdf.getNumberOfPages() != 1) {
                        faults.add(sheet + " has " + pdf.getNumberOfPages() + " pages");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.walk(site.resolve("work-method"))) {
            return files.filter(file -> file.endsWith("sheet/index.html"))
                    .filter(file -> !file.toString().contains("sample-"))
                    .map(site::relativize)
                    .sorted()
                    .toList();
        }
    }
}
