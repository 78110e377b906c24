package io.zhibu.checks;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was said of pages that are as they were.
 *
 * @param sources of what bytes each page was read, by path of its file; one that isn't there is looked at each time
 * @param marked of all that rules look at that look at no words; empty if nobody knows
 * @param book of pages that were held to the same types
 */
public record Remembered(Map<String, Digest> sources, Optional<Digest> marked, Memory.Book book) {
    /** Every page is looked at. */
    public static final Remembered NOTHING = new Remembered(Map.of(), Optional.empty(), Memory.Book.BLANK);

    /**
     * What rules made of one page's words.
     *
     * @param diagnostics what is said of it
     * @param noted what each rule wants to know of it once all pages were looked at
     */
    record Said(List<Diagnostic> diagnostics, List<List<String>> noted) {}

    /** @param looking what is said of it now */
    Said of(Page page, Supplier<Said> looking) {
        Optional<Digest> source = Optional.ofNullable(sources.get(page.where().file()));
        return source.flatMap(book::recall).map(Remembered::unpacked).orElseGet(() -> {
            Said said = looking.get();
            source.ifPresent(key -> book.keep(key, packed(said)));
            return said;
        });
    }

    /** What the rules said that look at no words; nothing if they must be asked. */
    Optional<List<Diagnostic>> ofAll() {
        return marked.flatMap(book::recall).map(kept -> DiagnosticPacking.read(new Packing.In(kept)));
    }

    /** @param said by those rules now */
    void keepOfAll(List<Diagnostic> said) {
        Packing.Out out = new Packing.Out();
        DiagnosticPacking.write(said, out);
        marked.ifPresent(key -> book.keep(key, out.bytes()));
    }

    private static byte[] packed(Said said) {
        Packing.Out out = new Packing.Out();
        DiagnosticPacking.write(said.diagnostics(), out);
        out.number(said.noted().size());
        for (List<String> noted : said.noted()) {
            out.number(noted.size());
            noted.forEach(out::text);
        }
        return out.bytes();
    }

    private static Said unpacked(byte[] packed) {
        Packing.In in = new Packing.In(packed);
        List<Diagnostic> diagnostics = DiagnosticPacking.read(in);
        List<List<String>> noted = new ArrayList<>();
        for (int rules = in.number(); rules > 0; rules--) {
            List<String> one = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                one.add(in.text());
            }
            noted.add(one);
        }
        return new Said(diagnostics, noted);
    }
}
