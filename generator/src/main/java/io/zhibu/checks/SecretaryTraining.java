package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.PartialDate;
import io.zhibu.tally.Branch;
import java.util.Optional;

/** B7: nobody says that the secretary was trained, or it was before the present term. */
final class SecretaryTraining implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(branch -> branch.isBranch() && branch.members("total").isPresent())
                .forEach(branch -> check(branch, diagnostics));
    }

    private static void check(Branch branch, Diagnostics diagnostics) {
        Optional<PartialDate> trained = branch.page().fields().date("secretary_trained");
        Optional<PartialDate> started = branch.page().fields().date("term_start");
        if (branch.page().fields().get("secretary_trained").isEmpty()) {
            diagnostics.notice(
                    branch.page().where(), "secretary-training", "没有写书记培训的日期，三个全覆盖未达标", "加一行 secretary_trained: 年-月");
        } else if (trained.isPresent() && started.isPresent() && trained.get().compareTo(started.get()) < 0) {
            diagnostics.notice(
                    branch.page()
                            .fields()
                            .get("secretary_trained")
                            .orElseThrow()
                            .where(),
                    "secretary-training",
                    "书记培训 " + trained.get() + " 早于本届起 " + started.get() + "，三个全覆盖未达标",
                    "本届培训以后更新 secretary_trained");
        }
    }
}
