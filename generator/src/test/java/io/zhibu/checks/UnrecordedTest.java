package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no source gives is listed, once an entry. */
class UnrecordedTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
    }

    @Test
    void eachFieldIsNamedOnce() {
        site.entry("method/one", "unit: 未载", "");
        site.entry("branch/two", "", "");

        assertThat(Said.by(new Unrecorded(), site)).containsExactly("content/method/one.md:1:1 unrecorded");
    }
}
