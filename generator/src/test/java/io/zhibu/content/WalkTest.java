package io.zhibu.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Folders within folders: as many as anybody has, and no more. */
class WalkTest extends WithSmallSite {
    @Test
    void whatLiesTooDeepIsToldWhereItBegins() {
        String deepest = "content" + "/d".repeat(99);
        site.file(deepest + "/first.txt", "");
        site.file(deepest + "/d/second.txt", "");
        site.file(deepest + "/d/d/d/third.txt", "");

        assertThat(site.said()).containsExactly(deepest + "/d folder-depth", deepest + "/first.txt asset-unused");
    }
}
