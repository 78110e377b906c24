package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a site will be found, in ASCII. */
class HostTest {
    @ParameterizedTest
    @CsvSource({
        "http://zhibu.example.cn, http://zhibu.example.cn",
        "https://zhibu.example.cn:8080/kb/, https://zhibu.example.cn:8080/kb/",
        "http://10.0.0.7/a%20b, http://10.0.0.7/a%20b",
        "http://[fd00::7]:80/kb, http://[fd00::7]:80/kb",
        "http://zhi_bu/kb, http://zhi_bu/kb",
        "http://支部.中国/知识库, http://xn--pbv468g.xn--fiqs8s/%E7%9F%A5%E8%AF%86%E5%BA%93"
    })
    void anAddressIsWrittenInAscii(String written, String ascii) {
        assertThat(Host.ascii(written)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhibu.example.cn",
                "http://",
                "http://a..b/",
                "http://a<b/",
                "http://example.cn/?page=",
                "http://example.cn/#top",
                "http://example.cn/a|b",
                "http://example.cn/100%",
                "http://me@example.cn/"
            })
    void whatNoPageCanBeAddedToIsRefused(String written) {
        assertThat(Host.ascii(written)).isEmpty();
    }

    @Test
    void aLongNameIsRefused() {
        assertThat(Host.ascii("http://" + "支".repeat(70) + ".cn")).isEmpty();
    }
}
