package io.zhibu.checks;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was said of pages that are as they were.
 *
 * @param sources of what bytes each page was read, by path of its file; one that isn't there is looked at each time
 * @param book of pages that were held to the same types
 */
public record Remembered(Map<String, Digest> sources, Memory.Book book) {
    /** Every page is looked at. */
    public static final Remembered NOTHING = new Remembered(Map.of(), Memory.Book.BLANK);

    /** @param looking what is said of it now */
    List<Diagnostic> of(Page page, Supplier<List<Diagnostic>> looking) {
        Optional<Digest> source = Optional.ofNullable(sources.get(page.where().file()));
        return source.flatMap(book::recall)
                .map(kept -> DiagnosticPacking.read(new Packing.In(kept)))
                .orElseGet(() -> {
                    List<Diagnostic> said = looking.get();
                    Packing.Out out = new Packing.Out();
                    DiagnosticPacking.write(said, out);
                    source.ifPresent(key -> book.keep(key, out.bytes()));
                    return said;
                });
    }
}
