package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A build that finds all as the last one left it makes nothing; whatever was touched, it makes what a clean one makes. */
class LastBuildTest extends SettledSite {
    private static final String SAME = "站点没有变，还是上一次生成的（2026-11-23）：";

    @BeforeEach
    void twice() {
        build();
        assertThat(build().out()).startsWith(SAME);
    }

    @Test
    void itSaysWhatTheLastOneSaidAndTouchesNothing() throws IOException {
        Path report = site.resolve("target/report.json");
        Run whole = build("--no-cache", "--verbose", "--report", report.toString());
        String said = counts(report);
        settle();
        build();
        Map<String, String> before = times(site.resolve("target/site"));

        Run same = build("--verbose", "--report", report.toString());

        assertThat(same.exit()).isZero();
        assertThat(same.out()).startsWith(SAME).contains("整个站点：沿用 1，新做 0");
        assertThat(same.err()).isEqualTo(whole.err()).isNotEmpty();
        assertThat(counts(report)).isEqualTo(said);
        assertThat(times(site.resolve("target/site"))).isEqualTo(before);
    }

    enum Touch {
        /** As long as before, and its time set back. */
        TEXT_IN_SECRET,
        NEW_ENTRY,
        DELETED_ENTRY,
        FILE_BESIDE,
        TEMPLATE,
        ASSET,
        SETTING,
        WORD,
        PAGE_BY_HAND,
        PAGE_GONE,
        STRANGE_FILE,
        COMMIT,
        UNTRACKED
    }

    @Test
    void whateverIsTouchedIsSeen() throws IOException {
        for (Touch touch : Touch.values()) {
            touch(touch);
            settle();

            Run run = build();

            assertThat(run.out()).as(touch + ": " + run.err()).startsWith("站点已生成（2026-11-23）：");
            Path clean = folder.resolve("clean");
            build("--no-cache", "--out", clean.toString());
            assertThat(tree(site.resolve("target/site"))).as(touch.name()).isEqualTo(tree(clean));
            assertThat(build().out()).as(touch.name()).startsWith(SAME);
        }
    }

    private void touch(Touch touch) throws IOException {
        Path entry = first("content", ".md");
        Path page = first("target/site", ".html");
        switch (touch) {
            case TEXT_IN_SECRET -> {
                FileTime time = Files.getLastModifiedTime(entry);
                String text = Files.readString(entry);
                int at = text.lastIndexOf('。');
                Files.writeString(entry, text.substring(0, at) + "！" + text.substring(at + 1));
                Files.setLastModifiedTime(entry, time);
            }
            case NEW_ENTRY ->
                Files.writeString(
                        entry.resolveSibling("newly-made.md"),
                        Files.readString(entry)
                                .replaceFirst("(?m)^id: .*$", "id: newly-made")
                                .replaceFirst("(?m)^title: .*$", "title: 新写的一篇"));
            case DELETED_ENTRY -> Files.delete(site.resolve("content/method/old.md"));
            case FILE_BESIDE -> Files.writeString(entry.resolveSibling("附记.txt"), "附记");
            case TEMPLATE -> append(first("templates", ".ftlh"), "<!-- 改 -->");
            case ASSET -> {
                Files.createDirectories(site.resolve("templates/assets"));
                Files.writeString(site.resolve("templates/assets/more.css"), ".c { color: inherit }");
            }
            case SETTING -> append(site.resolve("site-config/jbake.properties"), "\nsite.title=另一个名字\n");
            case WORD -> append(first("site-config/vocabularies", ".yml"), "\n# 改\n");
            case PAGE_BY_HAND -> append(page, "<!-- 改 -->");
            case PAGE_GONE -> Files.delete(page);
            case STRANGE_FILE -> Files.writeString(page.resolveSibling("陌生.html"), "陌生");
            case COMMIT -> git.commit("2026-11-02");
            case UNTRACKED ->
                git.git(Map.of(), "rm", "-q", "--cached", site.relativize(entry).toString());
        }
    }

    @Test
    void anotherDayOrOtherWishesAreAnotherSite() throws IOException {
        Path entry = first("content", ".md");
        Files.writeString(
                entry.resolveSibling("draft.md"),
                Files.readString(entry)
                        .replaceFirst("(?m)^id: .*$", "id: draft")
                        .replaceFirst("(?m)^title: (.*)$", "title: 还没有写完的一篇")
                        .replaceFirst("(?m)^status: .*$", "status: draft"));
        settle();
        build();
        assertThat(build("--as-of", "2026-11-24").out()).startsWith("站点已生成（2026-11-24）");
        assertThat(build().out()).startsWith("站点已生成（2026-11-23）");
        assertThat(build().out()).startsWith(SAME);
        assertThat(build("--drafts").out()).startsWith("站点已生成");
        assertThat(build().out()).startsWith("站点已生成");
        assertThat(build("--no-cache").out()).startsWith("站点已生成");
    }

    @Test
    void whatWasChangedAMomentAgoIsReadAgain() throws IOException {
        append(first("content", ".md"), "\n再说一句。\n");
        assertThat(build().out()).startsWith("站点已生成");
        assertThat(build().out()).startsWith("站点已生成");
        settle();
        build();
        assertThat(build().out()).startsWith(SAME);
    }

    @Test
    void anErrorIsToldAgainEachTime() throws IOException {
        append(first("content", ".md"), "\n[看](没有这个文件.md)\n");
        settle();
        Run first = build();
        assertThat(first.exit()).isEqualTo(1);
        Run second = build();
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(second.exit()).isEqualTo(1);
    }

    private Run build(String... more) {
        return run("build", more);
    }

    private Path first(String part, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(site.resolve(part))) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, Digest> tree(Path built) throws IOException {
        Map<String, Digest> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(built)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                tree.put(built.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
        }
        return tree;
    }
}
