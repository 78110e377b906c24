package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds where entries name each other, name terms and titles, or were renamed. */
class ContentModelTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void aSite() throws IOException {
        root = folder.resolve("site");
        for (String name : List.of("site-config", "templates")) {
            try (Stream<Path> paths = Files.walk(Path.of(name))) {
                for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                    Files.createDirectories(root.resolve(path.toString()).getParent());
                    Files.copy(path, root.resolve(path.toString()));
                }
            }
        }
        Files.delete(root.resolve("site-config/search-tests.yml"));
        entry("branch/here", """
                name: 甲支部
                org_level: 党支部
                members: 未载
                honours: [{honour: 红旗党支部, year: 2020}]
                joint_with: [there, 某兄弟单位党支部]
                contact_department: there
                """, "## 支部概况\n\n## 特色做法\n\n## 工作成效");
        entry("branch/there", """
                name: 乙支部
                org_level: 党支部
                members: 未载
                honours: 未载
                former_ids: [old-there, role-model/there]
                """, "## 支部概况\n\n## 特色做法\n\n## 工作成效");
        entry("institution/rules", """
                title: 示例学习办法
                issuer: 未载
                kind: 办法
                state: 现行
                text_status: 未收录正文
                """, "见三提升。");
        entry("term/tisheng", """
                term: 三提升
                expansions: [甲, 乙, 丙]
                state: 已释义
                definition: 三样都要提升
                defined_in: 某报告
                """, "三提升是三样。");
    }

    @Test
    void relationsAreShownAtBothEnds() throws IOException {
        build();

        assertThat(page("branch/here").select("#s-relations").text()).contains("联系部门 条目 there", "联学联做 条目 there");
        assertThat(page("branch/there").select("#s-relations").text()).contains("对口联系的支部 条目 here", "联学联做 条目 here");
        assertThat(page("branch/here").select(".facts").text()).contains("某兄弟单位党支部");
        assertThat(page("branch/here").select(".facts a[href=../../honour/hongqi/index.html]"))
                .isNotEmpty();
        assertThat(page("honour/hongqi").select("main a").eachAttr("href")).contains("../../branch/here/index.html");
        assertThat(page("honour/hongqi").select("main").text()).contains("授予者：湖北省直机关工委；级别：省部。");
    }

    @Test
    void aTermIsLinkedWhereItIsFirstMentionedAndATitleWhereverItStands() throws IOException {
        entry("collection/page", "order_mode: 手工\nitems: [rules]", """
                ## 三提升

                > 三提升在引文里。

                `三提升`，[三提升](../term/tisheng.md)，《三提升谈》，**三提升**，三提升。

                《示例学习办法》和《示例学习办法》，《没有登记的书》，《《《没有写完。

                ### 《示例学习办法》
                """);

        build();

        assertThat(page("collection/page").select(".body").html().lines().map(String::strip))
                .contains(
                        "<h2 id=\"三提升\">三提升</h2>",
                        "<p>三提升在引文里。</p>",
                        "<p><code>三提升</code>，<a href=\"../../term/tisheng/index.html\">三提升</a>，《三提升谈》，<strong>"
                                + "<a href=\"../../term/tisheng/index.html\" title=\"三样都要提升\">三提升</a></strong>，三提升。</p>",
                        "<p><a href=\"../../institution/rules/index.html\">《示例学习办法》</a>和"
                                + "<a href=\"../../institution/rules/index.html\">《示例学习办法》</a>，《没有登记的书》，《《《没有写完。</p>",
                        "<h3 id=\"示例学习办法\">《示例学习办法》</h3>");
        assertThat(page("term/tisheng").select(".body a")).isEmpty();
        assertThat(page("institution/rules").select(".body a").eachAttr("href"))
                .containsExactly("../../term/tisheng/index.html");
    }

    @Test
    void oldAddressesLeadToTheNewOnesAndOldNamesAreFound() throws IOException {
        entry("branch/team", """
                unit: 示例勘测队（旧名）
                sample: true
                name: 丙支部
                org_level: 党支部
                members: {total: 5, formal: 5, probationary: 0, as_of: 2026}
                honours: [{honour: 示例先锋党支部, year: 2025}]
                tags: [示例旧标签]
                """, "## 支部概况\n\n## 特色做法\n\n## 工作成效");

        build();

        for (String old : List.of("branch/old-there", "role-model/there")) {
            Document page = page(old);
            assertThat(page.select("meta[http-equiv=refresh]").attr("content"))
                    .isEqualTo("0; url=../../branch/there/index.html");
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("../../branch/there/index.html");
            assertThat(page.select("main a").attr("href")).isEqualTo("../../branch/there/index.html");
        }
        assertThat(page("unit/sample-yi-jiu").select("main").text())
                .isEqualTo("示例单位乙（事业） “示例勘测队（旧名）”改了名称，现在是示例单位乙（事业）。没有自动跳转的，请点这里。");
        assertThat(page("tags/示例旧标签").select("main a").text()).isEqualTo("外业测验");
        assertThat(page("branch/team").select(".facts").text()).contains("示例单位乙（事业）");
        assertThat(Run.of(List.of("search", "--site", root.toString(), "示例勘测队")).out())
                .contains("条目 team");
        assertThat(Run.of(List.of("search", "--site", root.toString(), "示例旧标签")).out())
                .contains("条目 team");
    }

    @Test
    void anOldAddressThatIsTakenIsTold() throws IOException {
        entry("branch/again", """
                name: 丁支部
                org_level: 党支部
                members: 未载
                honours: 未载
                former_ids: [here, old-there]
                """, "## 支部概况\n\n## 特色做法\n\n## 工作成效");

        assertThat(Run.of(List.of("build", "--site", root.toString())).err()).isEqualTo("""
                content/branch/again.md:15:14: 错误[address-taken] 网址“branch/here/index.html”已被 content/branch/here.md:1:1 占用（不分大小写）
                    建议：改掉其中一个的标识、标签名或文件名
                content/branch/there.md:15:14: 错误[address-taken] 网址“branch/old-there/index.html”已被 content/branch/again.md:15:20 占用（不分大小写）
                    建议：改掉其中一个的标识、标签名或文件名""");
    }

    @Test
    void aReferenceToAnOldIdIsToldTheNewOne() throws IOException {
        entry("collection/page", "order_mode: 手工\nitems: [old-there]", "");

        assertThat(Run.of(List.of("check", "--site", root.toString())).err()).isEqualTo("""
                content/collection/page.md:12:9: 错误[reference-missing] “收录”引用的条目“old-there”不存在
                    建议：那一篇改了标识，写 there""");
    }

    @Test
    void aTypeThatIsSwitchedOffLeavesNoPageAndIsTold() throws IOException {
        Files.writeString(
                root.resolve("site-config/jbake.properties"),
                Files.readString(root.resolve("site-config/jbake.properties")) + "types.off=term, collection\n");

        Run run = build();

        assertThat(run.err()).isEmpty();
        assertThat(Run.of(List.of("check", "--site", root.toString(), "--verbose"))
                        .err())
                .contains("""
                content/term/tisheng.md:1:1: 提示[type-off] 站点设置关闭了“词条”，已发布的 1 条不出网页
                    建议：要出就从 types.off 里删去 term""");
        assertThat(folder.resolve("out/term")).doesNotExist();
        assertThat(page("institution/rules").select(".body a")).isEmpty();
        assertThat(page("branch/here").select(".menu").text()).doesNotContain("词条");
    }

    @Test
    void aTypeToSwitchOffThatIsNoneIsTold() throws IOException {
        Files.writeString(root.resolve("site-config/jbake.properties"), "types.off=activty\n");

        assertThat(Run.of(List.of("check", "--site", root.toString())).err()).contains("""
                site-config/jbake.properties:1:1: 错误[setting-value] 没有“activty”这一类
                    建议：是“activity”吗？""");
    }

    private Run build() {
        Run run = Run.of(List.of(
                "build",
                "--site",
                root.toString(),
                "--out",
                folder.resolve("out").toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(folder.resolve("out/" + name + "/index.html").toFile(), "UTF-8");
    }

    private void entry(String name, String fields, String body) throws IOException {
        String type = name.substring(0, name.indexOf('/'));
        String id = name.substring(name.indexOf('/') + 1);
        StringBuilder header = new StringBuilder("id: " + id + "\ntype: " + type + "\n");
        for (String line : List.of(
                "title: 条目 " + id,
                "summary: 这是一篇写来试站点的条目，除了试验没有别的用处",
                "status: published",
                "published: 2026-07-01",
                "unit: 长江委",
                "authors: [本站编写]",
                "access: public-intranet")) {
            if (fields.lines().noneMatch(own -> own.startsWith(line.substring(0, line.indexOf(':') + 1)))) {
                header.append(line).append('\n');
            }
        }
        Path file = root.resolve("content/" + name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\n" + header + fields.strip() + "\n---\n\n" + body + "\n");
    }
}
