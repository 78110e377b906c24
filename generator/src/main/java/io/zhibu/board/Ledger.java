package io.zhibu.board;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.tally.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every entry that readers see as a line: true ones before made-up ones, type by type, newest first. */
public final class Ledger {
    private static final List<String> HEAD = List.of("部分", "标识", "标题", "类型", "责任单位", "状态", "发布", "更新", "复核到期", "网址");

    private final Catalogue catalogue;

    public Ledger(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Page> pages() {
        return Stream.of(false, true)
                .flatMap(sample -> catalogue.schemas().types().stream()
                        .flatMap(type -> catalogue.ofType(type.key()).stream())
                        .filter(page -> page.sample() == sample))
                .toList();
    }

    /** What the page says of itself, in the order of the columns; nothing where it says nothing. */
    Map<String, String> line(Page page) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", page.id());
        line.put("title", page.marked());
        line.put("type", catalogue.schemas().type(page.type()).orElseThrow().label());
        line.put("unit", page.fields().get("unit").map(Value::text).orElse(""));
        line.put("status", page.fields().text("status").orElse(""));
        line.put("published", day(page, "published"));
        line.put("updated", day(page, "updated"));
        line.put("due", Review.of(page).map(review -> review.due().toString()).orElse(""));
        line.put("uri", page.address().link());
        return line;
    }

    private static String day(Page page, String field) {
        return page.fields().date(field).map(PartialDate::toString).orElse("");
    }

    public String csv() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        for (Page page : pages()) {
            List<String> row = new ArrayList<>(List.of(Part.label(page.sample())));
            row.addAll(line(page).values());
            rows.add(row);
        }
        return Csv.of(rows);
    }
}
