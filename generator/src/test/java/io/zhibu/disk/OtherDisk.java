package io.zhibu.disk;

import java.io.IOException;
import java.nio.file.Path;

/** The disk of the machine; a test makes one act of it another. */
public class OtherDisk implements Disk {
    @Override
    public void createFolder(Path folder) throws IOException {
        REAL.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        REAL.write(file, bytes);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        REAL.rename(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        REAL.replace(from, to);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        REAL.link(existing, name);
    }

    @Override
    public void point(Path link, Path target) throws IOException {
        REAL.point(link, target);
    }

    @Override
    public void sync(Path path) throws IOException {
        REAL.sync(path);
    }

    @Override
    public void permit(Path path, Rights rights) throws IOException {
        REAL.permit(path, rights);
    }

    @Override
    public void delete(Path path) throws IOException {
        REAL.delete(path);
    }

    @Override
    public long free(Path path) throws IOException {
        return REAL.free(path);
    }
}
