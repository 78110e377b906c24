package io.zhibu.config;

import java.nio.file.Path;

/**
 * Where a site's parts lie on disk.
 *
 * @param root the site's folder; every place in a diagnostic is told from here
 * @param properties the file of settings, from the root
 * @param content folder of the entries
 * @param templates folder of the templates
 * @param assets folder of what is copied as it is
 */
public record Layout(Path root, Path properties, Path content, Path templates, Path assets) {
    /** A path under the root as diagnostics spell it: from the root, with forward slashes. */
    public String spelt(Path path) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }
}
