package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.config.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the pages of words stand that have one. */
final class WordLinks {
    private final ByWord words;
    private final boolean others;
    private final Set<String> units;

    WordLinks(Catalogue catalogue, ByWord words, Settings settings) {
        this.words = words;
        this.others = !settings.isOff("render.words");
        this.units = settings.isOff("render.units")
                ? Set.of()
                : catalogue.units().stream().map(Group::key).collect(Collectors.toSet());
    }

    Optional<Address> of(String vocabulary, String key) {
        if (vocabulary.equals("unit")) {
            return units.contains(key) ? Optional.of(Sites.unit(key)) : Optional.empty();
        }
        return others && words.isNamed(vocabulary, key) ? Optional.of(Sites.word(vocabulary, key)) : Optional.empty();
    }
}
