package io.zhibu.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The words of a file.
 *
 * @param text lines as in the file; cells of a row with blanks between
 * @param whole false if there are more, or some of it can't be read
 */
public record Words(String text, boolean whole) {
    static final Words NONE = new Words("", true);

    /**
     * Empty if it is of no kind that is read here.
     *
     * @param ending of its name, in lower case without the dot
     * @throws IOException if the disk fails; that a file is broken is what {@code whole} tells
     */
    public static Optional<Words> of(Path file, String ending) throws IOException {
        return switch (ending) {
            case "docx", "xlsx", "pptx" -> Optional.of(OfficeWords.of(file));
            case "txt", "csv", "vtt" -> Optional.of(PlainWords.of(file));
            default -> Optional.empty();
        };
    }
}
