package io.zhibu.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document that grows at its end, on A4 with the margins of official papers. Used by one thread. */
final class Paper {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMESPACES =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + OFFICE
                    + "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                    + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SEPARATORS =
            "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
                    + "<w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
    /** GB/T 9704: 37 mm above, 35 below, 28 on the left, 26 on the right; the page's number 7 mm below the text. */
    private static final String PAGE =
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:footerReference w:type=\"even\" r:id=\"rId6\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"1304\" w:gutter=\"0\"/></w:sectPr>";

    private static final int BULLETS = 2;
    private static final int COUNTED = 3;

    /** Pictures are as wide as the text at the most, and leave room on the page for what is said of them. */
    private static final long WIDEST = 5_616_000;

    private static final long HIGHEST = 6_840_000;
    private static final long PIXEL = 9525;

    private final Blank blank;
    private final String name;
    private final String author;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder notes = new StringBuilder(SEPARATORS);
    private final StringBuilder numbers = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final Map<String, Integer> elsewhere = new LinkedHashMap<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final Map<String, Integer> pictureOf = new LinkedHashMap<>();
    private int lastNumber = 1;
    private int lastNote = 1;
    private int lastRelation = 10;
    private int lastMark;
    private int drawn;

    /**
     * @param blank what all documents have in common
     * @param name what a program shows as the document's title
     * @param author who is named as its author; empty for nobody
     */
    Paper(Blank blank, String name, String author) {
        this.blank = blank;
        this.name = name;
        this.author = author;
        numbers.append("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");
        relate(1, "styles", "styles.xml", "");
        relate(2, "numbering", "numbering.xml", "");
        relate(3, "settings", "settings.xml", "");
        relate(4, "fontTable", "fontTable.xml", "");
        relate(5, "footer", "footer1.xml", "");
        relate(6, "footer", "footer2.xml", "");
        relate(7, "footnotes", "footnotes.xml", "");
    }

    private void relate(int id, String kind, String target, String mode) {
        relations.append("<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\""
                + Xml.text(target) + "\"" + mode + "/>");
    }

    void add(String xml) {
        body.append(xml);
    }

    void paragraph(String style, Line line) {
        add(paragraph(style, "", line));
    }

