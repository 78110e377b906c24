package io.zhibu.tally;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether branches have a room of the standard. Those that say nothing of a room are neither met nor missed.
 *
 * @param met branches whose room is up to the standard
 * @param missed branches whose room isn't
 * @param unrecorded branches of which nobody knows
 */
public record ActivityRooms(List<Page> met, List<Page> missed, List<Page> unrecorded) {
    public ActivityRooms {
        met = List.copyOf(met);
        missed = List.copyOf(missed);
        unrecorded = List.copyOf(unrecorded);
    }

    /** Of those of these pages that are branches and weren't dissolved. */
    public static ActivityRooms of(List<Page> pages) {
        List<Page> met = new ArrayList<>();
        List<Page> missed = new ArrayList<>();
        List<Page> unrecorded = new ArrayList<>();
        for (Page page : pages) {
            if (page.type().equals("branch") && !page.fields().flag("dissolved")) {
                Optional<Boolean> standard = standard(page);
                (standard.isEmpty() ? unrecorded : standard.get() ? met : missed).add(page);
            }
        }
        return new ActivityRooms(met, missed, unrecorded);
    }

    private static Optional<Boolean> standard(Page page) {
        return page.fields()
                .first("activity_room", Value.Record.class)
                .flatMap(room -> room.fields().first("standard", Value.Flag.class))
                .map(Value.Flag::flag);
    }

    /** How many there are to tell of. */
    public int recorded() {
        return met.size() + missed.size();
    }

    public boolean isEmpty() {
        return recorded() + unrecorded.size() == 0;
    }
}
