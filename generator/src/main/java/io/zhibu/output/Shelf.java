package io.zhibu.output;

import java.util.function.Supplier;

/** Keeps what took long to make from one build to the next. Safe from many threads. */
@FunctionalInterface
public interface Shelf {
    /** Keeps nothing: everything is made anew. */
    Shelf NONE = (name, making) -> making.get();

    /**
     * What stands under the name, or what is made now.
     *
     * @param name of a file, that tells all that what is made depends on
     */
    byte[] keep(String name, Supplier<byte[]> making);
}
