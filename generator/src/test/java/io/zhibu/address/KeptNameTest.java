package io.zhibu.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that others chose stay as they are wherever every file system takes them. */
class KeptNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"图 片", "a b.txt", "C#", "100%", "a~b", ".htaccess", "-dash", "C++ & co (1).pdf", "it's"})
    void staysAsItIs(String name) {
        assertThat(Segment.kept(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a/b,a~2fb",
                "..,~2e~2e",
                "a:b,a~3ab",
                "con,~63on",
                "end.,end~2e",
                "` x`,~20x",
                "a?b,a~3fb",
                "a\\b,a~5cb"
            })
    void isSpeltWhereSomeSystemRefusesIt(String name, String spelt) {
        assertThat(Segment.kept(name)).isEqualTo(spelt);
    }

    @Test
    void anAddressOfSuchNamesIsLinkedToWithItsSignsEncoded() {
        Address address = Address.kept(List.of("图 片"), "a#b.html");

        assertThat(address.path()).isEqualTo("图 片/a#b.html");
        assertThat(address.link()).isEqualTo("%E5%9B%BE%20%E7%89%87/a%23b.html");
    }
}
