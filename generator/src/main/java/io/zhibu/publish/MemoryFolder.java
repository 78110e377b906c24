package io.zhibu.publish;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/**
 * A memory in a folder that anybody may empty at any time: a file for each book, which ends with a sum of all that stands before. One
 * that was damaged, or cut off by a power failure, is as none. Two builds may write one book at once: the later one stays.
 *
 * <p>Of a large book of which little has changed only that is written, into a second file: what is new, what is forgotten, and the sum of
 * the book that it belongs to. Beside any other book it is as none.
 */
public final class MemoryFolder implements Memory {
    private static final byte[] BEGIN = "zhibu 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** Bytes of the sum at the end of a file. */
    private static final int SUM = 8;

    private static final String ENDING = ".memo";
    private static final String CHANGES = ".changes";

    /** Smaller books are written as a whole. */
    private static final int LARGE = 1 << 20;

    /** What may have changed of a large book before it is written as a whole, and how much of it may be of no use any more. */
    private static final int PART = 8;

    /** In place of a length: what was kept under the key is forgotten. */
    private static final int FORGOTTEN = -1;

    /** Books of one stage that are kept: with and without drafts, and before and after a change of the settings. */
    private static final int BOOKS = 4;

    private final Path folder;
    private final Digest program;

    /**
     * @param folder made when something is kept
     * @param program of the code that makes what is remembered, and of the Java that runs it
     */
    public MemoryFolder(Path folder, Digest program) {
        this.folder = folder;
        this.program = program;
    }

    @Override
    public Book open(String stage, Digest under) {
        Digest name = new Digest.Of().text(stage).add(program).add(under).digest();
        return new Opened(stage, folder.resolve(stage + "-" + name.toString().substring(0, 20) + ENDING));
    }

    /** Where a value stands in what was read. */
    private record Span(byte[] in, int from, int length) {
        byte[] value() {
            return Arrays.copyOfRange(in, from, from + length);
        }
    }

    private final class Opened implements Book {
        private final String stage;
        private final Path file;
        private final Path changes;
        private byte[] read;
        /** The keys of the book without its changes. */
        private final Map<Digest, Span> whole = new HashMap<>();

        private final Map<Digest, Span> known;
        private final Map<Digest, byte[]> fresh = new ConcurrentHashMap<>();
        private final Map<Digest, Span> used = new ConcurrentHashMap<>();
        private final AtomicBoolean closed = new AtomicBoolean();

        Opened(String stage, Path file) {
            this.stage = stage;
            this.file = file;
            this.changes = beside(file);
            this.read = whole(file, BEGIN).orElseGet(() -> new byte[0]);
            if (read.length > 0) {
                index(read, BEGIN.length, whole);
            }
            this.known = new HashMap<>(whole);
            if (read.length >= LARGE) {
                whole(changes, beginning()).ifPresent(later -> index(later, BEGIN.length + SUM, known));
            }
        }

        /** Of changes of the book as it was read. */
        private byte[] beginning() {
            byte[] begin = Arrays.copyOf(BEGIN, BEGIN.length + SUM);
            System.arraycopy(read, read.length - SUM, begin, BEGIN.length, SUM);
            return begin;
        }

        private static void index(byte[] read, int begin, Map<Digest, Span> known) {
            ByteBuffer in = ByteBuffer.wrap(read);
            in.position(begin);
            int count = in.getInt();
            int from = begin + Integer.BYTES + count * (Digest.SIZE + Integer.BYTES);
            for (int i = 0; i < count; i++) {
                Digest key = Digest.read(read, in.position());
                in.position(in.position() + Digest.SIZE);
                int length = in.getInt();
                if (length == FORGOTTEN) {
                    known.remove(key);
                } else {
                    known.put(key, new Span(read, from, length));
                    from += length;
                }
            }
        }

        @Override
        public Optional<byte[]> recall(Digest key) {
            byte[] kept = fresh.get(key);
            if (kept != null) {
                return Optional.of(kept.clone());
            }
            Span span = known.get(key);
            if (span == null) {
                return Optional.empty();
            }
            used.put(key, span);
            return Optional.of(span.value());
        }

        @Override
        public void keep(Digest key, byte[] value) {
            fresh.put(key, value);
        }

        @Override
        public void close() {
            if (closed.getAndSet(true)) {
                return;
            }
            boolean same = fresh.isEmpty() && used.size() == known.size();
            try {
                if (same && read.length > 0) {
                    touch();
                } else if (!fresh.isEmpty() || !used.isEmpty()) {
                    fresh.keySet().forEach(used::remove);
                    if (isLittle()) {
                        writeChanges();
                    } else {
                        Files.createDirectories(folder);
                        write(file, BEGIN, used, fresh, Set.of());
                        Files.deleteIfExists(changes);
                        forget();
                    }
                }
            } catch (IOException unwritable) {
                // The next build takes longer, that's all.
                fresh.clear();
            } finally {
                drop();
            }
        }

