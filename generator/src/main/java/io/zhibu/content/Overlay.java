package io.zhibu.content;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is read in place of what lies in the folder of content.
 *
 * @param instead other files, by the path from the site's root that they are read as
 * @param without paths that are read as if nothing lay there
 */
public record Overlay(Map<String, Path> instead, Set<String> without) {
    /** The folder as it is. */
    public static final Overlay NONE = new Overlay(Map.of(), Set.of());

    public Overlay {
        instead = Map.copyOf(instead);
        without = Set.copyOf(without);
    }

    SortedMap<String, Path> over(SortedMap<String, Path> files) {
        SortedMap<String, Path> seen = new TreeMap<>(files);
        seen.keySet().removeAll(without);
        seen.putAll(instead);
        return seen;
    }
}
