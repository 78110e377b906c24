package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which department looks after which branch.
 *
 * @param pairs in the order in which the branches stand
 * @param without branches that name no department
 */
public record Contacts(List<Contact> pairs, List<Page> without) {
    private static final String FIELD = "contact_department";

    public Contacts {
        pairs = List.copyOf(pairs);
        without = List.copyOf(without);
    }

    /**
     * A department and those that name it.
     *
     * @param page of the department, if readers see one
     * @param branches one, unless the department was given to several
     */
    public record Contact(String department, Optional<Page> page, List<Page> branches) {
        public Contact {
            branches = List.copyOf(branches);
        }
    }

    /** @param pages branches; those that were dissolved need nobody */
    public static Contacts of(List<Page> pages, Catalogue catalogue) {
        Map<String, List<Page>> named = new LinkedHashMap<>();
        List<Page> without = new ArrayList<>();
        for (Page page : pages) {
            List<Value> departments = page.fields().list(FIELD);
            departments.forEach(one ->
                    named.computeIfAbsent(one.text(), any -> new ArrayList<>()).add(page));
            if (departments.isEmpty() && !page.fields().flag("dissolved")) {
                without.add(page);
            }
        }
        List<Contact> pairs = new ArrayList<>();
        named.forEach((name, branches) -> {
            Optional<Page> department = catalogue.page(name).filter(catalogue::isShown);
            pairs.add(new Contact(catalogue.nameOf(name), department, branches));
        });
        return new Contacts(pairs, without);
    }
}
