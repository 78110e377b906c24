package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A branch as the rules about branches see it. Those that are given no number of members keep every rule: nobody can tell.
 *
 * @param level key of its level; empty if nobody said
 */
record Branch(Page page, String level) {
    private static final Set<String> BRANCHES = Set.of("branch", "joint-branch", "temporary-branch");

    static Stream<Branch> all(Catalogue catalogue) {
        return Everything.pages(catalogue)
                .filter(page -> page.type().equals("branch"))
                .map(page -> new Branch(
                        page,
                        page.fields()
                                .each("org_level", Value.Term.class)
                                .map(Value.Term::key)
                                .findFirst()
                                .orElse("")));
    }

    /** Whether it is a branch and not a committee or a general branch above others. */
    boolean isBranch() {
        return BRANCHES.contains(level);
    }

    /** The number under this key of 党员人数. */
    Optional<Integer> members(String key) {
        return members()
                .flatMap(fields -> fields.each(key, Value.Number.class)
                        .map(number -> number.number().intValue())
                        .findFirst());
    }

    /** Where that number stands, or else where the entry begins. */
    Where place(String key) {
        return members().flatMap(fields -> fields.get(key)).map(Value::where).orElse(page.where());
    }

    /** Whether it has so many full members that it needs a committee. */
    boolean needsCommittee() {
        return isBranch() && members("formal").orElse(0) >= 7;
    }

    private Optional<Fields> members() {
        return page.fields()
                .each("members", Value.Record.class)
                .map(Value.Record::fields)
                .findFirst();
    }
}
