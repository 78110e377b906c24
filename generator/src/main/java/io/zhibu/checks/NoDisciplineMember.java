package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import io.zhibu.tally.Branch;

/** B4: a branch with a committee has no member for discipline: one of the three that should be everywhere. */
final class NoDisciplineMember implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue).filter(Branch::needsCommittee).forEach(branch -> {
            Value written = branch.page().fields().get("has_discipline_member").orElse(null);
            if (!(written instanceof Value.Unrecorded)
                    && !branch.page().fields().flag("has_discipline_member")) {
                diagnostics.warning(
                        written == null ? branch.place("formal") : written.where(),
                        "discipline-member",
                        "正式党员 " + branch.members("formal").orElseThrow() + " 名，没有设纪检委员，三个全覆盖未达标",
                        "设了的写 has_discipline_member: true；来源没有写的写 未载");
            }
        });
    }
}
