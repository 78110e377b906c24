package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            authors: 张三、李四         | 10 | 张三、李四     | 张三, 李四
            authors: [别名甲，别名乙]   | 11 | 别名甲，别名乙 | 别名甲, 别名乙
            authors: [“甲”，“乙”]       | 11 | “甲”，“乙”     | 甲, 乙
            authors: 【甲，乙】         | 10 | 【甲，乙】     | 甲, 乙
            authors: ［甲］             | 10 | ［甲］         | 甲
            authors: [甲，乙, 丙]       | 11 | 甲，乙         | 甲, 乙, 丙
            """, delimiter = '|')
    void severalItemsThatAreReadAsOneAreTold(String yaml, int column, String item, String mended) {
        assertThat(told(yaml))
                .containsExactly("a.md:1:" + column + ": 警告[list-comma] “作者”里的“" + item
                        + "”算一项\n    建议：是几项就用半角逗号隔开：authors: [" + mended + "]；真是一项就加上双引号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authors: [甲, 乙]",
                "authors: \"甲，乙\"",
                "authors: [\"甲，乙\"]",
                "authors: 《甲，乙》",
                "authors: [政治巡察、党建督查, 乙]",
                "authors:\n  - 讲学习，讲政治\n  - 乙"
            })
    void whatIsRightIsNotComplainedOf(String yaml) {
        assertThat(told(yaml)).isEmpty();
    }

    private static List<String> told(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Node.Mapping written =
                new YamlReading().mapping(yaml, new Where("a.md", 1, 1)).value();
        Field authors = new Field(
                "authors",
                "作者",
                new Field.Text(),
                true,
                new Field.Never(),
                false,
                "",
                true,
                new Field.Limits(0, Integer.MAX_VALUE, ""),
                List.of());
        Node list = written.get("authors").orElseThrow();
        List<Node> items = list instanceof Node.Sequence sequence ? sequence.items() : List.of(list);
        new Joined(authors, diagnostics).look(list, items);
        return diagnostics.list().stream().map(Diagnostic::toString).toList();
    }
}
