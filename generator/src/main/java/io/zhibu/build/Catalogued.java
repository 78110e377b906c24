package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.content.Content;
import io.zhibu.page.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Content in its orders.
 *
 * @param whole all of it
 * @param listed those that readers are led to
 * @param ordering of what is listed
 */
record Catalogued(Catalogue whole, Catalogue listed, Ordering ordering) {
    /** The same orders of other content; empty if more is other than texts, on which no order depends. */
    Optional<Catalogued> with(Content before, Content after) {
        List<Page> old = before.pages();
        List<Page> now = after.pages();
        if (old.size() != now.size() || !before.unread().equals(after.unread())) {
            return Optional.empty();
        }
        Map<String, Page> others = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            Page page = now.get(i);
            if (page != old.get(i)) {
                if (!page.heading().equals(old.get(i).heading())
                        || !page.fields().equals(old.get(i).fields())) {
                    return Optional.empty();
                }
                others.put(page.id(), page);
            }
        }
        Catalogue other = whole.with(others);
        Catalogue shown = listed == whole ? other : listed.with(others);
        return Optional.of(new Catalogued(other, shown, ordering.of(shown)));
    }
}
