package io.zhibu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A finished site: one file at each address, made only when it is asked for. */
class OutputTest {
    private final Output.Builder builder = new Output.Builder();

    @Test
    void filesStandInTheOrderOfTheirAddresses() {
        add("tags/index.html", "a.md");
        add("index.html", "b.md");
        add("404.html", "c.md");

        assertThat(builder.build().value().files().keySet())
                .extracting(Address::path)
                .containsExactly("404.html", "index.html", "tags/index.html");
    }

    @Test
    void nothingIsMadeUntilItIsAskedFor() {
        AtomicInteger made = new AtomicInteger();
        Address address = new Address("index.html");
        builder.add(address, Where.inFile("a.md"), () -> Outcome.of(new byte[made.incrementAndGet()]));
        Output output = builder.build().value();

        assertThat(made).hasValue(0);
        assertThat(output.files().get(address).make().value()).hasSize(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void theSecondFileAtAnAddressIsToldWhereItComesFromAndTheFirstStays() {
        add("Tags/A.html", "a.md");
        add("tags/a.html", "b.md");
        Outcome<Output> output = builder.build();

        assertThat(output.diagnostics()).singleElement().hasToString("""
                b.md: 错误[address-taken] 网址“tags/a.html”已被 a.md 占用（不分大小写）
                    建议：改掉其中一个的标识、标签名或文件名""");
        assertThat(output.value().files().keySet()).isEqualTo(Set.of(new Address("Tags/A.html")));
    }

    @Test
    void oneNameInTwoSpellingsIsOneFileToSomeDisks() {
        add("a/caf\u00e9.pdf", "a.md");
        add("a/Cafe\u0301.pdf", "b.md");

        assertThat(builder.build().diagnostics()).singleElement().hasToString("""
                b.md: 错误[address-taken] 网址“a/Cafe\u0301.pdf”已被 a.md 占用（不分大小写，也不分带符号的字母写成一个字符还是两个）
                    建议：改掉其中一个的标识、标签名或文件名""");
    }

    @Test
    void aNameThatNoDiskTakesIsTold() {
        add("tags/" + "长".repeat(85) + "/index.html", "a.md");
        add("tags/" + "长".repeat(85) + "b/index.html", "b.md");
        add("c".repeat(251) + ".html", "c.md");

        assertThat(builder.build().diagnostics())
                .extracting(one -> one.where() + ": " + one.message())
                .containsExactly(
                        "b.md: 网址里“" + "长".repeat(20) + "……”这一段有 256 字节，磁盘上一个名字最多 255 字节",
                        "c.md: 网址里“" + "c".repeat(20) + "……”这一段有 256 字节，磁盘上一个名字最多 255 字节");
    }

    @Test
    void whatWasBuiltChangesNoMore() {
        add("index.html", "a.md");
        Output output = builder.build().value();
        add("later.html", "b.md");

        assertThat(List.copyOf(output.files().keySet())).containsExactly(new Address("index.html"));
        assertThatThrownBy(() -> output.files().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private void add(String path, String origin) {
        builder.add(new Address(path), Where.inFile(origin), () -> Outcome.of(new byte[0]));
    }
}
