package io.zhibu.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a PDF that others made. */
public final class PaperWords {
    private static final long LARGEST = 32L << 20;
    private static final int MOST_PAGES = 300;

    private PaperWords() {}

    /**
     * Of as many pages as are read; empty if it is too large, locked or not to be made out.
     *
     * @throws IOException if the disk fails
     */
    public static Optional<Read> of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file);
                PDDocument paper = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFTextStripper words = new PDFTextStripper();
            words.setEndPage(MOST_PAGES);
            return Optional.of(new Read(words.getText(paper), paper.getNumberOfPages() <= MOST_PAGES));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Whatever a stranger's file stumbles over: it is told as unread.
            return Optional.empty();
        }
    }

    /** @param whole whether all pages were read */
    public record Read(String text, boolean whole) {}
}
