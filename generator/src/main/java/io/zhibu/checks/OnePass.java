package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import java.util.Iterator;
import java.util.List;

/** Goes through all pages once, for all rules that want their words. */
final class OnePass implements Check {
    private final List<TextCheck> rules;
    private final long[] nanos;

    OnePass(List<TextCheck> rules) {
        this.rules = List.copyOf(rules);
        this.nanos = new long[rules.size()];
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        rules.forEach(rule -> rule.begin(catalogue));
        for (Iterator<Page> pages = Everything.pages(catalogue).iterator(); pages.hasNext(); ) {
            Page page = pages.next();
            Texts texts = new Texts(page);
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                rules.get(i).check(catalogue, page, texts, diagnostics);
                nanos[i] += System.nanoTime() - begun;
            }
        }
        rules.forEach(rule -> rule.end(diagnostics));
    }

    List<TextCheck> rules() {
        return rules;
    }

    /** What the rule of that place took; the first that asks for the words takes their decoding too. */
    long nanos(int place) {
        return nanos[place];
    }
}
