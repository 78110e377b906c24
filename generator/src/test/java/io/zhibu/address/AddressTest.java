package io.zhibu.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a file stands on disk, and how a link to it is written, are two spellings of one address. */
class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"郑守仁", "三问 两帮", "C++", "#1", "50%", "a~b", "e\u0301", "é", "😀", "..", "a:b", "a&b", "a'b"})
    void theLinkDecodesToThePathOnDisk(String name) {
        Address address = Address.page("tags", name);

        assertThat(URI.create(address.link()).getPath()).isEqualTo(address.path());
        assertThat(address.link()).matches("[\\x21-\\x7e]+");
    }

    @Test
    void aLinkFromOnePageToAnotherResolvesToIt() {
        List<Address> addresses = List.of(
                new Address("index.html"),
                Address.page("tags"),
                Address.page("tags", "党建"),
                Address.page("tags", "党建", "2"),
                Address.page("tagsoup"),
                Address.page("work-method", "san-wen"),
                Address.of(List.of("a b"), "图 1.png"),
                Address.of(List.of(), "a:b.html"),
                new Address("feed.xml"));

        for (Address from : addresses) {
            for (Address to : addresses) {
                URI base = URI.create("http://example.cn/site/" + from.link());
                assertThat(base.resolve(from.linkTo(to)).getPath())
                        .as("%s to %s by %s", from, to, from.linkTo(to))
                        .isEqualTo("/site/" + to.path());
            }
        }
    }

    @Test
    void theRootIsAsManyStepsUpAsThereAreFolders() {
        assertThat(new Address("index.html").root()).isEmpty();
        assertThat(Address.page("tags", "党建").root()).isEqualTo("../../");
    }

    @Test
    void aPersonWritesTheSameWayWithoutCodes() {
        assertThat(new Address("content/工作法/三问.md").pathTo(new Address("content/支部/一.md")))
                .isEqualTo("../支部/一.md");
    }

    @Test
    void addressesThatDifferInCaseOnlyCollide() {
        assertThat(Address.page("tags", "GIS").collisionKey())
                .isEqualTo(Address.page("tags", "gis").collisionKey());
        assertThat(Address.page("tags", "Straße").collisionKey())
                .isNotEqualTo(Address.page("tags", "Strase").collisionKey());
    }

    @Test
    void addressesThatDifferInHowAnAccentIsWrittenOnlyCollide() {
        String key = new Address("a/\u00e9.html").collisionKey();
        assertThat(new Address("a/e\u0301.html").collisionKey()).isEqualTo(key);
        assertThat(new Address("A/\u00c9.html").collisionKey()).isEqualTo(key);
        assertThat(new Address("a/E\u0301.html").collisionKey()).isEqualTo(key);
        assertThat(new Address("a/e.html").collisionKey()).isNotEqualTo(key);
        assertThat(new Address("\u1fb3").collisionKey()).isEqualTo(new Address("\u03b1\u0345").collisionKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a/.", ".", "a\\b"})
    void whatNamesNoFileBelowTheRootIsRefused(String path) {
        assertThatThrownBy(() -> new Address(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + path + "\"");
    }
}
