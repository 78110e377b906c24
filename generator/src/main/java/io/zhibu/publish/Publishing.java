package io.zhibu.publish;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Turn;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Puts a whole site in place of the last one, or leaves the last one as it is. Everything is written beside it first; only when nothing
 * went wrong are the two folders exchanged by renaming.
 */
public final class Publishing {
    /** Marks a folder as ours to replace. */
    static final String MARK = ".zhibu";

    private static final String NEW = ".new";
    private static final String OLD = ".old";

    private static final String MARK_TEXT = "这个文件夹由 zhibu build 生成，每次构建整个替换。不要在里面放别的东西。\n";

    /** What a file takes of a disk beyond its bytes, at the most that is usual. */
    private static final long BLOCK = 4096;

    private final Path target;
    private final SiteFolder last;
    private final Disk disk;
    private final Parallel parallel;
    private final Progress progress;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /** Told after each file; from any thread. */
    @FunctionalInterface
    public interface Progress {
        void wrote(int files, int of);
    }

    /** @param target where a symbolic link leads is written to; the link stays */
    public Publishing(Path target, Parallel parallel, Progress progress) throws IOException {
        this(target, Disk.REAL, parallel, progress);
    }

    /** @param last the site that stands there, from which files may be taken for the new one */
    public Publishing(Path target, SiteFolder last, Parallel parallel, Progress progress) throws IOException {
        this(target, last, Disk.REAL, parallel, progress);
    }

    Publishing(Path target, Disk disk, Parallel parallel, Progress progress) throws IOException {
        this(target, new SiteFolder(target), disk, parallel, progress);
    }

    private Publishing(Path target, SiteFolder last, Disk disk, Parallel parallel, Progress progress)
            throws IOException {
        this.last = last;
        this.target = led(target);
        this.disk = disk;
        this.parallel = parallel;
        this.progress = progress;
    }

