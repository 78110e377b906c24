package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stage 2: the folder of content to pages. Reads files on several threads; the result is the same for any number. */
public final class ContentReading {
    private static final Pattern ID = Pattern.compile("(?m)^\\W*id\\s*[:=：＝]\\s*[\"']?([A-Za-z0-9_-]+)");

    private final Config config;
    private final LocalDate today;
    private final Parallel parallel;
    private final Supplier<BodyReading> bodies;
    private final Overlay overlay;

    /**
     * @param today dates after it are still to come
     * @param bodies makes a reader for one thread
     */
    public ContentReading(Config config, LocalDate today, Parallel parallel, Supplier<BodyReading> bodies) {
        this(config, today, parallel, bodies, Overlay.NONE);
    }

    /** @param overlay what is read in place of files in the folder */
    public ContentReading(
            Config config, LocalDate today, Parallel parallel, Supplier<BodyReading> bodies, Overlay overlay) {
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
        SortedMap<String, Path> files = overlay.over(named(
                (jbake ? walk(diagnostics).withHiddenFolders() : walk(diagnostics))
                        .files(config.layout().content()),
                diagnostics));
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
        Set<String> names = entries.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        List<Outcome<Optional<Page>>> read = parallel.map(entries, () -> reader(others, names));
        List<Page> pages = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Map.Entry<String, Path> file = entries.get(i);
            diagnostics.addAll(read.get(i).diagnostics());
            read.get(i).value().ifPresentOrElse(pages::add, () -> unread.add(unread(file)));
        }
        if (!jbake) {
            unused(pages, unread, others, diagnostics);
        } else if (!pages.isEmpty()) {
            diagnostics.warning(
                    Where.inFile(config.layout().spelt(config.layout().properties())),
                    "html-trusted",
                    "JBake 项目的正文里写什么 HTML 就出什么，脚本也不例外，没有检查",
                    "只收信得过的人写的稿子");
        }
        SortedMap<String, Value> data = jbake ? new DataReading(config, diagnostics).read() : new TreeMap<>();
        List<Page> unique = unique(pages, unread, diagnostics);
        return Outcome.of(new Content(unique, unread, others, assets(diagnostics), data), diagnostics);
    }

    /** The header may be what is broken, so its line of the id is looked for, whatever stands around it. */
    private static Unread unread(Map.Entry<String, Path> file) {
        String stem = file.getKey().replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
        Matcher id = ID.matcher(SourceText.anyhow(file.getValue()));
        return new Unread(file.getKey(), id.find() ? id.group(1) : stem);
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
            SortedMap<String, Path> others, Set<String> entries) {
        if (config.dialect() == Dialect.JBAKE) {
            JBakeReading reading = new JBakeReading(config, today, bodies.get());
            return file -> reading.read(file.getValue(), file.getKey());
        }
        EntryReading reading = new EntryReading(config, today, bodies.get());
        Attaching attaching = new Attaching(others, entries, config.settings().largestAsset());
        return file -> reading.read(file.getValue(), file.getKey())
                .then(page -> page.map(one -> attaching.attach(one).then(done -> Outcome.of(Optional.of(done))))
                        .orElseGet(() -> Outcome.of(Optional.empty())));
    }

    /** JBake takes names as they are, and so do the templates of its projects. */
    private SortedMap<String, Path> named(SortedMap<String, Path> files, Diagnostics diagnostics) {
        SortedMap<String, Path> bare = new FileNames(diagnostics).bare(files);
        return config.dialect() == Dialect.JBAKE ? files : bare;
    }

    /** From the folder of assets; hidden files too, since {@code .htaccess} is one. */
    private SortedMap<String, Path> assets(Diagnostics diagnostics) throws IOException {
        Path folder = config.layout().assets();
        int from = config.layout().spelt(folder).length() + 1;
        SortedMap<String, Path> assets = new TreeMap<>();
        boolean visible = config.dialect() == Dialect.JBAKE && config.settings().isOn("asset.ignore");
        named((visible ? walk(diagnostics) : walk(diagnostics).withHidden()).files(folder), diagnostics)
                .forEach((name, file) -> assets.put(name.substring(from), file));
        return assets;
    }

    private static void unused(
            List<Page> pages, List<Unread> unread, SortedMap<String, Path> files, Diagnostics diagnostics) {
        Set<String> used = new HashSet<>();
        for (Page page : pages) {
            String folder = folder(page.where().file());
            page.attached().forEach(one -> used.add(folder + one.path()));
        }
        Set<String> doubtful = new HashSet<>();
        unread.forEach(entry -> doubtful.add(folder(entry.file())));
        for (String name : files.keySet()) {
            if (!used.contains(name) && name.matches("(?i).+\\.(md|markdown)")) {
                diagnostics.warning(
                        Where.inFile(name), "content-ending", "扩展名不是 .md，不算文章", "是文章就把扩展名改成小写的 .md，不是就移出这个文件夹");
            } else if (!used.contains(name) && doubtful.stream().noneMatch(name::startsWith)) {
                String hint = name.matches("(?i).+\\.(docx?|wps)")
                        ? "Word 文件不会变成文章：把内容写进一个 .md 文件，再删去它；要给人下载就在正文里链接它"
                        : "在正文或头信息里引用它，或删去它";
                diagnostics.warning(Where.inFile(name), "asset-unused", "没有哪一篇用到这个文件", hint);
            }
        }
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static List<Page> unique(List<Page> pages, List<Unread> unread, Diagnostics diagnostics) {
        Map<String, List<Page>> byId = new LinkedHashMap<>();
        pages.forEach(
                page -> byId.computeIfAbsent(page.id(), id -> new ArrayList<>()).add(page));
        List<Page> unique = new ArrayList<>();
        for (List<Page> same : byId.values()) {
            unique.add(same.get(0));
            for (int i = 1; i < same.size(); i++) {
                unread.add(new Unread(same.get(i).where().file(), same.get(i).id()));
            }
            // Which of them came first nobody knows here, so each is told of all others.
            for (Page page : same.size() > 1 ? same : List.<Page>of()) {
                diagnostics.error(
                        idPlace(page),
                        "id-duplicate",
                        "标识“" + page.id() + "”也写在 "
                                + same.stream()
                                        .filter(other -> other != page)
                                        .map(other -> idPlace(other).toString())
                                        .collect(Collectors.joining("、")),
                        "给后写的那一篇另起一个标识；是拷贝来的文件，删去它或改 id 这一行");
            }
        }
        return unique;
    }

    private static Where idPlace(Page page) {
        return page.fields().get("id").map(Value::where).orElse(page.where());
    }
}
