package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The pages over the whole site that answer how much there is, where it is, who is ahead, what is due and what is missing. */
public enum Board {
    UPDATES("updates", "本周更新", Column.ROLLS),
    HONOUR_ROLL("honour-roll", "荣誉榜", Column.ROLLS, "branch", "honour", "issuer", "year", "audience/zhihuiyuan"),
    EXEMPLARS("exemplars", "典型榜", Column.ROLLS, "branch", "role-model", "honour", "audience/zhihuiyuan"),
    BRANDS("brands", "品牌墙", Column.ROLLS, "branch", "audience/shigongyuan"),
    PILOTS("pilots", "试点支部", Column.ROLLS, "branch", "audience/zuzhiyuan"),
    PLACES("places", "项目与区域", Column.ROLLS, "branch", "audience/waiye"),
    PROMOTION("promotion", "推广次数榜", Column.ROLLS, "work-method", "audience/zhihuiyuan", "audience/shigongyuan"),
    CALENDAR("calendar", "主题党日日历", Column.ROLLS, "activity", "study", "study-form", "audience/shigongyuan"),
    STUDIES("studies", "三提升年度对比", Column.ROLLS, "study", "study-form", "audience/zuzhiyuan"),
    GLOSSARY("glossary", "词条索引", Column.ROLLS, "term"),
    STATISTICS("statistics", "统计概览", Column.BOARDS, "audience/zhihuiyuan"),
    LEDGER("ledger", "内容台账", Column.BOARDS, "audience/zuzhiyuan"),
    PROGRESS("progress", "挂图作战", Column.BOARDS, "unit", "audience/zhihuiyuan", "audience/zuzhiyuan"),
    DUTIES("duties", "督办台账", Column.BOARDS, "audience/zhihuiyuan", "audience/zuzhiyuan"),
    REVIEWING("reviewing", "审核状态", Column.BOARDS, "audience/zuzhiyuan"),
    FULL_COVERAGE("full-coverage", "三个全覆盖", Column.BOARDS, "branch", "org-level", "audience/zhihuiyuan"),
    ROOMS("activity-rooms", "活动室达标率", Column.BOARDS, "branch", "unit", "audience/zuzhiyuan"),
    COVERAGE("coverage", "收录覆盖率", Column.BOARDS, "branch", "unit-kind", "org-level", "audience/zhihuiyuan"),
    REVIEW("review", "复核到期", Column.BOARDS, "audience/zuzhiyuan"),
    CONTACT("contact", "联系点对照表", Column.BOARDS, "branch", "audience/zhihuiyuan", "audience/zuzhiyuan"),
    SITE_MAP("map", "网站导航", Column.BOARDS);

    /** Where the foot of every page lists the board. */
    enum Column {
        ROLLS("榜"),
        BOARDS("管");

        private final String word;

        Column(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final String key;
    private final String title;
    private final Column column;
    private final List<String> near;

    /** @param near lists and indexes whose readers ask for the board: a type, a vocabulary, or a word of one after a slash */
    Board(String key, String title, Column column, String... near) {
        this.key = key;
        this.title = title;
        this.column = column;
        this.near = List.of(near);
    }

    /** Those that the site has: one that asks for a field is there where a type has the field. */
    public static List<Board> of(Catalogue catalogue, Config config) {
        return config.settings().isOff("render.boards")
                ? List.of()
                : Arrays.stream(values())
                        .filter(board -> board.isIn(catalogue, config))
                        .toList();
    }

    private boolean isIn(Catalogue catalogue, Config config) {
        return switch (this) {
            case UPDATES, STATISTICS, LEDGER, SITE_MAP -> true;
            case GLOSSARY ->
                asks(catalogue, "term") && catalogue.schemas().type("term").isPresent();
            case EXEMPLARS -> isShown(catalogue, "branch") && isShown(catalogue, "role-model");
            case HONOUR_ROLL -> asks(catalogue, "honours");
            case BRANDS -> asks(catalogue, "brand");
            case PILOTS -> asks(catalogue, "pilot");
            case PLACES -> asks(catalogue, "project") || asks(catalogue, "region");
            case PROMOTION -> asks(catalogue, "promotion");
            case CALENDAR, STUDIES -> asks(catalogue, "speaker_role") || asks(catalogue, "branches");
            case PROGRESS -> catalogue.schemas().vocabulary("unit").isPresent();
            case DUTIES -> asks(catalogue, "due");
            case REVIEWING -> asks(catalogue, "reviews");
            case ROOMS -> asks(catalogue, "activity_room");
            case FULL_COVERAGE -> asks(catalogue, "secretary_trained");
            case CONTACT -> asks(catalogue, "contact_department");
            case COVERAGE ->
                !config.baseline().isEmpty() || !config.unitTotals().isEmpty();
            case REVIEW -> asks(catalogue, "review_due");
        };
    }

    /** Whether a true entry stands on it: a board of made-up ones alone leads nobody anywhere. */
    boolean isFilled(Catalogue catalogue) {
        return switch (this) {
            case UPDATES -> anyTrue(catalogue, page -> tells(page, "published"));
            case STATISTICS, LEDGER, SITE_MAP, PROGRESS, REVIEWING, COVERAGE -> true;
            case GLOSSARY -> anyTrue(catalogue, page -> page.type().equals("term"));
            case EXEMPLARS ->
                anyTrue(catalogue, page -> Set.of("branch", "role-model").contains(page.type()));
            case HONOUR_ROLL -> anyTrue(catalogue, page -> tells(page, "honours"));
            case BRANDS -> anyTrue(catalogue, page -> tells(page, "brand"));
            case PILOTS -> anyTrue(catalogue, page -> page.fields().flag("pilot"));
            case PLACES -> anyTrue(catalogue, page -> tells(page, "project") || tells(page, "region"));
            case PROMOTION -> anyTrue(catalogue, page -> tells(page, "promotion"));
            case CALENDAR, STUDIES ->
                anyTrue(catalogue, page -> Set.of("activity", "study").contains(page.type()));
            case DUTIES -> anyTrue(catalogue, page -> tells(page, "due"));
            case ROOMS -> anyTrue(catalogue, page -> tells(page, "activity_room"));
            case FULL_COVERAGE -> anyTrue(catalogue, page -> tells(page, "secretary_trained"));
            case CONTACT -> anyTrue(catalogue, page -> tells(page, "contact_department"));
            case REVIEW -> anyTrue(catalogue, page -> tells(page, "review_due"));
        };
    }

    private static boolean anyTrue(Catalogue catalogue, Predicate<Page> on) {
        return catalogue.pages().stream().anyMatch(page -> !page.sample() && on.test(page));
    }

    private static boolean tells(Page page, String field) {
        return page.fields()
                .get(field)
                .filter(value -> !(value instanceof Value.Unrecorded))
                .isPresent();
    }

    private static boolean isShown(Catalogue catalogue, String type) {
        return catalogue.schemas().type(type).filter(Schema::shown).isPresent();
    }

    private static boolean asks(Catalogue catalogue, String field) {
        return catalogue.schemas().types().stream()
                .filter(Schema::shown)
                .anyMatch(type -> type.field(field).isPresent());
    }

    /** Of the page's folder, its template and its {@code kind}. */
    public String key() {
        return key;
    }

    String title() {
        return title;
    }

    Column column() {
        return column;
    }

    /** Whether readers of this list or index ask for the board. */
    boolean isNear(String list) {
        return near.contains(list);
    }

    public Address address() {
        return Address.page(key);
    }
}
