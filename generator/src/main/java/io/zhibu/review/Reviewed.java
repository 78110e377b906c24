package io.zhibu.review;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import java.util.List;

/**
 * What is reviewed.
 *
 * @param pieces the entry's own file first, then the files beside it
 * @param findings of the checks, about these files
 */
public record Reviewed(Page page, Schema type, List<Piece> pieces, List<Diagnostic> findings) {
    public Reviewed {
        pieces = List.copyOf(pieces);
        findings = List.copyOf(findings);
    }

    /**
     * @param file path from the site's root
     * @param digest SHA-256 of its bytes in 64 hexadecimal digits
     */
    public record Piece(String file, String digest) {}
}
