package io.zhibu.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to write a folder, which one process has at a time. The system takes it back however the process ends, so that a build that
 * was killed keeps nobody waiting.
 */
public final class Turn implements AutoCloseable {
    /** Beyond all that is ever written there: on Windows nobody could read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** Bytes of a note at the most. */
    private static final int NOTE = 4096;

    private final Path file;
    private final FileChannel channel;

    private Turn(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Empty if another build has it.
     *
     * @param file that stands for the right; gone when nobody has it
     */
    public static Optional<Turn> take(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException another) {
            // Somebody has it, or was killed while having it: the lock tells.
        }
        try {
            Object seen = identity(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Whoever had it before may have removed the file in between: a lock on that one keeps nobody out. Seen
            // before it was opened and after it was locked, it was the same all the time.
            if (isLocked(channel) && isStill(file, seen)) {
                return Optional.of(new Turn(file, channel));
            }
            channel.close();
        } catch (NoSuchFileException over) {
            // Somebody else's turn was just over.
        }
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException another) {
            return false;
        }
    }

    private static boolean isStill(Path file, Object seen) throws IOException {
        try {
            return Objects.equals(seen, identity(file));
        } catch (NoSuchFileException over) {
            return false;
        }
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * What the file says. Only so may it be read: a process that opens the file once more loses the lock when it closes it, as POSIX has
     * it.
     */
    public String note() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(NOTE);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** Leaves a note in the file, for those who are turned away. */
    public void say(String note) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Gives the right back and leaves the file as it is: the note in it is somebody else's. */
    public void leave() throws IOException {
        channel.close();
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
