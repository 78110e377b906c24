package io.zhibu.build;

import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Entries that call themselves drafts: what they lack or have wrong is told and stops nothing, be it that no page can be made of one.
 *
 * @param read those that are pages, by path from the site's root
 * @param unread those that are none
 * @param shown whether readers see those that are pages: then they are held to what every page is held to, but for links that lead
 *     nowhere yet
 */
record Drafts(Set<String> read, Set<String> unread, boolean shown) {
    static final Drafts NONE = new Drafts(Set.of(), Set.of(), false);

    /** What takes another entry's place away stays as grave as it is, and what must not be written down anywhere. */
    private static final Pattern GRAVE = Pattern.compile("secrecy-mark|internal-mark|id-duplicate|file-name-same");

    /** On the page such a link is plain text. */
    private static final Pattern NOWHERE = Pattern.compile("link-.*|reference-.*");

    Drafts {
        read = Set.copyOf(read);
        unread = Set.copyOf(unread);
    }

    /** An entry whose status is missing or wrong doesn't call itself a draft. */
    static Drafts among(Content content, boolean shown) {
        return new Drafts(
                content.pages().stream()
                        .filter(Drafts::isDraft)
                        .map(page -> page.where().file())
                        .collect(Collectors.toSet()),
                content.unread().stream()
                        .filter(Unread::draft)
                        .map(Unread::file)
                        .collect(Collectors.toSet()),
                shown);
    }

    private static boolean isDraft(Page page) {
        return page.fields()
                .first("status", Value.Term.class)
                .filter(status -> status.key().equals("draft"))
                .isPresent();
    }

    /** Whether what is said of the file concerns nobody but its writer. */
    boolean isHidden(String file) {
        return unread.contains(file) || !shown && read.contains(file);
    }

    /** The same, with less weight where it is said of a draft: notices, or warnings if drafts were asked for. */
    List<Diagnostic> toned(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::toned).toList();
    }

    private Diagnostic toned(Diagnostic one) {
        boolean light = isHidden(one.where().file())
                || read.contains(one.where().file())
                        && NOWHERE.matcher(one.rule()).matches();
        if (!light || GRAVE.matcher(one.rule()).matches()) {
            return one;
        }
        Severity most = shown ? Severity.WARNING : Severity.NOTICE;
        return one.severity().compareTo(most) < 0 || one.rule().equals("draft-unread") ? one.as(most) : one;
    }
}
