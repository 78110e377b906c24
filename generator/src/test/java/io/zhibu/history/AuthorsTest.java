package io.zhibu.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Repository;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorsTest {
    @TempDir
    private Path folder;

    private Repository repository;

    private void commit(String who, String mail, String file, String text) {
        repository.write(file, text);
        repository.git(Map.of(), "add", "--all");
        repository.git(Map.of("GIT_AUTHOR_NAME", who, "GIT_AUTHOR_EMAIL", mail), "commit", "--quiet", "--message=x");
    }

    @Test
    void theOwnerIsOfTheLastCommitAndWhoWroteMostComesFirst() {
        repository = Repository.in(folder);
        commit("编辑甲", "a@example.cn", "content/党建/一 篇.md", "1");
        commit("编辑甲", "a@example.cn", "content/党建/一 篇.md", "2");
        commit("编辑乙", "b@example.cn", "content/党建/一 篇.md", "3");
        commit("编辑丙", "c@example.cn", "templates/a.ftlh", "3");
        Authors authors = Authors.read(folder, "content");
        assertThat(authors.last("content/党建/一 篇.md")).contains("编辑乙");
        assertThat(authors.of("content/党建/一 篇.md", 9)).containsExactly("编辑甲", "编辑乙");
        assertThat(authors.of("content/党建/一 篇.md", 1)).containsExactly("编辑甲");
        assertThat(authors.last("templates/a.ftlh")).isEmpty();
        assertThat(authors.last("content/none.md")).isEmpty();
    }

    @Test
    void aMailmapMakesOneOfAPersonsNames() {
        repository = Repository.in(folder);
        commit("jia", "a@example.cn", "content/a.md", "1");
        commit("编辑乙", "b@example.cn", "content/a.md", "2");
        commit("编辑甲", "a2@example.cn", "content/a.md", "3");
        repository.write(".mailmap", "编辑甲 <a2@example.cn> <a@example.cn>\n");
        assertThat(Authors.read(folder, "content").of("content/a.md", 9)).containsExactly("编辑甲", "编辑乙");
    }

    @Test
    void withoutItsPastNobodyIsKnown() {
        assertThat(Authors.read(folder, "content").last("content/a.md")).isEmpty();
        repository = Repository.in(folder.resolve("whole"));
        commit("编辑甲", "a@example.cn", "content/a.md", "1");
        commit("编辑乙", "b@example.cn", "content/a.md", "2");
        repository.git(
                Map.of(),
                "clone",
                "--quiet",
                "--depth=1",
                folder.resolve("whole").toUri().toString(),
                "../shallow");
        assertThat(Authors.read(folder.resolve("whole"), "content").last("content/a.md"))
                .contains("编辑乙");
        assertThat(Authors.read(folder.resolve("shallow"), "content").last("content/a.md"))
                .isEmpty();
    }
}
