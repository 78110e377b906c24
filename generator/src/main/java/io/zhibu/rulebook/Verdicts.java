package io.zhibu.rulebook;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.proofread.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Weighs what was found by the rules of the house. Counts off the debts as it meets them, so one of these belongs to one run. */
public final class Verdicts {
    private final Rulebook book;
    private final HouseRules house;
    private final Map<String, Debt> open = new HashMap<>();
    private final Map<String, Integer> met = new HashMap<>();
    /** {@code file rule}. */
    private final Set<String> waived;

    /** @param waivers of all files; those without a reason or with a rule that can't be waived are told of and not in force */
    public Verdicts(Rulebook book, HouseRules house, Collection<Waiver> waivers) {
        this.book = book;
        this.house = house;
        house.debts()
                .forEach(debt -> open.merge(
                        debt.key(),
                        debt,
                        (one, other) -> new Debt(one.rule(), one.file(), one.message(), one.count() + other.count())));
        this.waived = waivers.stream()
                .filter(this::isInForce)
                .map(one -> one.where().file() + " " + one.rule())
                .collect(Collectors.toSet());
    }

    private boolean isInForce(Waiver waiver) {
        return !waiver.reason().isBlank() && book.isAdjustable(waiver.rule());
    }

    /** What is said of the waivers themselves: each with its reason, so that nothing is silent. */
    public List<Diagnostic> told(Collection<Waiver> waivers) {
        Diagnostics diagnostics = new Diagnostics();
        for (Waiver waiver : waivers) {
            Where where = waiver.where();
            String rule = waiver.rule();
            if (book.rule(rule).isEmpty()) {
                diagnostics.warning(where, "check-off-unknown", "没有“" + rule + "”这条规则", Nearest.hint(rule, book.ids()));
            } else if (!book.isAdjustable(rule)) {
                diagnostics.warning(where, "check-off-unknown", "“" + rule + "”不能不查", "删去这一行，改好它指出的地方");
            } else if (waiver.reason().isBlank()) {
                diagnostics.warning(
                        where,
                        "check-off-reason",
                        "没有写为什么不查“" + rule + "”，照样查",
                        "在规则名后面写理由，如 <!-- check-off: " + rule + " 引自旧文件，照录 -->");
            } else {
                diagnostics.notice(
                        where,
                        "check-off",
                        "这一篇不查“" + rule + "”（" + book.rule(rule).orElseThrow().title() + "）：" + waiver.reason(),
                        "理由不成立了就删去这一行");
            }
        }
        return diagnostics.list();
    }

    /** What is left of these, each as grave as it is here. */
    public synchronized List<Diagnostic> weighed(Collection<Diagnostic> diagnostics) {
        List<Diagnostic> weighed = new ArrayList<>();
        for (Diagnostic one : diagnostics) {
            Level level = book.isAdjustable(one.rule()) ? house.levels().get(one.rule()) : null;
            boolean off = level == Level.OFF || waived.contains(one.where().file() + " " + one.rule());
            if (!off) {
                Diagnostic here = level == null ? one : one.as(level.severity().orElseThrow());
                weighed.add(isDebt(here) ? here.as(Severity.NOTICE) : here);
            }
        }
        return weighed;
    }

    private boolean isDebt(Diagnostic one) {
        if (open.isEmpty() || one.severity() == Severity.NOTICE || !book.isAdjustable(one.rule())) {
            return false;
        }
        Debt debt = open.get(new Debt(one.rule(), one.where().file(), one.message(), 1).key());
        return debt != null && met.merge(debt.key(), 1, Integer::sum) <= debt.count();
    }

    /** The debts that were met, with how many times they were: what stays of the list. */
    public synchronized List<Debt> met() {
        return open.values().stream()
                .filter(debt -> met.containsKey(debt.key()))
                .map(debt ->
                        new Debt(debt.rule(), debt.file(), debt.message(), Math.min(debt.count(), met.get(debt.key()))))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** Told after everything was weighed: debts that are paid must leave the list, or they could come back unseen. */
    public List<Diagnostic> paid() {
        int left = met().stream().mapToInt(Debt::count).sum();
        int all = open.values().stream().mapToInt(Debt::count).sum();
        return left == all
                ? List.of()
                : List.of(Diagnostic.warning(
                        Where.inFile(Debts.FILE),
                        "debt-paid",
                        "旧账里有 " + (all - left) + " 处已经改好",
                        "运行 zhibu check --baseline-trim 把它们划去，以后再犯就挡得住"));
    }
}
