package io.zhibu.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void whatIsPutInDifferentPiecesIsDifferent() {
        assertThat(new Digest.Of().text("ab").text("c").digest())
                .isNotEqualTo(new Digest.Of().text("a").text("bc").digest())
                .isNotEqualTo(new Digest.Of().text("abc").digest())
                .isEqualTo(new Digest.Of().text("ab").text("c").digest());
        assertThat(Digest.of(new byte[3])).isNotEqualTo(Digest.of(new byte[4]));
    }

    @Test
    void itIsReadAsItWasWritten() {
        Digest digest = Digest.of("三亮");
        assertThat(Digest.read(digest.bytes(), 0)).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(digest.toString()).hasSize(32);
    }

    /** Each bit of the digest must depend on each bit of the text, or two texts that differ little would meet. */
    @Test
    void oneBitChangesHalfOfAllBits() {
        Random random = new Random(7);
        byte[] text = new byte[61];
        random.nextBytes(text);
        int[] changed = new int[Digest.SIZE * 8];
        int tries = 0;
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] other = text.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] one = Digest.of(text).bytes();
            byte[] two = Digest.of(other).bytes();
            for (int i = 0; i < changed.length; i++) {
                changed[i] += (one[i / 8] ^ two[i / 8]) >> i % 8 & 1;
            }
            tries++;
        }
        for (int count : changed) {
            assertThat((double) count / tries).isBetween(0.38, 0.62);
        }
    }

    @Test
    void aMillionSmallTextsAndTheirHalvesDontMeet() {
        Map<Long, Integer> heads = new HashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            Integer before = heads.put(Digest.of("条目/" + i + ".md").head(), i);
            assertThat(before).isNull();
        }
    }
}
