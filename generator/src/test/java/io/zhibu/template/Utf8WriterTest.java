package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a text is cut up, its bytes are those that Java makes of the whole. */
class Utf8WriterTest {
    private static final String[] BITS = {
        "a", "<p>", "é", "\u07ff", "\u0800", "三问", "\uffff", "😀", "\ud83d", "\ude00", "\0"
    };

    @Test
    void anyTextInAnyPieces() throws IOException {
        Random random = new Random(1921);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder whole = new StringBuilder();
            Utf8Writer out = new Utf8Writer();
            for (int n = random.nextInt(8); n > 0; n--) {
                String piece = BITS[random.nextInt(BITS.length)].repeat(random.nextInt(3) + 1);
                int from = random.nextInt(piece.length());
                if (random.nextBoolean()) {
                    out.write(piece, from, piece.length() - from);
                } else {
                    out.write(piece.toCharArray(), from, piece.length() - from);
                }
                whole.append(piece, from, piece.length());
            }
            assertThat(out.bytes()).isEqualTo(whole.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTextThatIsLongerThanAllBefore() throws IOException {
        String text = "防汛抢险".repeat(50_000);
        Utf8Writer out = new Utf8Writer();
        out.write(text, 1, text.length() - 1);

        assertThat(out.bytes()).isEqualTo(text.substring(1).getBytes(StandardCharsets.UTF_8));
    }
}
