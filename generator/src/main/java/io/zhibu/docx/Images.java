package io.zhibu.docx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the pictures that a page of the web can show out of the archive, each once. */
final class Images {
    private final Container container;
    private final Map<String, byte[]> taken = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private long left = Limits.PICTURES;

    Images(Container container) {
        this.container = container;
    }

    /** By name, in the order in which they were asked for. */
    Map<String, byte[]> taken() {
        return taken;
    }

    /**
     * @param name of the picture here; empty if it can't be taken
     * @param fault why not, in Chinese
     */
    record Taken(Optional<String> name, String fault) {}

    /** @param part name of a part of the archive */
    Taken take(String part) throws IOException {
        if (names.containsKey(part)) {
            return new Taken(Optional.of(names.get(part)), "");
        }
        Optional<InputStream> in = container.open(part);
        if (in.isEmpty()) {
            return new Taken(Optional.empty(), "文件里没有它的内容");
        }
        byte[] bytes;
        try (InputStream open = in.get()) {
            bytes = open.readNBytes(Limits.PICTURE + 1);
        }
        if (bytes.length > Limits.PICTURE || bytes.length > left) {
            return new Taken(Optional.empty(), "太大，没有收：在 Word 里压缩图片再导入");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        String ending = ending(head);
        if (ending.startsWith(".")) {
            left -= bytes.length;
            String name = "p" + (taken.size() + 1) + ending;
            taken.put(name, Arrays.copyOf(bytes, bytes.length));
            names.put(part, name);
            return new Taken(Optional.of(name), "");
        }
        return new Taken(Optional.empty(), ending + "，网页上显示不了，没有收：在 Word 里右键点它，“另存为图片”选 PNG，再插入一次");
    }

    /** With a dot, or what else it is. */
    private static String ending(String head) {
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return ".jpg";
        } else if (head.startsWith("\u0089PNG")) {
            return ".png";
        } else if (head.startsWith("GIF8")) {
            return ".gif";
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return ".webp";
        } else if (head.startsWith("BM")) {
            return "是 BMP 图片";
        } else if (head.startsWith("II*") || head.startsWith("MM\0*")) {
            return "是 TIFF 图片";
        } else if (head.startsWith(" EMF", 40)) {
            return "是 EMF 矢量图";
        } else if (head.startsWith("\u00D7\u00CD\u00C6\u009A") || head.startsWith("\1\0\u0009\0")) {
            return "是 WMF 矢量图";
        }
        return head.contains("<svg") ? ".svg" : "不是常用的图片格式";
    }
}
