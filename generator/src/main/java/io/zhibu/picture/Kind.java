package io.zhibu.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a picture's file can be. */
enum Kind {
    JPEG("jpg", "jpeg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp"),
    SVG("svg");

    private static final Map<String, String> OTHERS = Map.of(
            "II*\0", "TIFF 图片",
            "MM\0*", "TIFF 图片",
            "8BPS", "Photoshop 文件",
            "BM", "BMP 图片",
            "%PDF", " PDF 文件",
            "PK\3\4", " Office 文件或压缩包",
            "\u00D0\u00CF\u0011\u00E0", "老式的 Office 文件",
            "<!DOCTYPE html", "网页",
            "<html", "网页");

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

    /** What else the file is, as people call it; empty if it is nothing known. */
    static Optional<String> other(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("ftyp", 4)) {
            String brand = begin.substring(8, Math.min(12, begin.length()));
            return Optional.of(
                    brand.startsWith("avi") ? "AVIF 图片" : brand.matches("hei.|hev.|mif1|msf1") ? "HEIC 照片" : "视频");
        }
        return OTHERS.entrySet().stream()
                .filter(other -> begin.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isSvg(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
        return text.matches("(?is).*<([a-z]+:)?svg[\\s>].*");
    }
}
