package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.audit.LinkAudit;
import io.zhibu.board.Ledger;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.entry.Attachments;
import io.zhibu.entry.Documents;
import io.zhibu.entry.Holdings;
import io.zhibu.entry.Offline;
import io.zhibu.entry.Showing;
import io.zhibu.feed.Feed;
import io.zhibu.feed.JsonFeed;
import io.zhibu.jbake.BodyWriting;
import io.zhibu.jbake.JBakeContents;
import io.zhibu.jbake.JBakePlan;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.Task;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.output.Output;
import io.zhibu.output.Standing;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.picture.Shown;
import io.zhibu.schema.JsonSchemas;
import io.zhibu.schema.Schema;
import io.zhibu.site.Board;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.template.Engine;
import io.zhibu.template.OtherEngines;
import io.zhibu.word.FormPaper;
import io.zhibu.word.Papers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stage 5: catalogue to output. Plans every file now and makes each when it is read. */
public final class Rendering {
    private final Config config;
    private final BodyWriting bodies;
    private final LocalDate today;
    private final Memory.Book book;
    private final Standing last;

    /**
     * @param today what templates are told is the day of the build
     * @param book of pages that were made by the same settings; closed by the caller once the output was read
     * @param last the site that is there now
     */
    public Rendering(Config config, BodyWriting bodies, LocalDate today, Memory.Book book, Standing last) {
        this.config = config;
        this.bodies = bodies;
        this.today = today;
        this.book = book;
        this.last = last;
    }

    /**
     * The site.
     *
     * @param files what lies in the folder of content and isn't an entry, by path from the site's root
     * @param assets what is copied as it is, by path from the folder of assets
     * @param data of a JBake project, by file name
     * @param made files that others have made, which pages may link to
     * @param frames of what other pages may ask of entries; empty if nobody knows
     * @param sources of the bytes of each entry, by path of its file
     */
    public Outcome<Output> render(
            Holdings holdings,
            Map<String, Path> files,
            Map<String, Path> assets,
            SortedMap<String, Value> data,
            Output made,
            Optional<Digest> frames,
            Map<String, Digest> sources) {
        Catalogue catalogue = holdings.whole();
        Diagnostics diagnostics = new Diagnostics();
        Output.Builder output = new Output.Builder();
        boolean plain = config.dialect() == Dialect.JBAKE;
        Map<String, String> defaults = plain ? Map.of() : SitePlan.defaults();
        JBakeSettings jbake = JBakeSettings.of(config, defaults);
        Plan plan = plain ? jbakePlan(catalogue, data, jbake) : sitePlan(holdings, jbake);
        Engine engine = new Engine(config, jbake, plan.store(), today);
        Set<String> paths = new HashSet<>();
        plan.tasks().forEach(task -> paths.add(task.address().path()));
        // Asked for when a file is made: by then all paths are known.
        Once<LinkAudit> auditing =
                new Once<>(() -> new LinkAudit(paths, config.settings().host()));
        Optional<Once<LinkAudit>> audit = plain ? Optional.empty() : Optional.of(auditing);
        copies(holdings, files, assets, output, paths, audit);
        if (!plain && !config.settings().isOff("render.fields")) {
            schemas(catalogue, output, paths);
        }
        if (!plain && !config.settings().isOff("render.data")) {
            file(
                    Sites.DATA,
                    () -> new SiteData(holdings.listed(), config.settings().title()).json(),
                    output,
                    paths);
        }
        if (!plain && Board.of(catalogue, config).contains(Board.LEDGER)) {
            file(Sites.LEDGER_CSV, () -> new Ledger(holdings.listed()).csv(), output, paths);
        }
        if (!plain && !config.settings().isOff("render.docx")) {
            papers(holdings, output, paths);
        }
        plan.form().ifPresent(form -> form(catalogue, form, output, paths));
        if (!plan.moved().isEmpty()) {
            OldAddresses old = new OldAddresses(plan.moved(), config.settings().host());
            file(Sites.OLD_FOR_NGINX, old::nginx, output, paths);
            file(Sites.OLD_FOR_CADDY, old::caddy, output, paths);
        }
        JsonFeed feeds = new JsonFeed(config.settings());
        plan.feeds().forEach(feed -> file(feed.json(), () -> feeds.text(feed), output, paths));
        made.files().forEach((address, source) -> {
            paths.add(address.path());
            output.add(address, Where.inFile(address.path()), source);
        });
        RememberedPages pages =
                new RememberedPages(engine, auditing, book, last, Unchanged.since(book, frames, sources, holdings));
        Map<List<String>, Optional<String>> found = new HashMap<>();
        Map<String, Where> places = new HashMap<>();
        OtherEngines others = new OtherEngines(config.layout().templates());
        for (Task task : plan.tasks()) {
            Optional<String> template = found.computeIfAbsent(task.templates(), engine::first);
            if (others.owns(task.templates(), template)) {
                continue;
            }
            if (template.isPresent()) {
                Where place = places.computeIfAbsent(template.get(), this::template);
                output.add(
                        task.address(),
                        task.origin(),
                        plain
                                ? () -> engine.render(
                                        template.get(), task.model().get())
                                : pages.source(task, template.get(), place));
            } else {
                String name = task.templates().get(task.templates().size() - 1);
                diagnostics.error(template(name), "template-missing", "没有这个模板文件", "建这个文件；要哪些模板见 templates/README.md");
            }
        }
        diagnostics.addAll(
                others.told(Where.inFile(config.layout().spelt(config.layout().templates()))));
        if (!plain) {
            settings(diagnostics);
        }
        Outcome<Output> built = output.build();
        diagnostics.addAll(built.diagnostics());
        return Outcome.of(built.value(), diagnostics);
    }

