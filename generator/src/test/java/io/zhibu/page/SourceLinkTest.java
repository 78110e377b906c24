package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link is understood from the file that it stands in. */
class SourceLinkTest {
    private static final Page PAGE = new Page(
            new Page.Heading(
                    "m",
                    "method",
                    "三问",
                    Status.PUBLISHED,
                    false,
                    "",
                    Address.page("method", "m"),
                    new Where("content/method/m.md", 1, 1)),
            Fields.none(),
            Body.empty(),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "n.md, ENTRY, content/method/n.md, ''",
        "./n.md, ENTRY, content/method/n.md, ''",
        "../branch/b.md#概况, ENTRY, content/branch/b.md, 概况",
        "%E4%B8%89%E9%97%AE.md, ENTRY, content/method/三问.md, ''",
        "a+b.md, ENTRY, content/method/a+b.md, ''",
        "50%.md, ENTRY, content/method/50%.md, ''",
        "#%E5%81%9A%E6%B3%95, HERE, '', 做法",
        "m/a.png, ASSET, content/method/m/a.png, ''",
        "../../../../a.png, ASSET, a.png, ''",
        "https://example.cn/#a, ELSEWHERE, '', a",
        "mailto:a@example.cn, ELSEWHERE, '', ''",
        "//example.cn/a.md, ELSEWHERE, '', ''",
        "/branch/b.md, ABSOLUTE, '', ''",
        "../branch/, FOLDER, '', ''",
        ".., FOLDER, '', ''",
        "n.md?x=1#%E5%81%9A, ENTRY, content/method/n.md, 做",
        "a/../m/./a.png?x#y, ASSET, content/method/m/a.png, y",
        "../method/m/a.png, ASSET, content/method/m/a.png, ''",
        "' m/a.png ', ASSET, content/method/m/a.png, ''",
        "'', EMPTY, '', ''",
        "https：//example.cn, FULL_WIDTH, '', ''",
        "mailto：a@example.cn, FULL_WIDTH, '', ''",
        "www.example.cn, HOST, '', ''",
        "www.example.gov.cn/a.html#b, HOST, '', b",
        "example.cn:8080/a, HOST, '', ''",
        "三问.cn, ASSET, content/method/三问.cn, ''"
    })
    void eachKind(String written, SourceLink.Kind kind, String file, String anchor) {
        assertThat(SourceLink.of(written, PAGE)).isEqualTo(new SourceLink(kind, written, file, anchor));
    }
}
