package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.http.Json;
import io.zhibu.output.Source;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the script in a page is told of that page and of the site, as JSON. */
final class Telling {
    private static final int MOST = 40;

    private final Rendered rendered;
    private final Excerpt excerpt;
    private final String token;

    /** @param token what a page shows to be allowed to have a file opened */
    Telling(Path root, Rendered rendered, String token) {
        this.rendered = rendered;
        this.excerpt = new Excerpt(root);
        this.token = token;
    }

    /**
     * One state of one page.
     *
     * @param shown what stands there; empty if nothing does
     * @param opens whether whoever asks may have files opened on this machine
     */
    String of(Edition edition, Address page, Optional<Rendered.Made> shown, boolean opens) {
        Optional<Page> entry = edition.site().flatMap(site -> site.entry(page));
        // While the checks are behind nobody knows whether a dead link of a page is its entry's, which is told with its
        // line.
        Optional<Rendered.Made> heard = shown.filter(
                made -> made.old() || !edition.behind() && !edition.faulty().contains(page));
        List<Diagnostic> all = all(edition, heard);
        String own = entry.map(one -> one.where().file()).orElse("");
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("digest", shown.map(Rendered.Made::digest).orElse("none"));
        state.put("copies", edition.copies());
        state.put("styles", styles(edition));
        state.put("behind", edition.behind());
        state.put("old", shown.filter(Rendered.Made::old).isPresent());
        entry.ifPresent(one -> state.put("entry", entry(one, edition.site().get())));
        state.put("problems", problems(all, own, edition));
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            state.put(
                    severity == Severity.ERROR ? "errors" : "warnings",
                    all.stream().filter(one -> one.severity() == severity).count());
        }
        next(all, own, edition).ifPresent(next -> state.put("next", next));
        if (opens) {
            state.put("token", token);
        }
        return Json.of(state);
    }

    private static List<Diagnostic> all(Edition edition, Optional<Rendered.Made> shown) {
        List<Diagnostic> all = new ArrayList<>(edition.diagnostics());
        shown.ifPresent(page -> all.addAll(page.diagnostics()));
        return all.stream().distinct().sorted().toList();
    }

    private Map<String, Object> styles(Edition edition) {
        Map<String, Object> styles = new TreeMap<>();
        edition.site()
                .ifPresent(site -> site.output().files().forEach((address, source) -> {
                    if (address.path().endsWith(".css")) {
                        styles.put(address.link(), digest(edition, address, source));
                    }
                }));
        return styles;
    }

    private String digest(Edition edition, Address address, Source source) {
        return rendered.of(edition.number(), address, source).digest();
    }

    private static Map<String, Object> entry(Page page, Edition.Site site) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(
                "type",
                site.catalogue()
                        .schemas()
                        .type(page.type())
                        .map(type -> type.label())
                        .orElse(page.type()));
        entry.put("status", Standing.status(page, site.today()));
        entry.put("mark", Standing.mark(page, site.today()));
        entry.put("file", page.where().file());
        entry.put("shown", site.catalogue().isShown(page));
        entry.put("line", page.where().line() == 0 ? 1 : page.where().line());
        return entry;
    }

    /** Errors of the whole site and all that is said of this entry: the graver first, this entry's before others'. */
    private List<Map<String, Object>> problems(List<Diagnostic> all, String own, Edition edition) {
        return all.stream()
                .filter(one -> one.isError() || one.where().file().equals(own))
                .sorted(Comparator.comparing(Diagnostic::severity)
                        .thenComparing(one -> !one.where().file().equals(own)))
                .limit(MOST)
                .map(one -> problem(one, own, edition))
                .toList();
    }

    private Map<String, Object> problem(Diagnostic one, String own, Edition edition) {
        Where where = one.where();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("severity", one.severity().label());
        problem.put("grave", one.isError());
        problem.put("own", where.file().equals(own));
        problem.put("rule", one.rule());
        problem.put("message", one.message());
        one.hint().ifPresent(hint -> problem.put("hint", hint));
        problem.put("place", where.toString());
        problem.put("file", where.file());
        problem.put("line", where.line());
        problem.put("column", where.column());
        // What is said of an entry as a whole is said at its first line, which tells nothing.
        boolean whole = !one.isError() && where.line() == 1 && where.column() <= 1;
        problem.put("excerpt", whole ? List.of() : excerpt.of(where));
        address(where.file(), edition).ifPresent(page -> problem.put("page", page.link()));
        return problem;
    }

    private static Optional<Address> address(String file, Edition edition) {
        return edition.site()
                .flatMap(site -> site.catalogue().fromFile(file).filter(site.catalogue()::isShown))
                .map(Page::address);
    }

    /** The entry after this one, in the order of their files, that has an error or a warning. */
    private static Optional<Map<String, Object>> next(List<Diagnostic> all, String own, Edition edition) {
        List<String> files = all.stream()
                .filter(one -> one.severity() != Severity.NOTICE)
                .map(one -> one.where().file())
                .filter(file -> !file.equals(own) && address(file, edition).isPresent())
                .distinct()
                .toList();
        return files.stream()
                .filter(file -> file.compareTo(own) > 0)
                .findFirst()
                .or(() -> files.stream().findFirst())
                .map(file -> Map.of(
                        "page", address(file, edition).orElseThrow().link(), "file", file, "count", files.size()));
    }
}
