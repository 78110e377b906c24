package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {
    private static final String TEXT = "甲[乙](b.md)丙\n\n## 做法\n\n丁\n\n![图](a.png)\n";

    @TempDir
    private Path folder;

    private Frame frame(String fields, String text) {
        return Frame.of(SmallSite.ofOurTypes(folder)
                .entry("term/one", fields, text)
                .catalogue()
                .pages()
                .get(0));
    }

    @Test
    void wordsBetweenHeadingsAreNoPartOfIt() {
        Frame frame = frame("term: 三问", TEXT);

        assertThat(frame("term: 三问", TEXT.replace("丁", "戊己") + "\n再说一段。\n")).isEqualTo(frame);
    }

    @Test
    void headingsFieldsAndWhatStandsForAPictureAre() {
        Frame frame = frame("term: 三问", TEXT);

        assertThat(frame("term: 四问", TEXT).shown()).isNotEqualTo(frame.shown());
        assertThat(frame("term: 三问", TEXT.replace("做法", "成效")).shown()).isNotEqualTo(frame.shown());
        assertThat(frame("term: 三问", TEXT.replace("[图]", "[]")).marked()).isNotEqualTo(frame.marked());
    }

    @Test
    void whereLinksLeadAndStandOnlyRulesAsk() {
        Frame frame = frame("term: 三问", TEXT);
        Frame led = frame("term: 三问", TEXT.replace("b.md", "c.md"));
        Frame moved = frame("term: 三问", "\n\n" + TEXT);

        assertThat(led.shown()).isEqualTo(frame.shown());
        assertThat(led.marked()).isNotEqualTo(frame.marked());
        assertThat(moved.shown()).isEqualTo(frame.shown());
        assertThat(moved.marked()).isNotEqualTo(frame.marked());
    }
}
