package io.zhibu.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void resultsComeInTheOrderOfTheItems(int jobs) {
        assertThat(new Parallel(jobs).map(ITEMS, () -> item -> item * 2))
                .isEqualTo(ITEMS.stream().map(item -> item * 2).toList());
    }

    @Test
    void noMoreWorkersThanThereIsWork() {
        AtomicInteger workers = new AtomicInteger();
        List<Integer> doubled = new Parallel(64).map(List.of(1, 2), () -> {
            workers.incrementAndGet();
            return n -> 2 * n;
        });
        assertThat(doubled).containsExactly(2, 4);
        assertThat(workers.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void eachThreadHasAWorkerOfItsOwn() {
        AtomicInteger workers = new AtomicInteger();
        new Parallel(3).map(ITEMS, () -> {
            workers.incrementAndGet();
            return item -> item;
        });
        assertThat(workers).hasValue(3);
    }

    @Test
    void nothingRunsAnyMoreOnceAFailureIsTold() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        Set<Integer> ended = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> new Parallel(4).map(ITEMS, () -> item -> {
                    begun.add(item);
                    if (item == 20) {
                        throw new UncheckedIOException(new java.io.IOException("disk"));
                    }
                    Thread.onSpinWait();
                    ended.add(item);
                    return item;
                }))
                .isInstanceOf(UncheckedIOException.class);
        begun.remove(20);
        assertThat(ended).isEqualTo(begun);
        assertThat(begun).hasSizeLessThan(ITEMS.size());
    }

    @Test
    void theSlowAreWaitedForWhenTheFirstFails() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        Set<Integer> ended = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        assertThatThrownBy(() -> new Parallel(4).map(List.of(0, 1, 2, 3), () -> item -> {
                    begun.add(item);
                    all.countDown();
                    try {
                        all.await();
                        if (item == 0) {
                            throw new IllegalArgumentException("the first");
                        }
                        Thread.sleep(100);
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                    ended.add(item);
                    return item;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(begun).containsExactly(0, 1, 2, 3);
        assertThat(ended).containsExactly(1, 2, 3);
    }

    @Test
    void workMayNestDeeply() {
        assertThat(new Parallel(1).map(List.of(20_000), () -> ParallelTest::depth))
                .containsExactly(20_000);
    }

    private static int depth(int more) {
        return more == 0 ? 0 : 1 + depth(more - 1);
    }

    @Test
    void zeroJobsAreRefused() {
        assertThatThrownBy(() -> new Parallel(0)).hasMessage("jobs must be at least 1, not 0");
    }
}
