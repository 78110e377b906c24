package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.JBakeContents;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages share is made once, and each page says and remembers what it would have without. */
class SameTest {
    private static final String SHARED = "<#list boards as b>${b.title}${root}</#list>${site.host!'-'}${extra!''}";

    @TempDir
    private Path folder;

    private Engine engine;

    @BeforeEach
    void templates() throws IOException {
        new SmallSite(folder);
        template("with", "<@same>" + SHARED + "</@same>${site.title}");
        template("without", "${same???string('', '')}" + SHARED + "${site.title}");
        template("inside", "<@same><@same>${root}</@same>${site.title}</@same>");
        Config config = new ConfigReading(folder).read().value();
        engine = new Engine(
                config,
                JBakeSettings.of(config, Map.of()),
                new JBakeStore(List.of(), new Once<JBakeContents>(() -> null)),
                LocalDate.of(2026, 7, 1));
    }

    private void template(String name, String text) throws IOException {
        Files.writeString(folder.resolve("templates/" + name + ".ftlh"), text);
    }

    private static PageModel page(String root, Document site, List<?> boards) {
        PageModel model = new PageModel();
        model.put("root", root);
        model.share("site", site);
        model.share("boards", boards);
        return model;
    }

    private Engine.Made made(String template, PageModel model) {
        Engine.Made made = engine.make(template + ".ftlh", model);
        assertThat(made.page().diagnostics()).isEmpty();
        return made;
    }

    private String text(String template, PageModel model) {
        return new String(made(template, model).page().value(), StandardCharsets.UTF_8);
    }

