package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.List;
import java.util.Optional;

/** What an entry tells happened in no year in which its unit existed. */
final class UnitOutOfDate implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Vocabulary units =
                catalogue.schemas().vocabulary("unit").orElseGet(() -> new Vocabulary("unit", "", List.of()));
        Everything.pages(catalogue)
                .forEach(page -> page.fields()
                        .each("unit", Value.Term.class)
                        .forEach(unit ->
                                units.word(unit.key()).ifPresent(word -> check(page, unit, word, diagnostics))));
    }

    private static void check(Page page, Value.Term unit, Vocabulary.Word word, Diagnostics diagnostics) {
        int from = year(word, "valid_from").orElse(Integer.MIN_VALUE);
        int to = year(word, "valid_to").orElse(Integer.MAX_VALUE);
        List<Integer> years = years(page);
        if (!years.isEmpty() && years.stream().allMatch(year -> year < from || year > to)) {
            String span = (from == Integer.MIN_VALUE ? "" : " " + from + " 年设立")
                    + (to == Integer.MAX_VALUE ? "" : " " + to + " 年撤销");
            diagnostics.warning(
                    unit.where(),
                    "unit-date",
                    "所记的年份 "
                            + String.join(
                                    "、", years.stream().map(String::valueOf).toList()) + " 里没有“" + unit.label() + "”："
                            + span.strip(),
                    "核对年份和单位；改了名的在单位词表里写 renamed_to");
        }
    }

    private static List<Integer> years(Page page) {
        List<Integer> years = page.fields()
                .each("years", Value.Number.class)
                .map(year -> year.number().intValue())
                .toList();
        return years.isEmpty()
                ? page.fields().date("published").map(PartialDate::year).stream()
                        .toList()
                : years;
    }

    private static Optional<Integer> year(Vocabulary.Word word, String key) {
        return Optional.ofNullable(word.properties().get(key))
                .flatMap(PartialDate::of)
                .map(PartialDate::year);
    }
}
