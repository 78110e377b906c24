package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
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
 * @param drafts what calls itself one
 * @param verdicts how grave what is found is on this site
 * @param proofs how texts are read here
 * @param memory of what earlier builds made
 * @param settings digest of all that was read but the content
 * @param digest of all that was read and of what the caller decided: equal ones stand for equal sites, but for the day
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
        Proofs proofs,
        Memory memory,
        Digest settings,
        Digest digest) {
    /** What is said of the site, as it is weighed here. */
    List<Diagnostic> toned(List<Diagnostic> diagnostics) {
        return verdicts.weighed(drafts.toned(diagnostics)).stream()
                .map(Veil::over)
                .toList();
    }
}