    private static Document site(AtomicInteger asked) {
        return new Document() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object get(Object key) {
                if (key.equals("host")) {
                    asked.incrementAndGet();
                }
                return key.equals("title") || key.equals("host") ? key : null;
            }
        };
    }

    @Test
    void itIsMadeOnceForPagesThatAnswerTheSame() {
        AtomicInteger asked = new AtomicInteger();
        Document site = site(asked);
        List<?> boards = List.of(Map.of("title", "榜"));

        assertThat(text("with", page("../", site, boards))).isEqualTo("榜../hosttitle");
        assertThat(text("with", page("../", site, boards))).isEqualTo("榜../hosttitle");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherAnswerMakesItAgain() {
        Document site = site(new AtomicInteger());
        List<?> boards = List.of(Map.of("title", "榜"));
        PageModel more = page("../", site, boards);
        more.put("extra", "又");

        assertThat(text("with", page("../", site, boards))).isEqualTo("榜../hosttitle");
        assertThat(text("with", page("", site, boards))).isEqualTo("榜hosttitle");
        assertThat(text("with", more)).isEqualTo("榜../host又title");
        assertThat(text("with", page("../", site, List.of(Map.of("title", "栏")))))
                .isEqualTo("栏../hosttitle");
        assertThat(text("with", page("../", new Document().with("title", "名"), boards)))
                .isEqualTo("榜../-名");
        assertThat(text("with", page("../", site, boards))).isEqualTo("榜../hosttitle");
    }

    @Test
    void thePageDependsOnAllThatThePartAsked() {
        Document site = site(new AtomicInteger());
        List<?> boards = List.of(Map.of("title", "榜"));
        Trace plain = made("without", page("../", site, boards)).trace().orElseThrow();

        for (int i = 0; i < 2; i++) {
            Trace trace = made("with", page("../", site, boards)).trace().orElseThrow();

            assertThat(trace.shared()).isEqualTo(plain.shared());
            assertThat(trace.own()).isEqualTo(plain.own());
            assertThat(engine.isSame(trace, page("../", site, boards))).isTrue();
            assertThat(engine.isSameOwn(trace, page("", site, boards))).isFalse();
            assertThat(engine.isSame(trace, page("../", new Document().with("title", "名"), boards)))
                    .isFalse();
        }
    }

    @Test
    void oneInsideAnotherBelongsToIt() {
        Document site = site(new AtomicInteger());

        assertThat(text("inside", page("a/", site, List.of()))).isEqualTo("a/title");
        assertThat(text("inside", page("b/", site, List.of()))).isEqualTo("b/title");
    }

    /** A document that came in by another way than the model's keys. */
    @Test
    void whatWasBroughtFromOutsideIsNotKept() throws IOException {
        template("brought", "<#assign own = content><@same>${own.title}</@same>");

        for (String title : List.of("甲", "乙")) {
            PageModel model = page("../", site(new AtomicInteger()), List.of());
            model.put("content", new Document().with("title", title));

            assertThat(text("brought", model)).isEqualTo(title);
        }
    }

    /** An entry as lists have it: equal to any other view of the same one. */
    private static final class Listed extends Document {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> told;
        private final transient AtomicInteger asked;

        Listed(Map<String, Object> told, AtomicInteger asked) {
            this.told = told;
            this.asked = asked;
        }

        @Override
        public boolean isView() {
            return true;
        }

        @Override
        public Object get(Object key) {
            asked.incrementAndGet();
            return told.get(key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Listed entry && told == entry.told;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(told);
        }
    }

    private static final String ROW = "<a href='${root}${i.uri}'>${i.title}</a>${i.branch.title}<i>${root}</i>";

    private static PageModel list(String root, Document... items) {
        PageModel model = new PageModel();
        model.put("root", root);
        model.put("items", List.of(items));
        return model;
    }

    private static Map<String, Object> told(String title) {
        return Map.of("uri", title + ".html", "title", title, "branch", new Document().with("title", "支部"));
    }

    @Test
    void theRowOfAnEntryIsMadeOnceForListsAtAnyDepth() throws IOException {
        template("rows", "<#list items as i><@same of=i by='1'>" + ROW + "</@same></#list>");
        AtomicInteger asked = new AtomicInteger();
        Map<String, Object> one = told("甲");
        Map<String, Object> other = told("乙");

        assertThat(text("rows", list("../", new Listed(one, asked), new Listed(other, asked))))
                .isEqualTo("<a href='../甲.html'>甲</a>支部<i>../</i><a href='../乙.html'>乙</a>支部<i>../</i>");
        int first = asked.get();
        assertThat(text("rows", list("", new Listed(other, asked), new Listed(one, asked))))
                .isEqualTo("<a href='乙.html'>乙</a>支部<i></i><a href='甲.html'>甲</a>支部<i></i>");
        assertThat(first).isEqualTo(6);
        assertThat(asked).hasValue(first);
    }

    @Test
    void aListDependsOnAllThatItsRowsAsked() throws IOException {
        template(
                "plainly",
                "${same???string('', '')}<#list items as i>" + ROW
                        + "</#list><#list items as i>${i.branch.title}</#list>");
        template(
                "rows",
                "<#list items as i><@same of=i by='1'>" + ROW
                        + "</@same></#list><#list items as i>${i.branch.title}</#list>");
        Map<String, Object> one = told("甲");
        Map<String, Object> other = told("乙");
        List<PageModel> lists = List.of(
                list("../", new Listed(one, new AtomicInteger()), new Listed(other, new AtomicInteger())),
                list("../../", new Listed(other, new AtomicInteger()), new Listed(one, new AtomicInteger())));

        for (PageModel list : lists) {
            Engine.Made plain = made("plainly", list);
            Engine.Made made = made("rows", list);

            assertThat(made.page().value()).isEqualTo(plain.page().value());
            assertThat(made.trace().orElseThrow().own())
                    .isEqualTo(plain.trace().orElseThrow().own());
            assertThat(engine.isSameOwn(made.trace().orElseThrow(), list)).isTrue();
            assertThat(engine.isSameOwn(
                            made.trace().orElseThrow(),
                            list((String) list.get("root"), new Listed(told("丙"), new AtomicInteger()))))
                    .isFalse();
        }
    }

    @Test
    void anotherWayOfARowIsAnotherRow() throws IOException {
        template(
                "ways",
                "<#list [2, 3] as n><#list items as i><@same of=i by=n?c>${n}${i.title}</@same></#list></#list>");
        Listed entry = new Listed(told("甲"), new AtomicInteger());

        assertThat(text("ways", list("", entry))).isEqualTo("2甲3甲");
        assertThat(text("ways", list("", entry))).isEqualTo("2甲3甲");
    }

    @Test
    void aRowThatAsksThePageIsMadeOnEachPage() throws IOException {
        template("asking", "<#list items as i><@same of=i>${kind}${i.title}</@same></#list>");
        Listed entry = new Listed(told("甲"), new AtomicInteger());

        for (String kind : List.of("tag", "year")) {
            PageModel model = list("", entry);
            model.put("kind", kind);

            assertThat(text("asking", model)).isEqualTo(kind + "甲");
        }
    }

    /** Not a view of an entry: what equals it today may say something else tomorrow. */
    @Test
    void theRowOfAnyOtherDocumentIsMadeOnEachPage() throws IOException {
        template("others", "<#list items as i><@same of=i>${i.title}</@same></#list>");
        Document document = new Document().with("title", "甲");

        assertThat(text("others", list("", document))).isEqualTo("甲");
        assertThat(text("others", list("", document.with("title", "乙")))).isEqualTo("乙");
    }
}
