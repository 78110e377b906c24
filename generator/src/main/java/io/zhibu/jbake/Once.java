package io.zhibu.jbake;

import java.util.function.Supplier;

/** A value that is made when somebody first asks, once for all threads. */
public final class Once<T> {
    private final Supplier<T> making;
    private T made;

    public Once(Supplier<T> making) {
        this.making = making;
    }

    public synchronized T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
