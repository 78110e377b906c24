package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through all pages once, for all rules that want their words. What those rules said that look at one page alone stands while the page
 * is the same.
 */
final class OnePass implements Check {
    private final List<TextCheck> rules;
    private final Remembered remembered;
    private final long[] nanos;

    OnePass(List<TextCheck> rules, Remembered remembered) {
        this.rules = List.copyOf(rules);
        this.remembered = remembered;
        this.nanos = new long[rules.size()];
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        rules.forEach(rule -> rule.begin(catalogue));
        for (Iterator<Page> pages = Everything.pages(catalogue).iterator(); pages.hasNext(); ) {
            Page page = pages.next();
            Remembered.Said said = remembered.of(page, () -> said(catalogue, page, new Texts(page)));
            diagnostics.addAll(said.diagnostics());
            for (int i = 0; i < nanos.length; i++) {
                List<String> noted = said.noted().get(i);
                if (!noted.isEmpty()) {
                    rules.get(i).noted(page, noted);
                }
            }
        }
        rules.forEach(rule -> rule.end(diagnostics));
    }

    private Remembered.Said said(Catalogue catalogue, Page page, Texts texts) {
        Diagnostics said = new Diagnostics();
        List<List<String>> noted = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            rules.get(i).check(catalogue, page, texts, said);
            noted.add(rules.get(i).note(page, texts));
            nanos[i] += System.nanoTime() - begun;
        }
        return new Remembered.Said(said.list(), noted);
    }

    List<TextCheck> rules() {
        return rules;
    }

    /** What the rule of that place took; the first that asks for the words takes their decoding too. */
    long nanos(int place) {
        return nanos[place];
    }
}
