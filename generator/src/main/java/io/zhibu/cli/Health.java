package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.disk.OneFile;
import io.zhibu.health.HealthPage;
import io.zhibu.health.Problems;
import io.zhibu.health.Subject;
import io.zhibu.history.Authors;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.rulebook.Rulebook;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a run found, as news to what the run before it found, which is remembered in a file. */
final class Health {
    private static final String UNREAD = "读不出来的";

    private final Path root;
    private final Building.Built built;
    private final List<Diagnostic> found;
    private final Path remembered;
    private final Problems problems;

    /** @param remembered the list of the run before this one; what it says is read now */
    Health(Path root, Building.Built built, List<Diagnostic> found, Path remembered) throws IOException {
        this.root = root;
        this.built = built;
        this.found = found;
        this.remembered = remembered;
        this.problems = Problems.next(before(), found, unread(), built.today());
    }

    private Optional<Problems> before() throws IOException {
        return Files.isRegularFile(remembered)
                ? Problems.read(new String(Files.readAllBytes(remembered), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    HealthPage page() {
        return new HealthPage(built.config().settings().title(), problems, subjects(), Rulebook.own());
    }

    /** From now on this is what was there before. */
    void remember() throws IOException {
        new OneFile(remembered, Problems.BEGIN).write(fresh -> {
            Files.writeString(fresh, problems.text());
            return true;
        });
    }

    /** Sources of which something was told, and that make no entry. */
    private Set<String> unread() {
        Set<String> unread = new TreeSet<>();
        found.forEach(one -> unread.add(one.where().file()));
        unread.removeIf(file -> !file.startsWith(content() + "/") || !file.endsWith(".md"));
        shown().forEach(page -> unread.remove(page.where().file()));
        return unread;
    }

    private String content() {
        return built.config().layout().spelt(built.config().layout().content());
    }

    private Stream<Page> shown() {
        return Stream.of(
                        built.catalogue().pages(),
                        built.catalogue().withheld(),
                        built.catalogue().restricted())
                .flatMap(List::stream);
    }

    private List<Subject> subjects() {
        Authors authors =
                built.config().settings().isOff("render.history") ? Authors.NONE : Authors.read(root, content());
        List<Subject> subjects = new ArrayList<>();
        shown().forEach(page -> subjects.add(subject(page, authors)));
        unread().forEach(file ->
                subjects.add(subject(file, file.replaceFirst(".*/", ""), List.of(), UNREAD, "", false, authors)));
        return subjects;
    }

    private Subject subject(Page page, Authors authors) {
        String file = page.where().file();
        String folder = file.replaceFirst("[^/]*$", "");
        return subject(
                file,
                page.title(),
                page.attached().stream().map(one -> folder + one.path()).toList(),
                built.config().schemas().type(page.type()).map(Schema::label).orElse(page.type()),
                page.fields()
                        .first("unit", Value.Term.class)
                        .map(Value.Term::label)
                        .orElse(""),
                page.sample(),
                authors);
    }

    private Subject subject(
            String file, String title, List<String> beside, String type, String unit, boolean sample, Authors authors) {
        return new Subject(
                file,
                beside,
                title,
                type,
                unit,
                sample,
                authors.last(file),
                built.config().settings().editing().map(editing -> editing.at(file)));
    }
}
