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
import java.util.TreeMap;
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
 */
public final class MemoryFolder implements Memory {
    private static final byte[] BEGIN = "zhibu 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** Bytes of the sum at the end of a file. */
    private static final int SUM = 8;

    private static final String ENDING = ".memo";

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

    /** Where a value stands in the file as it was read. */
    private record Span(int from, int length) {}

    private final class Opened implements Book {
        private final String stage;
        private final Path file;
        private byte[] read;
        private final Map<Digest, Span> known = new HashMap<>();
        private final Map<Digest, byte[]> fresh = new ConcurrentHashMap<>();
        private final Map<Digest, Span> used = new ConcurrentHashMap<>();
        private final AtomicBoolean closed = new AtomicBoolean();

        Opened(String stage, Path file) {
            this.stage = stage;
            this.file = file;
            this.read = whole(file).orElseGet(() -> new byte[0]);
            if (read.length > 0) {
                index();
            }
        }

        private void index() {
            ByteBuffer in = ByteBuffer.wrap(read);
            in.position(BEGIN.length);
            int count = in.getInt();
            int from = BEGIN.length + Integer.BYTES + count * (Digest.SIZE + Integer.BYTES);
            for (int i = 0; i < count; i++) {
                Digest key = Digest.read(read, in.position());
                in.position(in.position() + Digest.SIZE);
                int length = in.getInt();
                known.put(key, new Span(from, length));
                from += length;
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
            return Optional.of(Arrays.copyOfRange(read, span.from(), span.from() + span.length()));
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
                    Files.setLastModifiedTime(file, FileTime.fromMillis(youngest() + 1));
                } else if (!fresh.isEmpty() || !used.isEmpty()) {
                    write();
                    forget();
                }
            } catch (IOException unwritable) {
                // The next build takes longer, that's all.
                fresh.clear();
            } finally {
                drop();
            }
        }

        /** Somebody may still ask how much of it was of use; what was in it would fill the memory to the end of the build. */
        private void drop() {
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

        private void write() throws IOException {
            Files.createDirectories(folder);
            Map<Digest, Span> old = new TreeMap<>(used);
            Map<Digest, byte[]> made = new TreeMap<>(fresh);
            made.keySet().forEach(old::remove);
            Path beside = Files.createTempFile(folder, stage, ".new");
            try {
                CRC32 one = new CRC32();
                CRC32C other = new CRC32C();
                try (OutputStream raw = Files.newOutputStream(beside)) {
                    OutputStream summed = new CheckedOutputStream(new CheckedOutputStream(raw, one), other);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed, 1 << 16));
                    out.write(BEGIN);
                    out.writeInt(old.size() + made.size());
                    for (Map.Entry<Digest, Span> kept : old.entrySet()) {
                        out.write(kept.getKey().bytes());
                        out.writeInt(kept.getValue().length());
                    }
                    for (Map.Entry<Digest, byte[]> kept : made.entrySet()) {
                        out.write(kept.getKey().bytes());
                        out.writeInt(kept.getValue().length);
                    }
                    for (Span span : old.values()) {
                        out.write(read, span.from(), span.length());
                    }
                    for (byte[] value : made.values()) {
                        out.write(value);
                    }
                    out.flush();
                    raw.write(sum(one, other));
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        }

        /** The books of the stage that nobody has opened for longest. */
        private void forget() throws IOException {
            List<Path> books = books(stage);
            for (Path old : books.subList(Math.min(BOOKS, books.size()), books.size())) {
                Files.deleteIfExists(old);
            }
        }
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

    private static Optional<byte[]> whole(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int end = all.length - SUM;
            if (end < BEGIN.length + Integer.BYTES || !Arrays.equals(all, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
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
