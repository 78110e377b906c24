package io.zhibu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One way to spoil the sound site, and every word that must be said about it.
 *
 * @param name what is wrong, in Chinese
 * @param command words on the command line; {@code {site}} and {@code {out}} stand for the folders
 * @param said what is printed to standard error, with {@code {site}} for the folder around the site
 */
record BadInput(String name, List<Change> changes, String command, int exit, String said) {
    static final String BUILD = "build --site {site}/小站 --out {out}";

    void spoil(Path site) throws IOException {
        for (Change change : changes) {
            change.applyTo(site);
        }
    }

    List<String> arguments(Path folder) {
        return List.of(command.split(" ")).stream()
                .map(word ->
                        word.replace("{out}", folder.resolve("站点").toString()).replace("{site}", folder.toString()))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
