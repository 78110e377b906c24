package io.zhibu.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The word that was probably meant is found, and no other is made up. */
class NearestTest {
    private static final List<String> KEYS = List.of("title", "type", "unit", "published");

    @Test
    void aSlipOfOneOrTwoKeysIsSeenThrough() {
        assertThat(Nearest.to("titel", KEYS)).contains("title");
        assertThat(Nearest.to("pubished", KEYS)).contains("published");
        assertThat(Nearest.to("Unit", KEYS)).contains("unit");
    }

    @Test
    void anotherWordIsNotNear() {
        assertThat(Nearest.to("summary", KEYS)).isEmpty();
        assertThat(Nearest.to("", KEYS)).isEmpty();
    }

    @Test
    void shortChineseWordsMayDifferInOneCharacter() {
        assertThat(Nearest.to("防讯", List.of("党建", "防汛"))).contains("防汛");
        assertThat(Nearest.to("水文", List.of("党建", "防汛"))).isEmpty();
    }

    @Test
    void ofTwoThatAreAsNearTheFirstInOrderIsTaken() {
        assertThat(Nearest.to("ad", List.of("ac", "ab"))).contains("ab");
    }

    @Test
    void theHintAsksForTheNearestOrListsTwelve() {
        List<String> many = IntStream.range(10, 30).mapToObj(n -> "word" + n).toList();

        assertThat(Nearest.hint("titel", KEYS)).isEqualTo("是“title”吗？");
        assertThat(Nearest.hint("党员", KEYS)).isEqualTo("可用的有：title、type、unit、published");
        assertThat(Nearest.hint("党员", many)).endsWith("word21…");
        assertThat(Nearest.hint("党员", List.of())).isEqualTo("可用的有：（无）");
    }

    @Test
    void manyCandidatesAndLongWordsTakeNoTime() {
        List<String> many = IntStream.range(0, 100_000)
                .mapToObj(n -> "some-word-of-the-vocabulary-" + Integer.toString(n * 7919, 36))
                .toList();
        Nearest.to("warm-up", many);

        long begun = System.nanoTime();
        assertThat(Nearest.to("字".repeat(100_000), many)).isEmpty();
        assertThat(Nearest.to("字".repeat(100_000), List.of("字".repeat(99_999)))).isEmpty();
        assertThat(Nearest.to(many.get(77_777).replace("vocabulary", "vocabluary"), many))
                .contains(many.get(77_777));
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun)).isLessThan(java.time.Duration.ofSeconds(5));
    }

    @Test
    void theBoundedDistanceIsTheWholeOne() {
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 3000; round++) {
            String one = random(random);
            String other = random(random);
            int allowed = Math.max(1, one.length() / 3);
            assertThat(Nearest.to(one, List.of(other)).isPresent())
                    .as(one + " " + other)
                    .isEqualTo(edits(one, other) <= allowed);
        }
    }

    private static String random(java.util.Random random) {
        return random.ints(random.nextInt(9) + 1L, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** By the definition, without bounds. */
    private static int edits(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
