package io.zhibu.build;

import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.Readership;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.rulebook.HouseRules;
import java.util.List;
import java.util.Map;

/**
 * What a site stands on: all that is read but the content.
 *
 * @param orders of lists, by type
 * @param settings digest of all of it
 * @param memory of what earlier builds made on the same
 * @param told of it
 */
record Ground(
        Config config,
        HouseRules house,
        Map<String, Order> orders,
        Readership readership,
        Digest settings,
        Memory memory,
        List<Diagnostic> told) {
    Ground {
        orders = Map.copyOf(orders);
        told = List.copyOf(told);
    }

    /** Whether content can be held to it. */
    boolean isSound() {
        return told.stream().noneMatch(Diagnostic::isError);
    }
}
