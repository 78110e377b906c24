package io.zhibu.checks;

import io.zhibu.SmallSite;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import java.util.List;

/** What one check says about a site. */
final class Said {
    private Said() {}

    /** A line each: place and rule. */
    static List<String> by(Check check, SmallSite site) {
        Diagnostics diagnostics = new Diagnostics();
        check.check(site.catalogue(), diagnostics);
        return diagnostics.list().stream().map(SmallSite::brief).toList();
    }

    static List<String> by(TextCheck check, SmallSite site) {
        return by(new OnePass(List.of(check), Remembered.NOTHING), site);
    }

    static String fully(TextCheck check, SmallSite site) {
        return fully(new OnePass(List.of(check), Remembered.NOTHING), site);
    }

    /** What one check says about a site, as it is printed. */
    static String fully(Check check, SmallSite site) {
        Diagnostics diagnostics = new Diagnostics();
        check.check(site.catalogue(), diagnostics);
        return String.join(
                "\n", diagnostics.list().stream().map(Diagnostic::toString).toList());
    }
}
