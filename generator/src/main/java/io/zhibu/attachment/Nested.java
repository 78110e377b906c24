package io.zhibu.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What lies in archives that lie in an archive. Nothing is kept of what is unpacked, and however much there is, no more is unpacked than is
 * said here.
 *
 * @param entries named with the archives that they lie in, as {@code 内.zip/装.exe}
 * @param whole whether all of it was looked at
 */
record Nested(List<Contents.Entry> entries, boolean whole) {
    private static final Set<String> ARCHIVES = Set.of("zip", "docx", "xlsx", "pptx");
    private static final int DEEPEST = 4;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 256L << 20;

    static Nested of(Path path) throws IOException {
        Looking looking = new Looking();
        try (ZipFile outer = new ZipFile(path.toFile(), ZipFile.OPEN_READ, Opened.NAMES)) {
            for (ZipEntry one : outer.stream().toList()) {
                Contents.Entry entry = looking.named("", one);
                if (ARCHIVES.contains(entry.ending())) {
                    try (InputStream in = outer.getInputStream(one)) {
                        looking.look(in, entry.name() + "/", 1);
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException other) {
            looking.whole = false;
        }
        return new Nested(looking.entries, looking.whole);
    }

    private static final class Looking {
        private final List<Contents.Entry> entries = new ArrayList<>();
        private final byte[] buffer = new byte[1 << 16];
        private boolean whole = true;
        private long left = MOST_BYTES;

        private Contents.Entry named(String before, ZipEntry one) {
            String name = one.getName();
            // Where an archive says that its names are UTF-8, Java has read them as such.
            boolean raw = Opened.NAMES.newEncoder().canEncode(name);
            return new Contents.Entry(
                    before + (raw ? Contents.text(name.getBytes(Opened.NAMES)) : name), false, 0, false);
        }

        private void look(InputStream archive, String before, int depth) throws IOException {
            // Not closed: that would close what it lies in.
            ZipInputStream zip = new ZipInputStream(archive, Opened.NAMES);
            try {
                for (ZipEntry one = zip.getNextEntry(); one != null && whole; one = zip.getNextEntry()) {
                    Contents.Entry entry = named(before, one);
                    entries.add(entry);
                    boolean archived = ARCHIVES.contains(entry.ending());
                    whole = entries.size() < MOST_ENTRIES && (!archived || depth < DEEPEST);
                    if (archived && whole) {
                        look(zip, entry.name() + "/", depth + 1);
                    }
                    pass(zip);
                }
            } catch (ZipException | IllegalArgumentException other) {
                // Locked, or packed as Java can't unpack it.
                whole = false;
            }
        }

        /** Over the rest of the entry: where the next one begins is known only then. */
        private void pass(ZipInputStream zip) throws IOException {
            for (int read = zip.read(buffer); read >= 0 && whole; read = zip.read(buffer)) {
                left -= read;
                whole = left > 0;
            }
        }
    }
}
