package io.zhibu.entry;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.memo.Digest;
import io.zhibu.page.Page;
import io.zhibu.unicode.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What running text may name without a link of its own: terms by their words, institutions by their titles. Made once for a site. */
final class Glossary {
    private final Phrases<Page> terms;
    private final Map<String, Page> titles = new HashMap<>();
    private final Digest digest;

    Glossary(Catalogue catalogue) {
        Map<String, Page> words = new HashMap<>();
        for (Page term : catalogue.ofType("term")) {
            term.fields()
                    .text("term")
                    .map(Spelling::bare)
                    .filter(word -> word.length() > 1)
                    .ifPresent(word -> words.putIfAbsent(word, term));
        }
        this.terms = new Phrases<>(words);
        for (Page page : catalogue.ofType("institution")) {
            titled(page.title(), page);
            page.fields().list("aliases").forEach(alias -> titled(alias.text(), page));
            page.fields().text("short_title").ifPresent(title -> titled(title, page));
        }
        for (Page page : catalogue.ofType("report")) {
            titled(page.title(), page);
        }
        this.digest = digest(words, titles);
    }

    private void titled(String title, Page page) {
        titles.putIfAbsent(bare(Spelling.bare(title)), page);
    }

    /** Without the marks around it. */
    private static String bare(String title) {
        return title.startsWith("《") && title.endsWith("》") ? title.substring(1, title.length() - 1) : title;
    }

    /** Of the names, and of what a link from one says and leads to. */
    Digest digest() {
        return digest;
    }

    private static Digest digest(Map<String, Page> words, Map<String, Page> titles) {
        Digest.Of all = new Digest.Of();
        for (Map<String, Page> names : List.of(words, titles)) {
            new TreeMap<>(names)
                    .forEach((name, page) -> all.text(name)
                            .text(page.id())
                            .text(page.address().path())
                            .text(meaning(page)));
        }
        return all.digest();
    }

    boolean isEmpty() {
        return terms.isEmpty() && titles.isEmpty();
    }

    Phrases<Page> terms() {
        return terms;
    }

    /** The institution or report of this title, written without its marks. */
    Optional<Page> titled(String title) {
        return Optional.ofNullable(titles.get(title));
    }

    /** What a term means, for a reader who points at it. */
    static String meaning(Page term) {
        return term.fields().text("definition").orElseGet(() -> "来源没有释义，待补");
    }
}
