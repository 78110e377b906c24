package io.zhibu.render;

import java.util.function.Supplier;

/** A value that is made when somebody first asks, once for all threads. */
final class Once<T> {
    private final Supplier<T> making;
    private T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    synchronized T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
