package io.zhibu.preview;

import java.io.Closeable;

/** What answers a browser on this machine until it is closed. */
public interface Serving extends Closeable {
    /** Where the browser finds it. */
    String address();

    /** Waits until it is closed. */
    void awaitEnd() throws InterruptedException;
}
