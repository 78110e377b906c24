package io.zhibu.publish;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Turn;
import io.zhibu.memo.Digest;
import io.zhibu.output.Output;
import io.zhibu.output.Product;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final String SPARE = ".spare";

    private static final String MARK_TEXT = "这个文件夹由 zhibu build 生成，每次构建整个替换。不要在里面放别的东西。\n";

    /** What a file takes of a disk beyond its bytes, at the most that is usual. */
    private static final long BLOCK = 4096;

    private final Path target;
    private final SiteFolder last;
    private final Disk disk;
    private final Parallel parallel;
    private final Progress progress;
    private final Spare spare;
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

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

    Publishing(Path target, SiteFolder last, Disk disk, Parallel parallel, Progress progress) throws IOException {
        this.last = last;
        this.spare = last.spare();
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
        spare.begin();
        Path aside = beside(target, SPARE);
        if (clean) {
            if (isOurs(aside)) {
                delete(aside);
            }
            long needed = tryOut(output, diagnostics);
            if (!diagnostics.fails(strict)) {
                refuseWithoutRoom(needed, diagnostics);
            }
            if (diagnostics.fails(strict)) {
                return Outcome.of(new Written(output.files().size(), 0, false), diagnostics);
            }
            delete(target);
        } else if (spare.isKept() && isOurs(aside)) {
            disk.rename(aside, fresh);
            if (!spare.look(fresh, parallel)) {
                delete(fresh);
                spare.begin();
            }
        }
        return Outcome.of(write(output, fresh, old, strict, diagnostics), diagnostics);
    }

    private Written write(Output output, Path fresh, Path old, boolean strict, Diagnostics diagnostics)
            throws IOException {
        boolean written = false;
        folders.clear();
        try {
            disk.createFolder(fresh);
            clear(fresh, output);
            put(fresh, MARK, Product.of(MARK_TEXT.getBytes(StandardCharsets.UTF_8)));
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

    /** What lies there and has no place in the new site goes before anything is written: to some disks two names of it may be one. */
    private void clear(Path fresh, Output output) throws IOException {
        Inventory found = spare.found();
        Set<String> files = new HashSet<>(Set.of(MARK));
        for (Address address : output.files().keySet()) {
            files.add(address.path());
            String folder = above(address.path());
            while (!folder.isEmpty() && folders.add(folder)) {
                folder = above(folder);
            }
        }
        for (String file : found.files().keySet()) {
            if (!files.contains(file)) {
                disk.delete(fresh.resolve(file));
            }
        }
        TreeSet<String> gone = new TreeSet<>(found.folders());
        gone.removeAll(folders);
        for (String folder : gone.descendingSet()) {
            disk.delete(fresh.resolve(folder));
        }
        folders.retainAll(found.folders());
    }

    /** The path of the folder that a file or a folder lies in. */
    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
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
                Outcome<Product> made = file.getValue().product();
                diagnostics.addAll(made.diagnostics());
                int size = write(folder, file.getKey().path(), made.value());
                progress.wrote(done.incrementAndGet(), files.size());
                return size;
            });
            return sizes.stream().mapToLong(Integer::longValue).sum();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private int write(Path fresh, String path, Product made) {
        try {
            String above = above(path);
            // One system call a folder, not one a file; noted only once it is there, since other threads go by the
            // note.
            if (!folders.contains(above)) {
                disk.createFolder(fresh.resolve(above));
                folders.add(above);
            }
            return put(fresh, path, made);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that is as it was stays the same file: who copies the site or asks for it again sees what changed and no more. */
    private int put(Path fresh, String path, Product made) throws IOException {
        if (made.bytes().isEmpty()) {
            return spare.stays(path);
        }
        byte[] bytes = made.bytes().get();
        Optional<Digest> digest =
                spare.isKept() ? made.digest().or(() -> Optional.of(Digest.of(bytes))) : Optional.empty();
        if (digest.isPresent() && spare.has(path, digest.get())) {
            return spare.stays(path);
        }
        Path file = fresh.resolve(path);
        if (spare.found().files().containsKey(path)) {
            // Never written over: the site that stands may have it under a second name.
            disk.delete(file);
        }
        Path standing = target.resolve(path);
        boolean same = last.gave(path, bytes) || holds(standing, bytes);
        boolean linked = same && linked(file, standing);
        if (!linked) {
            disk.write(file, bytes);
        }
        if (digest.isPresent()) {
            spare.add(path, file, digest.get(), bytes.length, linked);
        }
        return bytes.length;
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
            spare.settle();
            return;
        }
        disk.rename(target, old);
        try {
            disk.rename(fresh, target);
        } catch (IOException failed) {
            disk.rename(old, target);
            throw failed;
        }
        spare.settle();
        try {
            putAside(old);
        } catch (IOException left) {
            // The new site stands: that the old one isn't quite gone is no reason to call the build failed.
            diagnostics.notice(
                    Where.inFile(old.toString()), "target-left", "新站点已换上，旧站点没有删干净", "不用管：下一次构建会接着删；总是这样，看看文件夹的权限");
        }
    }

    /** To be brought up to date by the next build; or it goes. */
    private void putAside(Path old) throws IOException {
        Path aside = beside(target, SPARE);
        if (spare.isKept() && !Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
            disk.rename(old, aside);
        } else {
            delete(old);
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
