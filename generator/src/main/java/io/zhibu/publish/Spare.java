package io.zhibu.publish;

import io.zhibu.disk.Mark;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The site that stood before the one that stands, put aside to be brought up to date and to take the place again: with most of its files
 * nothing need be done. What each of them holds was written down when it was made; one that stands on the disk as it stood then holds it
 * still, any other one is trusted with nothing. Safe from many threads.
 */
final class Spare {
    private static final Digest STANDS = Digest.of("stands");
    private static final Digest ASIDE = Digest.of("aside");

    private final Memory memory;
    private final Digest target;
    private final Map<String, Line> made = new ConcurrentHashMap<>();
    private final Map<String, Line> both = new ConcurrentHashMap<>();
    private Inventory found = new Inventory(Map.of(), Set.of());
    private Map<String, Line> holds = Map.of();
    private volatile boolean told;

    /**
     * What was written down of a file.
     *
     * @param mark how it stood
     */
    private record Line(Digest mark, Digest bytes, int size) {}

    /** @param memory where it is written down; {@link Memory#NONE} if nothing is to be put aside */
    Spare(Path target, Memory memory) {
        this.memory = memory;
        this.target = Digest.of(target.toString());
        this.told = memory != Memory.NONE;
    }

    /** Nothing lies there yet. */
    void begin() {
        made.clear();
        both.clear();
        found = new Inventory(Map.of(), Set.of());
        holds = Map.of();
        told = memory != Memory.NONE;
    }

    /** Whether what was written down of all files is worth something: then the site may be put aside when its time is over. */
    boolean isKept() {
        return told;
    }

    /** Looks at what was put aside; whether it is of use. */
    boolean look(Path folder, Parallel parallel) {
        Map<String, Line> lines = lines();
        if (lines.isEmpty()) {
            return false;
        }
        try {
            Optional<Inventory> now = Inventory.of(folder, parallel);
            found = now.orElse(found);
            holds = lines;
            holds.entrySet()
                    .removeIf(
                            line -> !line.getValue().mark().equals(found.files().get(line.getKey())));
            return now.isPresent();
        } catch (IOException touchedMeanwhile) {
            return false;
        }
    }

    private Map<String, Line> lines() {
        try (Memory.Book book = open()) {
            // Both are for the next build, should this one come to nothing.
            book.recall(STANDS);
            return book.recall(ASIDE).map(Spare::read).orElse(Map.of());
        }
    }

    private static Map<String, Line> read(byte[] packed) {
        Packing.In in = new Packing.In(packed);
        Map<String, Line> lines = new HashMap<>();
        while (in.hasMore()) {
            lines.put(in.text(), new Line(Digest.read(in.bytes(), 0), Digest.read(in.bytes(), 0), in.number()));
        }
        return lines;
    }

    private static byte[] packed(Map<String, Line> lines) {
        Packing.Out out = new Packing.Out();
        lines.forEach((path, line) -> out.text(path)
                .bytes(line.mark().bytes())
                .bytes(line.bytes().bytes())
                .number(line.size()));
        return out.bytes();
    }

    private Memory.Book open() {
        return memory.open("standing", target);
    }

    /** Paths of all that was put aside, whatever became of it. */
    Inventory found() {
        return found;
    }

    /** Whether the file that lies there has these bytes. */
    boolean has(String path, Digest bytes) {
        Line line = holds.get(path);
        return line != null && line.bytes().equals(bytes);
    }

    /** The file that lies there is part of the new site; its size. */
    int stays(String path) {
        Line line = holds.get(path);
        made.put(path, line);
        return line.size();
    }

    /**
     * A file of the new site that was put there now.
     *
     * @param linked whether it is a file of the site that stands, under a second name: by that the times of both have changed
     */
    void add(String path, Path file, Digest bytes, int size, boolean linked) throws IOException {
        try {
            Line line = new Line(Mark.of(file).digest(), bytes, size);
            made.put(path, line);
            if (linked) {
                both.put(path, line);
            }
        } catch (UnsupportedOperationException | IllegalArgumentException noSuchTimes) {
            told = false;
        }
    }

    /** The new site stands, and the one before it is put aside. */
    void settle() {
        if (!told) {
            return;
        }
        try (Memory.Book book = open()) {
            book.recall(STANDS).ifPresent(before -> book.keep(ASIDE, both.isEmpty() ? before : aside(before)));
            book.keep(STANDS, packed(made));
        }
    }

    private byte[] aside(byte[] before) {
        Map<String, Line> lines = read(before);
        lines.putAll(both);
        return packed(lines);
    }

    /** How the new site stands, as {@link Inventory#digest} tells it; empty if nobody knows. */
    Optional<Digest> digest() {
        if (!told || made.isEmpty()) {
            return Optional.empty();
        }
        Digest all = new Digest.Of().digest();
        for (Map.Entry<String, Line> line : made.entrySet()) {
            all = all.and(Inventory.line(line.getKey(), line.getValue().mark()));
        }
        return Optional.of(all);
    }
}
