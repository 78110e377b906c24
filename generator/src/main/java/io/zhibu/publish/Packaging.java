package io.zhibu.publish;

import io.zhibu.address.Address;
import io.zhibu.address.Segment;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.OneFile;
import io.zhibu.disk.Turn;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.parallel.Parallel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a whole site into one zip for readers without a network: unpacked in any folder, it opens by a double click. The same site of the
 * same day is the same bytes. Written beside the last zip and put in its place only when nothing went wrong.
 */
public final class Packaging {
    /** What Windows takes of a path, its end mark not counted, and what of it is left for the folder that a reader unpacks in. */
    private static final int LONGEST = 259;

    private static final int FOLDER = 100;

    /** Finished files that wait to be written: what is in memory at once. */
    private static final int BATCH = 256;

    /** No earlier time: of the very first that a zip can tell Java writes the zone too. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final String SITE = "site/";

    private final Path target;
    private final OneFile file;
    private final Parallel parallel;
    private final Publishing.Progress progress;

    public Packaging(Path target, Parallel parallel, Publishing.Progress progress) {
        this.target = target;
        this.file = new OneFile(target, "PK");
        this.parallel = parallel;
        this.progress = progress;
    }

    /**
     * How many files were packed, and the bytes of the zip; the last zip stays if anything is wrong.
     *
     * @param title of the site, as readers are told it
     * @param day the time of every file
     * @param strict warnings too keep the last zip in place
     */
    public Outcome<Publishing.Written> pack(Output output, String title, LocalDate day, boolean strict)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SortedMap<String, Source> files = new TreeMap<>(Welcome.files(title, day, SITE));
        output.files().forEach((address, source) -> {
            refuse(address, diagnostics);
            files.put(SITE + address.path(), source);
        });
        diagnostics.addAll(file.refusal());
        if (diagnostics.hasErrors()) {
            return Outcome.of(new Publishing.Written(0, 0, false), diagnostics);
        }
        Files.createDirectories(target.getParent());
        Optional<Turn> turn = Turn.take(file.beside(".lock"));
        if (turn.isEmpty()) {
            diagnostics.error(Where.inFile(target.toString()), "target-busy", "另一次打包正在写这个文件", "等它做完再来，或换一个文件（--out）");
            return Outcome.of(new Publishing.Written(0, 0, false), diagnostics);
        }
        try {
            return Outcome.of(packAlone(files, day, strict, diagnostics), diagnostics);
        } finally {
            turn.get().close();
        }
    }

    private Publishing.Written packAlone(
            SortedMap<String, Source> files, LocalDate day, boolean strict, Diagnostics diagnostics)
            throws IOException {
        AtomicReference<Publishing.Written> written = new AtomicReference<>();
        file.write(fresh -> {
            write(files, fresh, day, diagnostics);
            ZipHost.sayUnix(fresh);
            boolean good = !diagnostics.fails(strict);
            written.set(new Publishing.Written(files.size(), Files.size(fresh), good));
            return good;
        });
        return written.get();
    }

    /** An error for what Windows would not unpack. */
    private static void refuse(Address address, Diagnostics diagnostics) {
        String path = SITE + address.path();
        if (path.length() > LONGEST - FOLDER) {
            diagnostics.error(
                    Where.inFile(path),
                    "package-path",
                    "路径有 " + path.length() + " 个字，在 Windows 上解压可能超过 260 个",
                    "最多 " + (LONGEST - FOLDER) + " 个字，其余留给解压到的文件夹：把标识、标签或附件的名称改短");
        }
        for (String name : address.path().split("/")) {
            if (!Segment.kept(name).equals(name)) {
                diagnostics.error(
                        Where.inFile(path),
                        "package-name",
                        "Windows 不收“" + name + "”这个名称",
                        "给文件改名，不用 : ? * \" < > | 和设备名");
            }
        }
    }

    private void write(SortedMap<String, Source> files, Path zipped, LocalDate day, Diagnostics diagnostics)
            throws IOException {
        LocalDateTime time = day.atStartOfDay().isBefore(FIRST) ? FIRST : day.atStartOfDay();
        List<Map.Entry<String, Source>> all = List.copyOf(files.entrySet());
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zipped)), StandardCharsets.UTF_8)) {
            for (int from = 0; from < all.size(); from += BATCH) {
                List<Map.Entry<String, Source>> batch = all.subList(from, Math.min(from + BATCH, all.size()));
                List<Outcome<byte[]>> made =
                        parallel.map(batch, () -> file -> file.getValue().make());
                for (int i = 0; i < made.size(); i++) {
                    diagnostics.addAll(made.get(i).diagnostics());
                    ZipEntry entry = new ZipEntry(batch.get(i).getKey());
                    // Without a zone: a zip holds the time on the clock.
                    entry.setTimeLocal(time);
                    zip.putNextEntry(entry);
                    zip.write(made.get(i).value());
                }
                progress.wrote(from + batch.size(), all.size());
            }
        }
    }
}