    private void settings(Diagnostics diagnostics) {
        Where file = Where.inFile(config.layout().spelt(config.layout().properties()));
        if (config.settings().host().isEmpty()) {
            diagnostics.notice(
                    file, "host-unset", "没有设 site.host，不出 sitemap.xml 和规范网址，订阅用相对链接", "知道发布后的网址时写 site.host=http://…");
        }
        for (String key : SitePlan.unasked(config)) {
            diagnostics.warning(
                    config.settings().where(key).orElse(file),
                    "setting-unheeded",
                    "“" + key + "”这项设置在这里不起作用",
                    "没有哪一种页面用这个模板：核对中间的类型名，见 templates/README.md，或删去这一行");
        }
    }

    /** One that isn't a page and has no template. */
    private void file(Address address, Supplier<String> text, Output.Builder output, Set<String> paths) {
        paths.add(address.path());
        output.add(
                address,
                Where.inFile(config.layout().spelt(config.layout().properties())),
                () -> Outcome.of(text.get().getBytes(StandardCharsets.UTF_8)));
    }

    private void papers(Holdings holdings, Output.Builder output, Set<String> paths) {
        Papers papers = new Papers(
                holdings.whole(),
                holdings.listed(),
                holdings.ordering(),
                holdings.pictures(),
                config.settings().host());
        for (Page page : papers.pages()) {
            Address address = Sites.paper(page);
            paths.add(address.path());
            output.add(address, page.where(), () -> Outcome.of(papers.of(page)));
        }
    }

    private void form(Catalogue catalogue, SitePlan.Form form, Output.Builder output, Set<String> paths) {
        Address address = Sites.form(form.type());
        paths.add(address.path());
        List<String> to = Stream.of(
                        form.to().office(), form.to().email(), form.to().forge())
                .flatMap(Optional::stream)
                .toList();
        output.add(
                address,
                Where.inFile(config.layout().spelt(config.layout().properties())),
                () -> Outcome.of(FormPaper.of(catalogue.schemas(), form.type(), to)));
    }

