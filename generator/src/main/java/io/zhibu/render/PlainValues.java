package io.zhibu.render;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Typed values to what templates print and loop over. */
final class PlainValues {
    private final Catalogue catalogue;

    PlainValues(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param page that the value belongs to: its files stand beside it */
    Object of(Page page, Value value) {
        if (value instanceof Value.Number number) {
            return number.number();
        } else if (value instanceof Value.Flag flag) {
            return flag.flag();
        } else if (value instanceof Value.Many many) {
            return many.values().stream().map(one -> of(page, one)).toList();
        } else if (value instanceof Value.Record record) {
            Map<String, Object> plain = new LinkedHashMap<>();
            record.fields().all().forEach((key, inner) -> plain.put(key, of(page, inner)));
            return plain;
        } else if (value instanceof Value.Reference reference) {
            return catalogue
                    .page(reference.id())
                    .filter(catalogue::isShown)
                    .map(PlainValues::linked)
                    .orElse(Map.of("id", reference.id()));
        } else if (value instanceof Value.Asset asset) {
            return Map.of("uri", Attachments.address(page, asset.path()).link(), "name", asset.path());
        }
        return value.text();
    }

    private static Map<String, Object> linked(Page page) {
        return Map.of(
                "id", page.id(), "title", page.title(), "uri", page.address().link());
    }
}
