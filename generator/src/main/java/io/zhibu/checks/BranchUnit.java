package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;

/** A method belongs to another unit than the branch that it belongs to. */
final class BranchUnit implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> page.type().equals("work-method"))
                .forEach(page -> page.fields()
                        .each("branch", Value.Reference.class)
                        .flatMap(branch -> catalogue.page(branch.id()).stream())
                        .flatMap(branch -> branch.fields().each("unit", Value.Term.class))
                        .forEach(theirs -> page.fields()
                                .each("unit", Value.Term.class)
                                .filter(own -> !own.key().equals(theirs.key()))
                                .forEach(own -> diagnostics.error(
                                        own.where(),
                                        "branch-unit",
                                        "责任单位是“" + own.label() + "”，所属党支部的责任单位是“" + theirs.label() + "”",
                                        "两处写成一样"))));
    }
}
