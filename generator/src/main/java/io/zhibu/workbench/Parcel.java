package io.zhibu.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An entry with what lies beside it and what an import keeps of it: what is handed in together. */
record Parcel(Path root, String file) {
    /** Any day: the same entry is the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** Paths from the site's root of what is there. */
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>(List.of(file));
        Path beside = root.resolve(folder());
        if (Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.find(beside, 10, (path, kind) -> kind.isRegularFile())) {
                all.filter(one -> !one.getFileName().toString().startsWith("."))
                        .map(one -> root.relativize(one).toString().replace('\\', '/'))
                        .sorted()
                        .forEach(files::add);
            }
        }
        String record = file.replaceFirst("([^/]*)$", ".word/$1");
        if (Files.isRegularFile(root.resolve(record), LinkOption.NOFOLLOW_LINKS)) {
            files.add(record);
        }
        return files;
    }

    /** Where pictures and attachments lie. */
    String folder() {
        return file.replaceFirst("\\.md$", "");
    }

    /** In one file, to be unpacked over another copy of the site. */
    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String one : files()) {
                ZipEntry entry = new ZipEntry(one);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(root.resolve(one)));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
