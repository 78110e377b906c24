package io.zhibu.content;

import io.zhibu.address.Address;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Typing;
import io.zhibu.unicode.Spelling;
import io.zhibu.yaml.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file to one typed page. Used by one thread. */
final class EntryReading {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Config config;
    private final LocalDate today;
    private final BodyReading bodies;
    private final Typing typing;

    /** @param today dates after it are still to come */
    EntryReading(Config config, LocalDate today, BodyReading bodies) {
        this.config = config;
        this.today = today;
        this.bodies = bodies;
        this.typing = new Typing(config.schemas());
    }

    /** The page as far as it can be read; empty if it can't be told what it is. */
    Outcome<Optional<Page>> read(byte[] bytes, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Where where = Where.inFile(name);
        Optional<Page> page = SourceText.text(bytes, where, diagnostics)
                .filter(text -> !ConflictMarks.areIn(text, where, diagnostics))
                .flatMap(text -> Header.of(text, where, diagnostics))
                .flatMap(header -> page(header, where, diagnostics));
        return Outcome.of(page, diagnostics);
    }

    private Optional<Page> page(Header header, Where file, Diagnostics diagnostics) {
        Outcome<Body> body = bodies.read(header.body(), header.bodyStart());
        diagnostics.addAll(body.diagnostics());
        Optional<Schema> schema = schema(header.fields(), file.at(1, 1), diagnostics);
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = typing.entry(schema.get(), header.fields(), file.at(1, 1), diagnostics);
        Optional<String> id = fields.text("id").filter(text -> ID.matcher(text).matches());
        if (id.isEmpty() || body.hasErrors()) {
            return Optional.empty();
        }
        Page.Heading heading = new Page.Heading(
                id.get(),
                schema.get().key(),
                fields.text("title").orElse(id.get()),
                status(fields, diagnostics),
                fields.flag("sample"),
                restriction(fields),
                Address.page(schema.get().key(), id.get()),
                file.at(1, 1));
        return Optional.of(new Page(heading, fields, body.value(), List.of()));
    }

    /** The first word of the vocabulary is everyone. */
    private String restriction(Fields fields) {
        return fields.first("access", Value.Term.class)
                .filter(word -> config.schemas().vocabulary("access").stream()
                        .flatMap(all -> all.words().stream().skip(1))
                        .anyMatch(narrower -> narrower.key().equals(word.key())))
                .map(Value.Term::label)
                .orElse("");
    }

    private Optional<Schema> schema(Node.Mapping written, Where where, Diagnostics diagnostics) {
        Optional<Node> node = written.get("type");
        if (!(node.orElse(null) instanceof Node.Scalar type) || type.isNothing()) {
            diagnostics.error(
                    node.map(Node::where).orElse(where),
                    "type-missing",
                    node.isEmpty() ? "头信息里缺“类型”（type）" : "“类型”（type）应是一个词",
                    "写一行 type: …，可用的有：" + String.join("、", types()));
            return Optional.empty();
        }
        Optional<Schema> schema = config.schemas().types().stream()
                .filter(one -> List.of(one.key(), one.label()).contains(Spelling.bare(type.text())))
                .findFirst();
        if (schema.isEmpty()) {
            diagnostics.error(
                    type.where(), "type-unknown", "没有“" + type.text() + "”这一类", Nearest.hint(type.text(), types()));
        }
        return schema;
    }

    private List<String> types() {
        return config.schemas().types().stream().map(Schema::key).toList();
    }

    /** Whether its day of publication is still to come: all that an entry is told of today by. */
    boolean isFuture(Fields fields) {
        return fields.date("published")
                .flatMap(PartialDate::exact)
                .filter(day -> day.isAfter(today))
                .isPresent();
    }

    private Status status(Fields fields, Diagnostics diagnostics) {
        String word =
                fields.first("status", Value.Term.class).map(Value.Term::key).orElse("draft");
        boolean future = isFuture(fields);
        if (word.equals("published") && future) {
            diagnostics.error(
                    fields.get("published").orElseThrow().where(),
                    "date-future",
                    "发布日期 " + fields.date("published").orElseThrow() + " 还没有到（今天是 " + today + "）",
                    "改成今天或以前的日期；要到日子再发布，把 status 写成 published-date");
        }
        return switch (word) {
            case "published" -> Status.PUBLISHED;
            case "published-date" -> future ? Status.SCHEDULED : Status.PUBLISHED;
            case "archived" -> Status.ARCHIVED;
            case "draft" -> Status.DRAFT;
            default -> Status.IN_REVIEW;
        };
    }
}
