package io.zhibu.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.page.Unread;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The folder of content becomes pages, files and complaints, in one order. */
class ContentReadingTest extends WithSmallSite {
    @Test
    void filesAreReadInTheOrderOfTheirPathsAndHiddenOnesNot() {
        site.entry("method/b", "", "");
        site.entry("method/a", "", "");
        site.entry("branch/z", "", "");
        site.file("content/.hidden.md", "");
        site.file("content/notes/.jbakeignore", "");
        site.file("content/notes/draft.md", "");

        assertThat(site.read().value().pages())
                .extracting(page -> page.where().file())
                .containsExactly("content/branch/z.md", "content/method/a.md", "content/method/b.md");
    }

    @Test
    void aSymbolicLinkIsToldAndNotFollowed() throws IOException {
        site.entry("branch/z", "", "");
        Files.createSymbolicLink(folder.resolve("content/branch/y.md"), Path.of("z.md"));

        assertThat(site.said()).containsExactly("content/branch/y.md symlink");
    }

    @Test
    void aNameThatLooksLikeAPathHidesNoOtherFile() {
        Assumptions.assumeTrue(File.separatorChar == '/', "no such names on Windows");
        site.entry("branch/y", "", "").file("content/branch\\y.md", "another");
        assertThat(site.said()).containsExactly("content/branch\\y.md file-name");
        assertThat(site.read().value().pages()).hasSize(1);
    }

    @Test
    void ofTwoEqualIdsTheFirstFileStaysAndBothAreTold() {
        site.entry("branch/a", "id: same", "");
        site.entry("branch/b", "id: same", "");

        assertThat(site.said())
                .containsExactly("content/branch/a.md:7:5 id-duplicate", "content/branch/b.md:7:5 id-duplicate");
        assertThat(site.read().value().pages())
                .extracting(page -> page.where().file())
                .containsExactly("content/branch/a.md");
        assertThat(site.read().value().unread()).containsExactly(new Unread("content/branch/b.md", "same"));
    }

    @Test
    void whatCantBeReadKeepsTheIdThatItWouldHave() {
        site.file("content/branch/a.md", "---\nid： broken-a\n");
        site.file("content/branch/b.md", "");

        assertThat(site.read().value().unread())
                .containsExactly(new Unread("content/branch/a.md", "broken-a"), new Unread("content/branch/b.md", "b"));
    }

    @Test
    void anEntryIsScheduledUntilItsDay() {
        site.entry("branch/a", "status: published-date\npublished: 2026-11-24", "");
        site.entry("branch/b", "status: published-date\npublished: 2026-11-23", "");
        site.entry("branch/c", "status: draft", "");

        assertThat(site.read().value().pages())
                .extracting(page -> page.heading().status())
                .containsExactly(Status.SCHEDULED, Status.PUBLISHED, Status.DRAFT);
    }

    @Test
    void filesBesideAnEntryAreAttachedByItsFieldsItsPicturesAndItsLinks() {
        site.entry("branch/a", "photo: a/照片.txt", "![图](a/%E5%9B%BE.txt) [表](a/table.csv?v=1#top)");
        site.file("content/branch/a/照片.txt", "1");
        site.file("content/branch/a/图.txt", "12");
        site.file("content/branch/a/table.csv", "123");

        assertThat(site.said()).isEmpty();
        assertThat(site.read().value().pages().get(0).attached())
                .extracting(Page.Attached::path, Page.Attached::size)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a/照片.txt", 1L),
                        org.assertj.core.groups.Tuple.tuple("a/图.txt", 2L),
                        org.assertj.core.groups.Tuple.tuple("a/table.csv", 3L));
    }

    @Test
    void aMissingFileALargeOneAndAnUnusedOneAreTold() {
        site.entry("branch/a", "photo: large.txt", "\n![图](larg.txt)");
        site.file("content/branch/large.txt", "a".repeat(64 * 1024 + 1));
        site.file("content/branch/other.txt", "");

        assertThat(site.said())
                .containsExactly(
                        "content/branch/a.md:8:8 asset-large",
                        "content/branch/a.md:11:1 asset-missing",
                        "content/branch/other.txt asset-unused");
    }

    @Test
    void anEntryUnderAnotherEndingIsNotCalledAnUnusedFile() {
        site.file("content/branch/A.MD", "---\nid: a\n---\n");

        assertThat(site.said()).containsExactly("content/branch/A.MD content-ending");
    }

    @Test
    void besideABrokenEntryNoFileIsCalledUnused() {
        site.file("content/branch/a.md", "");
        site.file("content/branch/photo.txt", "");

        assertThat(site.said()).containsExactly("content/branch/a.md:1:1 file-empty");
    }

    @Test
    void aCopyIsToldOfAloneWhateverElseIsWrongWithIt() {
        site.entry("branch/a", "photo: none.txt", "[断](none.md)");
        site.entry("branch/a - 副本", "id: a\nphoto: none.txt\nmembers: 十", "[断](none.md)");
        site.entry("branch/a - 副本 (2)", "id: a", "");
        site.entry("branch/other(1)", "id: other", "");

        assertThat(site.said())
                .containsExactly(
                        "content/branch/a - 副本 (2).md file-copy",
                        "content/branch/a - 副本.md file-copy",
                        "content/branch/a.md:8:8 asset-missing");
        assertThat(site.read().value().pages()).extracting(Page::id).containsExactly("a", "other");
        assertThat(site.read().diagnostics())
                .filteredOn(one -> one.rule().equals("file-copy"))
                .allMatch(one -> one.message().contains("content/branch/a.md 的副本"));
    }

    @Test
    void whatLooksLikeACopyAndHasAnIdOfItsOwnIsAnEntry() {
        site.entry("branch/a", "", "");
        site.entry("branch/a copy", "id: b", "");

        assertThat(site.said()).isEmpty();
        assertThat(site.read().value().pages()).hasSize(2);
    }

    @Test
    void aFileWithTheHeaderOfAnEntryIsNotCalledUnused() {
        site.file("content/branch/a.txt", "---\nid: a\n---\n");
        site.file("content/branch/b", "title=乙\n~~~~~~\n");
        site.file("content/branch/c.md.txt", "");
        site.file("content/branch/d.md.zip", "");
        site.file("content/branch/e.txt", "id: 不在头信息里\n");

        assertThat(site.said())
                .containsExactly(
                        "content/branch/a.txt content-ending",
                        "content/branch/b content-ending",
                        "content/branch/c.md.txt content-ending",
                        "content/branch/d.md.zip asset-unused",
                        "content/branch/e.txt asset-unused");
    }
}
