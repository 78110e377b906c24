package io.zhibu.board;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.entry.Documents;
import io.zhibu.jbake.PageModel;
import io.zhibu.site.Board;
import io.zhibu.site.SiteModel;
import io.zhibu.site.WordLinks;
import io.zhibu.tally.Crosstab;
import io.zhibu.tally.Crosstab.Head;
import io.zhibu.tally.Statistics;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The page of charts: what there is by unit, year, honour, mechanism and platform. */
public final class StatisticsPage {
    private static final int TOLD = 20;

    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final WordLinks words;
    private final LocalDate today;

    public StatisticsPage(
            Catalogue catalogue, Config config, Documents documents, SiteModel site, WordLinks words, LocalDate today) {
        this.catalogue = catalogue;
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.words = words;
        this.today = today;
    }

    public PageModel model() {
        PageModel model = site.board(Board.STATISTICS, Board.STATISTICS.address());
        Statistics made = new Statistics(catalogue, true, today.getYear());
        Statistics truth = new Statistics(catalogue, false, today.getYear());
        model.put("parts", Part.both(truth.all(), made.all(), sample -> {
            Map<String, Object> part = part(sample ? made : truth);
            // What is made up is held against no source.
            part.put("lines", sample ? List.of() : new BoardPages(catalogue, site, today).lines(config.baseline()));
            return part;
        }));
        return model;
    }

    private Map<String, Object> part(Statistics statistics) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(
                "charts",
                List.of(
                        chart("methods", statistics.methods(), head -> words.to("unit", head.key())),
                        chart("honours", statistics.honours(), head -> words.to("honour", head.key())),
                        chart("matrix", statistics.matrix(), head -> words.to("mechanism", head.key()))));
        part.put("figures", statistics.told().size());
        part.put(
                "told",
                statistics.told().stream().limit(TOLD).map(documents::of).toList());
        return part;
    }

    private Map<String, Object> chart(String key, Crosstab table, Function<Head, Optional<Address>> pages) {
        Map<String, Object> chart = new Charts(today.getYear(), pages).of(table);
        chart.put("key", key);
        return chart;
    }
}
