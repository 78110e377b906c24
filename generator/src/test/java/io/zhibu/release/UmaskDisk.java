package io.zhibu.release;

import io.zhibu.disk.OtherDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders as under a umask of 077. */
class UmaskDisk extends OtherDisk {
    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            createFolder(folder.getParent());
            super.createFolder(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        super.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
