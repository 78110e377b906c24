package io.zhibu.picture;

import io.zhibu.page.Page;
import java.util.Map;
import java.util.Optional;

/** All pictures that lie beside entries and can be shown. */
public final class Pictures {
    public static final Pictures NONE = new Pictures(Map.of());

    private final Map<String, Shown> byFile;

    /** @param byFile by path from the site's root */
    Pictures(Map<String, Shown> byFile) {
        this.byFile = Map.copyOf(byFile);
    }

    /** @param path from the entry's folder */
    public Optional<Shown> of(Page page, String path) {
        return byFile.isEmpty() ? Optional.empty() : at(file(page, path));
    }

    /** @param file path from the site's root */
    public Optional<Shown> at(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    static String file(Page page, String path) {
        String source = page.where().file();
        return source.substring(0, source.lastIndexOf('/') + 1) + path;
    }
}
