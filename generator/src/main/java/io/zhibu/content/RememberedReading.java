package io.zhibu.content;

import io.zhibu.diagnostic.DiagnosticPacking;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.page.Frame;
import io.zhibu.page.Page;
import io.zhibu.page.PagePacking;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads an entry, unless the same bytes at the same place were read before. What has errors is read each time. Used by one thread. */
final class RememberedReading {
    private final EntryReading reading;
    private final Memory.Book book;
    private final Stood stood;
    private final Map<String, Digest> sources;
    private final Map<String, Frame> frames;

    /**
     * @param stood of files that nobody need open
     * @param sources is told of what bytes each entry was read
     * @param frames is told what each tells beside its words
     */
    RememberedReading(
            EntryReading reading,
            Memory.Book book,
            Stood stood,
            Map<String, Digest> sources,
            Map<String, Frame> frames) {
        this.reading = reading;
        this.book = book;
        this.stood = stood;
        this.sources = sources;
        this.frames = frames;
    }

    Outcome<Optional<Page>> read(Path file, String name) {
        return stood.source(file, name).flatMap(key -> recalled(name, key)).orElseGet(() -> opened(file, name));
    }

    private Outcome<Optional<Page>> opened(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<byte[]> bytes = SourceText.bytes(file, Where.inFile(name), diagnostics);
        if (bytes.isEmpty()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Digest key = Content.source(name, bytes.get());
        stood.keep(file, name, key);
        return recalled(name, key).orElseGet(() -> {
            Outcome<Optional<Page>> read = reading.read(bytes.get(), name);
            if (read.value().isPresent() && !read.hasErrors()) {
                book.keep(key, packed(name, read));
            }
            return read;
        });
    }

    /** Empty if it isn't known, or a day has come that had not when it was read. */
    private Optional<Outcome<Optional<Page>>> recalled(String name, Digest key) {
        sources.put(name, key);
        return book.recall(key).flatMap(packed -> unpacked(name, packed));
    }

    private byte[] packed(String name, Outcome<Optional<Page>> read) {
        Page page = read.value().orElseThrow();
        Frame frame = Frame.of(page);
        frames.put(name, frame);
        Packing.Out out = new Packing.Out();
        out.bytes(frame.shown().bytes()).bytes(frame.marked().bytes());
        PagePacking.write(page, out);
        out.flag(reading.isFuture(page.fields()));
        DiagnosticPacking.write(read.diagnostics(), out);
        return out.bytes();
    }

    private Optional<Outcome<Optional<Page>>> unpacked(String name, byte[] packed) {
        Packing.In in = new Packing.In(packed);
        Frame frame = new Frame(Digest.read(in.bytes(), 0), Digest.read(in.bytes(), 0));
        Page page = PagePacking.read(in);
        boolean sameDay = in.flag() == reading.isFuture(page.fields());
        if (sameDay) {
            frames.put(name, frame);
        }
        return sameDay ? Optional.of(new Outcome<>(Optional.of(page), DiagnosticPacking.read(in))) : Optional.empty();
    }
}
