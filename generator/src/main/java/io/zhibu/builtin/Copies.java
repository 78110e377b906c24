package io.zhibu.builtin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of which state of a built-in file a site's own was made: so that after an upgrade it can be told what changed since. */
public final class Copies {
    /** Path of the record from the site's root. */
    public static final String FILE = "site-config/copied.tsv";

    private static final String TITLES =
            "# 站点自己的文件是照自带文件的哪一版改的；由 zhibu templates --copy 和 --seen 写。\n# 文件\t版本\tSHA-256\n";

    private final Path file;
    private final SortedMap<String, Base> bases = new TreeMap<>();

    /**
     * @param version of the program
     * @param sum SHA-256 of the built-in file, in hexadecimal
     */
    public record Base(String version, String sum) {}

    /** @param root of the site; lines of the record that can't be read stand for nothing */
    public Copies(Path root) throws IOException {
        this.file = root.resolve(FILE);
        if (Files.isRegularFile(file)) {
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells.length == 3 && !cells[0].startsWith("#"))
                    .forEach(cells -> bases.put(cells[0], new Base(cells[1], cells[2])));
        }
    }

    public Optional<Base> base(String path) {
        return Optional.ofNullable(bases.get(path));
    }

    /** Notes that the site's own file at a path goes by the built-in one as it is now. */
    public void note(String path, Path builtIn) throws IOException {
        bases.put(path, new Base(BuiltIn.VERSION, sum(builtIn)));
    }

    /** The record as it is to be written. */
    public String text() {
        StringBuilder text = new StringBuilder(TITLES);
        bases.forEach((path, base) -> text.append(path)
                .append('\t')
                .append(base.version())
                .append('\t')
                .append(base.sum())
                .append('\n'));
        return text.toString();
    }

    public static String sum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
