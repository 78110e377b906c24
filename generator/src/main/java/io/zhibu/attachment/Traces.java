package io.zhibu.attachment;

import java.io.IOException;
import java.util.List;

/**
 * What a file says of the people who made it, and where.
 *
 * @param found what of it, in Chinese
 * @param locked whether a password keeps it from being read
 * @param runs what in it runs when it is opened, in Chinese; empty if nothing does
 */
record Traces(List<String> found, boolean locked, String runs, String remedy) {
    private static final Traces NONE = new Traces(List.of(), false, "", "");
    private static final String OFFICE =
            "在 Office 里点“文件→信息→检查问题→检查文档”，删除“文档属性和个人信息”（有批注、修订就先接受或删去），再保存；" + "WPS 里在“文件→文档加密→属性”里清空作者";
    private static final String PAPER = "在原来的 Word 文件里删去作者，再导出一次 PDF；或用 PDF 软件在“文档属性”里清空作者";
    private static final String FILM = "用剪辑软件重新导出，不带位置信息；手机上可在“共享→选项”里关掉位置再传";

    private static final String SOUND = "用剪辑软件重新导出，导出时不写“标签”（元数据）；或在资源管理器里右键“属性→详细信息→删除属性和个人信息”";

    static Traces of(Format format, Opened file) throws IOException {
        return switch (format) {
            case DOCX, XLSX, PPTX -> new Traces(OfficeTraces.of(file.path()), false, "", OFFICE);
            case OFD -> new Traces(OfficeTraces.of(file.path()), false, "", PAPER);
            case PDF -> {
                PdfTraces pdf = PdfTraces.of(file.path());
                yield new Traces(pdf.found(), pdf.locked(), pdf.runs(), PAPER);
            }
            case MP4 -> new Traces(FilmTraces.of(file.path()), false, "", FILM);
            case M4A -> new Traces(FilmTraces.of(file.path()), false, "", SOUND);
            case OGG -> new Traces(SoundTraces.ofOgg(file), false, "", SOUND);
            case WAV -> new Traces(SoundTraces.ofWav(file), false, "", SOUND);
            case MP3 -> new Traces(SoundTraces.of(file), false, "", SOUND);
            default -> NONE;
        };
    }

    /** As it is printed in a message: on one line, and not longer than a name. */
    static String printed(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }
}
