package io.zhibu.http;

/** Answers requests. Asked from any thread. */
@FunctionalInterface
public interface Handler {
    Response answer(Request request) throws InterruptedException;

    /**
     * How many bytes a POST may bring.
     *
     * @param head the request without what it brings, which isn't read yet
     */
    default int longestBody(Request head) {
        return 4096;
    }
}
