package io.zhibu.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** The zip of an EPUB: says what it is in its first bytes; the same files are the same bytes. */
final class EpubFile {
    /** At the very first minute that a zip can tell, Java writes the time a second time, where an EPUB has nothing. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final byte[] KIND = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);

    /** Bytes that a zip has before the name of a file. */
    private static final int HEADER = 30;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void add(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            CRC32 sum = new CRC32();
            sum.update(KIND);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(KIND.length);
            first.setCrc(sum.getValue());
            put(zip, first, KIND);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, new ZipEntry(file.getKey()), file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** What every EPUB of ours begins with, a byte a character: no other zip does. */
    static String begin() {
        byte[] empty = new EpubFile().bytes();
        return new String(empty, 0, HEADER + "mimetype".length() + KIND.length, StandardCharsets.ISO_8859_1);
    }

    static byte[] xhtml(Document document) {
        return ("<!DOCTYPE html>\n" + text(document)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xml(Document document) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(document)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Document document) {
        try {
            StringWriter text = new StringWriter();
            Transformer writing = TransformerFactory.newInstance().newTransformer();
            writing.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writing.setOutputProperty(OutputKeys.METHOD, "xml");
            writing.transform(new DOMSource(document), new StreamResult(text));
            return text.append('\n').toString();
        } catch (TransformerException broken) {
            throw new IllegalStateException("the JDK writes no documents", broken);
        }
    }
}
