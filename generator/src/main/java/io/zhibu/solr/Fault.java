package io.zhibu.solr;

import java.io.IOException;

/** The engine didn't do what it should. */
public final class Fault extends IOException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message one Chinese sentence without a full stop
     * @param hint what to do
     */
    Fault(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
