package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu search} on the repository's own content. */
class SearchCommandTest {
    @Test
    void aTitleAndItsAddressStandOnALineBestFirst() {
        Run run = Run.of(List.of("search", "三亮"));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("机关党员“三亮”活动  work-method/sanliang/index.html\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void pinyinInitialsAndAWrongCharacterOfTheRightSoundFindAName() {
        for (String typed : List.of("zhengshouren", "zsr", "郑首仁")) {
            assertThat(Run.of(List.of("search", typed)).out())
                    .as(typed)
                    .startsWith("郑守仁  role-model/zheng-shouren/index.html");
        }
    }

    @Test
    void whatIsCalledExactlySoIsToldBesideTheEntries() {
        assertThat(Run.of(List.of("search", "微党课", "--limit", "1")).out())
                .contains("名称正是这个的标签：微党课  tags/", "名称正是这个的学习形式：微党课  study-form/weidangke/index.html");
        assertThat(Run.of(List.of("search", "水文局")).out()).endsWith("名称正是这个的单位：长江委水文局  unit/cjw-shuiwen/index.html");
        Run board = Run.of(List.of("search", "挂图", "--limit", "2"));
        assertThat(board.out()).contains("挂图作战（目录）  progress/index.html").doesNotContain("正是");
    }

    @Test
    void aFileBesideAnEntryIsFoundByItsTitleAndByWhatItSays() {
        assertThat(Run.of(List.of("search", "示例清单模板")).out())
                .contains("名称正是这个的附件，在《示例联学：清单怎样列》后：示例清单模板  activity/sample-jiaoliu-ri/index.html#s-files");
        assertThat(Run.of(List.of("search", "三个工作日内回复")).out()).contains("附件，在《");
    }

    @Test
    void explainingNamesTheStage() {
        assertThat(Run.of(List.of("search", "三亮", "--explain")).out()).contains("标题里每个词都有；第二步：标题里原样有");
    }

    @Test
    void theSectionThatMatchedIsNamedWithItsAddress() {
        assertThat(Run.of(List.of("search", "滚动会商", "--limit", "1")).out())
                .contains("见“防御长江洪水”：work-method/jinan-renwu/index.html#防御长江洪水");
        assertThat(Run.of(List.of("search", "滚动会商", "--limit", "1", "--json")).out())
                .contains("\"name\" : \"防御长江洪水\"", "\"anchor\" : \"防御长江洪水\"");
    }

    @Test
    void jsonHoldsWhatTheBrowserWouldShow() {
        assertThat(Run.of(List.of("search", "三亮", "--json")).out())
                .startsWith("{")
                .contains(
                        "\"id\" : \"sanliang\"",
                        "\"tier\" : \"title\"",
                        "\"exact\" : \"title\"",
                        "\"totalExact\" : true");
    }

    @Test
    void severalQuestionsStandInAFileALineEach(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.txt"), "三亮\nzsr\n");
        Run run = Run.of(List.of("search", "--from", file.toString(), "--limit", "1"));
        assertThat(run.out())
                .startsWith("查：三亮\n机关党员“三亮”活动  work-method/sanliang/index.html\n")
                .contains("查：zsr\n郑守仁  role-model/zheng-shouren/index.html");
        assertThat(Run.of(List.of("search", "--json", "--from", file.toString()))
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"total\":"));
        Run both = Run.of(List.of("search", "三亮", "--from", file.toString()));
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).startsWith("命令写法有误：要找的词和 --from 只能写一样");
        Run none = Run.of(List.of("search", "--from", folder.resolve("none.txt").toString()));
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).startsWith("命令写法有误：--from 的“");
    }

    @Test
    void aFileOfQuestionsMayComeFromNotepad(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.txt"), "\uFEFF三亮\r\n");
        assertThat(Run.of(List.of("search", "--from", file.toString(), "--limit", "1"))
                        .out())
                .startsWith("查：三亮\n机关党员“三亮”活动");
        Files.write(file, "三亮".getBytes("GBK"));
        Run gbk = Run.of(List.of("search", "--from", file.toString()));
        assertThat(gbk.exit()).isEqualTo(3);
        assertThat(gbk.err()).startsWith("磁盘出错：文件不是 UTF-8 编码");
    }

    @Test
    void nothingFoundIsSaid() {
        Run run = Run.of(List.of("search", "qqqqqq"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("没有找到");
        assertThat(Run.of(List.of("search")).exit()).isEqualTo(2);
    }

    @Test
    void whatWasAskedAndNotFoundIsGroupedWithoutWhoAskedAndWhen(@TempDir Path folder) throws IOException {
        String log = """
                10.1.2.3 - - [27/Nov/2026:10:11:12 +0800] "GET /search.html?q=%E6%9C%88%E7%90%83%E8%83%8C%E9%9D%A2&type=term HTTP/1.1" 200 5 "-" "x"
                10.1.2.4 - - [28/Nov/2026:10:11:12 +0800] "GET /search.html?a=1&q=+%E6%9C%88%E7%90%83%E8%83%8C%E9%9D%A2 HTTP/1.1" 200 5 "-" "x"
                10.1.2.4 - - [28/Nov/2026:10:11:12 +0800] "GET /search.html?q=%E4%B8%89%E4%BA%AE HTTP/1.1" 200 5 "-" "x"
                10.1.2.4 - - [28/Nov/2026:10:11:12 +0800] "GET /search.html?q=13800000000 HTTP/1.1" 200 5 "-" "x"
                10.1.2.4 - - [28/Nov/2026:10:11:12 +0800] "GET /search.html?q=%E4%B HTTP/1.1" 200 5 "-" "x"
                10.1.2.4 - - [28/Nov/2026:10:11:12 +0800] "GET /index.html HTTP/1.1" 200 5 "https://x/?q=nothing" "x"
                """;
        Path file = Files.writeString(folder.resolve("access.log"), log);
        Run run = Run.of(List.of("search", "--gaps", file.toString()));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("读了 6 行，问过 2 样；")
                .contains("2 次  月球背面", "另有 1 次问的话里有长号码")
                .doesNotContain("三亮\n", "10.1.2", "Nov", "13800000000", "nothing");
        Path list = Files.writeString(folder.resolve("asked.txt"), "\uFEFFqqqzzz\r\nQQQZZZ\r\n\r\n三亮\r\n");
        assertThat(Run.of(List.of("search", "--gaps", list.toString())).out())
                .isEqualTo("读了 4 行，问过 2 样；什么也没有找到的 1 样，只找到一部分的 0 样\n什么也没有找到，看看要不要补一篇：\n  2 次  qqqzzz");
    }

    @Test
    void gapsAreAskedForAlone(@TempDir Path folder) {
        Run none = Run.of(List.of("search", "--gaps", folder.resolve("none.log").toString()));
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).startsWith("命令写法有误：--gaps 的“");
        Run both = Run.of(List.of("search", "--gaps", "x", "三亮"));
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).startsWith("命令写法有误：--gaps 不能与");
    }
}
