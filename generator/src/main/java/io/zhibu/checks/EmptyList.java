package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;

/** A type that has a list and no entry: readers would open an empty column. */
final class EmptyList implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        // Of a site without any entry nothing is to be learned.
        if (catalogue.pages().isEmpty()) {
            return;
        }
        catalogue.schemas().types().stream()
                .filter(type -> type.listed() && catalogue.ofType(type.key()).isEmpty())
                .forEach(type -> diagnostics.notice(
                        Where.inFile("site-config/schemas/" + type.key() + ".yml"),
                        "empty-list",
                        "“" + type.label() + "”一条也没有，读者点开是空白栏目",
                        "写上第一条；暂时没有的，在设置的 types.off 里写上 " + type.key()));
    }
}
