package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stage 2: the folder of content to pages. Reads files on several threads; the result is the same for any number. */
public final class ContentReading {
    private final Config config;
    private final LocalDate today;
    private final Parallel parallel;
    private final Supplier<BodyReading> bodies;

    /**
     * @param today dates after it are still to come
     * @param bodies makes a reader for one thread
     */
    public ContentReading(Config config, LocalDate today, Parallel parallel, Supplier<BodyReading> bodies) {
        this.config = config;
        this.today = today;
        this.parallel = parallel;
        this.bodies = bodies;
    }

    /** @throws IOException if a folder can't be listed; a file that can't be read is a diagnostic */
    public Outcome<Content> read() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        boolean jbake = config.dialect() == Dialect.JBAKE;
        SortedMap<String, Path> files = (jbake ? walk(diagnostics).withHiddenFolders() : walk(diagnostics))
                .files(config.layout().content());
        SortedMap<String, Path> others = new TreeMap<>();
        List<Map.Entry<String, Path>> entries = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (isEntry(file.getKey())) {
                entries.add(file);
            } else {
                others.put(file.getKey(), file.getValue());
                if (jbake && JBakeReading.isContent(file.getKey().toLowerCase(Locale.ROOT))) {
                    diagnostics.warning(Where.inFile(file.getKey()), "content-ending", "扩展名是大写，不算文章，原样拷贝", "把扩展名改成小写");
                }
            }
        }
        List<Outcome<Optional<Page>>> read = parallel.map(entries, () -> reader(others));
        List<Page> pages = new ArrayList<>();
        for (Outcome<Optional<Page>> outcome : read) {
            diagnostics.addAll(outcome.diagnostics());
            outcome.value().ifPresent(pages::add);
        }
        if (!jbake) {
            unused(pages, others, diagnostics);
        } else if (!pages.isEmpty()) {
            diagnostics.warning(
                    Where.inFile(config.layout().spelt(config.layout().properties())),
                    "html-trusted",
                    "JBake 项目的正文里写什么 HTML 就出什么，脚本也不例外，没有检查",
                    "只收信得过的人写的稿子");
        }
        SortedMap<String, Value> data = jbake ? new DataReading(config, diagnostics).read() : new TreeMap<>();
        return Outcome.of(new Content(unique(pages, diagnostics), others, assets(diagnostics), data), diagnostics);
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

    private Function<Map.Entry<String, Path>, Outcome<Optional<Page>>> reader(SortedMap<String, Path> others) {
        if (config.dialect() == Dialect.JBAKE) {
            JBakeReading reading = new JBakeReading(config, today, bodies.get());
            return file -> reading.read(file.getValue(), file.getKey());
        }
        EntryReading reading = new EntryReading(config, today, bodies.get());
        Attaching attaching = new Attaching(others, config.settings().largestAsset());
        return file -> reading.read(file.getValue(), file.getKey())
                .then(page -> page.map(one -> attaching.attach(one).then(done -> Outcome.of(Optional.of(done))))
                        .orElseGet(() -> Outcome.of(Optional.empty())));
    }

    /** From the folder of assets; hidden files too, since {@code .htaccess} is one. */
    private SortedMap<String, Path> assets(Diagnostics diagnostics) throws IOException {
        Path folder = config.layout().assets();
        int from = config.layout().spelt(folder).length() + 1;
        SortedMap<String, Path> assets = new TreeMap<>();
        boolean visible = config.dialect() == Dialect.JBAKE && config.settings().isOn("asset.ignore");
        (visible ? walk(diagnostics) : walk(diagnostics).withHidden())
                .files(folder)
                .forEach((name, file) -> assets.put(name.substring(from), file));
        return assets;
    }

    private static void unused(List<Page> pages, SortedMap<String, Path> files, Diagnostics diagnostics) {
        Set<String> used = new HashSet<>();
        for (Page page : pages) {
            String folder = page.where().file().substring(0, page.where().file().lastIndexOf('/') + 1);
            page.attached().forEach(one -> used.add(folder + one.path()));
        }
        for (String name : files.keySet()) {
            if (!used.contains(name)) {
                diagnostics.warning(Where.inFile(name), "asset-unused", "没有哪一篇用到这个文件", "在正文或头信息里引用它，或删去它");
            }
        }
    }

    private static List<Page> unique(List<Page> pages, Diagnostics diagnostics) {
        Map<String, Page> byId = new HashMap<>();
        List<Page> unique = new ArrayList<>();
        for (Page page : pages) {
            Page first = byId.putIfAbsent(page.id(), page);
            if (first == null) {
                unique.add(page);
            } else {
                diagnostics.error(
                        page.fields().get("id").map(value -> value.where()).orElse(page.where()),
                        "id-duplicate",
                        "标识“" + page.id() + "”已被 " + first.where().file() + " 占用",
                        "给这一篇另起一个标识");
            }
        }
        return unique;
    }
}
