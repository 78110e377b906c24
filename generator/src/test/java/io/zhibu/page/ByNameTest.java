package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** An entry is found by whatever people call it, and by no name that two have. */
class ByNameTest extends WithSmallSite {
    @Test
    void anEntryIsFoundByIdTitleAndFile() {
        site.entry("branch/one", "id: first\ntitle: 第一支部", "");
        ByName known = new ByName(site.read().value().pages());

        for (String name : new String[] {"first", "第一支部", "《第一支部》", "第一支部.md", "one", "one.html", "First"}) {
            assertThat(known.page(name)).as(name).map(Page::id).contains("first");
        }
        assertThat(known.page("第二支部")).isEmpty();
    }

    @Test
    void aNameOfTwoLeadsToNeitherAndAnIdComesBeforeATitle() {
        site.entry("branch/a", "title: 同名", "");
        site.entry("branch/b", "title: 同名", "");
        site.entry("branch/c", "title: a-b", "");
        site.entry("branch/a-b", "", "");
        ByName known = new ByName(site.read().value().pages());

        assertThat(known.page("同名")).isEmpty();
        assertThat(known.page("a-b")).map(Page::id).contains("a-b");
    }
}
