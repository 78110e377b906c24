package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.docx.DocumentReading;
import io.zhibu.docx.Manuscript;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Table;
import io.zhibu.hanzi.Readings;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Word documents to entries of one site. */
public final class Importing {
    private final Schemas schemas;
    private final List<Known> known;
    private final Slug slugs;
    private final Beginning beginning;
    private final int thisYear;

    /**
     * @param known entries of the site
     * @param readings pinyin of the words that the site reads in its own way, a syllable a character
     */
    public Importing(Schemas schemas, List<Known> known, Map<String, List<String>> readings, int thisYear) {
        this.schemas = schemas;
        this.known = List.copyOf(known);
        this.slugs = new Slug(new Readings(readings));
        this.beginning = new Beginning(schemas, known, readings);
        this.thisYear = thisYear;
    }

    /**
     * The document, and what can be said of it before it is written down; empty if it is refused.
     *
     * @param name of the file, as messages say it
     * @param type key or label of the entry's type; empty to guess it
     * @throws IOException if the disk fails
     */
    public Outcome<Optional<Draft>> read(Path file, String name, String type) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Outcome<Optional<Manuscript>> read = new DocumentReading(file, name).read();
        diagnostics.addAll(read.diagnostics());
        if (read.value().isEmpty()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Manuscript whole = read.value().get();
        Optional<Sent> sent = sent(whole, type, Where.inFile(name));
        Manuscript manuscript = sent.map(Sent::rest).orElse(whole);
        Outline outline = new Outline(manuscript.blocks(), sections());
        Reading reading = Reading.of(manuscript, outline);
        if (reading.lines().isEmpty() && manuscript.pictures().isEmpty()) {
            diagnostics.error(Where.inFile(name), "word-blank", "文档里没有文字，也没有图", "看是不是存错了文件；扫描件先识别成文字");
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Optional<TypeGuessing.Type> stated =
                sent.map(Sent::schema).or(() -> type(type)).map(schema -> new TypeGuessing.Type(schema, ""));
        Optional<TypeGuessing.Type> guessed =
                stated.isPresent() || !type.isEmpty() ? stated : new TypeGuessing(schemas).of(reading);
        return Outcome.of(
                guessed.map(one -> new Draft(manuscript, reading, outline, one.schema(), one.why(), sent)),
                diagnostics);
    }

    /** Empty for what others have written from nothing. */
    private Optional<Sent> sent(Manuscript manuscript, String type, Where file) {
        return Sent.type(manuscript)
                .flatMap(label -> type(type.isEmpty() ? label : type))
                .map(schema -> new Sent(manuscript, schema, beginning, file));
    }

    /** The type that has this key or label. */
    public Optional<Schema> type(String name) {
        return schemas.types().stream()
                .filter(one -> one.key().equals(name)
                        || one.label().equals(name)
                        || one.plural().equals(name))
                .findFirst();
    }

    /** What to write instead of a type that isn't there. */
    public String types(String wrong) {
        return Nearest.hint(wrong, schemas.types().stream().map(Schema::key).toList());
    }

    private Set<String> sections() {
        return schemas.types().stream()
                .flatMap(type -> type.sections().stream())
                .flatMap(section -> section.names().stream())
                .collect(Collectors.toSet());
    }

    /**
     * An id that the title makes and nobody has.
     *
     * @param taken ids that are taken besides those of the site's entries
     */
    public String id(Draft draft, String name, Predicate<String> taken) {
        String title = title(draft, name);
        String plain = slugs.of(Guessing.quoted(title).orElse(title));
        String id = plain;
        for (int next = 2; isTaken(id, taken); next++) {
            id = plain + "-" + next;
        }
        return id;
    }

    private boolean isTaken(String id, Predicate<String> taken) {
        return known.stream().anyMatch(one -> one.id().equals(id)) || taken.test(id);
    }

    private static String title(Draft draft, String name) {
        return draft.reading().title().isEmpty()
                ? name.replaceFirst("(?i)^.*[/\\\\]", "").replaceFirst("(?i)\\.docx$", "")
                : draft.reading().title();
    }

    /** @param id of the entry */
    public Outcome<Entry> entry(Draft draft, String name, String id) {
        Diagnostics diagnostics = new Diagnostics();
        Guessing guessing = new Guessing(schemas, known, draft.schema(), draft.reading(), thisYear);
        String title = title(draft, name);
        Map<String, Guess> guesses = new HashMap<>(guessing.guesses());
        draft.sent().ifPresent(sent -> {
            guesses.putAll(sent.stated());
            diagnostics.addAll(sent.diagnostics());
        });
        guesses.put("id", Guess.of(id, "定了就不改，也是文件名"));
        guesses.put("type", Guess.of(draft.schema().key(), draft.why()));
        guesses.put("title", Guess.of(Yaml.of(title), draft.reading().title().isEmpty() ? "没有找到标题，用了文件名" : "取自文档开头"));
        guesses.put("status", Guess.of("draft", ""));
        Set<Paragraph> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
        leftOut.addAll(draft.outline().title());
        leftOut.addAll(guessing.used());
        Composition composition = new Composition(draft.manuscript(), draft.outline(), leftOut, id);
        String header = new HeaderWriting(draft.schema(), guesses, "文中没有找到").text();
        String text = header + "\n" + composition.markdown();
        Map<String, byte[]> pictures = new java.util.LinkedHashMap<>();
        composition
                .pictures()
                .forEach((part, file) ->
                        pictures.put(file, draft.manuscript().pictures().get(part)));
        new Telling(Where.inFile(name), diagnostics).tell(draft.manuscript(), draft.outline(), composition);
        return Outcome.of(
                new Entry(
                        draft.schema().key(),
                        id,
                        title,
                        text,
                        pictures,
                        draft.manuscript().digest(),
                        tally(draft, text, pictures.size())),
                diagnostics);
    }

    private static Entry.Tally tally(Draft draft, String text, int pictures) {
        long headings = draft.outline().blocks().stream()
                .filter(one -> one instanceof Paragraph paragraph
                        && draft.outline().level(paragraph).isPresent())
                .count();
        long tables = draft.outline().blocks().stream()
                .filter(Table.class::isInstance)
                .count();
        return new Entry.Tally(
                draft.reading().paragraphs().size(),
                (int) headings,
                (int) tables,
                draft.manuscript().notes().size(),
                pictures,
                times("# " + HeaderWriting.TO_CHECK, text),
                times(HeaderWriting.UNWRITTEN + "(?! # 待写)", text));
    }

    private static int times(String pattern, String text) {
        return (int)
                java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
    }
}
