package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.page.Page;
import java.time.LocalDate;
import java.util.Optional;

/** What a file said once, to the entry that it was. */
public final class FormerReading {
    private final Config config;
    private final BodyReading bodies;

    /** @param bodies used by one thread */
    public FormerReading(Config config, BodyReading bodies) {
        this.config = config;
        this.bodies = bodies;
    }

    /**
     * The entry as it was on this day; empty if it was none.
     *
     * @param name of the file, from the site's root
     */
    public Optional<Page> read(byte[] text, String name, LocalDate day) {
        return new EntryReading(config, day, bodies).read(text, name).value();
    }
}
