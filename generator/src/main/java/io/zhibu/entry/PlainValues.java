package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Typed values to what templates print and loop over. */
final class PlainValues {
    private final Catalogue catalogue;
    private final Showing showing;

    PlainValues(Catalogue catalogue, Showing showing) {
        this.catalogue = catalogue;
        this.showing = showing;
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
                    .orElseGet(() -> closed(reference.id()));
        } else if (value instanceof Value.Asset asset) {
            return file(page, asset.path());
        }
        return value.text();
    }

    /** What is told of a file beside the page; of a picture, also how it is shown. */
    private Map<String, Object> file(Page page, String path) {
        Address address = Attachments.address(page, path);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("uri", address.link());
        file.put("name", path);
        file.put("kind", FileKinds.kind(path));
        page.attached().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .ifPresent(one -> file.put("size", FileKinds.size(one.size())));
        showing.of(page, path).filter(shown -> shown.width() > 0).ifPresent(shown -> {
            file.put("width", shown.width());
            file.put("height", shown.height());
            file.put(
                    "offered",
                    Showing.offered(address, shown, one -> page.address().root() + one.link()));
        });
        return file;
    }

    /** By its name where the site's readers may not read it; nothing more than the id where it isn't published. */
    private Map<String, Object> closed(String id) {
        String name = catalogue.nameOf(id);
        return name.equals(id) ? Map.of("id", id) : Map.of("id", id, "title", name);
    }

    private static Map<String, Object> linked(Page page) {
        return Map.of(
                "id", page.id(), "title", page.title(), "uri", page.address().link());
    }
}
