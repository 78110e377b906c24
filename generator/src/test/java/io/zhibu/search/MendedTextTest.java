package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.hanzi.Folding;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Scruples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is mended in a text by itself: the search finds the same in it, and what isn't the writer's own prose stays. */
class MendedTextTest {
    private static final String[] PIECES = {
        "甲",
        "党支部",
        "的",
        "的的",
        ",",
        ", ",
        "，",
        "，，",
        "。",
        "。。",
        ".",
        ";",
        ":",
        "!",
        "?",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "\"",
        "'",
        "《",
        "》",
        "１２",
        "Ａｂ",
        "12",
        "ab ",
        " ",
        "\u3000",
        "\n",
        "\n\n",
        "\r\n",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "|",
        "[",
        "](",
        "](a,b.md)",
        "https://a.cn/甲,乙",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "$",
        "$$",
        "[^1]",
        "[^1]: ",
        "[A1]",
        "---\n",
        "title: ",
        "tags: [甲, 乙]\n",
        "x: {a: 甲, b: 乙}\n",
        "\\",
        "*",
        "**",
        "x@a.cn",
        "!!! note \"甲\"\n"
    };

    private final Folding folding = new Folding();
    private final Proofs proofs = new Proofs(Scruples.NONE);

    @Test
    void mendingChangesNoWordAndEndsAtOnce() {
        Random random = new Random(20260701);
        int changed = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            String mended = proofs.mended(text);

            assertThat(words(mended)).as(text).isEqualTo(words(text));
            assertThat(proofs.mended(mended)).as(text).isEqualTo(mended);
            changed += mended.equals(text) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(2000);
    }

    @Test
    void whatIsNotOnesOwnStays() {
        Random random = new Random(20260702);
        for (int i = 0; i < 5_000; i++) {
            String quoted = "`" + plain(random) + "`";
            String code = "\n\n```\n" + plain(random) + "\n```\n\n";
            String said = "“" + plain(random) + "”";
            String text = "甲" + quoted + "乙," + said + "丙" + code + "丁(戊)己https://a.cn/x,y 庚";

            String mended = proofs.mended(text);

            assertThat(mended).contains(quoted, code, said, "https://a.cn/x,y").contains("丁（戊）己");
        }
    }

    @Test
    void aHeaderKeepsItsForm() {
        String header = "---\nid: a-b\ntitle: 甲,乙\ntags: [党建, 防汛]\ngloss:\n  - {term: 甲, meaning: 乙}\n---\n";

        assertThat(proofs.mended(header)).isEqualTo(header.replace("甲,乙", "甲，乙"));
    }

    private static String plain(Random random) {
        String[] plain = {"甲", "乙", ",", ";", "(丙)", "１", "的", "，，", ":"};
        StringBuilder text = new StringBuilder("甲");
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(plain[random.nextInt(plain.length)]);
        }
        return text.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Tokens.of(folding.fold(text)).forEach(token -> words.add(token.text()));
        return words;
    }
}
