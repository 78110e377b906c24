package io.zhibu.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OldAddressesTest {
    private static OldAddresses of(Optional<String> host, String old, String now) {
        return new OldAddresses(new TreeMap<>(Map.of(new Address(old), new Address(now))), host);
    }

    @Test
    void aServerAnswersWithTheNewAddressForTheFolderAndItsPage() {
        OldAddresses old = of(Optional.of("http://zhibu.example.cn"), "tags/三亮/index.html", "tags/三亮 三比/index.html");
        assertThat(old.nginx().lines().skip(1))
                .containsExactly(
                        "\"/tags/三亮/index.html\" \"/tags/%E4%B8%89%E4%BA%AE%20%E4%B8%89%E6%AF%94/\";",
                        "\"/tags/三亮/\" \"/tags/%E4%B8%89%E4%BA%AE%20%E4%B8%89%E6%AF%94/\";");
        assertThat(old.caddy().lines().skip(1))
                .containsExactly(
                        "redir \"/tags/三亮/index.html\" \"/tags/%E4%B8%89%E4%BA%AE%20%E4%B8%89%E6%AF%94/\" permanent",
                        "redir \"/tags/三亮/\" \"/tags/%E4%B8%89%E4%BA%AE%20%E4%B8%89%E6%AF%94/\" permanent");
    }

    @Test
    void aSiteInAFolderOfItsServerBeginsWithTheFolder() {
        assertThat(of(Optional.of("http://example.cn/zhibu"), "a/old/index.html", "a/new/index.html")
                        .nginx())
                .contains("\"/zhibu/a/old/\" \"/zhibu/a/new/\";");
        assertThat(of(Optional.empty(), "a/old/index.html", "a/new/index.html").nginx())
                .contains("\"/a/old/\" \"/a/new/\";");
    }

    @Test
    void whatAServerWouldReadOtherwiseIsLeftToThePage() {
        for (String odd : new String[] {"a\"b", "a*b", "a{b}"}) {
            OldAddresses old = of(Optional.empty(), "tags/" + odd + "/index.html", "tags/x/index.html");
            assertThat(old.nginx().lines()).hasSize(1);
            assertThat(old.caddy().lines()).hasSize(1);
        }
        // A variable to nginx, where it stands in an address to go to.
        assertThat(of(Optional.empty(), "tags/a/index.html", "tags/$host/index.html")
                        .nginx())
                .contains("\"/tags/%24host/\"")
                .doesNotContain("$host/\"");
    }
}
