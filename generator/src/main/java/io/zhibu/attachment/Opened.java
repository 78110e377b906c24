package io.zhibu.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file that is looked at, never read whole.
 *
 * @param head its first 64 KB at most, a character for each byte
 */
record Opened(Path path, String head) {
    private static final int HEAD = 1 << 16;
    /** As names in an archive are read: any byte is a letter, so none of them stops the reading. */
    static final Charset NAMES = StandardCharsets.ISO_8859_1;

    static Opened of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new Opened(path, new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
        }
    }

    /** Whether it is what a file of this format is, as far as a look tells. */
    boolean is(Format format) throws IOException {
        return switch (format) {
            case DOCX -> holds("[Content_Types].xml", "word/");
            case XLSX -> holds("[Content_Types].xml", "xl/");
            case PPTX -> holds("[Content_Types].xml", "ppt/");
            case OFD -> holds("OFD.xml");
            // Java opens none that is locked, and the table at its end says all that is looked at.
            case ZIP -> format.begins(head) && (!Contents.of(path).entries().isEmpty() || holds());
            case TEXT -> isText();
            default -> format.begins(head);
        };
    }

    /** Whether entries begin with each of these names. */
    private boolean holds(String... entries) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ, NAMES)) {
            for (String entry : entries) {
                if (zip.stream().noneMatch(one -> one.getName().startsWith(entry))) {
                    return false;
                }
            }
            return true;
        } catch (ZipException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** In UTF-8, or as Chinese programs wrote before, and without what no text holds. */
    private boolean isText() {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        return head.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                && (decodes(bytes, StandardCharsets.UTF_8) || decodes(bytes, Charset.forName("GB18030")));
    }

    /** A letter may be cut where the head ends. */
    private static boolean decodes(byte[] bytes, Charset charset) {
        return !charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), bytes.length < HEAD)
                .isError();
    }
}
