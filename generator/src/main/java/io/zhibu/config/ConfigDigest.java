package io.zhibu.config;

import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Of all that settings, types, vocabularies and wording are read from. */
public final class ConfigDigest {
    private ConfigDigest() {}

    /** @param root the site's folder */
    public static Digest of(Path root) throws IOException {
        Digest.Of digest = new Digest.Of();
        Path folder = root.resolve("site-config");
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                digest.text(folder.relativize(file).toString()).bytes(Files.readAllBytes(file));
            }
        }
        Path plain = root.resolve("jbake.properties");
        if (Files.isRegularFile(plain)) {
            digest.text("plain").bytes(Files.readAllBytes(plain));
        }
        return digest.digest();
    }
}
