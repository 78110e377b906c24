package io.zhibu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A site of our types into which documents are imported. */
final class ImportSite {
    final Path root;

    ImportSite(Path root) throws IOException {
        this.root = root;
        SmallSite.ofOurTypes(root);
        Files.delete(root.resolve("site-config/search-tests.yml"));
        Copy.of(Path.of("templates"), root.resolve("templates"));
    }

    Run run(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(command, "--site", root.toString()));
        all.addAll(List.of(words));
        return Run.of(all);
    }

    /** The one entry of the folder. */
    String entry(String type) throws IOException {
        return Files.readString(entryFile(type));
    }

    Path entryFile(String type) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("content").resolve(type))) {
            List<Path> entries =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            if (entries.size() != 1) {
                throw new AssertionError("entries: " + entries);
            }
            return entries.get(0);
        }
    }

    /** Below the front matter. */
    String body(String type) throws IOException {
        String text = entry(type);
        return text.substring(text.indexOf("\n---\n") + 6);
    }
}
