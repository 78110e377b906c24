package io.zhibu.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** What publishing does to a disk, one act a method, so that a test may let any of them fail. Each act is done or not done. */
public interface Disk {
    /** With those above it. */
    void createFolder(Path folder) throws IOException;

    void write(Path file, byte[] bytes) throws IOException;

    /** A file or a folder with all in it to a name that is free. */
    void rename(Path from, Path to) throws IOException;

    /** A file or a link to a name that may be another's, which is then gone; at no moment is the name nobody's. */
    void replace(Path from, Path to) throws IOException;

    /**
     * A second name for a file.
     *
     * @throws UnsupportedOperationException if the disk knows no such thing
     */
    void link(Path existing, Path name) throws IOException;

    /**
     * A symbolic link, at a name that is free.
     *
     * @param target as the link is to say it
     * @throws UnsupportedOperationException if the disk knows no such thing
     */
    void point(Path link, Path target) throws IOException;

    /** What the file holds, or the names that the folder holds, outlives a power failure from now on. */
    void sync(Path path) throws IOException;

    /** Lets those read and write who are given it; nothing on a disk that knows no rights. */
    void permit(Path path, Rights rights) throws IOException;

    /** A file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Bytes that may still be written where the path lies; as many as there are if the disk doesn't say. */
    long free(Path path) throws IOException;

    /** The disk of the machine. */
    Disk REAL = new Disk() {
        @Override
        public void createFolder(Path folder) throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            Files.write(file, bytes);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException twoDisks) {
                Files.move(from, to);
            }
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void link(Path existing, Path name) throws IOException {
            Files.createLink(name, existing);
        }

        @Override
        public void point(Path link, Path target) throws IOException {
            Files.createSymbolicLink(link, target);
        }

        @Override
        public void sync(Path path) throws IOException {
            boolean folder = Files.isDirectory(path);
            Set<StandardOpenOption> options = Set.of(folder ? StandardOpenOption.READ : StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(path, options)) {
                channel.force(true);
            } catch (IOException noFolder) {
                // Windows opens no folder, and keeps its names without being asked.
                if (!folder || path.getFileSystem().getSeparator().equals("/")) {
                    throw noFolder;
                }
            }
        }

        @Override
        public void permit(Path path, Rights rights) throws IOException {
            rights.grant(path);
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.delete(path);
        }

        @Override
        public long free(Path path) throws IOException {
            FileStore store = Files.getFileStore(path);
            return store.getTotalSpace() == 0 ? Long.MAX_VALUE : store.getUsableSpace();
        }
    };
}
