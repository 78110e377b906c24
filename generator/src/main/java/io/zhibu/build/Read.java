package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Veil;
import io.zhibu.rulebook.Verdicts;
import java.time.LocalDate;
import java.util.List;

/**
 * A site as its folder is now.
 *
 * @param begun whether content was read: not if the rules for it are wrong
 * @param listed those of the catalogue that readers are led to
 * @param ordering of what is listed
 * @param drafts those that nobody is shown
 * @param verdicts how grave what is found is on this site
 * @param proofs how texts are read here
 */
record Read(
        boolean begun,
        Config config,
        LocalDate today,
        Content content,
        Catalogue catalogue,
        Catalogue listed,
        Ordering ordering,
        Drafts drafts,
        Verdicts verdicts,
        Proofs proofs) {
    /** What is said of the site, as it is weighed here. */
    List<Diagnostic> toned(List<Diagnostic> diagnostics) {
        return verdicts.weighed(drafts.toned(diagnostics)).stream()
                .map(Veil::over)
                .toList();
    }
}
