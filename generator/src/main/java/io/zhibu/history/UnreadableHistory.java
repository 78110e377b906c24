package io.zhibu.history;

/** Git ran and couldn't tell. Never leaves this room. */
final class UnreadableHistory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param fault as git words it */
    UnreadableHistory(String fault) {
        super(fault);
    }
}
