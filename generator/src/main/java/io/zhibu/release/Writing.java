package io.zhibu.release;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The files of one release: what is as it was in the last one is the same file under a second name, the rest is written. */
final class Writing {
    /** What is named after its content, which pages that are open while the site changes still ask for by its old name. */
    private static final Pattern NAMED_AFTER_CONTENT = Pattern.compile("search/[a-z]+-[0-9a-f]{6,}\\.js");

    private final Path site;
    private final Optional<Release> last;
    private final Disk disk;
    private final Rights rights;
    private final Parallel parallel;
    private final Releasing.Progress progress;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** @param last with its manifest */
    Writing(
            Path site,
            Optional<Release> last,
            Disk disk,
            Rights rights,
            Parallel parallel,
            Releasing.Progress progress) {
        this.site = site;
        this.last = last;
        this.disk = disk;
        this.rights = rights;
        this.parallel = parallel;
        this.progress = progress;
    }

    /** How many files were written and not linked. */
    int written() {
        return written.get();
    }

    /** Of all files. */
    long bytes() {
        return bytes.get();
    }

    /** Digests by path. */
    SortedMap<String, String> write(Output output, Diagnostics diagnostics) throws IOException {
        List<Map.Entry<Address, Source>> files = List.copyOf(output.files().entrySet());
        AtomicInteger done = new AtomicInteger();
        try {
            List<String> digests = parallel.map(files, () -> file -> {
                Outcome<byte[]> made = file.getValue().make();
                diagnostics.addAll(made.diagnostics());
                String digest = put(file.getKey().path(), made.value());
                progress.wrote(done.incrementAndGet(), files.size());
                return digest;
            });
            SortedMap<String, String> all = new TreeMap<>();
            for (int i = 0; i < files.size(); i++) {
                all.put(files.get(i).getKey().path(), digests.get(i));
            }
            return all;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private String put(String path, byte[] made) {
        try {
            String digest = Digest.of(made);
            bytes.addAndGet(made.length);
            if (!isLinked(path, digest)) {
                Path file = site.resolve(path);
                folder(file.getParent());
                disk.write(file, made);
                disk.permit(file, rights);
                disk.sync(file);
                written.incrementAndGet();
            }
            return digest;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What somebody has changed by hand since is written anew. */
    private boolean isLinked(String path, String digest) throws IOException {
        if (last.isEmpty()
                || !digest.equals(last.get().manifest().orElseThrow().files().get(path))) {
            return false;
        }
        Path before = last.get().site().resolve(path);
        Path file = site.resolve(path);
        if (!Files.isRegularFile(before) || !Digest.of(before).equals(digest)) {
            return false;
        }
        folder(file.getParent());
        try {
            disk.link(before, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            // Not every disk has them, and none has them without end; a disk that fails altogether fails again.
            return false;
        }
        disk.permit(file, rights);
        return true;
    }

    /** One system call a folder, not one a file; noted only once it is there, since other threads go by the note. */
    private void folder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            disk.createFolder(folder);
            folders.add(folder);
        }
    }

    /**
     * Adds what earlier releases had.
     *
     * @param files digests by path, to which theirs are added
     * @param times for how many releases at the most
     * @return for how many releases each was carried
     */
    SortedMap<String, Integer> carry(SortedMap<String, String> files, int times) throws IOException {
        SortedMap<String, Integer> carried = new TreeMap<>();
        if (last.isPresent()) {
            Manifest manifest = last.get().manifest().orElseThrow();
            for (Map.Entry<String, String> file : manifest.files().entrySet()) {
                int age = manifest.carried().getOrDefault(file.getKey(), 0) + 1;
                if (age < times
                        && NAMED_AFTER_CONTENT.matcher(file.getKey()).matches()
                        && !files.containsKey(file.getKey())
                        && isLinked(file.getKey(), file.getValue())) {
                    files.put(file.getKey(), file.getValue());
                    carried.put(file.getKey(), age);
                }
            }
        }
        return carried;
    }
}
