package io.zhibu.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a file held is known only of the same name that stands in the same way. */
class StoodTest {
    private static final Path FILE = Path.of("content/a.md");
    private static final Digest SOURCE = Digest.of("what it holds");

    private final Memory memory = new Recollection(Memory.NONE);

    @Test
    void itHoldsWhatItHeldIfItStandsAsItStood() {
        keep(Optional.of("one"));
        assertThat(stood(Optional.of("one")).source(FILE, "content/a.md")).contains(SOURCE);
    }

    @Test
    void ifItStandsOtherwiseOrNobodyKnowsHowItMustBeOpened() {
        keep(Optional.of("one"));
        assertThat(stood(Optional.of("another")).source(FILE, "content/a.md")).isEmpty();
        assertThat(stood(Optional.empty()).source(FILE, "content/a.md")).isEmpty();
        assertThat(stood(Optional.of("one")).source(FILE, "content/b.md")).isEmpty();
    }

    @Test
    void ofAFileOfWhichNobodyKnowsHowItStoodNothingIsKept() {
        keep(Optional.empty());
        assertThat(stood(Optional.of("one")).source(FILE, "content/a.md")).isEmpty();
    }

    private void keep(Optional<String> mark) {
        Stood stood = stood(mark);
        stood.keep(FILE, "content/a.md", SOURCE);
        stood.book().close();
    }

    private Stood stood(Optional<String> mark) {
        return new Stood(file -> mark.map(Digest::of), memory.open("stood", Digest.of("settings")));
    }
}
