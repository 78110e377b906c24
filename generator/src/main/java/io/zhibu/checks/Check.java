package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;

/** One rule about content. It changes nothing and looks at nothing but the catalogue and its order. */
@FunctionalInterface
public interface Check {
    void check(Catalogue catalogue, Diagnostics diagnostics);
}
