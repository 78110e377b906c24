package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Holds the files of a folder to a manifest: each is there, with the bytes that were written, and no other. */
final class Proving {
    private final Parallel parallel;

    Proving(Parallel parallel) {
        this.parallel = parallel;
    }

    /** One error a file that is missing, other than it was written, or added. */
    List<Diagnostic> prove(Manifest manifest, Path site, String remedy) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SortedMap<String, Path> there = Tree.files(site);
        try {
            parallel.map(List.copyOf(manifest.files().entrySet()), () -> file -> {
                Path path = there.get(file.getKey());
                Where where = Where.inFile(site.resolve(file.getKey()).toString());
                if (path == null) {
                    diagnostics.error(where, "file-missing", "清单里有这个文件，磁盘上没有", remedy);
                } else if (!isWhole(path, file.getValue())) {
                    diagnostics.error(where, "file-changed", "文件的内容与清单里记的不同：写好以后被改过，或磁盘坏了", remedy);
                }
                return path;
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        there.keySet().stream()
                .filter(path -> !manifest.files().containsKey(path) && !path.equals(Releases.LIVE))
                .forEach(path -> diagnostics.error(
                        Where.inFile(site.resolve(path).toString()),
                        "file-added",
                        "清单里没有这个文件，是后来放进去的",
                        "移走它；要给读者的文件放进知识库，由 zhibu publish 发布"));
        return diagnostics.list();
    }

    private static boolean isWhole(Path file, String digest) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Digest.of(file).equals(digest);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
