package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.List;

/** Made-up entries belong to made-up units, and only they do: nothing invented may stand under a real name. */
final class FictionalUnit implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Vocabulary units =
                catalogue.schemas().vocabulary("unit").orElseGet(() -> new Vocabulary("unit", "", List.of()));
        Everything.pages(catalogue)
                .forEach(page -> page.fields().each("unit", Value.Term.class).forEach(unit -> {
                    boolean fictional = units.pathTo(unit.key()).stream()
                            .anyMatch(word -> "true".equals(word.properties().get("fictional")));
                    if (page.sample() && !fictional) {
                        diagnostics.error(
                                unit.where(),
                                "sample-unit",
                                "示例条目不能归在真实单位“" + unit.label() + "”名下",
                                "改用虚构的单位，或删去 sample: true 并注明来源");
                    } else if (!page.sample() && fictional) {
                        diagnostics.error(
                                unit.where(),
                                "fictional-unit",
                                "“" + unit.label() + "”是虚构的单位，只能用于示例条目",
                                "加一行 sample: true，或改成真实的单位");
                    }
                }));
    }
}
