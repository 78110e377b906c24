package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.history.History;
import io.zhibu.output.Output;
import io.zhibu.picture.Pictures;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A site whose pages can be looked at, while its search, its likeness and what the rules say of it are those of an earlier build. */
public final class Sketch {
    private final Building building;
    private final Read read;
    private final Known known;
    private final Pictures pictures;
    private final Output output;
    private final List<Diagnostic> diagnostics;

    Sketch(Building building, Read read, Known known, Pictures pictures, Output output, List<Diagnostic> diagnostics) {
        this.building = building;
        this.read = read;
        this.known = known;
        this.pictures = pictures;
        this.output = output;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Whether there is a site: not if the settings are wrong. */
    public boolean begun() {
        return read.begun();
    }

    public Config config() {
        return read.config();
    }

    /** The day that dates were held against. */
    public LocalDate today() {
        return read.today();
    }

    public Catalogue catalogue() {
        return read.catalogue();
    }

    public Output output() {
        return output;
    }

    /** What was noticed on the way to the pages. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What the next build may begin with if this one isn't finished. */
    public Known known() {
        return read.begun()
                ? new Known(
                        known.goodAfter(read.content(), diagnostics),
                        known.likeness(),
                        known.history(),
                        known.search(),
                        Optional.of(read))
                : known.unread();
    }

    /**
     * The same site with everything that {@link Building#build} makes and says.
     *
     * @throws IOException if the disk fails
     */
    public Finished finish() throws IOException {
        Finished all = building.finish(read, pictures, diagnostics);
        // Where an entry stands as it was, what the rules say of it is about lines that the file no longer has.
        Set<String> old = known.stoodFor(diagnostics);
        List<Diagnostic> said = all.diagnostics().stream()
                .filter(one -> !old.contains(one.where().file()) || diagnostics.contains(one))
                .toList();
        return new Finished(all.output(), all.search(), all.likeness(), all.history(), said);
    }

    /** What the next build may begin with. */
    public Known known(Finished finished) {
        return new Known(
                known.goodAfter(read.content(), finished.diagnostics()),
                finished.likeness(),
                Optional.of(finished.history()),
                finished.search(),
                Optional.of(read));
    }

    /**
     * A whole site.
     *
     * @param search the files that a browser searches, which are in the output too
     * @param diagnostics all, but for those of the pages' templates, that making a page tells
     */
    public record Finished(
            Output output, Output search, Likeness likeness, History history, List<Diagnostic> diagnostics) {
        public Finished {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
