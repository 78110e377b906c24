package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.tally.Branch;

/** B5: a joint branch covers more than five units. */
final class JointCoverage implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue).forEach(branch -> {
            int covered = branch.page().fields().list("covers_units").size();
            if (covered > 5) {
                diagnostics.warning(
                        branch.page().fields().get("covers_units").orElseThrow().where(),
                        "joint-coverage",
                        "联合支部覆盖 " + covered + " 个单位，一般不超过 5 个",
                        "核对 covers_units；太多的分设几个联合支部");
            }
        });
    }
}
