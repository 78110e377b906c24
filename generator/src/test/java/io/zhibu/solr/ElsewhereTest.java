package io.zhibu.solr;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.zhibu.Chromium;
import io.zhibu.WithSmallSite;
import io.zhibu.catalogue.Place;
import io.zhibu.memo.Memory;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import io.zhibu.search.Ranking;
import io.zhibu.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page's search asks the engine by a path of its own server, and its files where that doesn't answer. */
class ElsewhereTest extends WithSmallSite {
    private static final String ANSWER = """
            {"response": {"numFound": 12, "docs": [
                {"id": "here:er", "entry": "er", "heading": "支部的三亮", "uri": "method/er/index.html", "type": "工作法", "unit": "水文局",
                    "year": "2024", "sample": false, "place": false, "full": 1.0, "titled": 1.0, "score": 9.5},
                {"id": "here:yi", "entry": "yi", "heading": "三亮活动", "summary": "讲三亮活动的。", "uri": "method/yi/index.html",
                    "sample": false, "place": false, "full": 1.0, "titled": 1.0, "score": 9.0},
                {"id": "here:san", "entry": "san", "heading": "别的", "uri": "method/san/index.html",
                    "sample": true, "place": false, "full": 0.0, "titled": 0.0, "score": 1.0},
                {"id": "here:/tags/a", "entry": "/tags/a", "heading": "三亮活动", "uri": "tags/a/index.html", "type": "标签",
                    "sample": false, "place": true, "full": 1.0, "titled": 1.0, "score": 5.0}]},
             "facet_counts": {"facet_queries": {"strict": 3, "samples": 1},
                "facet_fields": {"type": ["0method=工作法", 8, "1method=工作法", 2, "0other=别的", 1]}},
             "highlighting": {"here:yi": {"text": ["做法是\uE000三亮\uE001\uE000亮活\uE001动。"]}}}
            """;

    private final List<Map<String, String>> asked = new ArrayList<>();
    private Chromium chromium;
    private Page page;
    private Search search;

    @BeforeEach
    void aPage() throws IOException {
        site.entry("method/yi", "title: 三亮活动", "做法：三亮活动。");
        site.entry("method/er", "title: 支部的三亮", "做法：亮身份。");
        Place place = new Place("/tags/a", "标签", "三亮活动", List.of(), "tags/a/index.html", "", "", false);
        search = Search.of(
                site.catalogue(),
                List.of(place),
                Map.of(),
                List.of(List.of("三亮", "亮身份"), List.of("亮身份", "三亮")),
                new Parallel(2));
        Path root = folder.resolve("made");
        asking("/zhibu-search").files().forEach((address, source) -> {
            try {
                Files.createDirectories(root.resolve(address.path()).getParent());
                Files.write(root.resolve(address.path()), source.make().value());
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        });
        Files.writeString(
                root.resolve("index.html"),
                "<!doctype html><meta charset=utf-8><title>search</title><script src=search/search.js></script>");
        chromium = new Chromium(root);
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    /** Opens the page before an engine that does this. */
    private void engine(Consumer<Route> answering) {
        page.route("**/zhibu-search?*", route -> {
            Map<String, String> values = new LinkedHashMap<>();
            Arrays.stream(URI.create(route.request().url()).getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            asked.add(values);
            answering.accept(route);
        });
        page.navigate(chromium.http("index.html"));
    }

    private static void answer(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(ANSWER));
    }

    private Map<?, ?> query(String typed, String options) {
        return (Map<?, ?>) page.evaluate(
                "typed => (window.it = window.it || zhibuSearch('search/')).query(typed, " + options + ")", typed);
    }

    private static List<Object> each(Map<?, ?> answer, String list, String key) {
        return ((List<?>) answer.get(list))
                .stream().map(one -> (Object) ((Map<?, ?>) one).get(key)).toList();
    }

    @Test
    void whatTheEngineFindsIsTheAnswer() {
        engine(ElsewhereTest::answer);
        Map<?, ?> answer = query("三亮活动", "{snippets: true, counts: true, facets: {type: ['method']}}");
        // Who has it in the title as it stands comes first; the tag of this name stands beside the hits.
        assertThat(each(answer, "hits", "id")).containsExactly("yi", "er", "san");
        assertThat(each(answer, "hits", "tier")).containsExactly("title", "title", "some");
        assertThat(each(answer, "called", "id")).containsExactly("/tags/a");
        assertThat(answer.get("total")).isEqualTo(11);
        assertThat(answer.get("strict")).isEqualTo(2);
        assertThat(answer.get("samples")).isEqualTo(1);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) answer.get("hits")).get(0);
        assertThat(first.get("marks")).isEqualTo(List.of(List.of(0, 4)));
        assertThat(((Map<?, ?>) first.get("snippet")).get("text")).isEqualTo("做法是三亮亮活动。");
        assertThat(((Map<?, ?>) first.get("snippet")).get("marks")).isEqualTo(List.of(List.of(3, 7)));
        Map<?, ?> types = (Map<?, ?>) ((List<?>) answer.get("counts")).get(0);
        assertThat(types.get("values").toString()).contains("count=8", "samples=2", "chosen=true");
        assertThat(asked.get(0))
                .containsEntry("site", "here")
                .containsEntry("type", "method")
                .containsEntry("hl", "true");
        assertThat(asked.get(0).get("words").split(" ")).contains("三亮", "亮活", "活动");
        assertThat(asked.get(1)).containsEntry("place", "true").containsEntry("rows", "3");
    }

