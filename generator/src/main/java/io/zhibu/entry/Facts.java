package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.ValueText;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The box beside an entry: the fields that the schema marks as facts, each with its label and what it holds. */
final class Facts {
    private final Catalogue catalogue;
    private final Function<Value.Term, Optional<Address>> words;
    private final ValueText says;

    /** @param words the page of a word, where there is one */
    Facts(Catalogue catalogue, Function<Value.Term, Optional<Address>> words) {
        this.catalogue = catalogue;
        this.words = words;
        this.says = new ValueText(catalogue);
    }

    List<Map<String, Object>> of(Page page) {
        List<Map<String, Object>> facts = new ArrayList<>();
        catalogue.schemas().type(page.type()).ifPresent(schema -> {
            for (Field field : schema.fields()) {
                page.fields()
                        .get(field.key())
                        .filter(value -> field.facts())
                        .ifPresent(value -> facts.add(Map.of(
                                "key", field.key(),
                                "label", field.label(),
                                "values", shown(field, value).map(Facts::plain).toList())));
            }
        });
        return facts;
    }

    private record Shown(String text, Optional<String> uri, boolean unrecorded) {}

    private static Map<String, Object> plain(Shown shown) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("text", shown.text());
        shown.uri().ifPresent(uri -> plain.put("uri", uri));
        plain.put("unrecorded", shown.unrecorded());
        return plain;
    }

    private Stream<Shown> shown(Field field, Value value) {
        if (value instanceof Value.Many many) {
            return many.values().stream().flatMap(one -> shown(field, one));
        }
        if (value instanceof Value.Record record && field.kind() instanceof Field.Record) {
            Optional<String> uri = record.fields().all().values().stream()
                    .filter(Value.Term.class::isInstance)
                    .flatMap(term -> words.apply((Value.Term) term).stream())
                    .map(Address::link)
                    .findFirst();
            return Stream.of(new Shown(says.text(field, record), uri, false));
        }
        if (value instanceof Value.Reference reference) {
            Optional<Page> target = catalogue.page(reference.id()).filter(catalogue::isShown);
            return Stream.of(new Shown(
                    says.text(field, reference),
                    target.map(page -> page.address().link()),
                    false));
        }
        if (value instanceof Value.Term term) {
            return Stream.of(new Shown(term.label(), words.apply(term).map(Address::link), false));
        }
        return Stream.of(new Shown(value.text(), Optional.empty(), value instanceof Value.Unrecorded));
    }
}
