package io.zhibu.health;

import java.util.List;
import java.util.Optional;

/**
 * An entry of which the report tells.
 *
 * @param file path from the site's root
 * @param beside the files that are published with it, by path from the site's root
 * @param type as readers know it
 * @param unit that contributed it; empty if it names none
 * @param sample made up to show how a full entry looks
 * @param owner of its last change; empty if nobody knows
 * @param edit address where an editor changes it
 */
public record Subject(
        String file,
        List<String> beside,
        String title,
        String type,
        String unit,
        boolean sample,
        Optional<String> owner,
        Optional<String> edit) {
    public Subject {
        beside = List.copyOf(beside);
    }
}