    /** A link may lead to a folder that a killed build has put aside. */
    private static Path led(Path target) throws IOException {
        try {
            return target.toRealPath();
        } catch (FileSystemException none) {
            // Or not at this moment: another build may be exchanging it. Where none can be, writing says why.
        }
        Path there = target.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(there)) {
            Path led = there.resolveSibling(Files.readSymbolicLink(there)).normalize();
            return Files.exists(beside(led, OLD)) ? led : there;
        }
        return there;
    }

    /**
     * Mends what a build that was stopped at any moment has left: the last site is put back if it stands aside, and what is half written
     * or half removed goes. Does nothing while another build writes, nor to anything that no build put there.
     *
     * @return whether the last site was put back
     */
    public boolean recover() throws IOException {
        Path fresh = beside(target, NEW);
        Path old = beside(target, OLD);
        if (!isOurs(fresh) && !isOurs(old)) {
            return false;
        }
        Optional<Turn> turn = Turn.take(beside(target, ".lock"));
        if (turn.isEmpty()) {
            return false;
        }
        try {
            boolean back = putBack(old);
            for (Path folder : List.of(fresh, old)) {
                if (isOurs(folder)) {
                    delete(folder);
                }
            }
            return back;
        } finally {
            turn.get().close();
        }
    }

    /** A folder that is there, and that a build made or would fill. */
    private static boolean isOurs(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (isEmpty(folder) || Files.isRegularFile(folder.resolve(MARK)));
    }

    /** An error if a folder that would be replaced holds something that no build put there. */
    private List<Diagnostic> refusal(Path folder, String message, String hint) throws IOException {
        boolean nothing = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        return nothing || isOurs(folder)
                ? List.of()
                : List.of(Diagnostic.error(Where.inFile(folder.toString()), "target-foreign", message, hint));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (NoSuchFileException gone) {
            // Another build has exchanged it meanwhile.
            return false;
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /**
     * How many files and bytes were written; nothing is replaced if a source reports an error.
     *
     * @param strict warnings too keep the last site in place
     * @param clean for a disk that can't hold two sites: makes every file once without writing, and only when that went well, and the
     *     new site has room where the last one stood, removes the last site before the new one is written
     */
    public Outcome<Written> publish(Output output, boolean strict, boolean clean) throws IOException {
        disk.createFolder(target.getParent());
        Optional<Turn> turn = Turn.take(beside(target, ".lock"));
        if (turn.isEmpty()) {
            return busy();
        }
        try {
            return publishAlone(output, strict, clean);
        } finally {
            turn.get().close();
        }
    }

    private Outcome<Written> busy() {
        return new Outcome<>(
                new Written(0, 0, false),
                List.of(Diagnostic.error(
                        Where.inFile(target.toString()), "target-busy", "另一次构建正在写这个文件夹", "等它做完再来，或换一个文件夹（--out）")));
    }

    private Outcome<Written> publishAlone(Output output, boolean strict, boolean clean) throws IOException {
        Path fresh = beside(target, NEW);
        Path old = beside(target, OLD);
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(refusal(target, "输出文件夹里有别的东西，不能替换", "换一个文件夹（--out），或自己清空它"));
        for (Path folder : List.of(fresh, old)) {
            diagnostics.addAll(refusal(folder, "构建时要用这个名字，里面却是别的东西", "把它改名或移走，或换一个文件夹（--out）"));
        }
        if (diagnostics.hasErrors()) {
            return Outcome.of(new Written(0, 0, false), diagnostics);
        }
        putBack(old);
        delete(fresh);
        delete(old);
        if (clean) {
            long needed = tryOut(output, diagnostics);
            if (!diagnostics.fails(strict)) {
                refuseWithoutRoom(needed, diagnostics);
            }
            if (diagnostics.fails(strict)) {
                return Outcome.of(new Written(output.files().size(), 0, false), diagnostics);
            }
            delete(target);
        }
        return Outcome.of(write(output, fresh, old, strict, diagnostics), diagnostics);
    }

    private Written write(Output output, Path fresh, Path old, boolean strict, Diagnostics diagnostics)
            throws IOException {
        boolean written = false;
        folders.clear();
        try {
            disk.createFolder(fresh);
            put(fresh, MARK, MARK_TEXT.getBytes(StandardCharsets.UTF_8));
            long bytes = writeAll(output, fresh, diagnostics);
            if (!diagnostics.fails(strict)) {
                exchange(fresh, old, diagnostics);
                written = true;
            }
            return new Written(output.files().size(), bytes, written);
        } finally {
            if (!written) {
                drop(fresh);
            }
        }
    }

    /** After a failure that is told already; what can't be removed now is removed by the next command. */
    private void drop(Path fresh) {
        try {
            delete(fresh);
        } catch (IOException later) {
            return;
        }
    }

    /** A build that was killed between the two renames left the last site aside: put it back before anything else. */
    private boolean putBack(Path old) throws IOException {
        boolean aside = !Files.exists(target, LinkOption.NOFOLLOW_LINKS) && isOurs(old);
        if (aside) {
            disk.rename(old, target);
        }
        return aside;
    }

    /** The last site's own room counts as free; a quota isn't seen. */
    private void refuseWithoutRoom(long needed, Diagnostics diagnostics) throws IOException {
        long free = disk.free(target.getParent()) + size(target);
        if (needed > free) {
            diagnostics.error(
                    Where.inFile(target.toString()),
                    "disk-full",
                    "磁盘放不下：站点要 %d MB，删去旧站点也只有 %d MB".formatted(megabytes(needed), free >> 20),
                    "腾出 %d MB 再来，或换一个磁盘（--out）；旧站点没有动".formatted(megabytes(needed - free)));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    private static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Publishing::room).sum();
        }
    }

    private static long room(Path file) {
        try {
            return (Files.size(file) + BLOCK - 1) / BLOCK * BLOCK;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The bytes of a disk that the site takes. */
    private long tryOut(Output output, Diagnostics diagnostics) {
        return parallel
                .map(List.copyOf(output.files().values()), () -> source -> {
                    Outcome<byte[]> made = source.make();
                    diagnostics.addAll(made.diagnostics());
                    return (made.value().length + BLOCK - 1) / BLOCK * BLOCK;
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long writeAll(Output output, Path folder, Diagnostics diagnostics) throws IOException {
        List<Map.Entry<Address, Source>> files = List.copyOf(output.files().entrySet());
        AtomicInteger done = new AtomicInteger();
        try {
            List<Integer> sizes = parallel.map(files, () -> file -> {
                Outcome<byte[]> made = file.getValue().make();
                diagnostics.addAll(made.diagnostics());
                String path = file.getKey().path();
                write(folder, path, made.value());
                progress.wrote(done.incrementAndGet(), files.size());
                return made.value().length;
            });
            return sizes.stream().mapToLong(Integer::longValue).sum();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void write(Path fresh, String path, byte[] bytes) {
        try {
            Path file = fresh.resolve(path);
            // One system call a folder, not one a file; noted only once it is there, since other threads go by the
            // note.
            if (!folders.contains(file.getParent())) {
                disk.createFolder(file.getParent());
                folders.add(file.getParent());
            }
            put(fresh, path, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that is as it was stays the same file: who copies the site or asks for it again sees what changed and no more. */
    private void put(Path fresh, String path, byte[] bytes) throws IOException {
        Path file = fresh.resolve(path);
        Path standing = target.resolve(path);
        boolean same = last.gave(path, bytes) || holds(standing, bytes);
        if (!same || !linked(file, standing)) {
            disk.write(file, bytes);
        }
    }

    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Some file systems know no second names. */
    private boolean linked(Path fresh, Path file) {
        try {
            disk.link(file, fresh);
            return true;
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    private void exchange(Path fresh, Path old, Diagnostics diagnostics) throws IOException {
        if (!Files.exists(target)) {
            disk.rename(fresh, target);
            return;
        }
        disk.rename(target, old);
        try {
            disk.rename(fresh, target);
        } catch (IOException failed) {
            disk.rename(old, target);
            throw failed;
        }
        try {
            delete(old);
        } catch (IOException left) {
            // The new site stands: that the old one isn't quite gone is no reason to call the build failed.
            diagnostics.notice(
                    Where.inFile(old.toString()), "target-left", "新站点已换上，旧站点没有删干净", "不用管：下一次构建会接着删；总是这样，看看文件夹的权限");
        }
    }

    /** The mark goes last: a folder that is left half empty is still known as ours. */
    private void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Path mark = folder.resolve(MARK);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(mark)) {
                    disk.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                if (visited.equals(folder)) {
                    if (Files.exists(mark)) {
                        disk.delete(mark);
                    }
                }
                disk.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * @param files in the site
     * @param bytes of all of them
     * @param inPlace whether the site now stands where it should
     */
    public record Written(int files, long bytes, boolean inPlace) {}
}
