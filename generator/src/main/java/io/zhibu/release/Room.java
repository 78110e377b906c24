package io.zhibu.release;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Whether the disk has room for a release: told before a byte of it is written, not when the disk is full. */
final class Room {
    /** What the commonest disks give to a file at the least, and to a folder. */
    private static final long BLOCK = 4096;
    /** A path and a digest in the manifest, and the file's name in its folder. */
    private static final long LINE = 512;
    /** With so much more than last night's site, or so much a file, nobody needs to count: it would take as long as to make the site. */
    private static final long PLENTY = 64L << 20;

    private static final long PLENTY_AT_FIRST = 1L << 30;
    private static final long LARGE_FILE = 1L << 20;

    private final Releases releases;
    private final Optional<Release> last;
    private final Disk disk;
    private final Parallel parallel;
    private final boolean byLink;

    /** @param byLink whether readers get the release's own folder, and not a second one beside it */
    Room(Releases releases, Optional<Release> last, Disk disk, Parallel parallel, boolean byLink) {
        this.releases = releases;
        this.last = last;
        this.disk = disk;
        this.parallel = parallel;
        this.byLink = byLink;
    }

    /** An error if it hasn't. Writes nothing but, where room is scarce, a second name of a file that is there, to see whether it can have one. */
    void hold(Output output, Releasing.Night night, Diagnostics diagnostics) throws IOException {
        long free = disk.free(releases.folder());
        if (free >= plenty(output)) {
            return;
        }
        boolean links = isLinking();
        Need site = need(output, links);
        long more = night.beside().bytes();
        long bytes = site.bytes + rounded(more);
        if (bytes > free) {
            diagnostics.error(
                    Where.inFile(releases.folder().toString()),
                    "publish-no-room",
                    "磁盘地方不够：还要写 %s（新写 %d 个文件，%d 个与上一次相同%s），只剩 %s；什么也没有写"
                            .formatted(
                                    megabytes(bytes),
                                    site.written,
                                    site.same,
                                    links ? "、不占地方" : "，这个磁盘不认识硬链接，也要再占一份",
                                    megabytes(free)),
                    "腾出 " + megabytes(bytes - free) + " 再来；旧的几次占得多，把 publish.keep 改小，或换一个磁盘（--to）");
        }
    }

    private record Need(long bytes, int written, int same) {}

    private long plenty(Output output) {
        return last.flatMap(Release::manifest)
                .map(manifest -> 2 * Long.parseLong("0" + manifest.fact("bytes")) + PLENTY)
                .orElse(PLENTY_AT_FIRST + output.files().size() * LARGE_FILE);
    }

    private Need need(Output output, boolean links) {
        SortedMap<String, String> before =
                last.flatMap(Release::manifest).map(Manifest::files).orElse(Collections.emptySortedMap());
        List<Map.Entry<Address, Source>> files = List.copyOf(output.files().entrySet());
        List<Long> sizes = parallel.map(files, () -> file -> {
            byte[] made = file.getValue().make().value();
            boolean same = Digest.of(made).equals(before.get(file.getKey().path()));
            // What is the same is told from what is not by its sign.
            return same ? -1 - rounded(made.length) : rounded(made.length);
        });
        long fresh =
                sizes.stream().filter(size -> size >= 0).mapToLong(size -> size).sum();
        long old = sizes.stream()
                .filter(size -> size < 0)
                .mapToLong(size -> -1 - size)
                .sum();
        int same = (int) sizes.stream().filter(size -> size < 0).count();
        long folders = output.files().keySet().stream()
                .map(address -> address.path().replaceFirst("[^/]*$", ""))
                .distinct()
                .count();
        long once = fresh + (links ? 0 : old);
        // Without links the folder that readers get is written a second time.
        long bytes = once + (byLink || links ? 0 : fresh + old);
        long names = (folders + 3) * BLOCK * (byLink ? 1 : 2) + rounded(files.size() * LINE);
        return new Need(bytes + names, files.size() - same, same);
    }

    private boolean isLinking() throws IOException {
        Path probe = releases.probe();
        Tree.delete(probe, disk);
        try {
            disk.link(releases.mark(), probe);
            disk.delete(probe);
            return true;
        } catch (UnsupportedOperationException | IOException without) {
            return false;
        }
    }

    private static long rounded(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(Math.max(0.1, bytes / 1e6));
    }
}
