package io.zhibu.build;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Entries that call themselves drafts: what they lack or have wrong is told and stops nothing.
 *
 * @param files paths from the site's root
 */
record Drafts(Set<String> files) {
    static final Drafts NONE = new Drafts(Set.of());

    /** What keeps others from being read: it stays as grave as it is. */
    private static final Pattern GRAVE = Pattern.compile(
            "yaml-.*|header-.*|encoding|control-character|secrecy-mark|internal-mark|id-duplicate|file-name-same");

    Drafts {
        files = Set.copyOf(files);
    }

    /** An entry whose status is missing or wrong doesn't call itself a draft. */
    static Drafts among(List<Page> pages) {
        return new Drafts(pages.stream()
                .filter(page -> page.fields()
                        .first("status", Value.Term.class)
                        .filter(status -> status.key().equals("draft"))
                        .isPresent())
                .map(page -> page.where().file())
                .collect(Collectors.toSet()));
    }

    /** The same, with notices in place of what is said of a draft. */
    List<Diagnostic> toned(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(one -> files.contains(one.where().file())
                                && !GRAVE.matcher(one.rule()).matches()
                        ? one.as(Severity.NOTICE)
                        : one)
                .toList();
    }
}
