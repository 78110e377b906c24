package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zhibu.build.Building;
import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import io.zhibu.memo.Memory;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser finds what Lucene finds, in its order, with its scores to the last bit. */
class SameRankingTest {
    private static final String ASK = """
            async queries => {
                const search = zhibuSearch('search/');
                const bits = new Int32Array(1), score = new Float32Array(bits.buffer);
                const answers = {};
                for (const code of queries) {
                    const query = code.replace(/..../g, unit => String.fromCharCode(parseInt(unit, 16)));
                    const result = await search.query(query, {limit: 100000});
                    const ten = await search.query(query, {limit: 10, snippets: true});
                    if (ten.hits.map(hit => hit.id + hit.score).join() !== result.hits.slice(0, 10).map(hit => hit.id + hit.score).join()) {
                        throw new Error('the first ten differ: ' + query);
                    }
                    answers[code] = result.total + ' ' + result.totalExact + ' ' + result.strict + ' ' + result.samples + ' '
                        + result.messages.map(one => one.code).join() + ' ' + result.absent.join('|') + '\\n'
                        + result.called.map(place => place.id + ' ').join('') + '\\n'
                        + result.hits.map(hit => {
                            score[0] = hit.score;
                            return [hit.id, hit.sample, bits[0], hit.tier, hit.stage, hit.exact].join(' ') + '\\n';
                        }).join('')
                        + ten.hits.map(hit => hit.snippet && hit.snippet.section).map(one => one ? one.name + '#' + one.anchor : '').join('\\n');
                }
                return answers;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void onTheRepositorysOwnContent() throws IOException {
        Search search = new Building(
                        Path.of("").toAbsolutePath(),
                        new Building.Wishes(
                                false,
                                false,
                                "",
                                zone -> LocalDate.of(2026, 11, 23),
                                new Parallel(2),
                                Shelf.NONE,
                                Memory.NONE,
                                address -> Optional.empty(),
                                stage -> {}))
                .search()
                .value();
        List<String> queries = new ArrayList<>(List.of(
                "三亮",
                "亮身份",
                "长江委",
                "长委 台账",
                "台帐",
                "主题党日+",
                "“三亮”",
                "\"主题党日\"",
                "郑守仁",
                "zhengshouren",
                "zsr",
                "郑首仁",
                "zheng shou ren",
                "郑",
                "坝",
                "长江委的台账制度",
                "党支部 -示例",
                "党 -\"三亮\"",
                "-三亮",
                "ＺＳＲ",
                "長江水利委員會",
                "三峡 工程",
                "水文",
                "1998",
                "a b",
                "工程师 郑",
                "模范机关 -示例 -\"台账\"",
                "「党支部」",
                "『工作法』 -示例",
                "“没有合上",
                "主题\"党日",
                "--",
                "- 三亮",
                "-",
                "+",
                "三 亮",
                "党支部工作法的主要做法",
                "当下改、管长远",
                "督察检查全复盖",
                "郑坝",
                "亮坝 -三亮",
                "郑守仁台账",
                "三亮郑守仁",
                "zhengshour",
                "zhengs",
                "zheng4shou3ren2",
                "zhèng shǒu rén",
                "zenshouren",
                "zhegnshouren",
                "dangzhibujiansheziliang",
                "sanjilianshulianpinglianka",
                "zhuanti",
                "3亮",
                "5结合",
                "2021年党支部",
                "zhegns",
                "zhegnsho",
                "zhegnshour",
                "二〇二一年",
                "1998年的工程",
                "守郑仁",
                "郑坝守仁",
                "支部书记述职怎么写",
                "党支部最少几个人",
                "怎么开好主题党日",
                "怎么",
                "党建考核考什么",
                "台帐怎么管",
                "轮训多久一次",
                "党课谁来讲",
                "开会太多怎么办",
                "三坚持三提升是谁总结的",
                "成立党支部要几个党员",
                "长江委有哪些先进支部",
                "哪些任务快到期了",
                "有多少党支部",
                "试点支部是哪几个 -示例",
                "先进人物都有谁",
                "领导联系哪个支部",
                "“有哪些先进支部”",
                "长委 zhengshour",
                "word",
                "wor",
                "wrod",
                "亮身份几个 -示例"));
        queries.addAll(drawn(search.index().entries(), 120, new Random(7)));
        queries.addAll(hostile());
        browse(search, Sharding.LARGE, queries);
    }

    @Test
    void onGeneratedPages() throws IOException {
        onGeneratedPages(400, Sharding.LARGE, 250);
    }

    /** There a browser gets directories in pieces, and more titles in a file. */
    @Test
    void onGeneratedPagesAsALargeSiteHasThem() throws IOException {
        onGeneratedPages(700, 100, 120);
    }

    private void onGeneratedPages(int count, int large, int queries) throws IOException {
        Random random = new Random(11);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(generated(i, random));
        }
        Folding folding = new Folding();
        Search search = new Search(
                Index.of(
                        entries,
                        folding,
                        new Readings(Map.of()),
                        new Synonyms(
                                List.of(
                                        List.of("长江", "黄河"),
                                        List.of("三亮", "亮身份", "亮职责"),
                                        List.of("亮身份", "三亮"),
                                        List.of("亮职责", "三亮")),
                                folding),
                        new Parallel(2)),
                new Parallel(2));
        List<String> asked = drawn(entries, queries, random);
        asked.addAll(List.of("长江", "工作", "工作法 党支部", "身份"));
        browse(search, large, asked);
    }

    private void browse(Search search, int large, List<String> queries) throws IOException {
        Browser.write(folder, search.output(large));
        Map<String, String> lucene = new LinkedHashMap<>();
        asked(queries).forEach(query -> lucene.put(query, told(search, search.answer(query))));
        try (Browser browser = new Browser(folder)) {
            for (Page page : List.of(browser.overHttp(), browser.fromDisk())) {
                Map<?, ?> found = (Map<?, ?>) page.evaluate(
                        ASK, lucene.keySet().stream().map(SameRankingTest::code).toList());
                lucene.forEach((query, told) ->
                        assertThat(found.get(code(query))).as(query).isEqualTo(told));
            }
        }
    }

    /** Half a surrogate pair wouldn't reach the browser as it is. */
    private static String code(String query) {
        StringBuilder code = new StringBuilder();
        query.chars().forEach(unit -> code.append("%04x".formatted(unit)));
        return code.toString();
    }

    private static String told(Search search, Answer answer) {
        StringBuilder told = new StringBuilder();
        told.append(answer.total())
                .append(' ')
                .append(answer.exact())
                .append(' ')
                .append(answer.strict())
                .append(' ')
                .append(answer.samples())
                .append(' ');
        told.append(String.join(
                        ",", answer.messages().stream().map(Message::code).toList()))
                .append(' ')
                .append(String.join("|", answer.absent()))
                .append('\n');
        answer.called().forEach(place -> told.append(place.id()).append(' '));
        told.append('\n');
        for (Answer.Hit hit : answer.hits()) {
            told.append(hit.id())
                    .append(' ')
                    .append(hit.sample())
                    .append(' ')
                    .append(Float.floatToIntBits(hit.score()))
                    .append(' ');
            told.append(hit.tier().name().toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(hit.stage())
                    .append(' ');
            told.append(
                    hit.wording() == Answer.Wording.NONE
                            ? ""
                            : hit.wording().name().toLowerCase(java.util.Locale.ROOT));
            told.append('\n');
        }
        told.append(answer.hits().stream()
                .limit(10)
                .map(hit -> search.section(answer, hit)
                        .map(section -> section.name() + "#" + section.anchor())
                        .orElse(""))
                .collect(Collectors.joining("\n")));
        return told.toString();
    }

    /** What a reader may have in mind who has seen a page: pieces of titles and texts, sounds, slips. */
    private static List<String> drawn(List<Entry> entries, int count, Random random) {
        Readings readings = new Readings(Map.of());
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            Entry entry = entries.get(random.nextInt(entries.size()));
            String title = piece(entry.title(), 2 + random.nextInt(6), random);
            String text = piece(entry.text(), 2 + random.nextInt(5), random);
            String other = piece(entry.text(), 2, random);
            queries.add(
                    switch (random.nextInt(14)) {
                        case 0 -> title;
                        case 1 -> text;
                        case 2 -> text + " " + other;
                        case 3 -> "“" + text + "”";
                        case 4 -> text + " -" + other;
                        case 5 -> String.join("", readings.of(title.replaceAll("[^\\u4E00-\\u9FFF]", "")));
                        case 6 -> initials(readings.of(title.replaceAll("[^\\u4E00-\\u9FFF]", "")));
                        case 7 -> title.substring(0, title.length() - 1) + (char) (0x4E00 + random.nextInt(3000));
                        case 8 -> text + other;
                        case 9 ->
                            slipped(String.join("", readings.of(title.replaceAll("[^\\u4E00-\\u9FFF]", ""))), random);
                        case 10 ->
                            begun(String.join("", readings.of(title.replaceAll("[^\\u4E00-\\u9FFF]", ""))), random);
                        case 11 -> new StringBuilder(title).reverse().toString();
                        case 12 -> begun(title + text, random);
                        default -> title + "，" + text + "+" + other;
                    });
        }
        return queries;
    }

    private static String slipped(String letters, Random random) {
        int at = random.nextInt(letters.length() + 1);
        return letters.substring(0, at) + (char) ('a' + random.nextInt(26)) + letters.substring(at);
    }

    private static String begun(String text, Random random) {
        return text.substring(0, Math.max(0, text.length() - 1 - random.nextInt(2)));
    }

    // A blank question is the browser's own: it lists all.
    private static List<String> asked(List<String> queries) {
        return queries.stream().filter(query -> !query.isBlank()).toList();
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.stream().filter(one -> !one.isEmpty()).forEach(one -> initials.append(one.charAt(0)));
        return initials.toString();
    }

    private static String piece(String text, int length, Random random) {
        int from = random.nextInt(Math.max(1, text.length() - length));
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private static List<String> hostile() {
        return List.of(
                "水".repeat(10_000),
                "三亮 ".repeat(3_000),
                "😀👨‍👩‍👧 三亮",
                "三\uDC00亮",
                "<script>alert(1)</script>",
                "\u202E三亮\u200F",
                "\"",
                "-\"-\"\"",
                "constructor __proto__ toString",
                "\0\n\t",
                "党".repeat(255) + "𠮷𠮷",
                "((((*?~^:[] AND OR NOT");
    }

    /** Some pages have no headings, some have a part behind the last section. */
    private static List<Entry.Section> sections(int number, CharSequence text) {
        List<Entry.Section> sections = new ArrayList<>();
        for (int part = 1; part <= number % 4; part++) {
            boolean behind = number % 8 == 7 && part == 3;
            sections.add(new Entry.Section(part * text.length() / 5, behind ? "" : "part-" + part));
        }
        return sections;
    }

    private static Entry generated(int number, Random random) {
        String common = "长江黄河水利委员会党支部工作法三亮身份职责业绩台账机制乐山重庆银行防汛抢险坝闸河道abcXYZ12";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            int kind = random.nextInt(20);
            text.append(
                    kind < 15
                            ? common.charAt(random.nextInt(common.length()))
                            : kind < 17 ? (char) (0x4E00 + random.nextInt(20000)) : kind < 19 ? "，" : " ");
        }
        String title = piece(text.toString().replaceAll("\\s", ""), 4 + random.nextInt(12), random);
        return new Entry(
                "page-" + number,
                title,
                "page/" + number + "/index.html",
                piece(text.toString(), 40, random),
                "工作法",
                "",
                "2024",
                number % 5 == 0,
                number % 7 == 2 ? Entry.Kind.PLACE : number % 5 == 1 ? Entry.Kind.PAGE : Entry.Kind.ENTRY,
                title,
                number % 3 == 0 ? "长江水利委员会" : "",
                List.of(),
                text.toString(),
                sections(number, text),
                List.of(),
                number);
    }
}
