package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;

/** A method is said to have been adopted by the branch that made it. */
final class SelfAdoption implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .forEach(page -> page.fields()
                        .each("branch", Value.Reference.class)
                        .forEach(own -> page.fields()
                                .each("promotion", Value.Record.class)
                                .flatMap(promotion -> promotion.fields().each("adopted_by", Value.Reference.class))
                                .filter(adopter -> adopter.id().equals(own.id()))
                                .forEach(adopter -> diagnostics.error(
                                        adopter.where(),
                                        "self-adoption",
                                        "采用的支部“" + adopter.id() + "”就是提出这套工作法的支部",
                                        "只写别的支部，删去这一个"))));
    }
}
