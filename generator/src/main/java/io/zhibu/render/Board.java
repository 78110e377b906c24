package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.schema.Schema;
import java.util.Arrays;
import java.util.List;

/** The pages over the whole site that answer how much there is, where it is, what is due and what is missing. */
enum Board {
    STATISTICS("statistics", "数字"),
    GLOSSARY("glossary", "词条索引"),
    LEDGER("ledger", "内容台账"),
    FULL_COVERAGE("full-coverage", "三个全覆盖"),
    COVERAGE("coverage", "收录覆盖率"),
    REVIEW("review", "复核到期"),
    CONTACT("contact", "联系点对照表"),
    SITE_MAP("map", "网站导航");

    private final String key;
    private final String title;

    Board(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Those that the site has: one that asks for a field is there where a type has the field. */
    static List<Board> of(Catalogue catalogue, Config config) {
        return config.settings().isOff("render.boards")
                ? List.of()
                : Arrays.stream(values())
                        .filter(board -> board.isIn(catalogue, config))
                        .toList();
    }

    private boolean isIn(Catalogue catalogue, Config config) {
        return switch (this) {
            case STATISTICS, LEDGER, SITE_MAP -> true;
            case GLOSSARY ->
                asks(catalogue, "term") && catalogue.schemas().type("term").isPresent();
            case FULL_COVERAGE -> asks(catalogue, "secretary_trained");
            case CONTACT -> asks(catalogue, "contact_department");
            case COVERAGE -> !config.baseline().isEmpty();
            case REVIEW -> asks(catalogue, "review_due");
        };
    }

    private static boolean asks(Catalogue catalogue, String field) {
        return catalogue.schemas().types().stream()
                .filter(Schema::shown)
                .anyMatch(type -> type.field(field).isPresent());
    }

    /** Of the page's folder, its template and its {@code kind}. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    Address address() {
        return Address.page(key);
    }
}
