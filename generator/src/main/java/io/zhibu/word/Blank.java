package io.zhibu.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The parts of a document that say nothing of what is in it: read and compressed once for many documents. Safe from many threads. */
final class Blank {
    /** How many lists are numbered, and whether there are notes, makes few parts; who has more of them compresses the rest each time. */
    private static final int MOST = 200;

    private static final Map<String, String> FILES = Map.of(
            "[Content_Types].xml", "content-types.xml",
            "_rels/.rels", "package.rels",
            "word/styles.xml", "styles.xml",
            "word/settings.xml", "settings.xml",
            "word/fontTable.xml", "fontTable.xml",
            "word/footer1.xml", "footer1.xml",
            "word/footer2.xml", "footer2.xml");

    private final Map<String, Squeezed> fixed = new HashMap<>();
    private final Map<String, Squeezed> few = new ConcurrentHashMap<>();
    private final String numbering = new String(read("numbering.xml"), StandardCharsets.UTF_8);

    Blank() {
        FILES.forEach((part, file) -> fixed.put(part, Squeezed.of(part, read(file))));
    }

    private static byte[] read(String file) {
        try (InputStream in = Blank.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A part that is the same in all documents. */
    Squeezed fixed(String part) {
        return fixed.get(part);
    }

    /** How lists are numbered. */
    Squeezed numbering(String numbers) {
        return few("word/numbering.xml", numbering.replace("<!-- numbers -->", numbers));
    }

    /** A part that is the same in many documents. */
    Squeezed few(String part, String xml) {
        Squeezed known = few.get(xml);
        if (known == null) {
            known = Squeezed.of(part, xml.getBytes(StandardCharsets.UTF_8));
            if (few.size() < MOST) {
                few.put(xml, known);
            }
        }
        return known;
    }
}
