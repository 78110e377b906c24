package io.zhibu.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work is waited for no longer than it may take, whether it heeds an interruption or not. */
class PatienceTest {
    private final Patience hasty = new Patience(Duration.ofMillis(100));
    private final Patience patient = new Patience(Duration.ofSeconds(60));

    @Test
    void workInTimeGivesWhatItCameTo() {
        List<Integer> squares = new Parallel(4)
                .map(
                        IntStream.range(0, 1_000).boxed().toList(),
                        () -> i -> patient.spend(() -> i * i).orElseThrow());

        assertThat(squares)
                .isEqualTo(IntStream.range(0, 1_000).map(i -> i * i).boxed().toList());
    }

    @Test
    void whatItThrowsIsThrown() {
        assertThatThrownBy(() -> patient.spend(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThatThrownBy(() -> patient.spend(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void lateWorkIsToldAndInterrupted() {
        AtomicBoolean told = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();

        Optional<String> late = hasty.spend(
                () -> {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException stop) {
                        interrupted.set(true);
                    }
                    return "too late";
                },
                () -> told.set(true));

        assertThat(late).isEmpty();
        assertThat(told).isTrue();
        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void workThatHeedsNothingIsLeftBehind() {
        CountDownLatch stubborn = new CountDownLatch(1);

        Optional<String> late = hasty.spend(() -> {
            while (stubborn.getCount() > 0) {
                Thread.onSpinWait();
            }
            return "too late";
        });

        assertThat(late).isEmpty();
        assertThat(hasty.spend(() -> "the next")).contains("the next");
        stubborn.countDown();
    }
}
