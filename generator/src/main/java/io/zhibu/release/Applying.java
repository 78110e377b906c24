package io.zhibu.release;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes a release of a delta: only if it was signed, if the release that it begins from is there, and if every file is what the signed
 * manifest says. Stopped in between, it goes on where it was. Whoever calls has the {@linkplain Lock lock}.
 */
public final class Applying {
    private static final String STAGE = ".apply-";
    /** Bytes of a manifest; no site has so many files. */
    private static final int LARGEST = 200_000_000;

    private final Releases releases;
    private final Disk disk;
    private final Parallel parallel;
    private final Diagnostics diagnostics = new Diagnostics();

    public Applying(Releases releases, Parallel parallel) {
        this(releases, Disk.REAL, parallel);
    }

    Applying(Releases releases, Disk disk, Parallel parallel) {
        this.releases = releases;
        this.disk = disk;
        this.parallel = parallel;
    }

    /**
     * What was applied.
     *
     * @param taken files of the package
     * @param resumed files that an earlier try had put in place already
     * @param already readers had this release before
     */
    public record Applied(Release release, int taken, int resumed, boolean already) {}

    /**
     * Empty if it is refused; then nothing that readers have was touched.
     *
     * @param key file of the public key that the package must be signed for
     * @param keep how many releases stay
     */
    public Outcome<Optional<Applied>> apply(Path delta, Path key, int keep) throws IOException {
        Optional<Applied> applied = Optional.empty();
        if (!Keys.isPublic(key)) {
            diagnostics.error(
                    Where.inFile(key.toString()), "key-unusable", "这不是 Ed25519 的公钥", "写打包那一头给的 .pub 文件（zhibu key 生成的）");
        } else {
            try (ZipFile zip = new ZipFile(delta.toFile(), StandardCharsets.UTF_8)) {
                applied = apply(zip, Where.inFile(delta.toString()), key, keep);
            } catch (ZipException broken) {
                diagnostics.error(Where.inFile(delta.toString()), "delta-damaged", "增量包打不开：没有拷完，或坏了", "从打包那一头再拷一次");
            }
        }
        return Outcome.of(applied, diagnostics);
    }

    private Optional<Applied> apply(ZipFile zip, Where where, Path key, int keep) throws IOException {
        byte[] text = read(zip, Delta.NOTE);
        Optional<Delta.Note> note = Delta.Note.read(new String(text, StandardCharsets.UTF_8));
        if (note.isEmpty()) {
            diagnostics.error(where, "delta-foreign", "这不是增量包", "用 zhibu package --since 打的那个文件；离线包解压了直接看，不用装");
            return Optional.empty();
        }
        if (!Keys.isSigned(key, text, signature(zip))) {
            diagnostics.error(where, "delta-signature", "签名不对：不是这把公钥的主人打的包，或包被改过", "不要用它；核对公钥，从打包那一头再拷一次");
            return Optional.empty();
        }
        String manifestText = new String(read(zip, Manifest.NAME), StandardCharsets.UTF_8);
        Optional<Manifest> manifest = Digest.of(manifestText).equals(note.get().manifest())
                ? Manifest.read(manifestText).filter(Applying::isSafe)
                : Optional.empty();
        if (manifest.isEmpty()) {
            diagnostics.error(where, "delta-damaged", "增量包里的清单与签名的不是一份", "从打包那一头再拷一次");
            return Optional.empty();
        }
        return onBase(zip, where, note.get(), manifest.get(), keep);
    }

    private Optional<Applied> onBase(ZipFile zip, Where where, Delta.Note note, Manifest manifest, int keep)
            throws IOException {
        Optional<Release> same = having(note.manifest());
        int live = releases.live().map(Release::number).orElse(0);
        if (same.isPresent() && same.get().number() < live) {
            diagnostics.error(
                    where,
                    "delta-old",
                    "这个包是 " + same.get().id() + "，这里已是更新的 "
                            + releases.live().map(Release::id).orElse(""),
                    "装最新的包；要退回旧的一次：zhibu rollback --to " + releases.folder() + " "
                            + same.get().id());
            return Optional.empty();
        }
        if (same.isPresent()) {
            Releasing releasing = new Releasing(releases, disk, parallel, (files, of) -> {});
            boolean already = same.get().number() == live;
            diagnostics.addAll(
                    already
                            ? releasing.verify(same.get())
                            : releasing.goBack(same.get()).diagnostics());
            return diagnostics.hasErrors() ? Optional.empty() : Optional.of(new Applied(same.get(), 0, 0, already));
        }
        Optional<Release> base = note.base().isEmpty() ? Optional.empty() : having(note.baseManifest());
        if (base.isEmpty() && !note.base().isEmpty()) {
            diagnostics.error(
                    where,
                    "delta-base",
                    "这个包从 " + note.base() + " 打起，这里没有那一次"
                            + releases.live().map(one -> "，现在是 " + one.id()).orElse("，还没有站点"),
                    "到打包那一头，从这里现在的那一次打起：zhibu package --since "
                            + releases.live().map(Release::id).orElse("0"));
            return Optional.empty();
        }
        return stage(zip, where, note, manifest, base, keep);
    }

