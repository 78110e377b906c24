package io.zhibu.preview.watch;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Set;

/** What the system tells of changes by itself. It may tell late, too little, or nothing at all. */
public interface Events extends Closeable {
    /** From now on these places are meant. */
    void watch(Places places);

    /**
     * What was touched, at once or when something is; empty when the time is over. A folder stands for whatever is in it.
     *
     * @param millis how long to wait at most
     */
    Set<Path> next(long millis) throws InterruptedException;

    @Override
    void close();
}
