package io.zhibu.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file's name says that it is, and how such a file begins. */
enum Format {
    PDF("PDF 文件", ".{0,1019}%PDF-", "pdf"),
    DOCX("Word 文件", "PK\3\4", "docx"),
    XLSX("Excel 文件", "PK\3\4", "xlsx"),
    PPTX("PPT 文件", "PK\3\4", "pptx"),
    OFD("OFD 文件", "PK\3\4", "ofd"),
    ZIP("zip 压缩包", "PK(\3\4|\5\6)", "zip"),
    SEVEN("7z 压缩包", "7z\\xBC\\xAF\\x27\\x1C", "7z"),
    RAR("rar 压缩包", "Rar!\\x1A\\x07", "rar"),
    MP3("MP3 录音", "ID3|\\xFF[\\xE2\\xE3\\xF2\\xF3\\xFA\\xFB]", "mp3"),
    MP4("MP4 视频", ".{4}ftyp(?!avi|hei|hev|mif1|msf1)", "mp4"),
    M4A("M4A 录音", ".{4}ftyp(?!avi|hei|hev|mif1|msf1)", "m4a"),
    OGG("Ogg 录音", "OggS", "ogg"),
    WAV("WAV 录音", "RIFF.{4}WAVE", "wav"),
    WEBM("WebM 视频", "\\x1A\\x45\\xDF\\xA3", "webm"),
    TEXT("纯文本", "", "txt", "csv", "vtt");

    /** What browsers take for a page, or may, where a server doesn't say what a file is. */
    private static final Pattern PAGE = Pattern.compile(
            "(?is)(\\xEF\\xBB\\xBF)?[\\s\\x00]*<(!--|\\?xml\\b|"
                    + "(!doctype\\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|meta|img)[\\s/>])");

    private static final Pattern PROGRAM = Pattern.compile("(?s)MZ.{62}|\\x7FELF|#!|L\\x00\\x00\\x00\\x01\\x14\\x02");
    static final String OLD_OFFICE = "\u00D0\u00CF\u0011\u00E0";

    private final String label;
    private final Pattern begin;
    private final List<String> endings;

    Format(String label, String begin, String... endings) {
        this.label = label;
        this.begin = Pattern.compile(begin, Pattern.DOTALL);
        this.endings = List.of(endings);
    }

    /** As people call it. */
    String label() {
        return label;
    }

    /** @param ending in lower case, without its dot */
    static Optional<Format> named(String ending) {
        return Arrays.stream(values())
                .filter(one -> one.endings.contains(ending))
                .findFirst();
    }

    /** @param head the file's first bytes, a character each */
    boolean begins(String head) {
        return begin.matcher(head).lookingAt();
    }

    /** What a file is by its first bytes, as people call it; empty if that isn't known, as of plain text. */
    static Optional<String> of(String head) {
        if (PAGE.matcher(head).lookingAt()) {
            return Optional.of("网页");
        } else if (PROGRAM.matcher(head).lookingAt()) {
            return Optional.of("程序");
        } else if (head.startsWith(OLD_OFFICE)) {
            return Optional.of("老式的或加了密码的 Office 文件");
        } else if (head.startsWith("PK\3\4")) {
            return Optional.of("Office 文件或压缩包");
        } else if (head.matches("(?s)(\\xFF\\xD8\\xFF|\\x89PNG|GIF8|RIFF.{4}WEBP|BM.{4}\\x00\\x00).*")) {
            return Optional.of("图片");
        }
        return Arrays.stream(values())
                .filter(one -> one != TEXT && one.begins(head))
                .map(Format::label)
                .findFirst();
    }
}
