package io.zhibu.content;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;

/** Reads what stands below the header. Used by one thread only. */
@FunctionalInterface
public interface BodyReading {
    /**
     * @param text line ends are {@code \n}
     * @param start where the text begins in its file
     */
    Outcome<Body> read(String text, Where start);
}
