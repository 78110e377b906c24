package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The page of a word of a vocabulary, where there is one. */
public final class WordLinks {
    private final ByWord words;
    private final boolean pages;
    private final Set<String> units = new HashSet<>();

    public WordLinks(Catalogue catalogue, Config config, ByWord words) {
        this.words = words;
        this.pages = !config.settings().isOff("render.words");
        if (!config.settings().isOff("render.units")) {
            catalogue.units().forEach(unit -> units.add(unit.key()));
        }
    }

    public Optional<Address> to(String vocabulary, String key) {
        if (vocabulary.equals("unit")) {
            return units.contains(key) ? Optional.of(Sites.unit(key)) : Optional.empty();
        }
        return pages && words.isPaged(vocabulary, key) ? Optional.of(Sites.word(vocabulary, key)) : Optional.empty();
    }
}
