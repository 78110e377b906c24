package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zhibu.catalogue.Choice;
import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Readings;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import io.zhibu.unicode.Spelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a search in a real browser: whole, damaged, foreign, and narrowed down by facets. */
class SearchFilesTest {
    private static final String ASK = """
            async ([query, options]) => {
                try {
                    return JSON.stringify(await zhibuSearch('search/').query(query, options));
                } catch (fault) {
                    return [fault.code, fault.file, fault.retry, fault.message].join(' ');
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Browser browser;
    private Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = new Browser(folder);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void bake() throws IOException {
        put(search(entries()).output());
    }

    /** Nothing is left of what stood there before. */
    private void put(Output output) throws IOException {
        Files.createDirectories(folder.resolve("search"));
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Browser.write(folder, output);
        page = browser.overHttp();
    }

    @Test
    void aHitCarriesWhatAListShows() {
        String found = ask("三亮", Map.of("snippets", true, "counts", true));
        assertThat(found)
                .contains("\"title\":\"机关党员“三亮”活动\"")
                .contains("\"uri\":\"work-method/a/index.html\"")
                .contains("\"unit\":\"水文局\"")
                .contains("\"marks\":[[5,7]]")
                .contains("\"snippet\":{\"text\":\"开展三亮活动，亮出党员身份。\",\"marks\":[[2,4]]")
                .contains("{\"key\":\"2024\",\"label\":\"2024 年\",\"count\":1,\"samples\":0,\"chosen\":false}");
    }

    @Test
    void aHitNamesTheSectionThatHasMostOfWhatWasAsked() throws IOException {
        Entry page = new Entry(
                "a",
                "台账",
                "a.html",
                "",
                "工作法",
                "",
                "",
                false,
                Entry.Kind.ENTRY,
                "台账",
                "",
                List.of(),
                "先说三亮。\n怎样做\n每月对一次表，逐项销号。\n成效\n销号率高了。\n报告写了销号与对表",
                List.of(new Entry.Section(6, "怎样做"), new Entry.Section(23, "成效"), new Entry.Section(33, "")),
                List.of(),
                0);
        Search search = search(List.of(page));
        put(search.output());
        for (String[] asked : new String[][] {
            {"三亮", "null"},
            {"对表", "null"},
            {"每月", "{\"name\":\"怎样做\",\"anchor\":\"怎样做\"}"},
            {"逐项", "{\"name\":\"怎样做\",\"anchor\":\"怎样做\"}"},
            {"号率", "{\"name\":\"成效\",\"anchor\":\"成效\"}"},
            {"报告", "null"}
        }) {
            Answer answer = search.answer(asked[0]);
            assertThat(ask(asked[0], Map.of("snippets", true))).as(asked[0]).contains("\"section\":" + asked[1] + "}");
            assertThat(search.section(answer, answer.hits().get(0)).isEmpty()).isEqualTo(asked[1].equals("null"));
        }
    }

    @Test
    void whatIsBegunIsFinished() throws IOException {
        put(search(List.of(
                        entry("a", "机关党员“三亮”活动", "一", "2024"),
                        entry("b", "郑守仁", "二", "2025"),
                        entry("c", "三亮行动", "三", "2026"),
                        sample("d", "三分", "四", "2026"),
                        entry("e", "Word 来稿", "五", "2026"),
                        entry("f", "一个名称长得没有人会在单子里把它从头到尾读完的条目", "六", "2026")))
                .output());
        assertThat(completed("三")).isEqualTo("[三]亮行动 [三]分 机关党员“[三]亮”活动");
        assertThat(completed("zheng")).isEqualTo("[郑]守仁");
        assertThat(completed("zhengs")).as("the last syllable open").isEqualTo("[郑守]仁");
        assertThat(completed("zhsr")).as("not a first letter").isEmpty();
        assertThat(completed("zsr")).isEqualTo("[郑守仁]");
        assertThat(completed("zhengsr")).isEqualTo("[郑守仁]");
        assertThat(completed("WOR")).isEqualTo("[Wor]d 来稿");
        assertThat(completed("水文局 郑守")).as("only the last word").isEqualTo("水文局 [郑守]仁");
        assertThat(completed("怎么学水文")).as("by its end").isEqualTo("怎么学[水文]局");
        for (String none : List.of("郑守仁", "什么是郑守仁", "没有的", "一个名", "", " ", "“", "<script>")) {
            assertThat(completed(none)).as(none).isEmpty();
        }
    }

    /** What is offered, with what was typed in brackets. */
    private String completed(String typed) {
        return (String) page.evaluate("""
                typed => zhibuSearch('search/').complete(typed, 5).then(all => all.map(({text, marks: [[from, end]]}) =>
                    text.slice(0, from) + '[' + text.slice(from, end) + ']' + text.slice(end)).join(' '))""", typed);
    }

    @Test
    void facetsAreOrInAGroupAndAndBetweenGroups() {
        assertThat(ask("", Map.of("facets", Map.of("year", List.of("2024", "2025")))))
                .contains("\"total\":2");
        assertThat(ask("", Map.of("facets", Map.of("year", List.of("2024"), "tag", List.of("no")))))
                .contains("\"total\":0");
        assertThat(ask("", Map.of())).contains("\"total\":3").startsWith("{\"query\":\"\"");
    }

    @Test
    void madeUpPagesComeAfterTrueOnesAndAreCountedApart() throws IOException {
        put(search(List.of(
                        sample("a", "三亮示例", "三亮，亮出三亮。", "2026"),
                        entry("b", "机关党员活动", "说到三亮。", "2024"),
                        entry("c", "亮身份", "亮出身份。", "2024"),
                        sample("d", "示例", "亮出三分。", "2025")))
                .output());
        assertThat(ask("三亮", Map.of("counts", true)))
                .contains("\"total\":2", "\"strict\":2", "\"samples\":1", "\"strictSamples\":1")
                .contains("{\"key\":\"2026\",\"label\":\"2026 年\",\"count\":0,\"samples\":1,\"chosen\":false}")
                .contains("{\"key\":\"t\",\"label\":\"标签\",\"count\":1,\"samples\":1,\"chosen\":false}");
        assertThat(ids("三亮")).isEqualTo("b a*");
        assertThat(ids("亮出 三亮")).as("every word before some").isEqualTo("a* b c d*");
        assertThat(ids("")).as("the newest of the true ones first").isEqualTo("b c a* d*");
    }

    /** What is found, in order; made-up pages with a star. */
    private String ids(String query) {
        return (String) page.evaluate(
                "query => zhibuSearch('search/').query(query, {}).then(found => found.hits.map(hit => hit.id + (hit.sample ? '*' : '')).join(' '))",
                query);
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        String found = ask("<script>alert(1)</script>", Map.of("snippets", true));
        assertThat(found).contains("\"query\":\"<script>alert(1)</script>\"");
        assertThat(page.querySelectorAll("script")).hasSize(1);
    }

    @Test
    void aMissingShardIsSaidAndAskedForAgain() throws IOException {
        Path shard = shard("w-");
        byte[] whole = Files.readAllBytes(shard);
        Files.delete(shard);
        assertThat(ask("三亮", Map.of())).startsWith("load w-").contains("取不到");
        Files.write(shard, whole);
        assertThat(ask("三亮", Map.of())).contains("\"total\":1");
    }

    @Test
    void aTruncatedShardIsSaid() throws IOException {
        Path shard = shard("w-");
        String text = Files.readString(shard, StandardCharsets.UTF_16LE);
        for (String cut : List.of(
                text.substring(0, text.length() / 2),
                text.substring(0, text.length() - 9) + "\")",
                text.substring(0, 12) + (char) (text.charAt(12) ^ 0x40) + text.substring(13),
                "zhibu(1)",
                "")) {
            Files.writeString(shard, cut, StandardCharsets.UTF_16LE);
            assertThat(ask("三亮", Map.of())).startsWith("damaged w-").contains("残缺");
        }
        Files.writeString(shard, text, StandardCharsets.UTF_16LE);
        assertThat(ask("三亮", Map.of())).contains("\"total\":1");
    }

    @Test
    void aFileOfAnotherNightIsSaid() throws IOException {
        Path shard = shard("t-");
        byte[] own = Files.readAllBytes(shard);
        Files.copy(shard("x-"), shard, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(ask("三亮", Map.of())).startsWith("damaged t-").contains("残缺");
        Files.write(shard, own);
        assertThat(ask("三亮", Map.of())).contains("\"total\":1");
    }

    @Test
    void aBrowserWithoutDecompressionFindsTheSame() {
        String with = ask("三亮", Map.of("snippets", true));
        page = browser.fromDisk();
        page.evaluate("() => { delete window.DecompressionStream; }");
        assertThat(ask("三亮", Map.of("snippets", true))).isEqualTo(with);
    }

    @Test
    void theFilesOfALargeSiteSayTheSame() throws IOException {
        List<Map<String, Object>> wishes = List.of(
                Map.of("snippets", true, "counts", true),
                Map.of("facets", Map.of("year", List.of("2024", "2025")), "counts", true),
                Map.of("facets", Map.of("tag", List.of("t")), "limit", 1, "offset", 1));
        for (String query : List.of("", "三亮", "zsr", "重点工作 臺賬", "郑手仁")) {
            for (Map<String, Object> wish : wishes) {
                bake();
                String small = ask(query, wish);
                put(search(entries()).output(0));
                assertThat(ask(query, wish)).isEqualTo(small);
            }
        }
    }

    @Test
    void whatAPageSaysComesBackAsItWas() throws IOException {
        String text = "一二三一二三一二三\n三一二\u0000ab\uD83D\uDE00ab\uD83D三亮";
        put(search(List.of(entry("a", "标题", text, "2024"))).output());
        assertThat(ask("三亮", Map.of("snippets", true))).contains("\"text\":\"三一二\\u0000ab\uD83D\uDE00ab\\ud83d三亮\"");
    }

    @Test
    void javaAndJavaScriptCutTheSameWords() {
        Random random = new Random(3);
        Folding folding = new Folding();
        List<List<Object>> mine = new ArrayList<>();
        List<List<Integer>> codes = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            List<Integer> units = units(random);
            codes.add(units);
            StringBuilder text = new StringBuilder();
            units.forEach(unit -> text.append((char) (int) unit));
            String folded = folding.fold(text.toString());
            List<Object> places = new ArrayList<>();
            Tokens.of(folded).forEach(token -> places.add(token.from() + "-" + token.to()));
            places.add(codes(folded));
            places.add(codes(Tokens.flat(folded)));
            mine.add(places);
        }
        Object theirs = page.evaluate("""
                async codes => {
                    await zhibuSearch('search/').query('');
                    const rules = zhibuSearch.rules;
                    const table = await rules.table('search/');
                    const list = text => Array.from({length: text.length}, (one, i) => text.charCodeAt(i)).join(' ');
                    return codes.map(units => {
                        const folded = rules.fold(String.fromCharCode(...units), table);
                        return [...rules.tokens(folded).map(one => one.from + '-' + one.to), list(folded), list(rules.flat(folded))];
                    });
                }
                """, codes);
        assertThat(theirs).isEqualTo(mine);
    }

    @Test
    void javaAndJavaScriptReadTheSameLettersInWhatWasTyped() {
        Random random = new Random(4);
        Folding folding = new Folding();
        List<String> mine = new ArrayList<>();
        List<List<Integer>> codes = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                typed.append(seeming(random));
            }
            codes.add(typed.chars().boxed().toList());
            mine.add(codes(folding.fold(Spelling.bare(typed.toString()))));
        }
        Object theirs = page.evaluate("""
                async codes => {
                    await zhibuSearch('search/').query('');
                    const rules = zhibuSearch.rules;
                    const table = await rules.table('search/');
                    return codes.map(units => {
                        const folded = rules.fold(rules.bare(String.fromCharCode(...units)), table);
                        return Array.from({length: folded.length}, (one, i) => folded.charCodeAt(i)).join(' ');
                    });
                }
                """, codes);
        assertThat(theirs).isEqualTo(mine);
    }

    /** What looks like something else, or like nothing. */
    private static String seeming(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Character.toString(0x2E80 + random.nextInt(0x156));
            case 1 -> Character.toString(0xF900 + random.nextInt(0x6E));
            case 2 -> "e\u0301";
            case 3 -> Character.toString(0x300 + random.nextInt(0x40));
            case 4 -> Character.toString(0x2000 + random.nextInt(0x70));
            case 5 ->
                Character.toString(List.of(0xAD, 0x200B, 0xFE0F, 0xFEFF, 0xE0100, 0x3164, 0x180E, 0xDB40)
                        .get(random.nextInt(8)));
            case 6 -> Character.toString(random.nextInt(0x250));
            default -> Character.toString(0x4E00 + random.nextInt(0x5200));
        };
    }

    private static String codes(String text) {
        return String.join(" ", text.chars().mapToObj(Integer::toString).toList());
    }

    private static List<Integer> units(Random random) {
        List<Integer> units = new ArrayList<>();
        int length = random.nextInt(24);
        while (units.size() < length) {
            switch (random.nextInt(7)) {
                case 0 -> units.add(random.nextInt(0x10000));
                case 1 -> units.add(random.nextInt(0x600));
                case 2 -> units.add(0xD800 + random.nextInt(0x800));
                case 3 ->
                    new StringBuilder()
                            .appendCodePoint(0x10000 + random.nextInt(0x100000))
                            .chars()
                            .forEach(units::add);
                case 4 -> units.add(0xFF00 + random.nextInt(0x100));
                default -> units.add(0x4E00 + random.nextInt(0x5200));
            }
        }
        return units;
    }

    private String ask(String query, Map<String, Object> options) {
        return (String) page.evaluate(ASK, List.of(query, options));
    }

    private static Path shard(String start) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theSameContentIsTheSameBytes() {
        assertThat(bytes(search(entries()))).isEqualTo(bytes(search(entries())));
    }

    private static Map<String, String> bytes(Search search) {
        Map<String, String> bytes = new java.util.TreeMap<>();
        search.output()
                .files()
                .forEach((address, source) ->
                        bytes.put(address.path(), new String(source.make().value(), StandardCharsets.ISO_8859_1)));
        return bytes;
    }

    static Search search(List<Entry> entries) {
        Folding folding = new Folding();
        return new Search(
                Index.of(entries, folding, new Readings(Map.of()), new Synonyms(List.of(), folding), new Parallel(2)),
                new Parallel(2));
    }

    static List<Entry> entries() {
        return List.of(
                entry("a", "机关党员“三亮”活动", "开展三亮活动，亮出党员身份。", "2024"),
                entry("b", "郑守仁", "长江水利委员会原总工程师。", "2025"),
                entry("c", "月度对表", "重点工作任务臺賬。", "2026"));
    }

    private static Entry entry(String id, String title, String text, String year) {
        return entry(id, title, text, year, false);
    }

    private static Entry sample(String id, String title, String text, String year) {
        return entry(id, title, text, year, true);
    }

    private static Entry entry(String id, String title, String text, String year, boolean sample) {
        return new Entry(
                id,
                title,
                "work-method/" + id + "/index.html",
                "摘要",
                "工作法",
                "水文局",
                year,
                sample,
                Entry.Kind.ENTRY,
                title,
                "水文局",
                List.of(),
                text,
                List.of(),
                List.of(new Choice("year", year, year + " 年"), new Choice("tag", "t", "标签")),
                Integer.parseInt(year));
    }
}
