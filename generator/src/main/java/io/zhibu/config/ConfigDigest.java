package io.zhibu.config;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        below(folder.resolve("jbake.properties"), digest);
        return digest.digest();
    }

    /** What comes with the program counts for a site that stands on it. */
    private static void below(Path settings, Digest.Of digest) throws IOException {
        Optional<BuiltIn> builtIn = BuiltIn.here();
        if (builtIn.isEmpty()
                || !Files.isRegularFile(settings)
                || !Files.readString(settings, StandardCharsets.ISO_8859_1).contains(VersionChecking.KEY)) {
            return;
        }
        for (Map.Entry<String, Path> file : builtIn.get().files("site-config").entrySet()) {
            digest.text(file.getKey()).bytes(Files.readAllBytes(file.getValue()));
        }
    }
}
