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
    void explainingNamesTheStage() {
        assertThat(Run.of(List.of("search", "三亮", "--explain")).out()).contains("标题里每个词都有；第二步：标题里原样有");
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
}
