package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in a folder of releases; changes nothing there. */
public final class Releases {
    /** What a folder of a switched site tells of itself, on a disk without links. */
    static final String LIVE = ".zhibu-release";

    private final Path folder;

    /** @param folder may not be there yet */
    public Releases(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /** What a web server is pointed at. */
    public Path current() {
        return folder.resolve("current");
    }

    Path releases() {
        return folder.resolve("releases");
    }

    Path state() {
        return folder.resolve("state");
    }

    /** A file beside the releases, in which a night remembers something for the next one. */
    public Path remembered(String name) {
        return state().resolve(name);
    }

    Path mark() {
        return folder.resolve(".zhibu-releases");
    }

    /** The mark before it is whole. */
    Path freshMark() {
        return folder.resolve(".zhibu-releases.new");
    }

    /** Made to see what the disk can do, and gone at once. */
    Path probe() {
        return folder.resolve(".current.probe");
    }

    Path lock() {
        return folder.resolve(".zhibu-lock");
    }

    /** Whether something was published here before, or at least begun. */
    public boolean isOurs() {
        return Files.isRegularFile(mark());
    }

    /** An error if something stands there that no publishing put there. */
    List<Diagnostic> refusal() throws IOException {
        boolean free = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(folder) && (isOurs() || isEmpty());
        return free
                ? List.of()
                : List.of(Diagnostic.error(
                        Where.inFile(folder.toString()),
                        "target-foreign",
                        "这个文件夹里有别的东西，不是 zhibu publish 建的",
                        "换一个空的文件夹（--to），或自己移走里面的东西；zhibu build 写的站点也不能当发布的文件夹"));
    }

    /** What the very first command may have left, killed before it had made the folder ours, makes it nobody's. */
    private boolean isEmpty() throws IOException {
        Set<Path> begun = Set.of(lock(), freshMark(), probe());
        try (Stream<Path> children = Files.list(folder)) {
            return children.allMatch(begun::contains);
        }
    }

    /** An error if nothing was ever published here. */
    public List<Diagnostic> missing() {
        return isOurs()
                ? List.of()
                : List.of(Diagnostic.error(
                        Where.inFile(folder.toString()),
                        "releases-missing",
                        "这里没有发布过的站点",
                        "写 zhibu publish --to 用过的那个文件夹；还没有发布过，先运行 zhibu publish --to " + folder));
    }

    /** The earliest first. */
    public List<Release> all() throws IOException {
        List<Release> all = new ArrayList<>();
        try (Stream<Path> children = Files.list(releases())) {
            for (Path child : (Iterable<Path>) children::iterator) {
                Release.in(child).ifPresent(all::add);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        all.sort(Comparator.comparingInt(Release::number));
        return List.copyOf(all);
    }

    /** The one that readers get. */
    public Optional<Release> live() throws IOException {
        Optional<Path> led = led();
        return led.isPresent() && Files.isDirectory(led.get()) ? Release.in(led.get()) : Optional.empty();
    }

    private Optional<Path> led() throws IOException {
        if (Files.isSymbolicLink(current())) {
            Path site = folder.resolve(Files.readSymbolicLink(current())).normalize();
            return Optional.ofNullable(site.getParent());
        }
        Path note = current().resolve(LIVE);
        return Files.isRegularFile(note)
                ? Optional.of(releases()
                        .resolve(Files.readString(note, StandardCharsets.UTF_8).strip()))
                : Optional.empty();
    }

    /**
     * What a new one is held to, and takes files from: the one that readers get, or the latest if that one is lost or nobody can tell what
     * it was.
     */
    Optional<Release> last() throws IOException {
        Optional<Release> live = live().filter(one -> one.manifest().isPresent());
        return live.isPresent()
                ? live
                : all().stream().filter(one -> one.manifest().isPresent()).reduce((earlier, later) -> later);
    }

    /** The one whose name or number this is. */
    public Optional<Release> named(String word) throws IOException {
        return all().stream().filter(one -> one.isMeantBy(word)).findFirst();
    }

    /** The latest before the one that readers get. */
    public Optional<Release> before() throws IOException {
        int now = live().map(Release::number).orElse(Integer.MAX_VALUE);
        return all().stream().filter(one -> one.number() < now).reduce((earlier, later) -> later);
    }

    int nextNumber() throws IOException {
        return all().stream().mapToInt(Release::number).max().orElse(0) + 1;
    }
}
