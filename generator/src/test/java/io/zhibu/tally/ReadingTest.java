package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of reader finds to study. */
class ReadingTest {
    @TempDir
    private Path folder;

    @Test
    void whatMustBeReadComesBeforeWhatMayBe() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        site.entry("study/free", "unit: 长江委\naudience: [施工员]\ntrack: 自选", "");
        site.entry("study/must", "unit: 长江委\naudience: [施工员, 组织员]\ntrack: 规定", "");
        site.entry("study/open", "unit: 长江委\naudience: [施工员]", "");
        site.entry("page/how-to", "audience: [施工员]", "");
        site.entry("term/word", "unit: 长江委\naudience: [施工员]", "");
        Reading reading = new Reading(site.catalogue());

        assertThat(reading.studies("shigongyuan").entrySet().stream()
                        .map(track -> track.getKey()
                                + track.getValue().stream().map(Page::id).toList()))
                .containsExactly("规定[must]", "自选[free]", "[open]");
        assertThat(reading.guides("shigongyuan")).extracting(Page::id).containsExactly("how-to");
        assertThat(reading.studies("zuzhiyuan")).containsOnlyKeys("规定");
        assertThat(reading.guides("zuzhiyuan")).isEmpty();
    }
}
