package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.diagnostic.Where;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Pages that stand where something stood before it was renamed, and lead to where it stands now. */
public final class Redirects {
    private final Catalogue catalogue;
    private final SiteModel site;
    private final Tasks tasks;
    private final SortedMap<Address, Address> moved = new TreeMap<>();

    public Redirects(Catalogue catalogue, SiteModel site, Tasks tasks) {
        this.catalogue = catalogue;
        this.site = site;
        this.tasks = tasks;
    }

    /** From the ids that entries had. */
    public void entries() {
        for (Page page : catalogue.pages()) {
            page.fields().each("former_ids", Value.Text.class).forEach(former -> {
                String[] parts = former.text().split("/", 2);
                if (List.of(parts).contains("")) {
                    // No entry had such an id; the field's own pattern says so where the site keeps ours.
                    return;
                }
                Address old =
                        parts.length == 1 ? Address.page(page.type(), parts[0]) : Address.page(parts[0], parts[1]);
                add(old, former.where(), former.text(), page.title(), page.address());
            });
        }
    }

    /** From the units that were renamed; where the new one has no page, to the tree of units. */
    public void units() {
        words("unit", catalogue.units(), word -> Sites.unit(word.key()), group -> Sites.unit(group.key()), Sites.UNITS);
    }

    /** From the tags that were renamed; where the new one has no page, to the index of tags. */
    public void tags() {
        words("theme", catalogue.tags(), word -> Address.page("tags", word.label()), Sites::tag, Sites.TAGS);
    }

    private void words(
            String vocabulary,
            List<Group> groups,
            Function<Vocabulary.Word, Address> old,
            Function<Group, Address> page,
            Address otherwise) {
        Map<String, Group> byKey = new HashMap<>();
        groups.forEach(group -> byKey.put(group.key(), group));
        catalogue
                .schemas()
                .vocabulary(vocabulary)
                .ifPresent(words -> words.former().forEach(former -> {
                    Vocabulary.Word current = words.named(former.key()).orElse(former);
                    Address target = Optional.ofNullable(byKey.get(current.key()))
                            .map(page)
                            .orElse(otherwise);
                    add(old.apply(former), former.where(), former.label(), current.label(), target);
                }));
    }

    /** From where, and where to, in the order of the old addresses; whatever else stands at one of them. */
    public SortedMap<Address, Address> moved() {
        return Collections.unmodifiableSortedMap(moved);
    }

    private void add(Address old, Where origin, String name, String title, Address target) {
        moved.putIfAbsent(old, target);
        tasks.add(new Task(old, List.of(tasks.named("redirect")), origin, () -> {
            PageModel model = site.page("redirect", old, title, "", "", List.of());
            model.put("former", name);
            model.put("to", Map.of("title", title, "uri", target.link()));
            return model;
        }));
    }
}
