package io.zhibu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How thoroughly faults are tried: a few of each in every run, all that are named when asked for; and the table of what came of it. */
public final class Faults {
    private static final boolean EVERY = "every".equals(System.getProperty("faults"));

    private Faults() {}

    public static boolean every() {
        return EVERY;
    }

    /** One of two numbers, by how thoroughly it is tried. */
    public static int times(int usually, int asked) {
        return EVERY ? asked : usually;
    }

    /**
     * A row of the table.
     *
     * @param what was tried
     * @param tried how often
     * @param lost how often readers had no whole site
     * @param control what shows that the test can fail
     */
    public static void row(String what, int tried, int lost, String control) {
        try {
            Path folder = Files.createDirectories(Path.of("target/faults"));
            String name = what.replaceAll("[^\\p{L}\\p{N}]+", "-");
            Files.writeString(folder.resolve(name + ".tsv"), what + "\t" + tried + "\t" + lost + "\t" + control + "\n");
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
