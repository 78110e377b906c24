package io.zhibu.preview.http;

/** Answers requests. Asked from any thread. */
@FunctionalInterface
public interface Handler {
    Response answer(Request request) throws InterruptedException;
}
