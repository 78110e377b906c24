package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import io.zhibu.unicode.Forbidden;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an editor wrote to the fields that the schema asks for. Says everything that is wrong with them, in one go. Used by one thread. */
public final class Typing {
    private final Schemas schemas;
    private final WordSuggesting suggesting = new WordSuggesting();

    public Typing(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The fields of an entry.
     *
     * @param where line 1 of the file: where a missing field is reported
     */
    public Fields entry(Schema schema, Node.Mapping written, Where where, Diagnostics diagnostics) {
        boolean sample = written.get("sample")
                .filter(node -> node instanceof Node.Scalar scalar && ValueReading.isYes(scalar.text()))
                .isPresent();
        return new Reading(sample, diagnostics)
                .fields(schema.fields(), written, "“" + schema.label() + "”", where, "头信息里");
    }

    /** Holds what a vocabulary says of one of its words to the fields that it asks for. */
    void word(List<Field> fields, String key, Node.Mapping written, Diagnostics diagnostics) {
        String owner = "词条“" + key + "”";
        new Reading(false, diagnostics).fields(fields, written, owner, written.where(), owner + "里");
    }

    private final class Reading {
        private final Diagnostics diagnostics;
        private final ValueReading values;
        private final Completeness completeness;

        Reading(boolean sample, Diagnostics diagnostics) {
            this.diagnostics = diagnostics;
            this.values = new ValueReading(schemas, suggesting, diagnostics);
            this.completeness = new Completeness(sample, diagnostics);
        }

        Fields fields(List<Field> known, Node.Mapping written, String owner, Where where, String place) {
            Map<String, Node> left = new HashMap<>();
            written.entries().forEach(entry -> left.putIfAbsent(entry.key(), entry.value()));
            Map<String, Value> read = new LinkedHashMap<>();
            for (Field field : known) {
                Node node = left.remove(field.key());
                if (node != null) {
                    value(field, node).ifPresent(value -> read.put(field.key(), value));
                }
            }
            Set<String> meant = new HashSet<>();
            for (Node.Entry entry : written.entries()) {
                if (left.containsKey(entry.key())) {
                    unknown(known, entry, written, owner).ifPresent(meant::add);
                }
            }
            Fields fields = new Fields(read);
            completeness.check(known, written, fields, meant, where, place);
            new Constraining(known, fields, diagnostics).check();
            return fields;
        }

        /** The key of the field that was probably meant. */
        private Optional<String> unknown(List<Field> known, Node.Entry entry, Node.Mapping written, String owner) {
            Optional<Field> labelled = known.stream()
                    .filter(field -> field.label().equals(entry.key()))
                    .findFirst();
            List<String> keys = known.stream().map(Field::key).toList();
            // A key with what no text may hold was told of where it stands.
            if (Forbidden.first(entry.key()).isEmpty()) {
                diagnostics.error(
                        entry.where(),
                        "field-unknown",
                        owner + "没有“" + entry.key() + "”这个字段",
                        labelled.map(Field::key)
                                .map(key -> written.get(key).isEmpty()
                                        ? "字段名写成 " + key
                                        : "“" + key + "”已经写了：删去这一项，或把两项并成一项")
                                .orElseGet(() -> Nearest.hint(entry.key(), keys, written.keys())));
            }
            return labelled.map(Field::key).or(() -> Nearest.to(entry.key(), keys));
        }

        private Optional<Value> value(Field field, Node node) {
            if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
                return Optional.empty();
            }
            if (node instanceof Node.Scalar scalar && scalar.text().equals(Value.Unrecorded.WORD)) {
                return Optional.of(new Value.Unrecorded(node.where()));
            }
            if (!field.many()) {
                return one(field, node, false);
            }
            List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
            if (field.kind() instanceof Field.Text) {
                new Joined(field, diagnostics).look(node, items);
            }
            List<Value> list = new ArrayList<>();
            items.forEach(
                    item -> item(field, item, node instanceof Node.Sequence).ifPresent(list::add));
            if (items.size() > field.limits().longest()
                    && !(field.kind() instanceof Field.Text || field.kind() instanceof Field.Number)) {
                diagnostics.error(
                        items.get(field.limits().longest()).where(),
                        "list-long",
                        "“" + field.label() + "”最多 " + field.limits().longest() + " 项，这里有 " + items.size() + " 项",
                        "只留最要紧的");
            }
            // A list in which all is wrong is still a list that somebody gave.
            return items.isEmpty() ? Optional.empty() : Optional.of(new Value.Many(list, node.where()));
        }

        private Optional<Value> item(Field field, Node node, boolean listed) {
            if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
                diagnostics.error(node.where(), "field-empty", "“" + field.label() + "”里有一项是空的", "写上内容，或删去这一项");
                return Optional.empty();
            }
            return one(field, node, listed);
        }

        /** @param listed whether it is an item of a list that was written as one */
        private Optional<Value> one(Field field, Node node, boolean listed) {
            if (!(field.kind() instanceof Field.Record record)) {
                return values.read(field, node);
            }
            if (node instanceof Node.Mapping mapping) {
                Fields inner = fields(
                        record.fields(), mapping, "“" + field.label() + "”", node.where(), "“" + field.label() + "”里");
                return Optional.of(new Value.Record(inner, node.where()));
            }
            Optional<String> written = !(node instanceof Node.Scalar scalar)
                    ? Optional.empty()
                    : listed
                            ? Rewriting.item(record, scalar).map(item -> "这一项写成 " + item)
                            : Rewriting.record(field, record, scalar).map(line -> "写成 " + line);
            diagnostics.error(
                    node.where(),
                    "value-kind",
                    "“" + field.label() + "”应分项写",
                    written.orElseGet(() -> "每项一行，如 "
                            + record.fields().stream()
                                    .findFirst()
                                    .map(first -> first.key() + ": …（" + first.label() + "）")
                                    .orElse("键: 值")));
            return Optional.empty();
        }
    }
}
