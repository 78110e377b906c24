package io.zhibu.content;

import io.zhibu.address.Address;
import io.zhibu.config.Config;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;

/**
 * One file of a JBake project to one page with free fields, by JBake's rules. Where JBake drops a file or makes up a date, this says so
 * instead. Used by one thread.
 */
final class JBakeReading {
    private static final List<String> BUILT_IN = List.of("page", "post", "masterindex", "archive", "feed");

    private final Config config;
    private final Settings settings;
    private final LocalDate today;
    private final BodyReading bodies;
    private final TreeSet<String> types;

    JBakeReading(Config config, LocalDate today, BodyReading bodies) {
        this.config = config;
        this.settings = config.settings();
        this.today = today;
        this.bodies = bodies;
        this.types = new TreeSet<>(BUILT_IN);
        settings.keys().stream()
                .filter(key -> key.matches("template\\..+\\.file"))
                .forEach(key -> types.add(key.substring("template.".length(), key.length() - ".file".length())));
    }

    /** The page; empty with an error where JBake would pass over the file. */
    Outcome<Optional<Page>> read(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Where where = Where.inFile(name);
        return Outcome.of(
                SourceText.read(file, where, diagnostics).flatMap(text -> page(text, where, diagnostics)), diagnostics);
    }

    private Optional<Page> page(String text, Where file, Diagnostics diagnostics) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int end = lines.indexOf(settings.get("header.separator").orElse(Header.JBAKE_END));
        List<String> head = end < 0 ? List.of() : lines.subList(0, end);
        boolean headed = end >= 0 && head.stream().allMatch(line -> line.isEmpty() || line.contains("="));
        Fields fields = headed ? new FreeFields(settings, diagnostics).read(head, file) : Fields.none();
        Optional<String> type = fields.text("type").or(() -> settings.get("default.type"));
        String status =
                fields.text("status").or(() -> settings.get("default.status")).orElse("draft");
        if (type.isEmpty()) {
            diagnostics.error(
                    file.at(1, 1), "header-missing", "文件没有可用的头信息（缺 type）", "开头写“键=值”，至少有 type 和 status，以一行 ~~~~~~ 结束");
            return Optional.empty();
        }
        if (!types.contains(type.get())) {
            diagnostics.error(
                    fields.get("type").map(value -> value.where()).orElse(file.at(1, 1)),
                    "type-unknown",
                    "没有“" + type.get() + "”这一类",
                    Nearest.hint(type.get(), types));
            return Optional.empty();
        }
        Optional<Date> date = fields.get("date").flatMap(value -> date(value.text(), value.where(), diagnostics));
        int bodyLine = headed ? end + 1 : 0;
        String source =
                String.join("\n", lines.subList(bodyLine, lines.size())) + (bodyLine < lines.size() ? "\n" : "");
        Body body = body(source, file.at(bodyLine + 1, 1), diagnostics);
        Status seen = status(status, date);
        Page.Heading heading = new Page.Heading(
                file.file(),
                type.get(),
                fields.text("title").orElse(""),
                seen,
                address(file.file(), seen),
                file.at(1, 1));
        return Optional.of(new Page(heading, fields, body, List.of()));
    }

    private Body body(String source, Where start, Diagnostics diagnostics) {
        if (start.file().endsWith(".html")) {
            return Body.of(List.of(new Event.Html(source, true, Event.Place.UNKNOWN)));
        }
        Outcome<Body> body = bodies.read(source, start);
        diagnostics.addAll(body.diagnostics());
        return body.value();
    }

    private Optional<Date> date(String text, Where where, Diagnostics diagnostics) {
        String pattern = settings.get("date.format").orElse("yyyy-MM-dd");
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone(settings.zone()));
        Date date = format.parse(text, new ParsePosition(0));
        if (date == null) {
            diagnostics.error(where, "date-form", "“" + text + "”不是日期", "写成设置里 date.format 的样子：" + pattern);
        }
        return Optional.ofNullable(date);
    }

    private Status status(String word, Optional<Date> date) {
        return switch (word) {
            case "published" -> Status.PUBLISHED;
            case "published-date" ->
                date.map(day -> day.toInstant().atZone(settings.zone()).toLocalDate())
                        .filter(day -> !day.isAfter(today))
                        .map(day -> Status.PUBLISHED)
                        .orElse(Status.SCHEDULED);
            default -> Status.DRAFT;
        };
    }

    private Address address(String name, Status status) {
        String path = config.layout().spelt(config.layout().content());
        String inside = name.substring(path.length() + 1);
        List<String> folders = new ArrayList<>(Arrays.asList(inside.split("/")));
        String last = folders.remove(folders.size() - 1);
        String stem = last.substring(0, last.lastIndexOf('.'));
        String extension = settings.get("output.extension").orElse(".html");
        String prefix = settings.get("uri.noExtension.prefix").orElse("");
        if (settings.get("uri.noExtension").filter("true"::equals).isPresent()
                && !prefix.isEmpty()
                && ("/" + inside).startsWith(prefix)) {
            folders.add(stem);
            stem = "index";
        }
        String suffix = status == Status.DRAFT ? settings.get("draft.suffix").orElse("-draft") : "";
        return Address.of(folders, stem + suffix + extension);
    }
}
