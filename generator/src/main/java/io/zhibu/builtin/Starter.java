package io.zhibu.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A new site: settings, a unit that is made up, and one entry of each type; everything else is built in. */
public final class Starter {
    private static final String LIST = "starter.txt";

    private final String title;

    /** @param title what the site is called */
    public Starter(String title) {
        this.title = title;
    }

    /** The files, by path from the site's root, as they are listed beside them. */
    static List<String> listed() throws IOException {
        return text(LIST).lines().toList();
    }

    private static String text(String name) throws IOException {
        try (InputStream file = Starter.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Writes the site.
     *
     * @param folder in which nothing of the kind is
     * @return how many entries it has
     */
    public int write(Path folder) throws IOException {
        int entries = 0;
        for (String path : listed()) {
            // A file whose name begins with a dot is easily lost on the way into a jar.
            Path file = folder.resolve(path.equals("gitignore") ? ".gitignore" : path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, filled(path, text("starter/" + path)));
            entries += path.startsWith("content/") ? 1 : 0;
        }
        return entries;
    }

    private String filled(String path, String text) {
        String named = path.endsWith(".properties") ? title.replace("\\", "\\\\") : title;
        return text.replace("{version}", BuiltIn.line())
                .replace("{program}", BuiltIn.VERSION)
                .replace("{title}", named);
    }
}
