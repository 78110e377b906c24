package io.zhibu.book;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;

/** A manuscript to a PDF: the same bytes for the same manuscript, letters and day. */
final class Printing {
    private static final String FAMILY = "book";
    private static final int MOST_NAMED = 20;

    private final Typeface letters;
    private final Calendar day;

    Printing(Typeface letters, Calendar day) {
        this.letters = letters;
        this.day = day;
    }

    /** @param title that a reader of PDFs shows in its window */
    byte[] print(Document manuscript, String title) throws IOException {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.useUnicodeLineBreaker(new Kinsoku());
            font(builder, letters.regular().toFile(), 400);
            font(builder, letters.bold().toFile(), 700);
            builder.withW3cDocument(manuscript, "about:book");
            builder.toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
            }
            sign(pdf, manuscript, title);
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, File file, int weight) {
        builder.useFont(file, FAMILY, weight, FontStyle.NORMAL, true);
    }

    /** Nothing of the machine and of the moment: what a PDF says of its making is the book's. */
    private void sign(PDDocument pdf, Document manuscript, String title) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("Zhibu");
        about.setCreationDate(day);
        about.setModificationDate(day);
        pdf.setDocumentInformation(about);
        pdf.setDocumentId(
                (long) manuscript.getDocumentElement().getTextContent().hashCode());
        pdf.getDocumentCatalog().setLanguage("zh-CN");
    }

    /** Characters that the letters don't have would be left out: a warning names them. */
    void complain(Document manuscript, Diagnostics diagnostics) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        try (TrueTypeFont font = new TTFParser()
                .parse(new RandomAccessReadBufferedFile(letters.regular().toFile()))) {
            CmapLookup map = font.getUnicodeCmapLookup();
            manuscript
                    .getDocumentElement()
                    .getLastChild()
                    .getTextContent()
                    .codePoints()
                    .filter(sign -> !Character.isWhitespace(sign) && map.getGlyphId(sign) == 0)
                    .forEach(sign -> missing.add(Character.toString(sign)));
        }
        if (!missing.isEmpty()) {
            List<String> named = new ArrayList<>(missing).subList(0, Math.min(MOST_NAMED, missing.size()));
            diagnostics.warning(
                    Where.inFile(letters.regular().toString()),
                    "book-letter",
                    "字体里没有这 " + missing.size() + " 个字，书里印不出：" + String.join("", named),
                    "换一个字多的字体（book.font），或改用别的字");
        }
    }

    static Calendar midnight(LocalDate day, ZoneId zone) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(zone).toInstant().toEpochMilli());
        return calendar;
    }
}
