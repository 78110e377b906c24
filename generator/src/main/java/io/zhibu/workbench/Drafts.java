package io.zhibu.workbench;

import io.zhibu.content.Overlay;
import io.zhibu.disk.Disk;
import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is being written, kept beside the site: every draft with the text that it began from, so that a crash loses nothing and what
 * somebody else saved meanwhile is noticed. Only saving touches the folder of content.
 */
final class Drafts {
    private final Path root;
    private final Path drafts;
    private final Path bases;
    private final Path kept;
    private final Disk disk;

    /** @param state folder for drafts, where nothing else lies */
    Drafts(Path root, Path state, Disk disk) {
        this.root = root;
        this.drafts = state.resolve("drafts");
        this.bases = state.resolve("base");
        this.kept = state.resolve("kept");
        this.disk = disk;
    }

    /**
     * An entry as it is now.
     *
     * @param text the draft, or else what is saved
     * @param saved what stands in the folder of content; empty if nothing does
     * @param base what stood there when the draft began; empty if there is no draft
     */
    record Held(String text, Optional<String> saved, Optional<String> base) {
        boolean isDraft() {
            return base.isPresent();
        }

        /** Whether somebody saved something else since the draft began. */
        boolean isOvertaken() {
            return base.isPresent() && !base.get().equals(saved.orElse(""));
        }

        String version() {
            return Drafts.version(text);
        }
    }

