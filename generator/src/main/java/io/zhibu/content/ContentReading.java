package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.page.ByName;
import io.zhibu.page.Frame;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Stage 2: the folder of content to pages. Reads files on several threads; the result is the same for any number. */
public final class ContentReading {
    private final Config config;
    private final LocalDate today;
    private final Parallel parallel;
    private final Supplier<BodyReading> bodies;
    private final Memory.Book memory;
    private final Overlay overlay;
    private final Earlier earlier;
    private final Stood stood;

    /**
     * @param today dates after it are still to come
     * @param bodies makes a reader for one thread
     * @param memory of entries that were read by the same rules
     */
    public ContentReading(
            Config config, LocalDate today, Parallel parallel, Supplier<BodyReading> bodies, Memory.Book memory) {
        this(config, today, parallel, bodies, memory, Overlay.NONE);
    }

    /** @param overlay what is read in place of files in the folder */
    public ContentReading(
            Config config,
            LocalDate today,
            Parallel parallel,
            Supplier<BodyReading> bodies,
            Memory.Book memory,
            Overlay overlay) {
        this(
                config,
                today,
                parallel,
                bodies,
                memory,
                overlay,
                Earlier.NOTHING,
                file -> Optional.empty(),
                Memory.Book.BLANK);
    }

    /**
     * @param earlier what was read of the same folder by the same rules on the same day
     * @param marks how a file stood before anything was read; empty if it must be opened
     * @param held of what files held that stood so
     */
    public ContentReading(
            Config config,
            LocalDate today,
            Parallel parallel,
            Supplier<BodyReading> bodies,
            Memory.Book memory,
            Overlay overlay,
            Earlier earlier,
            Function<Path, Optional<Digest>> marks,
            Memory.Book held) {
        this.earlier = earlier.under(overlay);
        this.stood = new Stood(marks, held);
        this.memory = memory;
        this.config = config;
        this.today = today;
        this.parallel = parallel;
        this.bodies = bodies;
        this.overlay = overlay;
    }

