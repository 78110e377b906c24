package io.zhibu.output;

import io.zhibu.diagnostic.Outcome;

/** Makes the bytes of one file when asked. Asked once, from any thread; what goes wrong is in the outcome, beside whatever bytes there are. */
@FunctionalInterface
public interface Source {
    Outcome<byte[]> make();
}
