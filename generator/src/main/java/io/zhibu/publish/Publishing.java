package io.zhibu.publish;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
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

    private static final String MARK_TEXT = "这个文件夹由 zhibu build 生成，每次构建整个替换。不要在里面放别的东西。\n";

    private final Path target;
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
        this.target = Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        this.parallel = parallel;
        this.progress = progress;
    }

    /** An error if a folder that would be replaced holds something that no build put there. */
    private List<Diagnostic> refusal(Path folder, String message, String hint) throws IOException {
        boolean nothing = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (isEmpty(folder) || Files.isRegularFile(folder.resolve(MARK)));
        return nothing || ours
                ? List.of()
                : List.of(Diagnostic.error(Where.inFile(folder.toString()), "target-foreign", message, hint));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private Path beside(String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /**
     * How many files and bytes were written; nothing is replaced if a source reports an error.
     *
     * @param strict warnings too keep the last site in place
     * @param clean for a disk that can't hold two sites: makes every file once without writing, and only when that went well removes
     *     the last site before the new one is written
     */
    public Outcome<Written> publish(Output output, boolean strict, boolean clean) throws IOException {
        List<Diagnostic> refusal = refusal(target, "输出文件夹里有别的东西，不能替换", "换一个文件夹（--out），或自己清空它");
        if (!refusal.isEmpty()) {
            return new Outcome<>(new Written(0, 0, false), refusal);
        }
        Files.createDirectories(target.getParent());
        Optional<Turn> turn = Turn.take(beside(".lock"));
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
        Path fresh = beside(".new");
        Path old = beside(".old");
        Diagnostics diagnostics = new Diagnostics();
        for (Path folder : List.of(fresh, old)) {
            diagnostics.addAll(refusal(folder, "构建时要用这个名字，里面却是别的东西", "把它改名或移走，或换一个文件夹（--out）"));
        }
        if (diagnostics.hasErrors()) {
            return Outcome.of(new Written(0, 0, false), diagnostics);
        }
        recover(old);
        delete(fresh);
        delete(old);
        if (clean) {
            tryOut(output, diagnostics);
            if (diagnostics.fails(strict)) {
                return Outcome.of(new Written(output.files().size(), 0, false), diagnostics);
            }
            delete(target);
        }
        Files.createDirectories(fresh);
        Files.writeString(fresh.resolve(MARK), MARK_TEXT);
        long bytes = writeAll(output, fresh, diagnostics);
        boolean failed = diagnostics.fails(strict);
        if (failed) {
            delete(fresh);
        } else {
            exchange(fresh, old);
        }
        return Outcome.of(new Written(output.files().size(), bytes, !failed), diagnostics);
    }

    /** A build that was killed between the two renames left the last site aside: put it back before anything else. */
    private void recover(Path old) throws IOException {
        if (!Files.exists(target) && Files.exists(old)) {
            move(old, target);
        }
    }

    private void tryOut(Output output, Diagnostics diagnostics) {
        parallel.map(List.copyOf(output.files().values()), () -> source -> {
            diagnostics.addAll(source.make().diagnostics());
            return source;
        });
    }

    private long writeAll(Output output, Path folder, Diagnostics diagnostics) throws IOException {
        List<Map.Entry<Address, Source>> files = List.copyOf(output.files().entrySet());
        AtomicInteger done = new AtomicInteger();
        try {
            List<Integer> sizes = parallel.map(files, () -> file -> {
                Outcome<byte[]> made = file.getValue().make();
                diagnostics.addAll(made.diagnostics());
                write(folder.resolve(file.getKey().path()), made.value());
                progress.wrote(done.incrementAndGet(), files.size());
                return made.value().length;
            });
            return sizes.stream().mapToLong(Integer::longValue).sum();
        } catch (UncheckedIOException disk) {
            delete(folder);
            throw disk.getCause();
        }
    }

    private void write(Path file, byte[] bytes) {
        try {
            // One system call a folder, not one a file; noted only once it is there, since other threads go by the
            // note.
            if (!folders.contains(file.getParent())) {
                Files.createDirectories(file.getParent());
                folders.add(file.getParent());
            }
            Files.write(file, bytes);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private void exchange(Path fresh, Path old) throws IOException {
        if (!Files.exists(target)) {
            move(fresh, target);
            return;
        }
        move(target, old);
        try {
            move(fresh, target);
        } catch (IOException failed) {
            move(old, target);
            throw failed;
        }
        delete(old);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException twoDisks) {
            Files.move(from, to);
        }
    }

    /** The mark goes last: a folder that is left half empty is still known as ours. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Path mark = folder.resolve(MARK);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(mark)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                if (visited.equals(folder)) {
                    Files.deleteIfExists(mark);
                }
                Files.delete(visited);
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
