package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An entry tells what was achieved without a single figure, in words or in a table. Dates and keys of sources are no figures. */
final class NoFigure implements TextCheck {
    private static final String ACHIEVED = "成效";
    private static final Pattern NO_FIGURE =
            Pattern.compile("\\d{4} ?年(\\d{1,2} ?月)?(\\d{1,2} ?日)?|\\d{1,2} ?月(\\d{1,2} ?日)?|\\[[A-Z]\\d{1,2}]");
    /** “一件事” is a way of speaking. */
    private static final Pattern FIGURE = Pattern.compile("[0-9０-９]|[二两三四五六七八九十百千万亿][余多]?(人次|[人名次个项件条份家场篇天倍成户支])|百分之");

    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        catalogue
                .schemas()
                .type(page.type())
                .flatMap(schema -> schema.sections().stream()
                        .filter(section -> section.names().contains(ACHIEVED))
                        .findFirst())
                .filter(section ->
                        page.fields().first("indicators", Value.Record.class).isEmpty())
                .ifPresent(section -> check(page, section, texts, diagnostics));
    }

    private static void check(Page page, Schema.Section section, Texts texts, Diagnostics diagnostics) {
        String said = texts.sections().entrySet().stream()
                .filter(one -> section.names().stream().anyMatch(one.getKey()::contains))
                .map(one -> one.getValue().substring(one.getKey().length()))
                .collect(Collectors.joining());
        if (!said.isBlank()
                && !FIGURE.matcher(NO_FIGURE.matcher(said).replaceAll("")).find()) {
            diagnostics.notice(
                    page.where(),
                    "effect-figure",
                    "“" + section.names().get(0) + "”一节没有一个数字",
                    "写上次数、人数、比率一类的数字和口径，或在 indicators 里写成效指标；来源没有数字的可以不管");
        }
    }
}
