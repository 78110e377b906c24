package io.zhibu.docx;

import java.util.Map;

/** Name spaces by the letters that stand for them here; a transitional file and a strict one have other addresses for the same. */
final class Names {
    private static final String OLD = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("wordprocessingml/main", "w"),
            Map.entry("officeDocument/relationships", "r"),
            Map.entry("officeDocument/math", "m"),
            Map.entry("drawingml/main", "a"),
            Map.entry("drawingml/chart", "c"),
            Map.entry("drawingml/diagram", "dgm"),
            Map.entry("drawingml/picture", "pic"),
            Map.entry("drawingml/wordprocessingDrawing", "wp"));
    private static final Map<String, String> OTHERS = Map.of(
            "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc",
            "http://schemas.openxmlformats.org/package/2006/relationships", "rel",
            "http://schemas.openxmlformats.org/package/2006/content-types", "ct",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps",
            "http://schemas.microsoft.com/office/word/2010/wordml", "w14",
            "urn:schemas-microsoft-com:vml", "v",
            "urn:schemas-microsoft-com:office:office", "o");

    private Names() {}

    /** @param space address of the name space; null or empty for none */
    static String of(String space, String local) {
        if (space == null || space.isEmpty()) {
            return local;
        }
        String letters = OTHERS.get(space);
        if (letters == null && space.startsWith(STRICT)) {
            letters = SAME.get(space.substring(STRICT.length()));
        } else if (letters == null && space.startsWith(OLD)) {
            letters = SAME.get(space.substring(OLD.length()).replace("/2006/", "/"));
        }
        return letters == null ? "?:" + local : (letters + ":" + local).intern();
    }
}
