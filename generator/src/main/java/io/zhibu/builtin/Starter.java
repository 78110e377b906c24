package io.zhibu.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The text of each file, by path from the site's root. */
    public SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String path : listed()) {
            // A file whose name begins with a dot is easily lost on the way into a jar.
            files.put(path.equals("gitignore") ? ".gitignore" : path, filled(path, text("starter/" + path)));
        }
        return files;
    }

    private String filled(String path, String text) {
        String named = path.endsWith(".properties") ? title.replace("\\", "\\\\") : title;
        return text.replace("{version}", BuiltIn.line())
                .replace("{program}", BuiltIn.VERSION)
                .replace("{title}", named);
    }
}
