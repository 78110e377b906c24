package io.zhibu.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A place is written as editors and terminals read it. */
class WhereTest {
    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(Where.inFile("a.md")).hasToString("a.md");
        assertThat(Where.inFile("a.md").at(3, 0)).hasToString("a.md:3");
        assertThat(Where.inFile("a.md").at(3, 7)).hasToString("a.md:3:7");
    }

    @Test
    void placesAreInTheOrderOfReading() {
        Where first = new Where("a.md", 2, 9);
        Where second = new Where("a.md", 10, 1);
        Where third = new Where("b.md", 1, 1);

        assertThat(List.of(third, second, first).stream().sorted()).containsExactly(first, second, third);
    }

    @Test
    void noLineIsBeforeTheFirst() {
        assertThatThrownBy(() -> new Where("a.md", -1, 3)).hasMessage("negative position -1:3 in a.md");
    }
}
