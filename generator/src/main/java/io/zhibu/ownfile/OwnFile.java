package io.zhibu.ownfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file itself. A walk through the folder told that it is no link; since then somebody may have exchanged it for one. */
public final class OwnFile {
    private OwnFile() {}

    /** @throws IOException if it can't be read, or is a link */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }
}