    /** @throws IOException if a folder can't be listed; a file that can't be read is a diagnostic */
    public Outcome<Content> read() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        boolean jbake = config.dialect() == Dialect.JBAKE;
        Earlier.Listing listing =
                earlier.listing().isPresent() ? earlier.listing().get() : listing(jbake);
        diagnostics.addAll(listing.told());
        SortedMap<String, Path> files = listing.files();
        SortedMap<String, Path> others = new TreeMap<>();
        List<Map.Entry<String, Path>> entries = new ArrayList<>();
        List<String> unsupported = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (jbake && isEntry(file.getKey()) && Unsupported.is(file.getKey())) {
                unsupported.add(file.getKey());
            } else if (isEntry(file.getKey())) {
                entries.add(file);
            } else {
                others.put(file.getKey(), file.getValue());
                if (jbake && JBakeReading.isContent(file.getKey().toLowerCase(Locale.ROOT))) {
                    diagnostics.warning(Where.inFile(file.getKey()), "content-ending", "扩展名是大写，不算文章，原样拷贝", "把扩展名改成小写");
                }
            }
        }
        diagnostics.addAll(Unsupported.told(unsupported));
        Map<String, Digest> sources = new ConcurrentHashMap<>();
        Map<String, Frame> frames = new ConcurrentHashMap<>();
        List<Unread> unread = new ArrayList<>();
        Set<String> names = entries.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        // A listing is kept only where no name is that of a copy.
        boolean copied = !jbake && earlier.listing().isEmpty() && copies(files, entries, unread, diagnostics);
        List<Outcome<Optional<Page>>> read = read(entries, sources, frames);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Map.Entry<String, Path> file = entries.get(i);
            diagnostics.addAll(read.get(i).diagnostics());
            read.get(i)
                    .value()
                    .ifPresentOrElse(pages::add, () -> unread.add(Ids.unread(file.getKey(), file.getValue())));
        }
        Earlier next = Earlier.NOTHING;
        if (!jbake) {
            List<Outcome<Page>> attached = attached(pages, others, names);
            attached.forEach(one -> diagnostics.addAll(one.diagnostics()));
            next = copied ? next : new Earlier(listing, overlay, kept(entries, read, attached, sources));
            pages = attached.stream().map(Outcome::value).toList();
            unread.stream()
                    .filter(Unread::draft)
                    .forEach(one -> diagnostics.notice(
                            Where.inFile(one.file()),
                            "draft-unread",
                            "这篇草稿还读不成一篇，没有收进来",
                            "先改好这个文件里的其他问题；才开头的，写上 id、type、title、status 四行就行"));
            Unused.tell(pages, unread, others, diagnostics);
        } else if (!pages.isEmpty()) {
            diagnostics.warning(
                    Where.inFile(config.layout().spelt(config.layout().properties())),
                    "html-trusted",
                    "JBake 项目的正文里写什么 HTML 就出什么，脚本也不例外，没有检查",
                    "只收信得过的人写的稿子");
        }
        SortedMap<String, Value> data = jbake ? new DataReading(config, diagnostics).read() : new TreeMap<>();
        List<Page> unique = Ids.unique(pages, unread, diagnostics);
        return Outcome.of(
                new Content(unique, unread, others, assets(diagnostics), data, sources, frames, next), diagnostics);
    }

    private boolean isEntry(String name) {
        return config.dialect() == Dialect.JBAKE ? JBakeReading.isContent(name) : name.endsWith(".md");
    }

    private Walk walk(Diagnostics diagnostics) {
        Walk walk = new Walk(config.layout(), diagnostics);
        return config.dialect() == Dialect.JBAKE
                ? walk.ignoring(config.settings().jbake("ignore.file", ".jbakeignore"))
                : walk;
    }

    private Function<Map.Entry<String, Path>, Outcome<Optional<Page>>> reader(
            Memory.Book book, Map<String, Digest> sources, Map<String, Frame> frames) {
        if (config.dialect() == Dialect.JBAKE) {
            JBakeReading reading = new JBakeReading(config, today, bodies.get());
            return file -> reading.read(file.getValue(), file.getKey());
        }
        EntryReading reading = new EntryReading(config, today, bodies.get());
        RememberedReading remembered = new RememberedReading(reading, book, stood, sources, frames);
        return file -> remembered.read(file.getValue(), file.getKey());
    }

    private Earlier.Listing listing(boolean jbake) throws IOException {
        Diagnostics told = new Diagnostics();
        SortedMap<String, Path> files = overlay.over(named(
                (jbake ? walk(told).withHiddenFolders() : walk(told))
                        .files(config.layout().content()),
                told));
        return new Earlier.Listing(files, told.list());
    }

    /** In the order of the entries; what nobody touched since is as it was. */
    private List<Outcome<Optional<Page>>> read(
            List<Map.Entry<String, Path>> entries, Map<String, Digest> sources, Map<String, Frame> frames) {
        List<Map.Entry<String, Path>> fresh = entries.stream()
                .filter(entry -> earlier.of(entry.getKey()).isEmpty())
                .toList();
        earlier.sources(sources);
        Iterator<Outcome<Optional<Page>>> made;
        if (earlier.listing().isPresent()) {
            // A book forgets what it isn't asked for, and here it is asked for hardly anything.
            made = parallel.map(fresh, () -> reader(Memory.Book.BLANK, sources, frames))
                    .iterator();
        } else {
            try (Memory.Book book = memory) {
                made = parallel.map(fresh, () -> reader(book, sources, frames)).iterator();
            }
            stood.book().close();
        }
        return entries.stream()
                .map(entry ->
                        earlier.of(entry.getKey()).map(Earlier.Entry::read).orElseGet(made::next))
                .toList();
    }

    private static Map<String, Earlier.Entry> kept(
            List<Map.Entry<String, Path>> entries,
            List<Outcome<Optional<Page>>> read,
            List<Outcome<Page>> attached,
            Map<String, Digest> sources) {
        Map<String, Earlier.Entry> kept = new HashMap<>();
        Iterator<Outcome<Page>> pages = attached.iterator();
        for (int i = 0; i < read.size(); i++) {
            String name = entries.get(i).getKey();
            if (read.get(i).value().isPresent()) {
                kept.put(name, new Earlier.Entry(sources.get(name), read.get(i), pages.next()));
            }
        }
        return kept;
    }

    /** Whether any file is named as a copy of another one. */
    private static boolean copies(
            SortedMap<String, Path> files,
            List<Map.Entry<String, Path>> entries,
            List<Unread> unread,
            Diagnostics diagnostics) {
        SortedMap<String, Path> byName = new TreeMap<>();
        entries.forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        Copies copies = Copies.among(byName);
        copies.tell(byName, diagnostics);
        entries.removeIf(entry -> copies.names().contains(entry.getKey()));
        copies.names().forEach(name -> unread.add(Ids.unread(name, files.get(name))));
        return copies.any();
    }

    /** When all are read: what a link was meant for may be any of them. */
    private List<Outcome<Page>> attached(List<Page> pages, SortedMap<String, Path> others, Set<String> entries) {
        Attaching attaching = new Attaching(
                others, entries, new ByName(pages), config.settings().largestAsset());
        List<Page> fresh =
                pages.stream().filter(page -> earlier.attached(page).isEmpty()).toList();
        Iterator<Outcome<Page>> made =
                parallel.map(fresh, () -> attaching::attach).iterator();
        return pages.stream()
                .map(page -> earlier.attached(page).orElseGet(made::next))
                .toList();
    }

    /** JBake takes names as they are, and so do the templates of its projects. */
    private SortedMap<String, Path> named(SortedMap<String, Path> files, Diagnostics diagnostics) {
        SortedMap<String, Path> bare = new FileNames(diagnostics).bare(files);
        return config.dialect() == Dialect.JBAKE ? files : bare;
    }

    /** From the folder of assets; hidden files too, since {@code .htaccess} is one. */
    private SortedMap<String, Path> assets(Diagnostics diagnostics) throws IOException {
        Path folder = config.layout().assets();
        SortedMap<String, Path> assets = new TreeMap<>();
        Optional<Path> below = config.layout().builtInFolder("templates/assets");
        if (below.isPresent()) {
            assets.putAll(assets(below.get(), diagnostics));
        }
        assets.putAll(assets(folder, diagnostics));
        return assets;
    }

    private SortedMap<String, Path> assets(Path folder, Diagnostics diagnostics) throws IOException {
        int from = config.layout().spelt(folder).length() + 1;
        SortedMap<String, Path> assets = new TreeMap<>();
        boolean visible = config.dialect() == Dialect.JBAKE && config.settings().isOn("asset.ignore");
        named((visible ? walk(diagnostics) : walk(diagnostics).withHidden()).files(folder), diagnostics)
                .forEach((name, file) -> assets.put(name.substring(from), file));
        return assets;
    }
}
