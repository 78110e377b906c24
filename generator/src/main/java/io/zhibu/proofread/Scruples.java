package io.zhibu.proofread;

import java.util.List;
import java.util.Set;

/**
 * What a site's owner decides about reading proofs.
 *
 * @param phones mobile numbers that are for everyone
 * @param mails addresses that look private and are for everyone
 * @param marks of papers that stay within the house; at a blank may stand any sign or none
 */
public record Scruples(
        Set<String> phones, Set<String> mails, List<String> marks, List<Term> terms, List<Official> officials) {
    public static final Scruples NONE = new Scruples(Set.of(), Set.of(), List.of(), List.of(), List.of());

    public Scruples {
        phones = Set.copyOf(phones);
        mails = Set.copyOf(mails);
        marks = List.copyOf(marks);
        terms = List.copyOf(terms);
        officials = List.copyOf(officials);
    }
}