        /** Whether the book may stay as it is, beside a list of what has changed. */
        private boolean isLittle() {
            if (read.length < LARGE) {
                return false;
            }
            long more = fresh.values().stream()
                    .mapToLong(value -> value.length + Digest.SIZE)
                    .sum();
            long useful = 0;
            for (Span span : used.values()) {
                if (span.in() == read) {
                    useful += span.length() + Digest.SIZE + Integer.BYTES;
                } else {
                    more += span.length() + Digest.SIZE;
                }
            }
            return more + (read.length - useful) < read.length / PART;
        }

        private void writeChanges() throws IOException {
            Map<Digest, Span> moved = new HashMap<>(used);
            moved.values().removeIf(span -> span.in() == read);
            Set<Digest> forgotten = new TreeSet<>(whole.keySet());
            forgotten.removeAll(used.keySet());
            forgotten.removeAll(fresh.keySet());
            write(changes, beginning(), moved, fresh, forgotten);
            touch();
        }

        private void touch() throws IOException {
            Files.setLastModifiedTime(file, FileTime.fromMillis(youngest() + 1));
        }

        /** Somebody may still ask how much of it was of use; what was in it would fill the memory to the end of the build. */
        private void drop() {
            whole.clear();
            known.clear();
            used.clear();
            fresh.clear();
            read = new byte[0];
        }

        /** So that books which are read now and then outlive those that nobody opens; no clock is asked. */
        private long youngest() throws IOException {
            long youngest = 0;
            for (Path book : books(stage)) {
                youngest = Math.max(youngest, Files.getLastModifiedTime(book).toMillis());
            }
            return youngest;
        }

        private void write(
                Path to, byte[] begin, Map<Digest, Span> before, Map<Digest, byte[]> fresh, Set<Digest> forgotten)
                throws IOException {
            Map<Digest, Span> old = new TreeMap<>(before);
            Map<Digest, byte[]> made = new TreeMap<>(fresh);
            Path beside = Files.createTempFile(folder, stage, ".new");
            try {
                CRC32 one = new CRC32();
                CRC32C other = new CRC32C();
                try (OutputStream raw = Files.newOutputStream(beside)) {
                    OutputStream summed = new CheckedOutputStream(new CheckedOutputStream(raw, one), other);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed, 1 << 16));
                    out.write(begin);
                    out.writeInt(forgotten.size() + old.size() + made.size());
                    for (Digest key : forgotten) {
                        out.write(key.bytes());
                        out.writeInt(FORGOTTEN);
                    }
                    for (Map.Entry<Digest, Span> kept : old.entrySet()) {
                        out.write(kept.getKey().bytes());
                        out.writeInt(kept.getValue().length());
                    }
                    for (Map.Entry<Digest, byte[]> kept : made.entrySet()) {
                        out.write(kept.getKey().bytes());
                        out.writeInt(kept.getValue().length);
                    }
                    for (Span span : old.values()) {
                        out.write(span.in(), span.from(), span.length());
                    }
                    for (byte[] value : made.values()) {
                        out.write(value);
                    }
                    out.flush();
                    raw.write(sum(one, other));
                }
                Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        }

        /** The books of the stage that nobody has opened for longest. */
        private void forget() throws IOException {
            List<Path> books = books(stage);
            for (Path old : books.subList(Math.min(BOOKS, books.size()), books.size())) {
                Files.deleteIfExists(old);
                Files.deleteIfExists(beside(old));
            }
        }
    }

    /** Where the changes of a book stand. */
    private static Path beside(Path book) {
        String name = book.getFileName().toString();
        return book.resolveSibling(name.substring(0, name.length() - ENDING.length()) + CHANGES);
    }

    /** Of one stage, youngest first. */
    private List<Path> books(String stage) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(stage + "-[0-9a-f]{20}\\" + ENDING))
                    .sorted(Comparator.comparing(MemoryFolder::age).reversed())
                    .toList();
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static Optional<byte[]> whole(Path file, byte[] begin) {
        try {
            byte[] all = Files.readAllBytes(file);
            int end = all.length - SUM;
            if (end < begin.length + Integer.BYTES || !Arrays.equals(all, 0, begin.length, begin, 0, begin.length)) {
                return Optional.empty();
            }
            CRC32 one = new CRC32();
            CRC32C other = new CRC32C();
            one.update(all, 0, end);
            other.update(all, 0, end);
            return Arrays.equals(sum(one, other), 0, SUM, all, end, all.length) ? Optional.of(all) : Optional.empty();
        } catch (IOException | OutOfMemoryError missing) {
            return Optional.empty();
        }
    }

    /** Two sums of 32 bits that miss different things; any machine reckons them as fast as it reads. */
    private static byte[] sum(Checksum one, Checksum other) {
        return ByteBuffer.allocate(SUM)
                .putInt((int) one.getValue())
                .putInt((int) other.getValue())
                .array();
    }
}
