package io.zhibu.cli;

import io.zhibu.memo.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The code that runs: this program, its libraries and Java. What another code has kept is not taken for its own. */
final class Program {
    private Program() {}

    /** Of the files' names, sizes and times, since reading forty megabytes would take longer than what it saves. */
    static Digest digest() {
        Digest.Of digest = new Digest.Of().text(System.getProperty("java.vm.version", ""));
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            add(Path.of(entry), digest);
        }
        return digest.digest();
    }

    private static void add(Path entry, Digest.Of digest) {
        try {
            if (Files.isDirectory(entry)) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(entry)) {
                    files = all.filter(Files::isRegularFile).sorted().toList();
                }
                for (Path file : files) {
                    file(file, digest);
                }
            } else if (Files.exists(entry)) {
                file(entry, digest);
                libraries(entry, digest);
            }
        } catch (IOException unreadable) {
            digest.text("unreadable " + entry);
        }
    }

    /** A jar names in its manifest what it runs with. */
    private static void libraries(Path jar, Digest.Of digest) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String path = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Class-Path");
            if (path != null) {
                for (String one : path.split(" ")) {
                    Path library = jar.resolveSibling(one);
                    if (Files.isRegularFile(library)) {
                        file(library, digest);
                    }
                }
            }
        }
    }

    private static void file(Path file, Digest.Of digest) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        digest.text(file.getFileName().toString())
                .number(attributes.size())
                .number(attributes.lastModifiedTime().toMillis());
    }
}
