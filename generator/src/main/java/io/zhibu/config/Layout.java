package io.zhibu.config;

import io.zhibu.builtin.Layers;
import io.zhibu.diagnostic.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a site's parts lie on disk.
 *
 * @param root the site's folder; every place in a diagnostic is told from here
 * @param properties the file of settings, from the root
 * @param content folder of the entries
 * @param templates folder of the templates
 * @param assets folder of what is copied as it is
 * @param layers what lies below the site's own files
 */
public record Layout(Path root, Path properties, Path content, Path templates, Path assets, Layers layers) {
    /** A path as diagnostics spell it: from the root, with forward slashes; marked if it isn't the site's own. */
    public String spelt(Path path) {
        return layers.spelt(path);
    }

    /** What was told of a path alone, of the file of that path that counts. */
    public Diagnostic placed(Diagnostic one) {
        return new Diagnostic(layers.placed(one.where()), one.severity(), one.rule(), one.message(), one.hint());
    }

    /** The file at a path from the root that counts. */
    public Path file(String path) {
        return layers.file(path);
    }

    /** Whether a file is the site's own, and didn't come with the program. */
    public boolean isOwn(Path file) {
        return layers.isOwn(file);
    }

    /**
     * The file of a template that counts: the site's own, or else the one that comes with the program.
     *
     * @param name path from the folder of templates; one that leads out of it is no template
     * @return the place of the site's own if there is none at all
     */
    public Path template(String name) {
        return ownTemplate(name).or(() -> builtInTemplate(name)).orElseGet(() -> templates.resolve(name));
    }

    /** The site's own file of this name. */
    public Optional<Path> ownTemplate(String name) {
        Path own = templates.resolve(name).normalize();
        return Optional.of(own).filter(file -> file.startsWith(templates.normalize()) && Files.isRegularFile(file));
    }

    /** The folder at a path of a site, as it comes with the program; empty for a site that brings everything itself. */
    public Optional<Path> builtInFolder(String path) {
        return layers.builtIn().map(below -> below.folder().resolve(path)).filter(Files::isDirectory);
    }

    /** The file of this name that comes with the program. */
    public Optional<Path> builtInTemplate(String name) {
        return layers.builtIn().flatMap(below -> below.template(name));
    }
}
