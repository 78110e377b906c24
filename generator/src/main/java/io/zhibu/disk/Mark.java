package io.zhibu.disk;

import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How one file stands on a disk, told without reading it: its size and number, and the times of its last changes, of which the system keeps
 * one that nobody can set back.
 *
 * @param digest of a file, equal if it wasn't changed; of a folder it says nothing, since a file that came and went is no change
 * @param changed milliseconds since 1970
 */
public record Mark(Kind kind, Digest digest, long changed) {
    private static final String ASKED = "unix:isDirectory,isRegularFile,size,ino,lastModifiedTime,ctime";

    private static final Digest FOLDER = Digest.of("folder");

    /** What leads elsewhere may change unseen. */
    public enum Kind {
        FILE,
        FOLDER,
        OTHER
    }

    /**
     * Of what stands at the place itself, if it is a link.
     *
     * @throws java.nio.file.NoSuchFileException if nothing does
     * @throws UnsupportedOperationException or IllegalArgumentException where the disk keeps no such times
     */
    public static Mark of(Path place) throws IOException {
        Map<String, Object> told = Files.readAttributes(place, ASKED, LinkOption.NOFOLLOW_LINKS);
        FileTime changed = (FileTime) told.get("ctime");
        if ((Boolean) told.get("isDirectory")) {
            return new Mark(Kind.FOLDER, FOLDER, changed.toMillis());
        }
        Digest.Of all = new Digest.Of().number((Long) told.get("size")).number((Long) told.get("ino"));
        add((FileTime) told.get("lastModifiedTime"), all);
        add(changed, all);
        Kind kind = (Boolean) told.get("isRegularFile") ? Kind.FILE : Kind.OTHER;
        return new Mark(kind, all.digest(), changed.toMillis());
    }

    private static void add(FileTime time, Digest.Of all) {
        all.number(time.to(TimeUnit.SECONDS)).number(time.toInstant().getNano());
    }
}
