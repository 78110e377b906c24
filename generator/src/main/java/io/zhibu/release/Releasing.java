package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Puts a whole site before readers, or leaves them what they have. It is written beside the others, proved, and only then switched to.
 * Whoever calls has the {@linkplain Lock lock}.
 */
public final class Releasing {
    /** The rule that the disk has no room for a release. */
    public static final String NO_ROOM = "publish-no-room";

    private static final String NEW = ".new";
    private static final String OLD = ".old-";

    private final Releases releases;
    private final Disk disk;
    private final Parallel parallel;
    private final Progress progress;

    /** Told after each file; from any thread. */
    @FunctionalInterface
    public interface Progress {
        void wrote(int files, int of);
    }

    public Releasing(Releases releases, Parallel parallel, Progress progress) {
        this(releases, Disk.REAL, parallel, progress);
    }

    Releasing(Releases releases, Disk disk, Parallel parallel, Progress progress) {
        this.releases = releases;
        this.disk = disk;
        this.parallel = parallel;
        this.progress = progress;
    }

    /**
     * What is said of a site that is published.
     *
     * @param day of the release's name
     * @param facts for the manifest
     * @param limits what the night is held to
     * @param strict warnings too keep the last site before readers
     * @param beside what the caller writes into the folder once readers have the site
     */
    public record Night(
            String day,
            SortedMap<String, String> facts,
            List<Entry> entries,
            Limits limits,
            boolean strict,
            Beside beside) {}

    /** How much is to be written beside a release; asked only where room is scarce. */
    @FunctionalInterface
    public interface Beside {
        long bytes() throws IOException;
    }

    /**
     * Makes the folder ready: as its readers may read it, and nothing that an earlier night left half done. Empty if somebody else is at
     * work there, or something else lies there.
     *
     * @param plain without a link, if nothing was published here before
     */
    public Outcome<Optional<Lock>> enter(Owner me, boolean plain) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Rights rights = Rights.of(releases.folder());
        Switching switching = new Switching(releases, disk, rights);
        diagnostics.addAll(releases.refusal());
        diagnostics.addAll(switching.refusal());
        if (diagnostics.hasErrors()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        List<Path> above = missing();
        disk.createFolder(releases.folder());
        for (Path made : above) {
            disk.permit(made, rights);
        }
        disk.permit(releases.folder(), rights);
        Optional<Lock> lock = Lock.take(releases, me, diagnostics);
        if (lock.isEmpty()) {
            return Outcome.of(lock, diagnostics);
        }
        boolean ready = false;
        try {
            switching.begin(plain);
            if (recover()) {
                diagnostics.notice(
                        Where.inFile(releases.current().toString()),
                        "publish-put-back",
                        "上一次在换站点的时候停下了，已把原来的站点放回",
                        "不用管");
            }
            ready = true;
        } finally {
            if (!ready) {
                lock.get().close();
            }
        }
        if (!rights.isForOthers()) {
            diagnostics.notice(
                    Where.inFile(releases.folder().toString()),
                    "publish-rights",
                    "文件夹的权限不让别的用户读，里面的文件也照样，网页服务器多半打不开",
                    "让服务器的用户读得到：chmod 755 " + releases.folder() + "，再发布一次；服务器就用这个用户运行的，不用管");
        }
        return Outcome.of(lock, diagnostics);
    }

    /** Folders that are made on the way to ours: who may not cross them doesn't come to it. */
    private List<Path> missing() {
        List<Path> missing = new ArrayList<>();
        Path folder = releases.folder().getParent();
        while (folder != null && !Files.exists(folder)) {
            missing.add(folder);
            folder = folder.getParent();
        }
        return missing;
    }