    private static void schemas(Catalogue catalogue, Output.Builder output, Set<String> paths) {
        JsonSchemas schemas = new JsonSchemas(catalogue.schemas());
        for (Schema type : catalogue.schemas().types()) {
            Address address = Sites.schema(type);
            paths.add(address.path());
            output.add(
                    address,
                    Where.inFile("site-config/schemas/" + type.key() + ".yml"),
                    () -> Outcome.of(schemas.of(type).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * @param feeds those that are written as JSON
     * @param moved old addresses to new ones
     * @param form that those fill in who send an entry
     */
    private record Plan(
            List<Task> tasks,
            List<Feed> feeds,
            SortedMap<Address, Address> moved,
            Optional<SitePlan.Form> form,
            JBakeStore store) {}

    private Plan sitePlan(Holdings holdings, JBakeSettings jbake) {
        Documents documents = new Documents(holdings, config, bodies);
        List<String> types = holdings.whole().schemas().types().stream()
                .map(type -> type.key())
                .toList();
        SiteModel site = new SiteModel(
                holdings.listed(), config, jbake, today, holdings.offline().map(Rendering::told));
        // Made late, since hardly a template asks for it.
        Once<JBakeContents> contents = new Once<>(() -> new JBakeContents(
                types, documents.all(), jbake.dataType(), tag -> Sites.tag(tag).link()));
        SitePlan plan = new SitePlan(holdings, config, documents, site, today);
        List<Task> tasks = plan.tasks();
        return new Plan(tasks, plan.inJson(), plan.moved(), plan.form(), new JBakeStore(types, contents));
    }

    private static Map<String, String> told(Offline zip) {
        return Map.of(
                "uri",
                zip.address().link(),
                "size",
                String.format(Locale.ROOT, "%.1f MB", zip.bytes() / 1e6),
                "day",
                zip.day().toString());
    }

    private Plan jbakePlan(Catalogue catalogue, SortedMap<String, Value> data, JBakeSettings jbake) {
        JBakePlan plan = new JBakePlan(catalogue, data, config, jbake, bodies, today);
        return new Plan(plan.tasks(), List.of(), Collections.emptySortedMap(), Optional.empty(), plan.store());
    }

    private Where template(String name) {
        return Where.inFile(config.layout().spelt(config.layout().template(name)));
    }

    private void copies(
            Holdings holdings,
            Map<String, Path> files,
            Map<String, Path> assets,
            Output.Builder output,
            Set<String> paths,
            Optional<Once<LinkAudit>> audit) {
        boolean jbake = config.dialect() == Dialect.JBAKE;
        assets.forEach((name, file) -> {
            Address address = jbake ? Address.kept(folders(name), last(name)) : Address.of(folders(name), last(name));
            copy(address, file, output, paths, audit);
        });
        if (jbake) {
            String content = config.layout().spelt(config.layout().content()) + "/";
            files.forEach((name, file) -> {
                String inside = name.substring(content.length());
                copy(Address.kept(folders(inside), last(inside)), file, output, paths, audit);
            });
            return;
        }
        for (Page page : holdings.whole().pages()) {
            for (Page.Attached one : page.attached()) {
                String entry = page.where().file();
                String file = entry.substring(0, entry.lastIndexOf('/') + 1) + one.path();
                Address address = Attachments.address(page, one.path());
                holdings.pictures()
                        .of(page, one.path())
                        .ifPresentOrElse(
                                shown -> picture(address, shown, Where.inFile(file), output, paths),
                                () -> copy(address, files.get(file), output, paths, Optional.empty()));
            }
        }
    }

    private static void picture(Address address, Shown shown, Where where, Output.Builder output, Set<String> paths) {
        paths.add(address.path());
        output.add(address, where, shown.whole());
        for (int width : shown.narrower()) {
            Address narrower = Showing.narrower(address, width);
            paths.add(narrower.path());
            output.add(narrower, where, shown.narrower(width));
        }
    }

    private static List<String> folders(String name) {
        List<String> names = List.of(name.split("/"));
        return names.subList(0, names.size() - 1);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void copy(
            Address address, Path file, Output.Builder output, Set<String> paths, Optional<Once<LinkAudit>> audit) {
        paths.add(address.path());
        Where where = Where.inFile(config.layout().spelt(file));
        output.add(address, where, () -> {
            try {
                byte[] bytes = OwnFile.bytes(file);
                return new Outcome<>(
                        bytes,
                        audit.map(one -> one.get().checkFile(address, bytes, where))
                                .orElse(List.of()));
            } catch (IOException gone) {
                return new Outcome<>(
                        new byte[0], List.of(Diagnostic.error(where, "file-unreadable", "文件读不出来", "检查文件是否存在、有没有读的权限")));
            }
        });
    }
}
