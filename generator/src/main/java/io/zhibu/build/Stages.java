package io.zhibu.build;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the stages of one build, tells each before it begins and keeps how long it took. */
final class Stages {
    private final Consumer<String> begins;
    private final Map<String, Long> times = new LinkedHashMap<>();

    Stages(Consumer<String> begins) {
        this.begins = begins;
    }

    interface Stage<T> {
        T run() throws IOException;
    }

    <T> T timed(String stage, Stage<T> work) throws IOException {
        begins.accept(stage);
        long begun = System.nanoTime();
        T made = work.run();
        times.put(stage, (System.nanoTime() - begun) / 1_000_000);
        return made;
    }

    /** What a part of a stage took; left out if it is less than a millisecond. */
    synchronized void part(String stage, String part, long nanos) {
        if (nanos >= 1_000_000) {
            times.put(stage + "/" + part, nanos / 1_000_000);
        }
    }

    /** Milliseconds by stage, in the order in which they ended. */
    Map<String, Long> times() {
        return times;
    }
}