    @Test
    void theQuestionIsThatWhichTheProgramItselfAsks() {
        engine(ElsewhereTest::answer);
        for (String typed : List.of(
                "三亮",
                "三亮活动 水文",
                "亮",
                "zsr 郑",
                "三亮 -示例",
                "活动 -亮身份 -a",
                "亮身份证",
                "主题党日+ 2024 a1",
                "ＺＳＲ長江",
                "党支部工作法的主要做法和当下改、管长远")) {
            asked.clear();
            query(typed, "{}");
            List<Clauses> wanted = new ArrayList<>();
            search.rankedBy(sought -> {
                        wanted.add(Clauses.of(sought));
                        return new Ranking.Ranked(List.of(), 0, true);
                    })
                    .literally(typed);
            assertThat(asked.get(0).get("q")).as(typed).isEqualTo(wanted.get(0).any());
            assertThat(asked.get(0).get("full"))
                    .as(typed)
                    .isEqualTo(wanted.get(0).full());
            assertThat(asked.get(0).get("titled"))
                    .as(typed)
                    .isEqualTo(wanted.get(0).titled());
            assertThat(asked.get(0).getOrDefault("not", ""))
                    .as(typed)
                    .isEqualTo(wanted.get(0).not());
        }
    }

    @Test
    void withoutAnAnswerTheFilesHaveItAndTheEngineIsLeftInPeaceForAMinute() {
        engine(route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
        assertThat(each(query("三亮活动", "{}"), "hits", "id")).containsExactly("yi", "er");
        int before = asked.size();
        assertThat(each(query("三亮", "{}"), "hits", "id")).startsWith("er", "yi");
        assertThat(asked).hasSize(before);
    }

    @Test
    void whoTakesMoreThanASecondIsNotWaitedFor() {
        engine(route -> {});
        assertThat(each(query("三亮活动", "{}"), "hits", "id")).containsExactly("yi", "er");
        Number waited =
                (Number) page.evaluate("async () => { const it = zhibuSearch('search/'), from = performance.now();"
                        + " await it.query('三亮'); return performance.now() - from; }");
        assertThat(waited.doubleValue())
                .as("once it was silent nobody waits again")
                .isLessThan(900);
    }

    @Test
    void whatIsNoAnswerIsNone() {
        engine(route -> route.fulfill(new Route.FulfillOptions().setBody("<html>")));
        assertThat(each(query("三亮活动", "{}"), "hits", "id")).containsExactly("yi", "er");
    }

    @Test
    void questionsThatOnlyTheFilesAnswerAreTheirs() {
        engine(ElsewhereTest::answer);
        query("\"三亮活动\"", "{}");
        query("", "{}");
        query("三亮", "{literally: true}");
        query("有哪些三亮活动", "{}");
        assertThat(asked).isEmpty();
        // Not one page has all of it: other ways to take what was typed are in the files.
        page.unroute("**/zhibu-search?*");
        engine(route -> route.fulfill(new Route.FulfillOptions()
                .setBody(
                        "{\"response\": {\"numFound\": 0, \"docs\": []}, \"facet_counts\": {\"facet_queries\": {}}}")));
        assertThat(each(query("sanliang", "{}"), "hits", "id")).contains("yi", "er");
    }

    @Test
    void fromDiskNobodyIsAsked() {
        page.navigate(chromium.file("index.html"));
        assertThat(each(query("三亮活动", "{}"), "hits", "id")).containsExactly("yi", "er");
    }

    private Output asking(String path) {
        return search.files(Optional.of(new Search.Elsewhere(path, "here")), Memory.Book.BLANK)
                .output();
    }

    @Test
    void aSiteWithoutTheSettingHasNothingOfIt() {
        assertThat(program(search.output())).doesNotContain("zhibu-search", "fetch");
        assertThat(program(asking("/a/zhibu-search")))
                .contains("/a/zhibu-search?", "'here'")
                .doesNotContain("'SITE'", "PATH?");
    }

    private static String program(Output output) {
        return output.files().entrySet().stream()
                .filter(file -> file.getKey().path().equals("search/search.js"))
                .map(file -> new String(file.getValue().make().value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
