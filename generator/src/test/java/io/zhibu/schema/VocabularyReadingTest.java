package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A vocabulary as large as it may be is read in seconds, whatever is in it; a larger one is refused in one sentence. */
class VocabularyReadingTest {
    private static final int MOST = 100_000;
    /** Looking at all words for each word took minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void asManyWordsAsThereMayBeAreRead() {
        Outcome<Vocabulary> read = read(MOST, i -> i == 0 ? Map.of() : Map.of("parent", "w" + i / 10));

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().words()).hasSize(MOST);
        assertThat(read.value().pathTo("w12345"))
                .extracting(Vocabulary.Word::key)
                .containsExactly("w0", "w1", "w12", "w123", "w1234", "w12345");
    }

    @Test
    void oneWordMoreIsToldOnceAtItsLine() {
        Outcome<Vocabulary> read = read(MOST + 1, i -> Map.of("parent", "nowhere" + i));

        assertThat(read.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("unit.yml:100002:3: 错误[vocabulary-large] 词表有 100001 个词，最多 100000 个\n"
                        + "    建议：只留条目用得到的词；这一行起的移到别处，或分成几个词表");
        assertThat(read.value().words()).isEmpty();
    }

    @Test
    void aChainOfParentsIsToldOnceWhereItIsTooDeep() {
        Outcome<Vocabulary> read = read(MOST, i -> i == 0 ? Map.of() : Map.of("parent", "w" + (i - 1)));

        assertThat(read.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("unit.yml:22:3: 错误[vocabulary-large] “w20”在第 21 层，最多 20 层\n    建议：上级写得高一些，或删去中间的层次");
        assertThat(read(20, i -> i == 0 ? Map.of() : Map.of("parent", "w" + (i - 1)))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aCircleOfParentsIsToldOnce() {
        assertThat(read(19, i -> Map.of("parent", "w" + (i + 1) % 19)).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("vocabulary-circle");
        assertThat(read(MOST, i -> Map.of("parent", "w" + (i + 1) % MOST)).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("vocabulary-large");
    }

    @Test
    void aWrongParentOfEachWordIsTold() {
        assertThat(read(MOST, i -> Map.of("parent", "v" + i)).diagnostics())
                .hasSize(MOST)
                .allMatch(one -> one.rule().equals("vocabulary-parent"));
    }

    @Test
    void aChainOfRenamingsLeadsFromEachOfItsWordsToItsEnd() {
        Outcome<Vocabulary> read = read(MOST, i -> i == MOST - 1 ? Map.of() : Map.of("renamed_to", "w" + (i + 1)));

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().named("词0").orElseThrow().key()).isEqualTo("w99999");
        assertThat(read.value().named("w50000").orElseThrow().key()).isEqualTo("w99999");
        assertThat(read.value().namesOf("w99999")).hasSize(MOST);
    }

    @Test
    void noWordOfACircleOfRenamingsLeadsAnywhere() {
        Outcome<Vocabulary> read = read(4, i -> i == 3 ? Map.of() : Map.of("renamed_to", "w" + (i == 2 ? 1 : i + 1)));

        assertThat(read.diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("vocabulary-renamed", "vocabulary-renamed", "vocabulary-renamed");
        assertThat(read.value().words()).extracting(Vocabulary.Word::key).containsExactly("w3");
    }

    /** One word a line, from the second line on; written as nodes, since YAML of this size takes longer to read than the words. */
    private static Outcome<Vocabulary> read(int words, IntFunction<Map<String, String>> more) {
        List<Node.Entry> entries = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            Where where = new Where("unit.yml", i + 2, 3);
            List<Node.Entry> word = new ArrayList<>(List.of(entry("label", "词" + i, where)));
            more.apply(i).forEach((key, value) -> word.add(entry(key, value, where)));
            entries.add(new Node.Entry("w" + i, where, new Node.Mapping(word, where)));
        }
        Where top = new Where("unit.yml", 1, 1);
        Node.Mapping file =
                new Node.Mapping(List.of(new Node.Entry("words", top, new Node.Mapping(entries, top))), top);
        return assertTimeoutPreemptively(LONGEST, () -> new VocabularyReading().vocabulary("unit", file));
    }

    private static Node.Entry entry(String key, String value, Where where) {
        return new Node.Entry(key, where, new Node.Scalar(value, true, where));
    }
}
