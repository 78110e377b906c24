package io.zhibu.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads and writes what is put into a folder: whoever reads and writes the folder, whatever the umask of the process is.
 *
 * @param mode of the folder; empty on a disk that knows no rights
 * @param group of the folder
 */
public record Rights(Optional<Set<PosixFilePermission>> mode, Optional<GroupPrincipal> group) {
    /** Those of nobody in particular: nothing is changed. */
    public static final Rights ANY = new Rights(Optional.empty(), Optional.empty());

    private static final Set<PosixFilePermission> CROSSING = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    /** Of the folder, or of the nearest above it that is there: of that one, nobody but its owner may write below. */
    public static Rights of(Path folder) throws IOException {
        for (Path there = folder.toAbsolutePath(); there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                Optional<PosixFileAttributes> found = attributes(there);
                boolean itself = there.equals(folder.toAbsolutePath());
                return new Rights(
                        found.map(one -> mode(one.permissions(), itself)),
                        itself ? found.map(PosixFileAttributes::group) : Optional.empty());
            }
        }
        return ANY;
    }

    private static Set<PosixFilePermission> mode(Set<PosixFilePermission> permissions, boolean itself) {
        Set<PosixFilePermission> mode = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        mode.addAll(permissions);
        if (!itself) {
            mode.remove(PosixFilePermission.GROUP_WRITE);
            mode.remove(PosixFilePermission.OTHERS_WRITE);
        }
        return mode;
    }

    /** Whether readers other than the owner and its group come to the files. */
    public boolean isForOthers() {
        return mode.isEmpty()
                || mode.get().contains(PosixFilePermission.OTHERS_EXECUTE)
                        && mode.get().contains(PosixFilePermission.OTHERS_READ);
    }

    /** Does nothing to what has them already. */
    void grant(Path path) throws IOException {
        if (mode.isEmpty()) {
            return;
        }
        Optional<PosixFileAttributes> now = attributes(path);
        if (now.isEmpty()) {
            return;
        }
        Set<PosixFilePermission> wanted = EnumSet.copyOf(mode.get());
        if (!now.get().isDirectory()) {
            wanted.removeAll(CROSSING);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (group.isPresent() && !group.get().equals(now.get().group())) {
            try {
                view.setGroup(group.get());
            } catch (FileSystemException notAMember) {
                // Readers of the group then have the rights of others.
                wanted.removeAll(EnumSet.of(PosixFilePermission.GROUP_WRITE));
            }
        }
        if (!wanted.equals(now.get().permissions())) {
            view.setPermissions(wanted);
        }
    }

    private static Optional<PosixFileAttributes> attributes(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        // A link's own rights mean nothing.
        return view == null || Files.isSymbolicLink(path) && !Files.exists(path)
                ? Optional.empty()
                : Optional.of(Files.readAttributes(path, PosixFileAttributes.class));
    }
}
