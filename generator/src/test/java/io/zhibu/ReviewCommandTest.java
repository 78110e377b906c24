package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu review}: what three people sign is what they saw. */
class ReviewCommandTest {
    private static final String FIRST = "{stage: 初审, name: 甲, date: 2026-06-01}";
    private static final String SECOND = "{stage: 复审, name: 乙, date: 2026-06-02}";
    private static final String NEEDED = """
            title: 三问 <b>工作</b>法
            summary: 每周问三句话，问岗位、问困难、问办法，当场答复。
            unit: 长江委
            authors: [甲乙]
            access: public-intranet
            term: 三问
            """;

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder).file("templates/assets/style.css", "");
    }

    private Run review(String... words) {
        List<String> arguments = new ArrayList<>(List.of("review", "--site", folder.toString()));
        arguments.addAll(List.of(words));
        return Run.of(arguments);
    }

    private String sheet() throws IOException {
        return Files.readString(folder.resolve("target/review.html"));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aSheetNamesWhatIsReviewedByItsDigest() throws Exception {
        byte[] list = "甲,乙\n".getBytes(StandardCharsets.UTF_8);
        site.entry(
                        "term/san-wen",
                        NEEDED + "reviews: [" + FIRST + ", " + SECOND
                                + "]\ncitations: [{key: A1, title: 通报, publisher: 某报}]",
                        "见[表](biao.csv)[A1]。先自学,再研讨。")
                .file("content/term/biao.csv", list);

        Run run = review("content/term/san-wen.md");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("审核单 1 张：file:");
        byte[] entry = Files.readAllBytes(folder.resolve("content/term/san-wen.md"));
        assertThat(sheet())
                .contains("三问 &lt;b&gt;工作&lt;/b&gt;法", "长江水利委员会")
                .contains("content/term/san-wen.md</td><td><code class=\"digest\">" + sha256(entry))
                .contains("content/term/biao.csv</td><td><code class=\"digest\">" + sha256(list))
                .contains("这几份里有还没有提交到 Git 的", "还缺终审。")
                .contains("<td class=\"name\">甲</td><td class=\"name\">2026-06-01</td>")
                .contains("<code>half-width-punctuation</code>", "已发布，三审里没有终审")
                .contains("<li>A1，通报，某报</li>");
    }

    @Test
    void oneWhoReviewsTwiceIsTold() throws IOException {
        site.entry(
                "term/san-wen",
                NEEDED + "reviews: [" + FIRST + ", " + SECOND + ", {stage: 终审, name: 甲, date: 2026-06-03}]",
                "甲");

        assertThat(review("content/term/san-wen.md").exit()).isZero();
        assertThat(sheet()).contains("初审和终审是同一个人，要由三个人审。", "没有写来源，也没有登记出处").contains("<code>list-same</code>");
    }

    @Test
    void aCommitIsNamedWhereAllIsCommitted() throws IOException {
        site.entry("term/san-wen", NEEDED, "甲").entry("term/si-wen", NEEDED.replace("三问", "四问"), "乙");
        Repository repository = Repository.in(folder);
        repository.write(".gitignore", "target\n").commit("2026-07-01");

        review("content/term/san-wen.md");
        assertThat(sheet()).containsPattern("Git 提交 <code>[0-9a-f]{40}</code>");
        site.entry("term/si-wen", NEEDED.replace("三问", "四问"), "丙");
        review("content/term/san-wen.md");
        assertThat(sheet()).containsPattern("Git 提交 <code>[0-9a-f]{40}</code>");
        Run changed = review("--changed-since", "HEAD");
        assertThat(changed.out()).startsWith("审核单 1 张");
        assertThat(sheet()).contains("content/term/si-wen.md").doesNotContain("Git 提交");
    }

    @Test
    void anEntryThatCantBeReadHasNoSheet() throws IOException {
        site.file("content/term/bad.md", "---\nid：bad\n---\n");
        site.entry("term/san-wen", NEEDED, "甲");

        Run run = review("content/term");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("content/term/bad.md:2:3: 错误[yaml-fullwidth-colon]");
        assertThat(run.out()).startsWith("审核单 1 张");

        Files.writeString(folder.resolve("target/review.html"), "别的");
        assertThat(review("content/term/san-wen.md").err()).contains("[target-foreign]");
        assertThat(sheet()).isEqualTo("别的");
        assertThat(review().err()).contains("没有写审哪几篇");
        assertThat(review("content/term/wu.md").err()).contains("没有“content/term/wu.md”这个文件");
    }
}
