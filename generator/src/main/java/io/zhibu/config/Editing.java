package io.zhibu.config;

import io.zhibu.address.Address;
import java.util.List;
import java.util.Optional;

/**
 * Where a file of the site is changed in a browser.
 *
 * @param pattern an address with {@code {path}} where the file's path stands
 */
public record Editing(String pattern) {
    static final List<String> FORGES = List.of("gitea", "gitlab");

    private static final String PATH = "{path}";

    static boolean isPattern(String written) {
        return written.contains(PATH) && isRepository(written.replace(PATH, ""));
    }

    static boolean isRepository(String written) {
        return written.matches("https?://[^\\s/?#]+(/\\S*)?");
    }

    /** By {@code site.edit}, or by the forge's own form of address. Main is the branch if nobody said. */
    static Optional<Editing> of(Settings settings) {
        Optional<Editing> own =
                settings.get("site.edit").filter(Editing::isPattern).map(Editing::new);
        return own.or(() -> settings.get("site.repository")
                .filter(Editing::isRepository)
                .flatMap(repository -> {
                    String branch = settings.get("site.branch").orElse("main");
                    return settings.get("site.forge").filter(FORGES::contains).map(forge -> {
                        String edit = forge.equals("gitea") ? "/_edit/" : "/-/edit/";
                        return new Editing(
                                repository.replaceAll("(\\.git)?/*$", "") + edit + encoded(branch) + "/" + PATH);
                    });
                }));
    }

    /** @param file path from the site's root, with forward slashes */
    public String at(String file) {
        return pattern.replace(PATH, encoded(file));
    }

    private static String encoded(String path) {
        return new Address(path).link();
    }
}
