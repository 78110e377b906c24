package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which release readers get. A link is exchanged in one rename: at no moment does it lead nowhere. On a disk without links the site is
 * put beside and two renames exchange the folders; between them there is none, and the next command ends what was begun.
 */
final class Switching {
    private static final String LINK = "switch: link\n";
    private static final String FOLDER = "switch: folder\n";

    private static final String TEXT = "这个文件夹由 zhibu publish 管理：current 是读者看到的站点，releases 里是最近几次发布。不要在里面改动。\n";

    private final Releases releases;
    private final Disk disk;
    private final Rights rights;

    Switching(Releases releases, Disk disk, Rights rights) {
        this.releases = releases;
        this.disk = disk;
        this.rights = rights;
    }

    private Path aside(String ending) {
        return releases.folder().resolve(".current" + ending);
    }

    /**
     * Makes the folder one of ours, and finds out how it switches. Once made, it stays so.
     *
     * @param plain without a link, whatever the disk can do
     */
    void begin(boolean plain) throws IOException {
        if (!releases.isOurs()) {
            String how = plain || !canPoint() ? FOLDER : LINK;
            Path fresh = releases.freshMark();
            disk.write(fresh, (how + TEXT).getBytes(StandardCharsets.UTF_8));
            disk.permit(fresh, rights);
            disk.sync(fresh);
            disk.replace(fresh, releases.mark());
        }
    }

    /** An error if what readers get is something that no publishing put there: it isn't ours to replace. */
    List<Diagnostic> refusal() throws IOException {
        Path current = releases.current();
        if (!releases.isOurs() || !Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        boolean link = Files.isSymbolicLink(current);
        boolean ours = isByLink() ? link : !link && Files.isRegularFile(current.resolve(Releases.LIVE));
        return ours
                ? List.of()
                : List.of(Diagnostic.error(
                        Where.inFile(current.toString()),
                        "target-foreign",
                        "这不是 zhibu publish 放的：拷到这里的时候，链接变成了文件夹，或有人换过",
                        "把它移走，换上最近的一次：mv " + current + " " + current + ".old，再运行 zhibu rollback --to "
                                + releases.folder()));
    }

    private boolean canPoint() throws IOException {
        Path probe = releases.probe();
        Tree.delete(probe, disk);
        try {
            disk.point(probe, Path.of("releases"));
            disk.delete(probe);
            return true;
        } catch (UnsupportedOperationException | IOException without) {
            Tree.delete(probe, disk);
            return false;
        }
    }

    boolean isByLink() throws IOException {
        return Files.readString(releases.mark()).startsWith(LINK);
    }

    void to(Release release) throws IOException {
        if (isByLink()) {
            Path fresh = aside(".new");
            disk.point(fresh, releases.folder().relativize(release.site()));
            disk.replace(fresh, releases.current());
        } else {
            exchange(release);
        }
        disk.sync(releases.folder());
    }

    private void exchange(Release release) throws IOException {
        Path fresh = aside(".new");
        for (Map.Entry<String, Path> file : Tree.files(release.site()).entrySet()) {
            Path copy = fresh.resolve(file.getKey());
            disk.createFolder(copy.getParent());
            copy(file.getValue(), copy);
        }
        Path note = fresh.resolve(Releases.LIVE);
        disk.write(note, (release.id() + "\n").getBytes(StandardCharsets.UTF_8));
        disk.permit(note, rights);
        for (Path folder : Tree.folders(fresh)) {
            disk.permit(folder, rights);
        }
        if (Files.exists(releases.current())) {
            disk.rename(releases.current(), aside(".old"));
        }
        disk.rename(fresh, releases.current());
        Tree.delete(aside(".old"), disk);
    }

    private void copy(Path file, Path copy) throws IOException {
        try {
            disk.link(file, copy);
        } catch (UnsupportedOperationException | IOException noLinks) {
            disk.write(copy, Files.readAllBytes(file));
            disk.permit(copy, rights);
        }
    }

    /** Ends or undoes what was begun; whether readers had nothing before. */
    boolean recover() throws IOException {
        boolean back = false;
        Path old = aside(".old");
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(releases.current(), LinkOption.NOFOLLOW_LINKS)) {
            disk.rename(old, releases.current());
            back = true;
        }
        for (String ending : List.of(".new", ".old", ".probe")) {
            Tree.delete(aside(ending), disk);
        }
        return back;
    }
}
