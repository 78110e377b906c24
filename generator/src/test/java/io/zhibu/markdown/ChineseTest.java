package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Outline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseTest {
    private final Reader reader = Reader.chinese();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            以**“红旗党支部”**创建为载体        | 以<strong>“红旗党支部”</strong>创建为载体
            **一是坚持领导带头。**委党组带头     | <strong>一是坚持领导带头。</strong>委党组带头
            学习**《关于加强的意见》**精神       | 学习<strong>《关于加强的意见》</strong>精神
            **注意：**这是正文                   | <strong>注意：</strong>这是正文
            党支部**（红旗）**建设               | 党支部<strong>（红旗）</strong>建设
            这是**重点。**后文                   | 这是<strong>重点。</strong>后文
            他说**“好”**了                       | 他说<strong>“好”</strong>了
            先*“学”*后干                         | 先<em>“学”</em>后干
            实行***“双带”***机制                 | 实行<em><strong>“双带”</strong></em>机制
            共**100%**完成                       | 共<strong>100%</strong>完成
            建成**`zhibu`**工具                  | 建成<strong><code>zhibu</code></strong>工具
            做到**“三个一”**，**“四个有”**。     | 做到<strong>“三个一”</strong>，<strong>“四个有”</strong>。
            **“引号”**ABC                        | <strong>“引号”</strong>ABC
            把**[章程](z.md)**学好               | 把<strong><a href="z.md">章程</a></strong>学好
            说~~“错”~~对                         | 说<del>“错”</del>对
            """, delimiter = '|')
    void emphasisWorksBesideChinese(String markdown, String html) {
        assertThat(reader.html(markdown)).isEqualTo("<p>" + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            **a b**      | <strong>a b</strong>
            2*3*4        | 2<em>3</em>4
            a ** b       | a ** b
            a * b * c    | a * b * c
            a*"foo"*     | a*&quot;foo&quot;*
            中文_强调_中 | 中文_强调_中
            3~5天，8~10天 | 3~5天，8~10天
            **未完       | **未完
            中 ** 文     | 中 ** 文
            """, delimiter = '|')
    void emphasisStaysAsItWasElsewhere(String markdown, String html) {
        assertThat(reader.html(markdown)).isEqualTo("<p>" + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ![坝](a.png "合龙<1>") | <figure><img src="a.png" alt="坝" /><figcaption>合龙&lt;1&gt;</figcaption></figure>
            ![坝](a.png)           | <p><img src="a.png" alt="坝" /></p>
            ![坝](a.png "合龙")见图 | <p><img src="a.png" alt="坝" title="合龙" />见图</p>
            见![坝](a.png "合龙")   | <p>见<img src="a.png" alt="坝" title="合龙" /></p>
            [![坝](a.png "合龙")](b.md) | <p><a href="b.md"><img src="a.png" alt="坝" title="合龙" /></a></p>
            """, delimiter = '|')
    void aPictureAloneWithATitleIsAFigure(String markdown, String html) {
        assertThat(reader.html(markdown)).isEqualTo(html + "\n");
    }

    @Test
    void theExampleOfThePackageHolds() {
        Profile profile = Profile.CHINESE;
        Outcome<Body> read = new MarkdownReading(profile, "").read("**注意：**这是正文", new Where("content/a.md", 1, 1));
        String html = new HtmlWriting(profile).html(read.value(), HtmlWriting.Targets.AS_WRITTEN);

        assertThat(html).isEqualTo("<p><strong>注意：</strong>这是正文</p>\n");
    }

    @Test
    void aLineEndBetweenChineseIsNoSpace() {
        assertThat(reader.html("长江委，\n水利部")).isEqualTo("<p>长江委，水利部</p>\n");
        assertThat(reader.html("**长江**\n水利")).isEqualTo("<p><strong>长江</strong>水利</p>\n");
        assertThat(reader.html("长江\n**水利**")).isEqualTo("<p>长江<strong>水利</strong></p>\n");
        assertThat(reader.html("长江\nYangtze")).isEqualTo("<p>长江\nYangtze</p>\n");
        assertThat(reader.html("one\ntwo")).isEqualTo("<p>one\ntwo</p>\n");
        assertThat(reader.html("长江\n`码`")).isEqualTo("<p>长江\n<code>码</code></p>\n");
        assertThat(reader.html("长江  \n水利")).isEqualTo("<p>长江<br />\n水利</p>\n");
        assertThat(new Reader(Profile.PLAIN).html("长江\n水利")).isEqualTo("<p>长江\n水利</p>\n");
    }

    @Test
    void tablesAlignByClass() {
        String table =
                reader.html("见下：\n| 名 | 数 | 注 | 记 |\n|:--|--:|:-:|---|\n| `a\\|b` | **2** |\n| 多 | 1 | 2 | 3 | 4 |");

        assertThat(table).isEqualTo("""
                        <p>见下：</p>
                        <table>
                        <thead>
                        <tr>
                        <th class="left">名</th>
                        <th class="right">数</th>
                        <th class="center">注</th>
                        <th>记</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td class="left"><code>a|b</code></td>
                        <td class="right"><strong>2</strong></td>
                        <td class="center"></td>
                        <td></td>
                        </tr>
                        <tr>
                        <td class="left">多</td>
                        <td class="right">1</td>
                        <td class="center">2</td>
                        <td>3</td>
                        </tr>
                        </tbody>
                        </table>
                        """);
        assertThat(reader.html("a | b\n--|")).doesNotContain("<table>");
    }

    @Test
    void notesLinkBothWays() {
        String html = reader.html("甲[^b]乙[^a]丙[^b]丁[^无]\n\n[^a]: 第一\n[^b]: 第二\n\n    又一段\n");

        assertThat(html)
                .startsWith(
                        "<p>甲<sup class=\"note-mark\"><a href=\"#note:1\" id=\"mark:1:1\" aria-label=\"注 1\">1</a></sup>乙")
                .contains("丁[^无]</p>")
                .contains(
                        "<li id=\"note:1\">\n<p>第二</p>\n<p>又一段 <a class=\"note-back\" href=\"#mark:1:1\" aria-label=\"返回正文第 1 处\">↩</a>"
                                + " <a class=\"note-back\" href=\"#mark:1:2\" aria-label=\"返回正文第 2 处\">↩</a></p>\n</li>")
                .contains("<li id=\"note:2\">\n<p>第一 <a class=\"note-back\" href=\"#mark:2:1\"");
    }

    @Test
    void tasksAreBoxes() {
        assertThat(reader.html("- [ ] 未办\n- [x] 已办\n- [链](a.md)")).isEqualTo("""
                        <ul>
                        <li class="task"><input aria-label="待做" disabled="" type="checkbox" /> 未办</li>
                        <li class="task"><input checked="" aria-label="已做" disabled="" type="checkbox" /> 已办</li>
                        <li><a href="a.md">链</a></li>
                        </ul>
                        """);
    }

    @Test
    void boxesCarryChineseTitles() {
        assertThat(reader.html("!!! note \"标题\"\n\n    正文\n\n后文")).isEqualTo("""
                        <aside class="admonition note">
                        <p class="admonition-title">标题</p>
                        <p>正文</p>
                        </aside>
                        <p>后文</p>
                        """);
        assertThat(reader.html("> [!WARNING]\n> 正文"))
                .isEqualTo(
                        "<aside class=\"admonition warning\">\n<p class=\"admonition-title\">注意</p>\n<p>正文</p>\n</aside>\n");
        assertThat(reader.html("!!! tip\n    一")).contains(">提示<");
        assertThat(reader.html("!!! 示例\n    一")).contains("admonition example", ">示例<");
        assertThat(reader.html("> [!CAUTION]\n> 一")).contains("admonition danger", ">警告<");
        assertThat(reader.html("> [!NOTE]\n>\n> 一")).contains("admonition note", ">说明<");
        assertThat(reader.told("!!! wraning\n    一"))
                .containsExactly(
                        "content/a.md:1:1: 警告[admonition-kind] 没有“wraning”这一种提示框，按“说明”处理\n    建议：是“warning”吗？");
    }

    @Test
    void headingIdsAreReadable() {
        String html = reader.html("# 一、主要 做法\n## Party *Branch* 2.0\n## 做法\n## 做法\n## 做法\n# 《意见》 {#opinion}\n# ！\n");

        assertThat(html)
                .contains("<h1 id=\"一主要-做法\">一、主要 做法</h1>")
                .contains("<h2 id=\"party-branch-2-0\">Party <em>Branch</em> 2.0</h2>")
                .contains("id=\"做法\"", "id=\"做法-2\"", "id=\"做法-3\"")
                .contains("<h1 id=\"opinion\">《意见》</h1>")
                .contains("<h1 id=\"section\">！</h1>");
    }

    @Test
    void contentsListTheHeadings() {
        assertThat(Outline.of(reader.read("# 一 *二*\n\n文\n\n三\n---\n> ### `四`\n").value()))
                .containsExactly(
                        new Outline.Heading(1, "一-二", "一 二"),
                        new Outline.Heading(2, "三", "三"),
                        new Outline.Heading(3, "四", "四"));
    }

    @Test
    void nothingCarriesStyle() {
        assertThat(reader.html("|a|b|\n|:-:|-:|\n|c|d|\n\n<p style=\"color:red\">x</p>\n"))
                .doesNotContain("style");
    }
}