    /**
     * Ends what an earlier command left half done, if there is anything and nobody is at work; whether readers had nothing before. For
     * commands that are about something else: a folder that isn't there, or isn't ours, is no fault of theirs.
     */
    public boolean mend(Owner me) throws IOException {
        if (!releases.isOurs() || !isLeft()) {
            return false;
        }
        Optional<Lock> lock = Lock.take(releases, me, new Diagnostics());
        if (lock.isEmpty()) {
            return false;
        }
        Lock held = lock.get();
        try (held) {
            return recover();
        }
    }

    private boolean isLeft() throws IOException {
        return isAny(releases.folder(), ".current.{new,old,probe}") || isAny(releases.releases(), ".{new,old-*}");
    }

    private static boolean isAny(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            return found.iterator().hasNext();
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Clears what was left half done; whether readers had nothing before. Touches nothing in a folder that isn't ours. */
    boolean recover() throws IOException {
        if (!releases.isOurs()) {
            return false;
        }
        boolean back = new Switching(releases, disk, Rights.of(releases.folder())).recover();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(releases.releases(), ".{new,old-*}")) {
            for (Path left : children) {
                Tree.delete(left, disk);
            }
        } catch (NoSuchFileException none) {
            return back;
        }
        return back;
    }

    public Outcome<Publication> publish(Output output, Night night) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Release> before = releases.last();
        before.flatMap(Release::manifest)
                .ifPresent(last -> night.limits().holdEntries(last.entries(), night.entries(), diagnostics));
        Switching switching = new Switching(releases, disk, Rights.of(releases.folder()));
        if (!diagnostics.fails(night.strict())) {
            new Room(releases, before, disk, parallel, switching.isByLink()).hold(output, night, diagnostics);
        }
        if (diagnostics.fails(night.strict())) {
            return Outcome.of(kept(), diagnostics);
        }
        Path fresh = releases.releases().resolve(NEW);
        Tree.delete(fresh, disk);
        boolean done = false;
        try {
            Outcome<Publication> published = write(output, night, before, fresh, diagnostics);
            done = published.value().what() == Publication.What.SWITCHED;
            return published;
        } finally {
            if (!done) {
                drop(fresh);
            }
        }
    }

    private Publication kept() throws IOException {
        Optional<Release> live = releases.live();
        return new Publication(Publication.What.KEPT, live, live, 0);
    }

    private Outcome<Publication> write(
            Output output, Night night, Optional<Release> before, Path fresh, Diagnostics diagnostics)
            throws IOException {
        Rights rights = Rights.of(releases.folder());
        Writing writing = new Writing(fresh.resolve(Release.SITE), before, disk, rights, parallel, progress);
        disk.createFolder(fresh);
        SortedMap<String, String> files = writing.write(output, diagnostics);
        night.limits().holdSize(writing.bytes(), diagnostics);
        if (diagnostics.fails(night.strict())) {
            return Outcome.of(kept(), diagnostics);
        }
        SortedMap<String, Integer> carried = writing.carry(files, night.limits().keep());
        if (before.isPresent() && isThere(before.get(), files)) {
            return Outcome.of(new Publication(Publication.What.SAME, before, before, 0), diagnostics);
        }
        int number = releases.nextNumber();
        String id = Release.id(number, night.day());
        Manifest manifest = new Manifest(night.facts(), night.entries(), carried, files)
                .with(Map.of(
                        "release",
                        id,
                        "base",
                        before.map(Release::id).orElse(""),
                        "files",
                        files.size() + "",
                        "bytes",
                        writing.bytes() + ""));
        Release release = settle(manifest, id, number, fresh, rights, diagnostics);
        if (diagnostics.hasErrors()) {
            return Outcome.of(kept(), diagnostics);
        }
        new Switching(releases, disk, rights).to(release);
        prune(night.limits().keep(), diagnostics);
        return Outcome.of(
                new Publication(Publication.What.SWITCHED, Optional.of(release), before, writing.written()),
                diagnostics);
    }

    /** Whether readers get these very files already, and nobody has touched them since. */
    private boolean isThere(Release before, SortedMap<String, String> files) throws IOException {
        return before.manifest().orElseThrow().files().equals(files)
                && releases.live().map(Release::id).equals(Optional.of(before.id()))
                && verify(before).isEmpty();
    }

    /** What stands in the new folder becomes a release, if it is what the manifest says. */
    Release settle(Manifest manifest, String id, int number, Path fresh, Rights rights, Diagnostics diagnostics)
            throws IOException {
        Path site = fresh.resolve(Release.SITE);
        diagnostics.addAll(new Proving(parallel).prove(manifest, site, "写下去的与读回来的不同，多半是磁盘坏了：换一个磁盘再来"));
        Path home = releases.releases().resolve(id);
        Release release = new Release(number, id, home, Optional.of(manifest));
        if (diagnostics.hasErrors()) {
            return release;
        }
        Path file = fresh.resolve(Manifest.NAME);
        disk.write(file, manifest.text().getBytes(StandardCharsets.UTF_8));
        disk.permit(file, rights);
        disk.sync(file);
        for (Path folder : Tree.folders(fresh)) {
            disk.permit(folder, rights);
            disk.sync(folder);
        }
        disk.permit(releases.releases(), rights);
        disk.rename(fresh, home);
        disk.sync(releases.releases());
        return release;
    }

    /** After a failure that is told already; what can't be removed now is removed by the next command. */
    private void drop(Path fresh) {
        try {
            Tree.delete(fresh, disk);
        } catch (IOException later) {
            return;
        }
    }

    /** The oldest go; what readers get stays, whatever its age. */
    void prune(int keep, Diagnostics diagnostics) throws IOException {
        List<Release> all = releases.all();
        Optional<Release> live = releases.live();
        for (Release old : all.subList(0, Math.max(0, all.size() - keep))) {
            if (live.filter(now -> now.id().equals(old.id())).isEmpty()) {
                try {
                    Path aside = old.folder().resolveSibling(OLD + old.id());
                    disk.rename(old.folder(), aside);
                    Tree.delete(aside, disk);
                } catch (IOException left) {
                    // Readers have the new site: that an old one isn't quite gone is no reason to call the night
                    // failed.
                    diagnostics.notice(
                            Where.inFile(old.folder().toString()),
                            "release-left",
                            "旧的一次发布没有删干净",
                            "不用管：下一次命令会接着删；总是这样，看看文件夹的权限");
                }
            }
        }
    }

    /**
     * Lets readers have another release, if it is whole.
     *
     * @return the one that readers get now
     */
    public Outcome<Optional<Release>> goBack(Release to) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(verify(to));
        if (!diagnostics.hasErrors()) {
            new Switching(releases, disk, Rights.of(releases.folder())).to(to);
        }
        return Outcome.of(releases.live(), diagnostics);
    }

    /** Whether the files of a release are still what was published. */
    public List<Diagnostic> verify(Release release) throws IOException {
        if (release.manifest().isEmpty()) {
            Diagnostics damaged = new Diagnostics();
            damaged.error(
                    Where.inFile(release.folder().resolve(Manifest.NAME).toString()),
                    "manifest-damaged",
                    "清单不见了或被改过，说不出这次发布是不是完整",
                    "再发布一次；要退回别的一次：zhibu rollback --to " + releases.folder() + " 名称");
            return damaged.list();
        }
        String remedy = "从知识库再发布一次，会写成新的；要先退回好的一次：zhibu rollback --to " + releases.folder();
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(new Proving(parallel).prove(release.manifest().get(), release.site(), remedy));
        boolean live =
                releases.live().filter(now -> now.id().equals(release.id())).isPresent();
        if (live && !Files.isSymbolicLink(releases.current())) {
            diagnostics.addAll(new Proving(parallel).prove(release.manifest().get(), releases.current(), remedy));
        }
        return diagnostics.list();
    }

    /** Whether it says that an old release isn't quite gone: news of one night alone. */
    public static boolean isOfOneNight(Diagnostic one) {
        return one.rule().equals("release-left");
    }
}
