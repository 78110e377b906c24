package io.zhibu.build;

import io.zhibu.content.Content;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Waiver;
import io.zhibu.unicode.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the source of every entry, and the names of the files beside it, as an editor typed them. */
final class Proofing {
    private static final long LARGEST = 2L << 20;

    private final Path root;
    private final Overlay overlay;
    private final Proofs proofs;
    private final Parallel parallel;
    private final Memory.Book book;

    /** @param book of files that were read by the same rules */
    Proofing(Path root, Overlay overlay, Proofs proofs, Parallel parallel, Memory.Book book) {
        this.book = book;
        this.root = root;
        this.overlay = overlay;
        this.proofs = proofs;
        this.parallel = parallel;
    }

    /** Which rules which files ask not to be held to; what was found is not weighed yet. */
    Outcome<List<Waiver>> read(Content content) {
        Diagnostics diagnostics = new Diagnostics();
        List<Waiver> waivers = new ArrayList<>();
        List<String> files = Stream.concat(
                        content.pages().stream().map(page -> page.where().file()),
                        content.unread().stream().map(Unread::file))
                .distinct()
                .toList();
        for (Proofs.Read read :
                parallel.map(files, () -> file -> entry(file, content.sources().get(file)))) {
            diagnostics.addAll(read.diagnostics());
            waivers.addAll(read.waivers());
        }
        content.pages().forEach(page -> waivers.addAll(ofFields(page)));
        names(content).forEach((name, where) -> diagnostics.addAll(named(name, where)));
        return Outcome.of(waivers, diagnostics);
    }

    /** @param source of what was read when it became an entry; null if it couldn't be read */
    private Proofs.Read entry(String file, Digest source) {
        Optional<byte[]> kept = source == null ? Optional.empty() : book.recall(source);
        return kept.map(Proofing::unpacked).orElseGet(() -> read(file));
    }

    private Proofs.Read read(String file) {
        try {
            Path path = onDisk(file);
            // What is larger was refused when it was read.
            return Files.size(path) > LARGEST
                    ? new Proofs.Read(List.of(), List.of())
                    : remembered(file, OwnFile.bytes(path));
        } catch (NoSuchFileException elsewhere) {
            Where where = Where.inFile(file);
            Diagnostic unread =
                    Diagnostic.warning(where, "proof-unread", "没有逐字查这个文件：找不到它", "把文件名重新输入一遍；从 macOS 拷来的文件名常有这样的字");
            return new Proofs.Read(List.of(unread), List.of());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Under the digest of these bytes, which may be others by now than became the entry. */
    private Proofs.Read remembered(String file, byte[] bytes) {
        Proofs.Read read = proofs.ofEntry(new String(bytes, StandardCharsets.UTF_8), Where.inFile(file));
        book.keep(Content.source(file, bytes), packed(read));
        return read;
    }

    private static byte[] packed(Proofs.Read read) {
        Packing.Out out = new Packing.Out();
        DiagnosticPacking.write(read.diagnostics(), out);
        out.number(read.waivers().size());
        for (Waiver one : read.waivers()) {
            out.text(one.rule()).text(one.reason());
            out.text(one.where().file())
                    .number(one.where().line())
                    .number(one.where().column());
        }
        return out.bytes();
    }

    private static Proofs.Read unpacked(byte[] packed) {
        Packing.In in = new Packing.In(packed);
        List<Diagnostic> diagnostics = DiagnosticPacking.read(in);
        List<Waiver> waivers = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            waivers.add(new Waiver(in.text(), in.text(), new Where(in.text(), in.number(), in.number())));
        }
        return new Proofs.Read(diagnostics, waivers);
    }

    /** A name may be put down on disk with letters that nobody sees, or in parts. */
    private Path onDisk(String file) throws IOException {
        Path path = overlay.instead().getOrDefault(file, root.resolve(file));
        if (Files.exists(path) || !Files.isDirectory(path.getParent())) {
            return path;
        }
        try (Stream<Path> beside = Files.list(path.getParent())) {
            return beside.filter(one -> Spelling.bare(one.getFileName().toString())
                            .equals(path.getFileName().toString()))
                    .findFirst()
                    .orElse(path);
        }
    }

    private static List<Waiver> ofFields(Page page) {
        return page.fields()
                .each("check_off", Value.Record.class)
                .map(record -> new Waiver(
                        record.fields().text("rule").orElse(""),
                        record.fields().text("reason").orElse(""),
                        record.where()))
                .toList();
    }

    /** Each file once, at the first place that leads to it. */
    private static Map<String, Where> names(Content content) {
        Map<String, Where> names = new TreeMap<>();
        for (Page page : content.pages()) {
            String file = page.where().file();
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            page.attached().forEach(one -> names.putIfAbsent(folder + one.path(), one.where()));
        }
        return names;
    }

    private List<Diagnostic> named(String file, Where where) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        return proofs.ofWords(stem, where, "图片或附件的文件名里");
    }
}
