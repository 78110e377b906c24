package io.zhibu.preview;

import io.zhibu.build.Building;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the caller decides about every build of a preview. */
public interface Making {
    /**
     * A build of the folder as it is now.
     *
     * @param stop to be called often; throws when nobody wants the build any more
     */
    Building building(Runnable stop);

    /** The day that dates are held against. */
    LocalDate today(ZoneId zone);
}
