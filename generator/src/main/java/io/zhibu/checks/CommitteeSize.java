package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Value;
import io.zhibu.tally.Branch;
import java.util.List;

/** B3: a branch of seven full members or more has no committee, one of too many, or one without a secretary. */
final class CommitteeSize implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue).filter(Branch::needsCommittee).forEach(branch -> check(branch, diagnostics));
    }

    private static void check(Branch branch, Diagnostics diagnostics) {
        Value written = branch.page().fields().get("committee").orElse(null);
        if (written instanceof Value.Unrecorded) {
            return;
        }
        Where where = written == null ? branch.place("formal") : written.where();
        List<Value.Record> posts =
                branch.page().fields().each("committee", Value.Record.class).toList();
        String formal = "正式党员 " + branch.members("formal").orElseThrow() + " 名";
        if (posts.size() < 3) {
            diagnostics.warning(
                    where,
                    "committee-small",
                    formal + "，应设支部委员会，这里写了支委 " + posts.size() + " 名",
                    "在 committee 里写上 3 至 5 名支委的职务；来源没有写的，写 committee: 未载");
        } else if (posts.size() > 7) {
            diagnostics.warning(where, "committee-large", "支委有 " + posts.size() + " 名，一般不超过 7 名", "核对 committee");
        } else if (posts.stream()
                .noneMatch(post -> post.fields().text("post").orElse("").contains("书记"))) {
            diagnostics.warning(where, "committee-secretary", "支委里没有书记", "在 committee 里写上书记的职务");
        }
    }
}
