package io.zhibu.output;

import io.zhibu.diagnostic.Outcome;

/** Makes the bytes of one file when asked, the same each time. Asked from any thread, once unless a site is tried out first; what goes wrong is in the outcome, beside whatever bytes there are. */
@FunctionalInterface
public interface Source {
    Outcome<byte[]> make();

    /** The same, for whoever puts the new site where the {@link Standing} one lies. */
    default Outcome<Product> product() {
        Outcome<byte[]> made = make();
        return new Outcome<>(Product.of(made.value()), made.diagnostics());
    }
}