    private Optional<Release> having(String digest) throws IOException {
        return releases.all().stream()
                .filter(one -> one.manifest()
                        .filter(its -> its.digest().equals(digest))
                        .isPresent())
                .reduce((earlier, later) -> later);
    }

    private Optional<Applied> stage(
            ZipFile zip, Where where, Delta.Note note, Manifest manifest, Optional<Release> base, int keep)
            throws IOException {
        Optional<Release> named = releases.named(note.release());
        // A name with folders in it would lead elsewhere.
        Optional<Release> release = Release.in(releases.releases().resolve(note.release()))
                .filter(one -> one.id().equals(note.release()));
        if (named.isPresent() || release.isEmpty()) {
            diagnostics.error(
                    where,
                    "delta-release",
                    "这里已有另一次叫 " + note.release() + " 的发布",
                    "这个文件夹也用 zhibu publish 发布过：换一个只装增量包的文件夹");
            return Optional.empty();
        }
        Path fresh = releases.releases().resolve(STAGE + note.release());
        disk.createFolder(fresh);
        dropOthers(fresh);
        Rights rights = Rights.of(releases.folder());
        int taken = 0;
        int resumed = 0;
        for (Map.Entry<String, String> one : manifest.files().entrySet()) {
            Path file = fresh.resolve(Release.SITE).resolve(one.getKey());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Digest.of(file).equals(one.getValue())) {
                resumed++;
                continue;
            }
            Tree.delete(file, disk);
            disk.createFolder(file.getParent());
            if (!isLinked(base, one, file)) {
                if (isOfBase(base, one) && zip.getEntry(Delta.FILES + one.getKey()) == null) {
                    diagnostics.add(changedHere(base.get().site().resolve(one.getKey())));
                    return Optional.empty();
                }
                byte[] bytes = read(zip, Delta.FILES + one.getKey());
                if (!Digest.of(bytes).equals(one.getValue())) {
                    diagnostics.error(
                            where, "delta-damaged", "增量包里的“" + one.getKey() + "”不见了或坏了", "从打包那一头再拷一次，再运行一次，已装的不重装");
                    return Optional.empty();
                }
                disk.write(file, bytes);
                disk.sync(file);
                taken++;
            }
            disk.permit(file, rights);
        }
        Releasing releasing = new Releasing(releases, disk, parallel, (files, of) -> {});
        Release settled =
                releasing.settle(manifest, note.release(), release.get().number(), fresh, rights, diagnostics);
        if (diagnostics.hasErrors()) {
            Tree.delete(fresh, disk);
            return Optional.empty();
        }
        new Switching(releases, disk, rights).to(settled);
        releasing.prune(keep, diagnostics);
        return Optional.of(new Applied(settled, taken, resumed, false));
    }

    /** The package holds only what the base hasn't. */
    private static boolean isOfBase(Optional<Release> base, Map.Entry<String, String> wanted) {
        return base.isPresent()
                && wanted.getValue()
                        .equals(base.get().manifest().orElseThrow().files().get(wanted.getKey()));
    }

    private static Diagnostic changedHere(Path file) {
        String remedy = "包没有坏，再拷也没有用：到打包那一头打一个全部的（zhibu package --since 0），再装";
        Where where = Where.inFile(file.toString());
        return Files.isRegularFile(file)
                ? Diagnostic.error(where, "file-changed", "这里的文件被改过，包里没有它：增量包照它没有改过打的", remedy)
                : Diagnostic.error(where, "file-missing", "这里的文件不见了，包里没有它：增量包照它还在打的", remedy);
    }

    private boolean isLinked(Optional<Release> base, Map.Entry<String, String> wanted, Path file) throws IOException {
        if (!isOfBase(base, wanted)) {
            return false;
        }
        Path before = base.get().site().resolve(wanted.getKey());
        if (!Files.isRegularFile(before) || !Digest.of(before).equals(wanted.getValue())) {
            return false;
        }
        try {
            disk.link(before, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            disk.write(file, Files.readAllBytes(before));
            disk.sync(file);
        }
        return true;
    }

    /** What was begun of another package isn't gone on with. */
    private void dropOthers(Path fresh) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(releases.releases(), STAGE + "*")) {
            for (Path other : children) {
                if (!other.equals(fresh)) {
                    Tree.delete(other, disk);
                }
            }
        }
    }

    /** Every path stays below the folder of the site, and is one that a disk has. */
    private static boolean isSafe(Manifest manifest) {
        try {
            manifest.files().keySet().forEach(path -> Path.of(new Address(path).path()));
            return true;
        } catch (IllegalArgumentException outside) {
            return false;
        }
    }

    private static byte[] signature(ZipFile zip) throws IOException {
        try {
            return Base64.getDecoder().decode(read(zip, Delta.SIGNATURE));
        } catch (IllegalArgumentException garbled) {
            return new byte[0];
        }
    }

    /** No bytes if there is no such file in it. */
    private static byte[] read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return name.startsWith(Delta.FILES) ? in.readAllBytes() : in.readNBytes(LARGEST);
        }
    }
}
