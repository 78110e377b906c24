package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack where an editor or a reader writes: title, summary, text, alternative text, Word document and search box, tag, words of
 * the vocabularies, names of files and pictures, in real Chromium, with the pages' policy taken away. It takes minutes, so only when all faults are tried.
 */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class AttacksTest {
    private static final Pattern ERROR = Pattern.compile("(?m)^content/term/(x\\d+)\\.md(?::\\d+)*: 错误");
    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TITLE = 58;
    private static final int IN_A_DOCUMENT = 25;
    private static final int LONGEST_NAME = 60;

    /** What an event, a click or a glance would start, is started; a link that is a script counts as one that ran. */
    private static final String PROVOKE = """
            () => {
              for (const one of document.querySelectorAll('body, body *')) {
                for (const kind of ['mouseover', 'pointerenter', 'focus', 'error', 'load', 'toggle', 'start', 'animationstart', 'begin']) {
                  one.dispatchEvent(new Event(kind));
                }
                const to = one.getAttribute('href') || one.getAttribute('xlink:href') || one.getAttribute('formaction') || one.getAttribute('action') || '';
                if (/^\\s*(java|vb)script:/i.test(to.replace(/[\\x00-\\x20\\u00a0]/g, ''))) {
                  window.ran = 1;
                }
              }
              return window.ran || 0;
            }
            """;

    /** An element of that name doesn't stand in for the word. */
    private static final String LISTENING = """
            (() => {
              let ran = 0;
              Object.defineProperty(window, 'ran', { get: () => ran, set: value => { ran = value; } });
              window.alert = window.confirm = window.prompt = () => { ran = 1; };
            })();
            """;

    private static final String FOUND = "!document.querySelector('.hits[aria-busy=true]')";

    /** The last proposal leads to the page of the search, with what stands in the box now. */
    private static final String PROPOSED = """
            () => {
              const last = [...document.querySelectorAll('#find-list a')].pop(), field = document.querySelector('#find-q');
              return last && last.getAttribute('href') === field.form.action + '?' + new URLSearchParams({ q: field.value });
            }
            """;

    @TempDir
    private Path folder;

    private SmallSite site;
    private final List<String> attacks = Attacks.all();

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 0x20 || c == 0xa0 || c == 0xad || c == 0x2028) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private void entry(int i, boolean everywhere) {
        String attack = attacks.get(i);
        String flat = attack.replaceAll("\\s+", " ").strip();
        String title = everywhere && flat.length() <= LONGEST_TITLE ? flat : "条目 " + i;
        String summary = (everywhere ? flat + "，" : "") + "只为测试而写的词条，没有别的用处，只为测试而写的词条。";
        site.entry(
                "term/x" + i,
                "state: 待补\naccess: public-intranet\nauthors: [" + quoted(everywhere ? flat : "本站编写")
                        + "]\nunit: 未载\ntitle: "
                        + quoted(title) + "\nterm: " + quoted(title) + "\nsummary: "
                        + quoted(summary.substring(0, Math.min(190, summary.length()))),
                everywhere
                        ? attack + "\n\n前" + flat + "后\n\n- " + flat + "\n\n|a|\n|-|\n|" + flat.replace("|", "\\|")
                                + "|\n"
                        : attack);
    }

    private Set<Integer> refused() {
        Run check = Run.of(List.of("check", "--site", folder.resolve("site").toString()));
        Set<Integer> refused = new TreeSet<>();
        ERROR.matcher(check.err())
                .results()
                .forEach(found -> refused.add(Integer.valueOf(found.group(1).substring(1))));
        return refused;
    }

    /** With all attacks that it lets in; how many it refuses outright. */
    private int site() throws IOException {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        for (int i = 0; i < attacks.size(); i++) {
            entry(i, true);
        }
        for (int i : refused()) {
            entry(i, false);
        }
        Set<Integer> out = new LinkedHashSet<>();
        for (Set<Integer> more = refused(); !more.isEmpty(); more = refused()) {
            out.addAll(more);
            for (int i : more) {
                Files.delete(folder.resolve("site/content/term/x" + i + ".md"));
            }
        }
        return out.size();
    }

    private int documents() throws IOException {
        for (int from = 0; from < attacks.size(); from += IN_A_DOCUMENT) {
            StringBuilder body = new StringBuilder(WordFile.p("第 " + from + " 份来稿"));
            WordFile word = new WordFile();
            for (int i = from; i < Math.min(attacks.size(), from + IN_A_DOCUMENT); i++) {
                String flat = attacks.get(i).replaceAll("[\\s\\x00]+", " ").strip();
                body.append(WordFile.p(flat));
                body.append("<w:tbl><w:tr><w:tc>").append(WordFile.p(flat)).append("</w:tc></w:tr></w:tbl>");
                word.outside(
                        "h" + i,
                        "hyperlink",
                        flat.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
                body.append("<w:p><w:hyperlink r:id=\"h")
                        .append(i)
                        .append("\">")
                        .append(WordFile.r("链接"))
                        .append("</w:hyperlink></w:p>");
            }
            Path file = word.body(body.toString()).write(folder.resolve("word/来稿" + from + ".docx"));
            Run run = Run.of(List.of("import", "--site", folder.resolve("site").toString(), file.toString()));
            assertThat(run.err() + run.out()).as("来稿 " + from).doesNotContain("\tat ");
        }
        try (Stream<Path> entries = Files.list(folder.resolve("site/content/work-method"))) {
            List<Path> all =
                    entries.filter(one -> one.toString().endsWith(".md")).toList();
            for (Path one : all) {
                // What the editor has still to write.
                Files.writeString(
                        one,
                        Files.readString(one)
                                .replaceFirst("(?m)^summary: .*$", "summary: 只为测试而写的条目，没有别的用处，只为测试而写的条目。"));
            }
            return all.size();
        }
    }

    private Path baked() throws IOException {
        Path out = folder.resolve("out");
        Run build = Run.of(
                List.of("build", "--drafts", "--site", folder.resolve("site").toString(), "--out", out.toString()));
        assertThat(build.exit()).as(build.err()).isZero();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path page :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                String html = Files.readString(page);
                String bare = POLICY.matcher(html).replaceAll("");
                assertThat(bare).as(page.toString()).isNotEqualTo(html);
                Files.writeString(page, bare);
            }
        }
        return out;
    }

    private int asked(Page page, String url) {
        page.navigate(url);
        return ((Number) page.evaluate(PROVOKE)).intValue();
    }

    @Test
    void noAttackRunsAndNoneAsksAnotherHost() throws IOException {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(400);
        int refused = site();
        int documents = documents();
        assertThat(documents).isGreaterThan(10);
        Path out = baked();
        List<String> ran = new ArrayList<>();
        Set<String> foreign = new TreeSet<>();
        AtomicInteger failed = new AtomicInteger();
        int pages = 0;
        try (Chromium chromium = new Chromium(out)) {
            Page page = watched(chromium, foreign, failed);
            List<Path> all;
            try (Stream<Path> files = Files.walk(out)) {
                all = files.filter(one -> one.toString().endsWith("index.html"))
                        .filter(one -> one.toString().matches(".*/(term|work-method)/.*"))
                        .sorted()
                        .toList();
            }
            for (Path one : all) {
                pages++;
                if (asked(page, one.toUri().toString()) != 0) {
                    ran.add(out.relativize(one).toString());
                }
            }
            for (String path : List.of("index.html", "term/index.html", "ledger/index.html", "glossary/index.html")) {
                if (asked(page, chromium.file(path)) != 0) {
                    ran.add(path);
                }
            }
            // The page of the search shows what it finds, the box above all other pages proposes it.
            Page box = watched(chromium, foreign, failed);
            for (String path : List.of("search/index.html", "term/index.html")) {
                box.navigate(chromium.file(path));
                for (String attack : attacks) {
                    box.fill("#find-q", attack.replaceAll("[\\s\\x00]+", " "));
                    box.waitForFunction(path.startsWith("search") ? FOUND : PROPOSED);
                    if (((Number) box.evaluate(PROVOKE)).intValue() != 0) {
                        ran.add(path + ": " + attack);
                        box.evaluate("() => { window.ran = 0; }");
                    }
                }
            }
            assertThat(ran).isEmpty();
            assertThat(foreign).isEmpty();
            assertThat(failed.get()).isZero();
            int control = control(chromium);
            assertThat(control).isGreaterThan(100);
            Faults.row(
                    "XSS：" + attacks.size() + " 种写法，在 " + pages + " 页里（其中来稿 " + documents + " 篇）和两处检索框里，去掉 CSP",
                    3 * attacks.size() + documents * IN_A_DOCUMENT,
                    0,
                    "同样的写法直接放进网页，" + control + " 种跑了起来；" + refused + " 种构建就不收");
        }
    }

    private static String flat(String attack, int i) {
        return i + " " + attack.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** What a disk, and the check of what was unpacked, take as the name of a file. */
    private static String name(String attack, int i) {
        String name = flat(attack, i).replace('/', '\u2215').replace('\\', '\u2216');
        int letters = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, letters));
    }

    /** Words, files of entries and files beside them that are called after the attacks. */
    private void called() throws IOException {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        for (String vocabulary : List.of("theme", "problem")) {
            StringBuilder words = new StringBuilder("label: 词\npages: true\nwords:\n");
            for (int i = 0; i < attacks.size(); i++) {
                words.append("  w%d: {label: %s}\n".formatted(i, quoted(flat(attacks.get(i), i))));
            }
            site.file("site-config/vocabularies/" + vocabulary + ".yml", words.toString());
        }
        for (int i = 0; i < attacks.size(); i++) {
            called(i, name(attacks.get(i), i).replace(' ', '+'));
        }
    }

    private void called(int i, String attachment) {
        String file = i + "/" + attachment + ".csv";
        site.file("content/term/" + file, "甲,乙\n1,2\n");
        site.entry(
                "term/" + name(attacks.get(i), i),
                """
                        id: xxx%d
                        title: 条目 %d
                        term: 条目 %d
                        state: 待补
                        access: public-intranet
                        authors: [本站编写]
                        unit: 未载
                        summary: 只为测试而写的词条，没有别的用处，只为测试而写的词条。
                        tags: [w%d]
                        problem: [w%d]
                        attachments:
                          - file: %s
                            title: %s""".formatted(i, i, i, i, i, quoted(file), quoted(flat(attacks.get(i), i))),
                "正文。");
    }

    @Test
    void noAttackRunsFromTheNameOfATagAWordAnEntrysFileOrAnAttachment() throws IOException {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        called();
        String errors = Run.of(List.of("check", "--site", folder.resolve("site").toString()))
                .err();
        int refused = 0;
        for (int i = 0; i < attacks.size(); i++) {
            if (Pattern.compile("(?m)^content/term/" + Pattern.quote(name(attacks.get(i), i)) + "\\.md.*: 错误\\[")
                    .matcher(errors)
                    .find()) {
                refused++;
                Files.delete(folder.resolve(
                        "site/content/term/" + i + "/" + name(attacks.get(i), i).replace(' ', '+') + ".csv"));
                called(i, "f");
            }
        }
        assertThat(refused).as(errors).isLessThan(attacks.size());
        Path out = baked();
        List<Path> all = pages(out, "(?:term|tags|problem)/.*\\.html|[^/]+\\.html|(?:search|glossary)/.*\\.html");
        // A page of each entry, each tag and each problem.
        assertThat(all).hasSizeGreaterThan(3 * attacks.size());
        int control = noneRuns(out, all);
        Faults.row(
                "XSS：" + attacks.size() + " 种写法，作标签、词表的词、条目的文件名、附件的文件名和名称，在 " + all.size() + " 页里，去掉 CSP",
                5 * attacks.size(),
                0,
                "同样的写法直接放进网页，" + control + " 种跑了起来；" + refused + " 种附件的文件名构建就不收");
    }

    /** An entry whose pictures, one in its text and one before it, are called after the attack, and what is said beside them too. */
    private void pictured(int i, String picture, byte[] bytes) {
        String file = i + "/" + picture + ".png";
        String cover = i + "/c" + picture + ".png";
        site.file("content/term/" + file, bytes).file("content/term/" + cover, bytes);
        String said = quoted(flat(attacks.get(i), i));
        site.entry(
                "term/x" + i,
                """
                        id: xxx%d
                        title: 条目 %d
                        term: 条目 %d
                        state: 待补
                        access: public-intranet
                        authors: [本站编写]
                        unit: 未载
                        summary: 只为测试而写的词条，没有别的用处，只为测试而写的词条。
                        cover: {src: %s, alt: %s, caption: %s, credit: %s}""".formatted(i, i, i, quoted(cover), said, said, said),
                "正文。\n\n![图](<%s> \"%s\")\n"
                        .formatted(
                                file.replace("%", "%25")
                                        .replace("#", "%23")
                                        .replace("?", "%3F")
                                        .replace("&", "%26")
                                        .replaceAll("([\\\\<>*_`])", "\\\\$1"),
                                flat(attacks.get(i), i).replace("&", "&amp;").replaceAll("([\\\\\"<>])", "\\\\$1")));
    }

    @Test
    void noAttackRunsFromTheNameOfAPicture() throws IOException {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        site = SmallSite.ofOurTypes(folder.resolve("site"));
        Copy.of(Path.of("templates"), folder.resolve("site/templates"));
        Files.delete(folder.resolve("site/site-config/search-tests.yml"));
        byte[] png = png();
        for (int i = 0; i < attacks.size(); i++) {
            pictured(i, name(attacks.get(i), i).replace(' ', '+'), png);
        }
        Set<Integer> refused = refused();
        for (int i : refused) {
            try (Stream<Path> files = Files.list(folder.resolve("site/content/term/" + i))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            pictured(i, "p", png);
        }
        assertThat(refused).hasSizeLessThan(attacks.size() / 2);
        Path out = baked();
        List<Path> all = pages(out, "term/.*\\.html|[^/]+\\.html|(?:search|glossary)/.*\\.html");
        assertThat(all).hasSizeGreaterThan(attacks.size());
        assertThat(Files.readString(out.resolve("term/xxx0/index.html")))
                .as("the picture stands in the page")
                .contains("<img")
                .contains("<figcaption>");
        int control = noneRuns(out, all);
        Faults.row(
                "XSS：" + attacks.size() + " 种写法，作图片的文件名、替代文字、图注和图片来源，在 " + all.size() + " 页里，去掉 CSP",
                5 * attacks.size(),
                0,
                "同样的写法直接放进网页，" + control + " 种跑了起来；" + refused.size() + " 种图片的文件名构建就不收");
    }

    /** Wide enough for smaller ones to be made of it, whose names are made of its name. */
    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 90, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static List<Path> pages(Path out, String which) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(one -> out.relativize(one).toString().matches(which))
                    .sorted()
                    .toList();
        }
    }

    /** Opens the pages, and tells how many of the attacks run where nothing is done against them. */
    private int noneRuns(Path out, List<Path> pages) throws IOException {
        List<String> ran = new ArrayList<>();
        Set<String> foreign = new TreeSet<>();
        AtomicInteger failed = new AtomicInteger();
        try (Chromium chromium = new Chromium(out)) {
            Page page = watched(chromium, foreign, failed);
            for (Path one : pages) {
                if (asked(page, one.toUri().toString()) != 0) {
                    ran.add(out.relativize(one).toString());
                }
            }
            assertThat(ran).isEmpty();
            assertThat(foreign).isEmpty();
            assertThat(failed.get()).isZero();
            int control = control(chromium);
            assertThat(control).isGreaterThan(100);
            return control;
        }
    }

    private static Page watched(Chromium chromium, Set<String> foreign, AtomicInteger failed) {
        Page page = chromium.page();
        page.addInitScript(LISTENING);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("data:image/")) {
                foreign.add(request.url());
            }
        });
        page.onPageError(error -> failed.incrementAndGet());
        return page;
    }

    /** As they are in a page, they run: how many. */
    private int control(Chromium chromium) throws IOException {
        int ran = 0;
        for (int i = 0; i < attacks.size(); i++) {
            Path raw = Files.writeString(
                    Files.createDirectories(folder.resolve("raw")).resolve(i + ".html"),
                    "<!DOCTYPE html><meta charset=utf-8><body>"
                            + attacks.get(i).replace("http://attacker.invalid", "x"));
            Page page = i % 100 == 0 ? fresh(chromium) : last;
            try {
                ran += asked(page, raw.toUri().toString()) == 0 ? 0 : 1;
            } catch (PlaywrightException navigatedAway) {
                fresh(chromium);
            }
        }
        return ran;
    }

    private Page last;

    private Page fresh(Chromium chromium) {
        last = chromium.page();
        last.addInitScript(LISTENING);
        return last;
    }
}
