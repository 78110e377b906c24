package io.zhibu.tally;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who was given which honour in which year.
 *
 * @param honours that somebody has, in the order of the vocabulary: the columns
 * @param rows the latest year first, last those of which nobody knows the year; years without any honour have none
 * @param without honours of the vocabulary that nobody has
 */
public record HonourRoll(List<Vocabulary.Word> honours, List<Row> rows, List<Vocabulary.Word> without) {
    public HonourRoll {
        honours = List.copyOf(honours);
        rows = List.copyOf(rows);
        without = List.copyOf(without);
    }

    /**
     * @param year empty for 未载
     * @param cells a list for each column; empty where nobody was given that honour
     */
    public record Row(Optional<Integer> year, List<List<Page>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    // Years are told from each other and from the missing one, which sorts last.
    private static final int UNKNOWN = Integer.MIN_VALUE;

    /** Of these pages, whatever field holds the honour beside its year. */
    public static HonourRoll of(List<Page> pages, Vocabulary honours) {
        Map<Integer, Map<String, List<Page>>> given = new TreeMap<>(Comparator.reverseOrder());
        pages.forEach(page -> note(page, page.fields(), honours.key(), given));
        List<Vocabulary.Word> columns = new ArrayList<>();
        List<Vocabulary.Word> without = new ArrayList<>();
        for (Vocabulary.Word word : honours.words()) {
            boolean held = given.values().stream().anyMatch(row -> row.containsKey(word.key()));
            (held ? columns : without).add(word);
        }
        List<Row> rows = new ArrayList<>();
        given.forEach((year, row) -> rows.add(new Row(
                year == UNKNOWN ? Optional.empty() : Optional.of(year),
                columns.stream()
                        .map(word -> Collections.unmodifiableList(row.getOrDefault(word.key(), List.of())))
                        .toList())));
        return new HonourRoll(columns, rows, without);
    }

    private static void note(Page page, Fields fields, String vocabulary, Map<Integer, Map<String, List<Page>>> given) {
        for (String key : fields.all().keySet()) {
            fields.each(key, Value.Record.class).map(Value.Record::fields).forEach(record -> {
                int year = record.first("year", Value.Number.class)
                        .map(number -> number.number().intValue())
                        .orElse(UNKNOWN);
                record.all().values().stream()
                        .filter(Value.Term.class::isInstance)
                        .map(Value.Term.class::cast)
                        .filter(term -> term.vocabulary().equals(vocabulary))
                        .forEach(term -> given.computeIfAbsent(year, any -> new HashMap<>())
                                .computeIfAbsent(term.key(), any -> new ArrayList<>())
                                .add(page));
            });
        }
    }
}
