package io.zhibu.intake;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry that the site has already.
 *
 * @param file path from the site's root
 * @param names title, name and whatever else it is called
 */
public record Known(String id, String type, String file, List<String> names) {
    public Known {
        names = List.copyOf(names);
    }

    /** All of a site, drafts included. */
    public static List<Known> of(Catalogue catalogue) {
        return Stream.of(catalogue.pages(), catalogue.withheld(), catalogue.restricted())
                .flatMap(List::stream)
                .map(Known::of)
                .distinct()
                .toList();
    }

    private static Known of(Page page) {
        List<String> names = new ArrayList<>(List.of(page.title()));
        for (String key : List.of("name", "full_name", "short_title", "aliases")) {
            page.fields().list(key).stream()
                    .filter(Value.Text.class::isInstance)
                    .map(Value::text)
                    .forEach(names::add);
        }
        return new Known(
                page.id(),
                page.type(),
                page.where().file(),
                names.stream().distinct().toList());
    }
}
