package io.zhibu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on the sheets of a PDF. */
final class Sheets {
    private Sheets() {}

    /** The words of each sheet, from top to bottom. */
    static List<String> of(PDDocument pdf) throws IOException {
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
