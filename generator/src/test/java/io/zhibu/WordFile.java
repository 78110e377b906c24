package io.zhibu;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word document that a test writes part by part, also as Word never would. */
public final class WordFile {
    public static final String SPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
            + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
            + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** Writes the bytes of one part. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private final Map<String, Writing> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();

    public WordFile() {
        text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        text(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\""
                        + TYPES + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        body("");
    }

    /** What stands in the body. */
    public WordFile body(String xml) {
        return text("word/document.xml", "<w:document " + SPACES + "><w:body>" + xml + "</w:body></w:document>");
    }

    /** A part of XML, or one that says that it is. */
    public WordFile text(String name, String text) {
        return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public WordFile part(String name, Writing writing) {
        parts.put(name, writing);
        return this;
    }

    /** A part of the text's own kind, with the relation that leads to it. */
    public WordFile related(String type, String name, String inner) {
        String root = switch (type) {
            case "numbering", "styles", "footnotes", "endnotes", "comments" -> "w:" + type;
            case "header" -> "w:hdr";
            case "footer" -> "w:ftr";
            case "chart" -> "c:chartSpace";
            case "diagramData" -> "dgm:dataModel";
            default -> throw new IllegalArgumentException(type);
        };
        relation(name, type, name + ".xml");
        return text("word/" + name + ".xml", "<" + root + " " + SPACES + ">" + inner + "</" + root + ">");
    }

    /** A picture, under this id. */
    public WordFile picture(String id, String file, byte[] bytes) {
        relation(id, "image", "media/" + file);
        return part("word/media/" + file, out -> out.write(bytes));
    }

    public WordFile relation(String id, String type, String target) {
        return add(id, type, target, "");
    }

    public WordFile outside(String id, String type, String target) {
        return add(id, type, target, " TargetMode=\"External\"");
    }

    private WordFile add(String id, String type, String target, String mode) {
        relations
                .append("<Relationship Id=\"")
                .append(id)
                .append("\" Type=\"")
                .append(TYPES)
                .append(type)
                .append("\" Target=\"")
                .append(target)
                .append('"')
                .append(mode)
                .append("/>");
        return this;
    }

    /** The file. */
    public Path write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, Writing> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().to(zip);
                }
                zip.putNextEntry(new ZipEntry("word/_rels/document.xml.rels"));
                zip.write(("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + relations + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** A paragraph of plain words. */
    public static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    /** A paragraph with properties. */
    public static String p(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    public static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    /** Words with properties. */
    public static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    /** A picture in a line. */
    public static String image(String id, String alt) {
        return "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"" + escaped(alt)
                + "\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"" + id
                + "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
