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
    UPDATES("updates", "本周更新", Column.ROLLS, "这一周、最近新增、更新和撤下的条目，最新发布的内容"),
    HONOUR_ROLL(
            "honour-roll",
            "荣誉榜",
            Column.ROLLS,
            "哪些党支部、单位和个人在哪一年得过什么荣誉：先进基层党组织、红旗党支部、优秀共产党员等称号、奖项和表彰，获得荣誉、得奖、获过奖、受过表彰、被评为先进的都列在这里，由谁授予",
            "branch",
            "honour",
            "issuer",
            "year",
            "audience/zhihuiyuan"),
    EXEMPLARS(
            "exemplars",
            "典型榜",
            Column.ROLLS,
            "先进典型：先进党支部和先进人物，榜样、模范、标兵、优秀共产党员，拿过哪些荣誉",
            "branch",
            "role-model",
            "honour",
            "audience/zhihuiyuan"),
    BRANDS("brands", "品牌墙", Column.ROLLS, "各支部和单位创建的党建品牌，品牌叫什么名称，属于哪个支部", "branch", "audience/shigongyuan"),
    PILOTS("pilots", "试点支部", Column.ROLLS, "试点、示范、先行先试的党支部，哪些单位在搞试点", "branch", "audience/zuzhiyuan"),
    PLACES("places", "项目与区域", Column.ROLLS, "工程项目、工地一线、流域和地区的党支部、临时党支部，分布在哪里，建在哪个项目上", "branch", "audience/waiye"),
    PROMOTION(
            "promotion",
            "推广次数榜",
            Column.ROLLS,
            "工作法、做法和经验推广了几次，推广到哪些单位，学习应用、用的人多、推广得多的在前",
            "work-method",
            "audience/zhihuiyuan",
            "audience/shigongyuan"),
    CALENDAR(
            "calendar",
            "主题党日日历",
            Column.ROLLS,
            "主题党日、学习和党课的日期与安排：哪一天开展什么活动，谁讲过党课",
            "activity",
            "study",
            "study-form",
            "audience/shigongyuan"),
    STUDIES(
            "studies",
            "三提升年度对比",
            Column.ROLLS,
            "每年集中学习、中心组学习、主题党日和党课的次数，今年和去年、各季度、逐年对比，书记和党员讲了几次党课",
            "study",
            "study-form",
            "audience/zuzhiyuan"),
    GLOSSARY("glossary", "词条索引", Column.ROLLS, "词条、术语和名词的意思、解释，按拼音查", "term"),
    STATISTICS(
            "statistics",
            "统计概览",
            Column.BOARDS,
            "一共、总共收录多少条目、文章、案例：工作法、党支部、人物各有几篇，各单位、各年份、各类条目的总数和数量，数据统计",
            "audience/zhihuiyuan"),
    LEDGER("ledger", "内容台账", Column.BOARDS, "全部条目和文章的清单：每一篇是哪个单位供稿，谁写的、谁审的，什么时候发布，处在什么状态", "audience/zuzhiyuan"),
    PROGRESS(
            "progress",
            "挂图作战",
            Column.BOARDS,
            "各单位的工作进度、完成情况和排名：任务完成了多少，完成得快慢，哪些没有写、没有交稿，谁落后",
            "unit",
            "audience/zhihuiyuan",
            "audience/zuzhiyuan"),
    DUTIES(
            "duties",
            "督办台账",
            Column.BOARDS,
            "督办事项、整改任务和期限：哪些快到期、到期、逾期、限期内没有完成，谁负责",
            "audience/zhihuiyuan",
            "audience/zuzhiyuan"),
    REVIEWING("reviewing", "审核状态", Column.BOARDS, "正在审核的条目和稿件：审到哪一步、哪个环节，等着审核、没有审完的", "audience/zuzhiyuan"),
    FULL_COVERAGE(
            "full-coverage",
            "三个全覆盖",
            Column.BOARDS,
            "组织覆盖、纪检委员设置、支部书记培训轮训的覆盖情况，多少书记参加过培训，哪些还没有",
            "branch",
            "org-level",
            "audience/zhihuiyuan"),
    ROOMS(
            "activity-rooms",
            "活动室达标率",
            Column.BOARDS,
            "党员活动室的建设和达标情况：哪些支部有、建好了，哪些不达标",
            "branch",
            "unit",
            "audience/zuzhiyuan"),
    COVERAGE(
            "coverage",
            "收录覆盖率",
            Column.BOARDS,
            "收录了多少党支部，收录率，哪些单位和支部还没有收录、没有覆盖，还缺材料",
            "branch",
            "unit-kind",
            "org-level",
            "audience/zhihuiyuan"),
    REVIEW("review", "复核到期", Column.BOARDS, "该复核、复查的条目和内容，哪些快到期、到期、过期，什么时候复核", "audience/zuzhiyuan"),
    CONTACT(
            "contact",
            "联系点对照表",
            Column.BOARDS,
            "领导、处长和机关部门联系基层党支部，哪个部门联系哪个，联系点在哪里",
            "branch",
            "audience/zhihuiyuan",
            "audience/zuzhiyuan"),
    SITE_MAP("map", "网站导航", Column.BOARDS, "网站的所有栏目、页面、列表和看板在哪里，怎么找到");

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
    private final String says;
    private final List<String> near;

    /**
     * @param says what readers learn there, in the words in which they ask for it
     * @param near lists and indexes whose readers ask for the board: a type, a vocabulary, or a word of one after a slash
     */
    Board(String key, String title, Column column, String says, String... near) {
        this.key = key;
        this.title = title;
        this.column = column;
        this.says = says;
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

    /** Whether a true entry stands on it: a board of made-up ones alone comes after all that are true, and says so. */
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

    String says() {
        return says;
    }

    /** Whether readers of this list or index ask for the board. */
    boolean isNear(String list) {
        return near.contains(list);
    }

    public Address address() {
        return Address.page(key);
    }
}