    /** Tells two texts apart; 32 hexadecimal digits. */
    static String version(String text) {
        return HexFormat.of()
                .formatHex(Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    /**
     * Empty if there is neither a draft nor a file.
     *
     * @param file path from the site's root
     * @throws java.nio.charset.CharacterCodingException if it isn't in UTF-8
     */
    synchronized Optional<Held> read(String file) throws IOException {
        Optional<String> saved = text(root.resolve(file));
        Optional<String> draft = text(drafts.resolve(file));
        return draft.or(() -> saved)
                .map(text -> new Held(
                        text, saved, draft.isPresent() ? Optional.of(orEmpty(bases.resolve(file))) : Optional.empty()));
    }

    private static String orEmpty(Path file) {
        try {
            return text(file).orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Strictly in UTF-8: what can't be read must not be written over. */
    private static Optional<String> text(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString())
                : Optional.empty();
    }

    /** Keeps a draft; one that says what is saved is none. */
    synchronized void keep(String file, String text) throws IOException {
        Optional<String> saved = text(root.resolve(file));
        boolean begun = Files.exists(drafts.resolve(file));
        if (saved.isPresent() && text.equals(saved.get()) && (!begun || !isOvertaken(file, saved.get()))) {
            forget(file);
            return;
        }
        if (!begun) {
            write(bases.resolve(file), saved.orElse("").getBytes(StandardCharsets.UTF_8));
        }
        write(drafts.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOvertaken(String file, String saved) {
        return !orEmpty(bases.resolve(file)).equals(saved);
    }

    /** A file beside an entry, such as a picture; not one that is there already. */
    synchronized void keepBeside(String file, byte[] bytes) throws IOException {
        write(drafts.resolve(file), bytes);
    }

    /** Whether a file of that name stands in the folder of content or among the drafts. */
    synchronized boolean isTaken(String file) {
        return Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS) || Files.exists(drafts.resolve(file));
    }

    /** The bytes of a file among the drafts; empty if there is none. */
    synchronized Optional<byte[]> draftOf(String file) throws IOException {
        Path path = drafts.resolve(file);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(path))
                : Optional.empty();
    }

    /** What drafts stand for, by path from the site's root. */
    synchronized Overlay overlay() {
        return new Overlay(files(), java.util.Set.of());
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(drafts)) {
            try (Stream<Path> all = Files.find(drafts, 20, (path, kind) -> kind.isRegularFile())) {
                all.filter(path -> !path.getFileName().toString().startsWith("."))
                        .forEach(path ->
                                files.put(drafts.relativize(path).toString().replace('\\', '/'), path));
            } catch (IOException gone) {
                return files;
            }
        }
        return files;
    }

    /** Entries that have a draft, by path from the site's root. */
    synchronized List<String> begun() {
        return files().keySet().stream().filter(file -> file.endsWith(".md")).toList();
    }

    Path draftFile(String file) {
        return drafts.resolve(file);
    }

    /** Puts the draft in the place of the entry, and the pictures that it speaks of beside it. Nothing is done if it is overtaken. */
    synchronized boolean save(String file) throws IOException {
        Optional<Held> held = read(file);
        if (held.isEmpty() || !held.get().isDraft()) {
            return true;
        }
        if (held.get().isOvertaken()) {
            return false;
        }
        String folder = file.replaceFirst("\\.md$", "/");
        String named = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1);
        Map<String, Path> beside = new TreeMap<>(files());
        beside.keySet().removeIf(one -> !one.startsWith(folder));
        for (Map.Entry<String, Path> one : beside.entrySet()) {
            boolean used = held.get().text().contains(named + one.getKey().substring(folder.length()));
            write((used ? root : kept).resolve(one.getKey()), Files.readAllBytes(one.getValue()));
        }
        write(root.resolve(file), held.get().text().getBytes(StandardCharsets.UTF_8));
        for (Path one : beside.values()) {
            disk.delete(one);
        }
        forget(file);
        return true;
    }

    /** The draft goes on from what is saved now, of which a copy is kept. */
    synchronized void goOn(String file) throws IOException {
        String saved = text(root.resolve(file)).orElse("");
        keepCopy(file, saved);
        write(bases.resolve(file), saved.getBytes(StandardCharsets.UTF_8));
    }

    /** The draft gives way to what is saved; a copy is kept. */
    synchronized void giveUp(String file) throws IOException {
        Optional<String> draft = text(drafts.resolve(file));
        if (draft.isPresent()) {
            keepCopy(file, draft.get());
            forget(file);
        }
    }

    /** A text that gives way to another one can be found again. */
    synchronized void keepCopy(String file, String text) throws IOException {
        keepCopy(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of any file. */
    synchronized void keepCopy(String file, byte[] bytes) throws IOException {
        String name = HexFormat.of().formatHex(Digest.of(bytes).bytes()).substring(0, 8);
        write(kept.resolve(file.replaceFirst("(\\.[^./]*)?$", "-" + name + "$1")), bytes);
    }

    /** A draft of a text that began from another one than what is saved. */
    synchronized void begin(String file, byte[] text, byte[] base) throws IOException {
        write(bases.resolve(file), base);
        write(drafts.resolve(file), text);
    }

    /** A file wherever it lies, whole or not at all. */
    synchronized void put(Path file, byte[] bytes) throws IOException {
        write(file, bytes);
    }

    /** The draft is gone without a copy. */
    synchronized void forget(String file) throws IOException {
        vacate(drafts.resolve(file));
        vacate(bases.resolve(file));
    }

    /** No file is there any more. */
    synchronized void vacate(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            disk.delete(file);
        }
    }

    /** The folder that other programs' notes are put into is there. */
    synchronized void prepare() throws IOException {
        disk.createFolder(kept.getParent());
    }

    /** A small text of the workbench's own; empty if there is none. */
    synchronized String note(String name) throws IOException {
        return text(kept.resolveSibling(name)).orElse("");
    }

    synchronized void keepNote(String name, String text) throws IOException {
        write(kept.resolveSibling(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that came along, for as long as it is looked at. */
    void keepUpload(String name, byte[] bytes) throws IOException {
        write(kept.resolveSibling(name), bytes);
    }

    void dropUpload(String name) throws IOException {
        disk.delete(kept.resolveSibling(name));
    }

    Path noteFile(String name) {
        return kept.resolveSibling(name);
    }

    /** Whole or not at all. */
    private void write(Path file, byte[] bytes) throws IOException {
        disk.createFolder(file.getParent());
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            disk.write(fresh, bytes);
            disk.sync(fresh);
            disk.replace(fresh, file);
        } catch (IOException full) {
            if (Files.exists(fresh)) {
                disk.delete(fresh);
            }
            throw full;
        }
    }
}
