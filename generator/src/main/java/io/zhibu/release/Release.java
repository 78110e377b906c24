package io.zhibu.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One whole site of one night.
 *
 * @param number from 1, one more than that of any release before it
 * @param id the number in four digits, and the day
 * @param folder with the manifest and the site in it
 * @param manifest empty if it is missing or damaged
 */
public record Release(int number, String id, Path folder, Optional<Manifest> manifest) {
    private static final Pattern ID = Pattern.compile("(\\d{4,9})-\\d{8}");

    static final String SITE = "site";

    /** What readers get. */
    public Path site() {
        return folder.resolve(SITE);
    }

    static String id(int number, String day) {
        return "%04d-%s".formatted(number, day.replace("-", ""));
    }

    /** Empty if the folder has no release's name. */
    static Optional<Release> in(Path folder) throws IOException {
        Matcher id = ID.matcher(folder.getFileName().toString());
        return id.matches()
                ? Optional.of(new Release(
                        Integer.parseInt(id.group(1)),
                        id.group(),
                        folder,
                        Manifest.read(folder.resolve(Manifest.NAME))))
                : Optional.empty();
    }

    /** Whether this is the one that somebody means who writes its name, or its number alone. */
    boolean isMeantBy(String word) {
        return word.equals(id) || word.matches("\\d{1,9}") && Integer.parseInt(word) == number;
    }
}
