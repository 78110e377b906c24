package io.zhibu.entry;

import java.util.Locale;
import java.util.Map;

/** How readers are told what a file is and how large, before they open it. */
final class FileKinds {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("pdf", "PDF"),
            Map.entry("docx", "Word 文档"),
            Map.entry("xlsx", "Excel 表格"),
            Map.entry("csv", "CSV 表格"),
            Map.entry("pptx", "演示文稿"),
            Map.entry("txt", "文字"),
            Map.entry("zip", "压缩包"),
            Map.entry("mp3", "音频"),
            Map.entry("mp4", "视频"),
            Map.entry("jpg", "图片"),
            Map.entry("jpeg", "图片"),
            Map.entry("png", "图片"),
            Map.entry("gif", "图片"),
            Map.entry("webp", "图片"),
            Map.entry("svg", "图片"));

    private FileKinds() {}

    /** By the ending of its name; the ending itself if it isn't known. */
    static String kind(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return KINDS.getOrDefault(ending, ending.toUpperCase(Locale.ROOT));
    }

    /** In the unit that makes a short number, rounded up. */
    static String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return (bytes + 1023) / 1024 + " KB";
        }
        long tenths = (bytes * 10 + 1024 * 1024 - 1) / (1024 * 1024);
        return tenths / 10 + "." + tenths % 10 + " MB";
    }
}
