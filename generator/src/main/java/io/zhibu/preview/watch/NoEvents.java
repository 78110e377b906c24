package io.zhibu.preview.watch;

import java.nio.file.Path;
import java.util.Set;

/** For systems and network drives that tell nothing. */
public final class NoEvents implements Events {
    @Override
    public void watch(Places places) {
        // Nothing will be told of them either.
    }

    @Override
    public Set<Path> next(long millis) throws InterruptedException {
        Thread.sleep(Math.max(1, millis));
        return Set.of();
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
