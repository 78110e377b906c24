package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.history.History;
import io.zhibu.output.Output;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an earlier build of the same folder found out, for the next one to begin with.
 *
 * @param good entries by file, each as it was when it was last without errors
 * @param search the files that a browser searches
 * @param last what was read
 */
public record Known(
        Map<String, Page> good, Likeness likeness, Optional<History> history, Output search, Optional<Read> last) {
    public static final Known NOTHING =
            new Known(Map.of(), Likeness.NONE, Optional.empty(), Building.nothing(), Optional.empty());

    public Known {
        good = Map.copyOf(good);
    }

    /** The same, for a folder of which everything is to be read again. */
    public Known unread() {
        return new Known(good, likeness, history, search, Optional.empty());
    }

    Known with(History told) {
        return new Known(good, likeness, Optional.of(told), search, last);
    }

    /** What was found, with entries that have errors as they were before, if they were. */
    Content held(Outcome<Content> found) {
        Content content = found.value();
        Set<String> faulty = faulty(found.diagnostics());
        if (faulty.stream().noneMatch(good::containsKey)) {
            return content;
        }
        List<Page> pages = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Stream<String> unread = content.unread().stream().map(Unread::file);
        Stream.concat(content.pages().stream().map(page -> page.where().file()), unread)
                .filter(faulty::contains)
                .flatMap(file -> standIn(file, content).stream())
                .forEach(page -> add(page, ids, pages));
        Set<String> stoodFor = files(pages);
        content.pages().stream()
                .filter(page -> !stoodFor.contains(page.where().file()))
                .forEach(page -> add(page, ids, pages));
        pages.sort(Comparator.comparing(page -> page.where().file()));
        return new Content(
                pages,
                content.unread().stream()
                        .filter(one -> !stoodFor.contains(one.file()))
                        .toList(),
                content.files(),
                content.assets(),
                content.data(),
                content.sources(),
                content.frames(),
                content.earlier());
    }

    /** The files whose entries stand as they were, if this is what is wrong. */
    Set<String> stoodFor(List<Diagnostic> diagnostics) {
        return faulty(diagnostics).stream().filter(good::containsKey).collect(Collectors.toSet());
    }

    private static void add(Page page, Set<String> ids, List<Page> pages) {
        if (ids.add(page.id())) {
            pages.add(page);
        }
    }

    private static Set<String> files(List<Page> pages) {
        return pages.stream().map(page -> page.where().file()).collect(Collectors.toSet());
    }

    /** Not if what lies beside the entry went away since. */
    private Optional<Page> standIn(String file, Content content) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return Optional.ofNullable(good.get(file))
                .filter(page ->
                        page.attached().stream().allMatch(one -> content.files().containsKey(folder + one.path())));
    }

    private static Set<String> faulty(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(one -> one.where().file())
                .collect(Collectors.toSet());
    }

    /** The same with the entries of today's catalogue, as far as they are still there. */
    Likeness likenessIn(Catalogue catalogue) {
        Map<String, List<Likeness.Match>> matches = new HashMap<>();
        likeness.matches()
                .forEach((id, all) -> matches.put(
                        id,
                        all.stream()
                                .flatMap(match -> catalogue.page(match.page().id()).stream()
                                        .map(page -> new Likeness.Match(page, match.score(), match.shared())))
                                .toList()));
        return new Likeness(matches);
    }

    /** The entries of this reading that are without errors; those that have some, as they were. */
    Map<String, Page> goodAfter(Content content, List<Diagnostic> diagnostics) {
        Set<String> faulty = faulty(diagnostics);
        Map<String, Page> next = new HashMap<>();
        content.pages().stream()
                .filter(page -> !faulty.contains(page.where().file()))
                .forEach(page -> next.put(page.where().file(), page));
        faulty.stream().filter(good::containsKey).forEach(file -> next.put(file, good.get(file)));
        return next;
    }
}
