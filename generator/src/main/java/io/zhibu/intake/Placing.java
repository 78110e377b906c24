package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Disk;
import io.zhibu.disk.OneFile;
import io.zhibu.intake.Imported.State;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts documents into a site, each beside what an earlier import made of it. */
public final class Placing {
    private static final int FEW = 8;
    private static final int SHORT = 40;

    private final Path root;
    private final Path content;
    private final Importing importing;
    private final List<Known> known;
    private final Wishes wishes;
    private final List<ImportRecord> records;

    /**
     * @param to folder of the entries; empty for that of their type
     * @param type key or label; empty to guess it
     * @param renew an entry that nobody has edited gives way to what a changed document says now
     * @param discard so does one that was edited; it is kept in {@code target/import}
     */
    public record Wishes(Optional<Path> to, String type, boolean dryRun, boolean renew, boolean discard) {}

    public Placing(Path root, Path content, Importing importing, List<Known> known, Wishes wishes) throws IOException {
        this.root = root;
        this.content = content;
        this.importing = importing;
        this.known = known;
        this.wishes = wishes;
        this.records = new ArrayList<>(ImportRecord.below(content));
    }

    /** @param name of the document in messages */
    public Imported take(Path file, String name) throws IOException {
        Outcome<Optional<Draft>> read = importing.read(file, name, wishes.type());
        if (read.value().isEmpty()) {
            return new Imported(name, State.REFUSED, "", Optional.empty(), read.diagnostics(), List.of());
        }
        Draft draft = read.value().get();
        String word = file.getFileName().toString();
        Optional<ImportRecord> earlier = earlier(draft, word, name);
        if (earlier.isPresent() && Files.exists(entryFile(earlier.get()))) {
            return again(draft, earlier.get(), name, word);
        }
        Path folder = earlier.map(ImportRecord::folder).or(wishes::to).orElseGet(() -> content.resolve(draft.type()));
        String id =
                earlier.map(ImportRecord::id).orElseGet(() -> importing.id(draft, name, one -> isTaken(folder, one)));
        List<String> lines = earlier.isEmpty()
                ? List.of()
                : List.of("上次导入成 " + spelt(entryFile(earlier.get())) + "，那个文件不在了，重新写了一份；改了名的，删去这一份");
        Outcome<Entry> entry = importing.entry(draft, name, id);
        if (!wishes.dryRun()) {
            write(entry.value(), folder, word, entry.diagnostics());
        }
        return new Imported(
                name,
                wishes.dryRun() ? State.TRIED : State.WRITTEN,
                spelt(folder.resolve(id + ".md")),
                Optional.of(entry.value().tally()),
                entry.diagnostics(),
                lines);
    }

    /** The same document, or one of the same name that is mostly the same. */
    private Optional<ImportRecord> earlier(Draft draft, String word, String name) {
        return records.stream()
                .filter(one -> one.digest().equals(draft.digest()))
                .findFirst()
                .or(() -> records.stream()
                        .filter(one -> one.word().equals(word))
                        .filter(one -> !Changes.between(
                                        one.text(),
                                        importing
                                                .entry(draft, name, one.id())
                                                .value()
                                                .text())
                                .isAnother())
                        .findFirst());
    }

    private Path entryFile(ImportRecord record) {
        return known.stream()
                .filter(one -> one.id().equals(record.id()))
                .map(one -> root.resolve(one.file()))
                .findFirst()
                .orElseGet(() -> record.folder().resolve(record.id() + ".md"));
    }

    private boolean isTaken(Path folder, String id) {
        return Files.exists(folder.resolve(id + ".md"))
                || Files.exists(folder.resolve(id))
                || Files.exists(ImportRecord.file(folder, id));
    }

    private Imported again(Draft draft, ImportRecord earlier, String name, String word) throws IOException {
        Path file = entryFile(earlier);
        String now = text(file);
        boolean edited = !now.replace("\r\n", "\n").equals(earlier.text());
        Outcome<Entry> fresh = importing.entry(draft, name, earlier.id());
        Changes changes = Changes.between(earlier.text(), fresh.value().text());
        boolean same = earlier.digest().equals(draft.digest()) || changes.isNone();
        List<String> lines = new ArrayList<>();
        if (same) {
            lines.add(edited ? "已经导入过，Word 没有变；条目有人改过，没有动它" : "已经导入过，Word 没有变，条目也没有人改过");
            return new Imported(name, State.SAME, spelt(file), Optional.empty(), List.of(), lines);
        }
        tell(changes, lines);
        boolean replace = edited ? wishes.discard() : wishes.renew() || wishes.discard();
        if (!replace) {
            lines.add(edited ? "条目有人改过，没有动它：照上面的改条目；要丢掉条目里的改动，加 --discard-edits" : "条目没有人改过：要换成新的，加 --renew");
            return new Imported(name, State.CHANGED, spelt(file), Optional.empty(), List.of(), lines);
        }
        if (!wishes.dryRun()) {
            Path kept = root.resolve("target/import")
                    .resolve(earlier.id() + "-" + earlier.digest().substring(0, 8) + ".md");
            write(kept, now.getBytes(StandardCharsets.UTF_8));
            lines.add("换下来的存在 " + spelt(kept));
            write(fresh.value(), file.getParent(), word, fresh.diagnostics());
        }
        return new Imported(
                name,
                wishes.dryRun() ? State.TRIED : State.REPLACED,
                spelt(file),
                Optional.of(fresh.value().tally()),
                fresh.diagnostics(),
                lines);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            // Somebody has saved it in another encoding: edited, that's all that counts.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        }
    }

    private static void tell(Changes changes, List<String> lines) {
        lines.add("Word 改过：多了 " + changes.added().size() + " 段，少了 "
                + changes.removed().size() + " 段");
        changes.removed().stream().limit(FEW).forEach(block -> lines.add("- " + first(block)));
        changes.added().stream().limit(FEW).forEach(block -> lines.add("+ " + first(block)));
        int left = Math.max(0, changes.removed().size() - FEW)
                + Math.max(0, changes.added().size() - FEW);
        if (left > 0) {
            lines.add("……另有 " + left + " 段");
        }
    }

    private static String first(String block) {
        String line = block.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** The entry itself last: where the work is cut off, the record says that it isn't done. */
    private void write(Entry entry, Path folder, String word, List<Diagnostic> report) throws IOException {
        ImportRecord record = new ImportRecord(word, entry.digest(), entry.id(), entry.text(), folder);
        write(record.file(), record.written().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> picture : entry.pictures().entrySet()) {
            write(folder.resolve(entry.id()).resolve(picture.getKey()), picture.getValue());
        }
        StringBuilder said = new StringBuilder();
        report.forEach(one -> said.append(one).append('\n'));
        write(report(entry.id()), said.toString().getBytes(StandardCharsets.UTF_8));
        write(folder.resolve(entry.id() + ".md"), entry.text().getBytes(StandardCharsets.UTF_8));
        records.removeIf(one -> one.file().equals(record.file()));
        records.add(record);
    }

    private Path report(String id) {
        return root.resolve("target/import").resolve(id + ".txt");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        new OneFile(file, "").write(fresh -> {
            Disk.REAL.write(fresh, bytes);
            return true;
        });
    }

    private String spelt(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A file that can't be read at all. */
    public static Imported refused(String name, String message, String hint) {
        return new Imported(
                name,
                State.REFUSED,
                "",
                Optional.empty(),
                List.of(Diagnostic.error(Where.inFile(name), "word-missing", message, hint)),
                List.of());
    }
}
