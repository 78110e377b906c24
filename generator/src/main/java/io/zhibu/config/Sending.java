package io.zhibu.config;

import java.util.List;
import java.util.Optional;

/**
 * Where a reader sends a method of the own branch, of which at least one is known.
 *
 * @param office a department, its room, its telephone: whatever leads a person there
 * @param email of an office, never of a person
 * @param forge the page of a Git forge on which proposals are made
 */
public record Sending(Optional<String> office, Optional<String> email, Optional<String> forge) {
    static final String OFFICE = "send.office";
    static final String EMAIL = "send.email";
    static final String FORGE = "send.forge";
    static final List<String> KEYS = List.of(OFFICE, EMAIL, FORGE);

    static Optional<Sending> of(Settings settings) {
        Sending sending = new Sending(settings.get(OFFICE), settings.get(EMAIL), settings.get(FORGE));
        return KEYS.stream().anyMatch(key -> settings.get(key).isPresent()) ? Optional.of(sending) : Optional.empty();
    }
}
