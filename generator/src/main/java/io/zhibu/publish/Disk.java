package io.zhibu.publish;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What publishing does to a disk, one act a method, so that a test may let any of them fail. Each act is done or not done. */
interface Disk {
    /** With those above it. */
    void createFolder(Path folder) throws IOException;

    void write(Path file, byte[] bytes) throws IOException;

    /** A second name of a file, with its bytes and its time. */
    void link(Path fresh, Path file) throws IOException;

    /** A file or a folder with all in it to a name that is free. */
    void rename(Path from, Path to) throws IOException;

    /** A file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Bytes that may still be written where the path lies. */
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
        public void link(Path fresh, Path file) throws IOException {
            Files.createLink(fresh, file);
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
        public void delete(Path path) throws IOException {
            Files.delete(path);
        }

        @Override
        public long free(Path path) throws IOException {
            return Files.getFileStore(path).getUsableSpace();
        }
    };
}
