package io.zhibu.tally;

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
public record Branch(Page page, String level) {
    /** Full members that a branch of its own has at least. */
    public static final int FEWEST = 3;
    /** Members that a branch has at most. */
    public static final int MOST = 50;
    /** Full members from which on a branch has a committee. */
    public static final int COMMITTEE = 7;

    private static final Set<String> BRANCHES = Set.of("branch", "joint-branch", "temporary-branch");

    /** Shown or withheld. */
    public static Stream<Branch> all(Catalogue catalogue) {
        return of(Stream.concat(catalogue.pages().stream(), catalogue.withheld().stream()));
    }

    /** Those of these pages that are branches, in their order. */
    static Stream<Branch> of(Stream<Page> pages) {
        return pages.filter(page -> page.type().equals("branch"))
                .map(page -> new Branch(
                        page,
                        page.fields()
                                .each("org_level", Value.Term.class)
                                .map(Value.Term::key)
                                .findFirst()
                                .orElse("")));
    }

    /** Whether it is a branch and not a committee or a general branch above others. */
    public boolean isBranch() {
        return BRANCHES.contains(level);
    }

    /** Whether it is a branch that stands by itself, and not one of several units or for a time. */
    public boolean isOfItsOwn() {
        return level.equals("branch");
    }

    /** The number under this key of 党员人数. */
    public Optional<Integer> members(String key) {
        return members()
                .flatMap(fields -> fields.each(key, Value.Number.class)
                        .map(number -> number.number().intValue())
                        .findFirst());
    }

    /** Where that number stands, or else where the entry begins. */
    public Where place(String key) {
        return members().flatMap(fields -> fields.get(key)).map(Value::where).orElse(page.where());
    }

    /** Whether it has so many full members that it needs a committee. */
    public boolean needsCommittee() {
        return isBranch() && members("formal").orElse(0) >= COMMITTEE;
    }

    private Optional<Fields> members() {
        return page.fields()
                .each("members", Value.Record.class)
                .map(Value.Record::fields)
                .findFirst();
    }
}
