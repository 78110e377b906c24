package io.zhibu.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    private static LineDiff of(String first, String second) {
        return new LineDiff(
                first.chars().mapToObj(Character::toString).toList(),
                second.chars().mapToObj(Character::toString).toList());
    }

    @Test
    void whatOnlyOneHasIsShownWithTwoLinesAround() {
        LineDiff diff = of("abcdefghijklm", "abcdXfghijklmn");

        assertThat(diff.removed()).isEqualTo(1);
        assertThat(diff.added()).isEqualTo(2);
        assertThat(diff.shown())
                .containsExactly("@@ 第 3 行", " c", " d", "-e", "+X", " f", " g", "@@ 第 12 行", " l", " m", "+n");
    }

    @Test
    void equalTextsShowNothing() {
        assertThat(of("abc", "abc").shown()).isEmpty();
        assertThat(of("", "").shown()).isEmpty();
        assertThat(of("", "ab").shown()).containsExactly("@@ 第 1 行", "+a", "+b");
    }

    @Test
    void takingAwayWhatIsMinusAndAddingWhatIsPlusMakesTheSecondOfTheFirst() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<String> first = text(random);
            List<String> second = text(random);
            List<String> shown = new LineDiff(first, second).shown();
            List<String> plus =
                    shown.stream().filter(line -> line.startsWith("+")).toList();
            List<String> minus =
                    shown.stream().filter(line -> line.startsWith("-")).toList();
            List<String> left = new ArrayList<>(first);
            minus.forEach(line -> assertThat(left.remove(line.substring(1))).isTrue());
            plus.forEach(line -> left.add(line.substring(1)));
            assertThat(left).containsExactlyInAnyOrderElementsOf(second);
        }
    }

    private static List<String> text(Random random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> Integer.toString(random.nextInt(3)))
                .toList();
    }

    @Test
    void textsTooLargeToCompareAreToldAsAltogetherDifferent() {
        List<String> first = IntStream.range(0, 5_000).mapToObj(i -> "a" + i).toList();
        List<String> second = IntStream.range(0, 5_000).mapToObj(i -> "b" + i).toList();

        assertThat(new LineDiff(first, second).added()).isEqualTo(5_000);
    }
}
