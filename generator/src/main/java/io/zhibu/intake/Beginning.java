package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.hanzi.Readings;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Typing;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Entries that begin from nothing but a type and what somebody says of them. */
public final class Beginning {
    private static final Set<String> GIVEN = Set.of("id", "type", "status");

    private final Schemas schemas;
    private final List<Known> known;
    private final Readings readings;
    private final Slug slugs;

    /**
     * @param known entries of the site
     * @param readings pinyin of the words that the site reads in its own way, a syllable a character
     */
    public Beginning(Schemas schemas, List<Known> known, Map<String, List<String>> readings) {
        this.schemas = schemas;
        this.known = List.copyOf(known);
        this.readings = new Readings(readings);
        this.slugs = new Slug(this.readings);
    }

    /** The type that has this key or label. */
    public Optional<Schema> type(String name) {
        return schemas.types().stream()
                .filter(one -> one.key().equals(name)
                        || one.label().equals(name)
                        || one.plural().equals(name))
                .findFirst();
    }

    public List<Schema> types() {
        return schemas.types();
    }

    /** An id that the title makes and nobody has. */
    public String id(String title, Predicate<String> taken) {
        String plain = slugs.of(Guessing.quoted(title).orElse(title));
        String id = plain;
        for (int next = 2; isTaken(id) || taken.test(id); next++) {
            id = plain + "-" + next;
        }
        return id;
    }

    /** Whether an entry of the site has it. */
    public boolean isTaken(String id) {
        return known.stream().anyMatch(one -> one.id().equals(id));
    }

    /** What somebody is asked for: what must be there, and what most entries have; groups of fields are left to the file. */
    public List<Field> asked(Schema schema) {
        return schema.fields().stream()
                .filter(field -> !GIVEN.contains(field.key()) && !field.key().equals("title"))
                .filter(field ->
                        field.need() instanceof Field.Always || field.key().matches("tags|years"))
                .filter(field -> !(field.kind() instanceof Field.Record))
                .toList();
    }

    /** What can be chosen from; empty for what is written freely. */
    public Optional<Picking> picking(Field field) {
        if (field.kind() instanceof Field.Term term) {
            return schemas.vocabulary(term.vocabulary()).map(words -> Picking.of(words, readings));
        } else if (field.kind() instanceof Field.Choice choice) {
            return Optional.of(Picking.of(choice.words(), readings));
        } else if (field.kind() instanceof Field.Reference reference) {
            return Optional.of(Picking.ofEntries(
                    known.stream()
                            .filter(one ->
                                    reference.type().isEmpty() || one.type().equals(reference.type()))
                            .toList(),
                    readings));
        }
        return Optional.empty();
    }

    /**
     * The value as it is written in an entry, and what is wrong with it.
     *
     * @param typed several words of a list with commas between them
     * @param where it was typed
     */
    public Outcome<Guess> value(Schema schema, Field field, String typed, Where where) {
        Diagnostics diagnostics = new Diagnostics();
        if (field.kind() instanceof Field.Record && !typed.equals("未载")) {
            diagnostics.error(where, "field-grouped", "“" + field.label() + "”是分项写的，这里写不了", "建好以后在文件里填；没有来源的写未载");
            return Outcome.of(Guess.of("未载", ""), diagnostics);
        }
        List<String> words = field.many()
                ? Arrays.stream(typed.split("[,，、;；]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList()
                : List.of(typed.strip());
        Diagnostics all = new Diagnostics();
        List<Node> nodes = new ArrayList<>();
        words.forEach(word -> nodes.add(new Node.Scalar(word, false, where)));
        Node node = field.many() && !words.equals(List.of("未载"))
                ? new Node.Sequence(nodes, where)
                : new Node.Scalar(typed.strip(), false, where);
        Node.Mapping mapping = new Node.Mapping(List.of(new Node.Entry(field.key(), where, node)), where);
        new Typing(schemas).entry(schema, mapping, Where.inFile("\uFFFF"), all);
        // What is missing is reported elsewhere, at a place that only it has.
        all.list().stream().filter(one -> one.where().equals(where)).forEach(diagnostics::add);
        boolean quoted = field.kind() instanceof Field.Text || field.kind() instanceof Field.Term;
        List<String> written =
                words.stream().map(word -> quoted ? Yaml.of(word) : word).toList();
        String yaml = node instanceof Node.Sequence ? written.toString() : written.isEmpty() ? "" : written.get(0);
        return Outcome.of(new Guess(List.of(yaml), Set.copyOf(words), ""), diagnostics);
    }

    /**
     * The entry's file.
     *
     * @param values by field, the title among them
     * @param archetype what entries of the type begin with on this site: front matter that goes before what the schema asks for, and a
     *     text that stands in the place of the sections; empty for none
     */
    public Entry entry(Schema schema, String id, String title, Map<String, Guess> values, String archetype) {
        Archetype overlay = Archetype.of(archetype);
        Map<String, Guess> all = new HashMap<>(overlay.fields());
        all.putAll(values);
        all.put("id", Guess.of(id, ""));
        all.put("type", Guess.of(schema.key(), ""));
        all.put("title", Guess.of(Yaml.of(title), ""));
        all.putIfAbsent("status", Guess.of("draft", ""));
        String header = new HeaderWriting(schema, all, "还没有写").text();
        String text = header + "\n" + (overlay.body().isBlank() ? sections(schema) : overlay.body());
        int guessed = count("# " + HeaderWriting.TO_CHECK, text);
        int unwritten = count("待写(?! # 待写)", text);
        return new Entry(
                schema.key(), id, title, text, Map.of(), "", new Entry.Tally(0, 0, 0, 0, 0, guessed, unwritten));
    }

    private static int count(String pattern, String text) {
        return (int)
                java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
    }

    private static String sections(Schema schema) {
        if (schema.sections().isEmpty()) {
            return HeaderWriting.UNWRITTEN + "：正文\n";
        }
        StringBuilder text = new StringBuilder();
        schema.sections()
                .forEach(section -> text.append(text.isEmpty() ? "" : "\n")
                        .append("## ")
                        .append(section.names().get(0))
                        .append("\n\n")
                        .append(HeaderWriting.UNWRITTEN)
                        .append('\n'));
        return text.toString();
    }

    /** What is wrong with the front matter of an archetype, as the schema sees it. */
    public List<Diagnostic> faults(Schema schema, String archetype, Where file) {
        return Archetype.of(archetype).faults(schemas, schema, file);
    }
}
