package io.zhibu.checks;

import io.zhibu.SmallSite;
import io.zhibu.diagnostic.Diagnostics;
import java.util.List;

/** What one check says about a site, a line each: place and rule. */
final class Said {
    private Said() {}

    static List<String> by(Check check, SmallSite site) {
        Diagnostics diagnostics = new Diagnostics();
        check.check(site.catalogue(), diagnostics);
        return diagnostics.list().stream().map(SmallSite::brief).toList();
    }
}
