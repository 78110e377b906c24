package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.tally.Branch;

/** B1: a branch of its own has fewer than three full members. */
final class FewMembers implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(branch -> branch.isOfItsOwn())
                .forEach(branch -> branch.members("formal")
                        .filter(formal -> formal < Branch.FEWEST)
                        .ifPresent(formal -> diagnostics.error(
                                branch.place("formal"),
                                "members-few",
                                "单独设置的党支部只有正式党员 " + formal + " 名，不足 3 名",
                                "核对人数；是联合支部的把 org_level 写成联合支部")));
    }
}
