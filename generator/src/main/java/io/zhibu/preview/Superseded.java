package io.zhibu.preview;

/** A build that nobody waits for any more: the files changed again. */
final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Superseded() {
        super("superseded", null, false, false);
    }
}
