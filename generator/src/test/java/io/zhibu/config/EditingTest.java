package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final String FILE = "content/role-model/郑守仁 一.md";
    private static final String ENCODED = "content/role-model/%E9%83%91%E5%AE%88%E4%BB%81%20%E4%B8%80.md";

    @Test
    void eachForgeHasItsOwnAddress() {
        assertThat(address(
                        Map.of("site.repository", "https://git.example.cn/dangjian/zhibu.git", "site.forge", "gitea")))
                .contains("https://git.example.cn/dangjian/zhibu/_edit/main/" + ENCODED);
        assertThat(address(Map.of(
                        "site.repository",
                        "https://git.example.cn/dangjian/zhibu/",
                        "site.forge",
                        "gitlab",
                        "site.branch",
                        "发布/2026")))
                .contains("https://git.example.cn/dangjian/zhibu/-/edit/%E5%8F%91%E5%B8%83/2026/" + ENCODED);
    }

    @Test
    void aPatternOfOnesOwnGoesFirst() {
        assertThat(address(Map.of(
                        "site.edit", "http://10.0.0.8:3000/edit?file={path}",
                        "site.repository", "https://git.example.cn/dangjian/zhibu",
                        "site.forge", "gitea")))
                .contains("http://10.0.0.8:3000/edit?file=" + ENCODED);
    }

    @Test
    void withoutASettingThereIsNone() {
        assertThat(address(Map.of())).isEmpty();
        assertThat(address(Map.of("site.edit", "https://git.example.cn/"))).isEmpty();
    }

    private static Optional<String> address(Map<String, String> settings) {
        return new Settings(settings, Map.of()).editing().map(editing -> editing.at(FILE));
    }
}
