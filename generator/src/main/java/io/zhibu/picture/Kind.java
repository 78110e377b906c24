package io.zhibu.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a picture's file can be. */
enum Kind {
    JPEG("jpg", "jpeg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp"),
    SVG("svg");

    private final List<String> endings;

    Kind(String... endings) {
        this.endings = List.of(endings);
    }

    /** As people name it, and as its file should end. */
    String ending() {
        return endings.get(0);
    }

    /** By the ending of the file's name. */
    static Optional<Kind> named(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    /** By what the file begins with. */
    static Optional<Kind> of(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        } else if (begin.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        } else if (begin.startsWith("GIF87a") || begin.startsWith("GIF89a")) {
            return Optional.of(GIF);
        } else if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return begin.matches("(?s)(\u00EF\u00BB\u00BF)?\\s*<.*") && isSvg(bytes) ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean isSvg(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
        return text.matches("(?is).*<([a-z]+:)?svg[\\s>].*");
    }
}
