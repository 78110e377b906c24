package io.zhibu.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An engine that answers the searches of the site's pages before its files do.
 *
 * @param path where it answers, from the root of the server
 * @param site what this site is called there
 */
public record Elsewhere(String path, String site) {
    static final String BACKEND = "search.backend";
    static final String PATH = "search.solr.path";
    static final String SITE = "search.solr.site";
    static final List<String> BACKENDS = List.of("static", "solr");

    private static final String USUAL = "/zhibu-search";

    static boolean isPath(String path) {
        return path.matches("(?:/[A-Za-z0-9._-]+)+") && !path.contains("/.");
    }

    /** Whether it can be told from others by this. */
    public static boolean isSite(String name) {
        return name.matches("[a-z0-9][a-z0-9.-]{0,62}");
    }

    /** What the site is called among others: as said, or as its host is. */
    public static Optional<String> site(Settings settings) {
        return settings.get(SITE)
                .or(() -> settings.host().map(host -> URI.create(host).getHost()))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    static Optional<Elsewhere> of(Settings settings) {
        return settings.get(BACKEND)
                .filter("solr"::equals)
                .flatMap(any -> site(settings))
                .map(site -> new Elsewhere(settings.get(PATH).orElse(USUAL), site));
    }
}