    /** @param look what else is said of the paragraph, in the order that Word asks for */
    static String paragraph(String style, String look, Line line) {
        String named = style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>";
        String properties = named + look;
        return "<w:p>" + (properties.isEmpty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + line.xml() + "</w:p>";
    }

    /** With a little room below: two tables that touch would be one. */
    void table(Grid grid) {
        if (!grid.isEmpty()) {
            add(tabled(grid));
        }
    }

    static String tabled(Grid grid) {
        return grid.xml() + paragraph("AfterTable", "", new Line());
    }

    /** What stands apart, in a frame. */
    static String boxed(String inner) {
        String last = inner.endsWith("</w:p>") ? "" : paragraph("TableText", "", new Line());
        return "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"" + Grid.WIDTH
                + "\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"" + Grid.WIDTH
                + "\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"" + Grid.WIDTH + "\" w:type=\"dxa\"/></w:tcPr>"
                + inner + last + "</w:tc></w:tr></w:tbl>" + paragraph("AfterTable", "", new Line());
    }

    /** A list of points. */
    int bullets() {
        return list(BULLETS, "");
    }

    /** @param start the first number */
    int counted(int start) {
        return list(
                COUNTED,
                "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" + start + "\"/></w:lvlOverride>"
                        + restarted(1, 9));
    }

    /** Headings that begin to count anew. */
    int headings() {
        return list(1, restarted(0, 4));
    }

    private static String restarted(int from, int to) {
        StringBuilder levels = new StringBuilder();
        for (int level = from; level < to; level++) {
            levels.append("<w:lvlOverride w:ilvl=\"" + level + "\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
        }
        return levels.toString();
    }

    private int list(int kind, String overrides) {
        lastNumber++;
        numbers.append("<w:num w:numId=\"" + lastNumber + "\"><w:abstractNumId w:val=\"" + kind + "\"/>" + overrides
                + "</w:num>");
        return lastNumber;
    }

    /** The number that the next note will have. */
    int nextNote() {
        return lastNote + 1;
    }

    /** @param paragraphs whole */
    void note(String paragraphs) {
        lastNote++;
        notes.append("<w:footnote w:id=\"" + lastNote + "\">" + paragraphs + "</w:footnote>");
    }

    /** What opens a link to another place on the web. */
    String leading(String address) {
        int id = elsewhere.computeIfAbsent(address, target -> {
            lastRelation++;
            relate(lastRelation, "hyperlink", target, " TargetMode=\"External\"");
            return lastRelation;
        });
        return "<w:hyperlink r:id=\"rId" + id + "\">";
    }

    /** What opens a link to a mark in the document. */
    static String within(String mark) {
        return "<w:hyperlink w:anchor=\"" + Xml.text(mark) + "\">";
    }

    /** What a link within the document leads to, before the words there. */
    String mark(String mark) {
        lastMark++;
        return "<w:bookmarkStart w:id=\"" + lastMark + "\" w:name=\"" + Xml.text(mark) + "\"/><w:bookmarkEnd w:id=\""
                + lastMark + "\"/>";
    }

    /**
     * A picture as it stands on a line.
     *
     * @param file that it is, so that it goes in once
     * @param kind as MIME names it
     * @param width pixels
     * @param said for those who don't see it
     */
    String drawing(String file, String kind, byte[] bytes, int width, int height, String said) {
        int id = pictureOf.computeIfAbsent(file, one -> {
            String part = "media/image" + (pictures.size() + 1) + "." + kind;
            pictures.put("word/" + part, bytes);
            lastRelation++;
            relate(lastRelation, "image", part, "");
            return lastRelation;
        });
        double scale = Math.min(1, Math.min((double) WIDEST / (width * PIXEL), (double) HIGHEST / (height * PIXEL)));
        long wide = Math.max(1, Math.round(width * PIXEL * scale));
        long high = Math.max(1, Math.round(height * PIXEL * scale));
        drawn++;
        String named = "id=\"" + drawn + "\" name=\"图 " + drawn + "\" descr=\"" + Xml.text(said) + "\"";
        String size = "cx=\"" + wide + "\" cy=\"" + high + "\"";
        return "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size
                + "/><wp:docPr " + named
                + "/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr "
                + named + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId" + id
                + "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext "
                + size
                + "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
    }

    byte[] bytes() {
        try (Squeezed.Press press = new Squeezed.Press()) {
            return Squeezed.zip(parts(press));
        }
    }

    private List<Squeezed> parts(Squeezed.Press press) {
        List<Squeezed> parts = new ArrayList<>();
        parts.add(blank.fixed("[Content_Types].xml"));
        parts.add(blank.fixed("_rels/.rels"));
        parts.add(own(press, "docProps/core.xml", core()));
        parts.add(own(
                press,
                "word/document.xml",
                HEAD + "<w:document" + NAMESPACES + "><w:body>" + body + PAGE + "</w:body></w:document>"));
        parts.add(own(
                press,
                "word/_rels/document.xml.rels",
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relations + "</Relationships>"));
        parts.add(blank.fixed("word/styles.xml"));
        parts.add(blank.numbering(numbers.toString()));
        parts.add(blank.fixed("word/settings.xml"));
        parts.add(blank.fixed("word/fontTable.xml"));
        parts.add(blank.fixed("word/footer1.xml"));
        parts.add(blank.fixed("word/footer2.xml"));
        parts.add(footnotes(press));
        pictures.forEach((part, bytes) -> parts.add(press.squeezed(part, bytes)));
        return parts;
    }

    /** Most documents have none. */
    private Squeezed footnotes(Squeezed.Press press) {
        String part = "word/footnotes.xml";
        String xml = HEAD + "<w:footnotes" + NAMESPACES + ">" + notes + "</w:footnotes>";
        return lastNote == 1 ? blank.few(part, xml) : own(press, part, xml);
    }

    private static Squeezed own(Squeezed.Press press, String part, String xml) {
        return press.squeezed(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    private String core() {
        String by = author.isEmpty() ? "" : "<dc:creator>" + Xml.text(author) + "</dc:creator>";
        return HEAD
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                + Xml.text(name) + "</dc:title>" + by + "<dc:language>zh-CN</dc:language></cp:coreProperties>";
    }
}
