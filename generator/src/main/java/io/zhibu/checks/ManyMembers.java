package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.tally.Branch;

/** B2: a branch has more than fifty members. */
final class ManyMembers implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(Branch::isBranch)
                .forEach(branch -> branch.members("total")
                        .filter(total -> total > Branch.MOST)
                        .ifPresent(total -> diagnostics.warning(
                                branch.place("total"),
                                "members-many",
                                "一个支部有党员 " + total + " 名，一般不超过 50 名",
                                "核对人数；是党总支的把 org_level 写成党总支")));
    }
}
