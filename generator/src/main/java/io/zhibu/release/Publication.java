package io.zhibu.release;

import java.util.Optional;

/**
 * What publishing came to.
 *
 * @param live what readers get now; empty if they have got nothing so far
 * @param before what they got before
 * @param written how many files were written and not taken over from the last release
 */
public record Publication(What what, Optional<Release> live, Optional<Release> before, int written) {
    /** How it ended. */
    public enum What {
        /** Readers get the new site. */
        SWITCHED,
        /** Readers have it already: every file is the same. */
        SAME,
        /** Readers keep what they had. */
        KEPT
    }

    public boolean isGood() {
        return what != What.KEPT;
    }
}
