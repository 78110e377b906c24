package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.OneFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs what changed from one release to the one that readers have, for a folder that no network leads to. What is signed names the
 * manifest, and the manifest every file by its digest.
 */
public final class Delta {
    static final String NOTE = "DELTA";
    static final String SIGNATURE = "SIGNATURE";
    static final String FILES = "files/";
    static final String FIRST = "# zhibu-delta 1\n";

    private static final String AGAIN = "从知识库再发布一次，再打包";

    /** The same delta is the same bytes in every zone: of the very first time that a zip can tell Java writes the zone too. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private final Releases releases;

    public Delta(Releases releases) {
        this.releases = releases;
    }

    /**
     * What was packed.
     *
     * @param base empty if all of the release was
     * @param bytes of the zip
     */
    public record Packed(String base, String release, int files, long bytes) {}

    /** What is signed: what leads from which manifest to which. */
    record Note(String release, String base, String baseManifest, String manifest) {
        String text() {
            return FIRST + "release: " + release + "\nbase: " + base + "\nbase-manifest: " + baseManifest
                    + "\nmanifest: " + manifest + "\n";
        }

        static Optional<Note> read(String text) {
            if (!text.startsWith(FIRST)) {
                return Optional.empty();
            }
            Map<String, String> facts = text.substring(FIRST.length())
                    .lines()
                    .map(line -> line.split(": ?", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, twice) -> one));
            Note note = new Note(
                    facts.getOrDefault("release", ""),
                    facts.getOrDefault("base", ""),
                    facts.getOrDefault("base-manifest", ""),
                    facts.getOrDefault("manifest", ""));
            return note.text().equals(text) ? Optional.of(note) : Optional.empty();
        }
    }

    /**
     * Empty if it can't be packed, for reasons that are told.
     *
     * @param since name or number of a release, or 0 for none
     * @param target the zip; the last one there stays if anything is wrong
     * @param key file of a private key
     */
    public Outcome<Optional<Packed>> pack(String since, Path target, Path key) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(releases.missing());
        OneFile file = new OneFile(target, "PK");
        diagnostics.addAll(file.refusal());
        Optional<Release> live = releases.live().filter(one -> one.manifest().isPresent());
        Optional<Release> base = since.equals("0")
                ? Optional.empty()
                : releases.named(since).filter(one -> one.manifest().isPresent());
        if (live.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(
                    Where.inFile(releases.current().toString()),
                    "releases-missing",
                    "读者还看不到站点，没有可打包的",
                    "先运行 zhibu publish");
        }
        if (base.isEmpty() && !since.equals("0") && !diagnostics.hasErrors()) {
            diagnostics.error(
                    Where.inFile(releases.folder().toString()),
                    "release-unknown",
                    "没有“" + since + "”这一次发布，或它的清单坏了",
                    "名称用 zhibu releases 看；那一头是哪一次，在那里用 zhibu releases 看；已不在了就写 --since 0 打全部");
        }
        if (diagnostics.hasErrors()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Manifest manifest = live.get().manifest().get();
        Note note = new Note(
                live.get().id(),
                base.map(Release::id).orElse(""),
                base.flatMap(Release::manifest).map(Manifest::digest).orElse(""),
                manifest.digest());
        Optional<byte[]> signature = Keys.sign(key, note.text().getBytes(StandardCharsets.UTF_8));
        if (signature.isEmpty()) {
            diagnostics.error(
                    Where.inFile(key.toString()),
                    "key-unusable",
                    "这不是 Ed25519 的私钥",
                    "用 zhibu key --out 文件 生成一对，这里写私钥的那个文件");
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Map<String, String> had =
                base.flatMap(Release::manifest).map(Manifest::files).orElse(new TreeMap<>());
        SortedMap<String, String> fresh = new TreeMap<>(manifest.files());
        fresh.entrySet().removeIf(one -> one.getValue().equals(had.get(one.getKey())));
        for (Map.Entry<String, String> one : fresh.entrySet()) {
            Path path = live.get().site().resolve(one.getKey());
            Where where = Where.inFile(path.toString());
            if (!Files.isRegularFile(path)) {
                diagnostics.error(where, "file-missing", "清单里有这个文件，磁盘上没有，不能打包", AGAIN);
            } else if (!Digest.of(path).equals(one.getValue())) {
                diagnostics.error(where, "file-changed", "文件的内容与清单里记的不同，不能打包", AGAIN);
            }
        }
        if (diagnostics.hasErrors()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Path site = live.get().site();
        file.write(beside -> {
            try (ZipOutputStream zip = new ZipOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(beside)), StandardCharsets.UTF_8)) {
                add(zip, NOTE, note.text().getBytes(StandardCharsets.UTF_8));
                add(zip, SIGNATURE, Base64.getEncoder().encode(signature.get()));
                add(zip, Manifest.NAME, manifest.text().getBytes(StandardCharsets.UTF_8));
                for (String path : fresh.keySet()) {
                    add(zip, FILES + path, Files.readAllBytes(site.resolve(path)));
                }
            }
            return true;
        });
        return Outcome.of(
                Optional.of(new Packed(note.base(), note.release(), fresh.size(), Files.size(target))), diagnostics);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
    }
}
