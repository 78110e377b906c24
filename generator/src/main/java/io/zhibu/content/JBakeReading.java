package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.config.DateForm;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One file of a JBake project to one page with free fields, by JBake's rules. Where JBake drops a file or makes up a date, this says so
 * instead. Used by one thread.
 */
final class JBakeReading {
    private static final List<String> BUILT_IN =
            List.of("page", "post", "masterindex", "archive", "feed", "error404", "tag", "tagsindex", "sitemap");
    private static final List<String> STATUSES = List.of("published", "draft", "published-date");

    private final Config config;
    private final Settings settings;
    private final DateForm dates;
    private final LocalDate today;
    private final BodyReading bodies;
    private final TreeSet<String> types;

    JBakeReading(Config config, LocalDate today, BodyReading bodies) {
        this.config = config;
        this.settings = config.settings();
        this.dates = new DateForm(settings);
        this.today = today;
        this.bodies = bodies;
        this.types = new TreeSet<>(BUILT_IN);
        settings.keys().stream()
                .filter(key -> key.matches("template\\.[a-zA-Z0-9_-]+\\.file"))
                .forEach(key -> types.add(key.substring("template.".length(), key.length() - ".file".length())));
    }

    /** Whether JBake takes the file for content, readable or not. */
    static boolean isContent(String name) {
        return name.matches(".*[^/]\\.(html|md|yml|yaml|ad|adoc|asciidoc)");
    }

    /**
     * The page; empty with an error where JBake would pass over the file.
     *
     * @param name not of an {@linkplain Unsupported unsupported} kind
     */
    Outcome<Optional<Page>> read(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Where where = Where.inFile(name);
        return Outcome.of(
                SourceText.read(file, where, diagnostics).flatMap(text -> page(text, file, where, diagnostics)),
                diagnostics);
    }

    private Optional<Page> page(String text, Path source, Where file, Diagnostics diagnostics) {
        if (text.isEmpty()) {
            diagnostics.error(file, "file-empty", "文件是空的", "写上头信息和正文，或删去这个文件");
            return Optional.empty();
        }
        JBakeHeader header = JBakeHeader.of(text, settings, file);
        Map<String, Value> fields = new FreeFields(settings, diagnostics).read(header.lines(), file);
        Fields given = new Fields(fields);
        String type = given.text("type").orElse(settings.jbake("default.type", ""));
        if (type.isEmpty()) {
            diagnostics.add(header.flaw()
                    .map(JBakeReading::asError)
                    .orElse(Diagnostic.error(
                            file.at(1, 1),
                            "header-missing",
                            "文件没有头信息，不知道是哪一类",
                            "开头写“键=值”，至少有 type 和 status，以一行 " + settings.jbake("header.separator", Header.JBAKE_END)
                                    + " 结束")));
            return Optional.empty();
        }
        header.flaw().ifPresent(diagnostics::add);
        if (!types.contains(type)) {
            Where at = given.get("type").map(Value::where).orElse(file.at(1, 1));
            diagnostics.error(at, "type-unknown", "没有“" + type + "”这一类", Nearest.hint(type, types));
            return Optional.empty();
        }
        Optional<Date> date = date(given, file, diagnostics);
        Status status = status(given, date, file, diagnostics);
        String inside = file.file()
                .substring(config.layout().spelt(config.layout().content()).length() + 1);
        JBakeAddress address = new JBakeAddress(settings, inside);
        computed(fields, "uri", address.uri(), file);
        computed(fields, "rootpath", JBakeAddress.root(settings, inside), file);
        SourceText.sha1(source).ifPresent(hash -> computed(fields, "sha1", hash, file));
        Fields all = new Fields(fields);
        Page.Heading heading = new Page.Heading(
                file.file(),
                type,
                given.text("title").orElse(""),
                status,
                all.flag("sample"),
                "",
                address.file(type, status == Status.DRAFT),
                file.at(1, 1));
        Body body = body(header, file.at(header.bodyLine(), 1), diagnostics);
        return Optional.of(new Page(heading, all, body, List.of()));
    }

    private static Diagnostic asError(Diagnostic flaw) {
        return Diagnostic.error(
                flaw.where(), flaw.rule(), flaw.message(), flaw.hint().orElse(""));
    }

    private static void computed(Map<String, Value> fields, String key, String value, Where file) {
        fields.put(key, new Value.Text(value, file));
    }

    private Body body(JBakeHeader header, Where start, Diagnostics diagnostics) {
        if (header.body().isEmpty()) {
            diagnostics.warning(start, "body-empty", "这一篇没有正文", "写上正文，或删去这个文件");
            return Body.empty();
        }
        if (start.file().endsWith(".html")) {
            return Body.of(List.of(new Event.Html(header.body(), true, Event.Place.UNKNOWN)));
        }
        Outcome<Body> body = bodies.read(header.body(), start);
        diagnostics.addAll(body.diagnostics());
        return body.value();
    }

    private Optional<Date> date(Fields fields, Where file, Diagnostics diagnostics) {
        Optional<Value> written = fields.get("date");
        if (written.isEmpty()) {
            diagnostics.warning(
                    file.at(1, 1),
                    "date-missing",
                    "没有日期；JBake 会拿文件的修改时间充数，这里就没有日期",
                    "加一行 date=…，样子是 " + dates.pattern());
            return Optional.empty();
        }
        String text = written.get().text();
        Where where = written.get().where();
        DateForm.Read read = dates.read(text);
        String form = "写成设置里 date.format 的样子：" + dates.pattern();
        switch (read.flaw()) {
            case FORM -> diagnostics.warning(where, "date-form", "“" + text + "”不是日期，这一篇没有日期", form);
            case IMPOSSIBLE -> diagnostics.warning(where, "date-impossible", "没有“" + text + "”这一天，这一篇没有日期", form);
            case TRAILING -> diagnostics.warning(where, "date-trailing", "“" + text + "”的日期后面还有字，没有用", form);
            default -> {
                // A date like any other.
            }
        }
        return read.date();
    }

    private Status status(Fields fields, Optional<Date> date, Where file, Diagnostics diagnostics) {
        String word = fields.text("status").orElse(settings.jbake("default.status", "draft"));
        if (!STATUSES.contains(word)) {
            Where where = fields.get("status").map(Value::where).orElse(file.at(1, 1));
            diagnostics.warning(
                    where, "status-unknown", "没有“" + word + "”这种状态：网页会写出来，但哪里也不列", Nearest.hint(word, STATUSES));
            return Status.IN_REVIEW;
        }
        return switch (word) {
            case "published" -> Status.PUBLISHED;
            case "published-date" -> hasCome(date) ? Status.PUBLISHED : Status.SCHEDULED;
            default -> Status.DRAFT;
        };
    }

    private boolean hasCome(Optional<Date> date) {
        return date.map(day -> day.toInstant().atZone(settings.zone()).toLocalDate())
                .filter(day -> !day.isAfter(today))
                .isPresent();
    }
}
