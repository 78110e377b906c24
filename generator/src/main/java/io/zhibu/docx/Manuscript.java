package io.zhibu.docx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as it reads.
 *
 * @param notes what stands in each note, by name, in the order in which they are referred to
 * @param pictures bytes by name; the name ends as the picture's kind does
 * @param remarks on what isn't plain text, in reading order
 * @param digest SHA-256 of the file, in hexadecimal digits
 */
public record Manuscript(
        List<Block> blocks,
        Map<String, List<Block>> notes,
        Map<String, byte[]> pictures,
        List<Remark> remarks,
        String digest) {
    public Manuscript {
        blocks = List.copyOf(blocks);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        remarks = List.copyOf(remarks);
    }
}
