package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.memo.Digest;
import io.zhibu.page.Page;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one reading of a folder came to, for the next reading in the same process: who knows which files were touched in between needn't
 * have the others looked at again.
 */
public final class Earlier {
    /** Everything is read. */
    public static final Earlier NOTHING = new Earlier(Optional.empty(), Overlay.NONE, Map.of());

    private final Optional<Listing> listing;
    private final Overlay overlay;
    private final Map<String, Entry> entries;

    /**
     * Which files there are.
     *
     * @param files by path from the site's root
     * @param told of their names
     */
    record Listing(SortedMap<String, Path> files, List<Diagnostic> told) {
        Listing {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
            told = List.copyOf(told);
        }
    }

    /**
     * One that a page was made of.
     *
     * @param read what its file came to
     * @param attached the same with what lies beside it
     */
    record Entry(Digest source, Outcome<Optional<Page>> read, Outcome<Page> attached) {}

    private Earlier(Optional<Listing> listing, Overlay overlay, Map<String, Entry> entries) {
        this.listing = listing;
        this.overlay = overlay;
        this.entries = Map.copyOf(entries);
    }

    Earlier(Listing listing, Overlay overlay, Map<String, Entry> entries) {
        this(Optional.of(listing), overlay, entries);
    }

    Optional<Listing> listing() {
        return listing;
    }

    Optional<Entry> of(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** @param sources gets those of what isn't read again */
    void sources(Map<String, Digest> sources) {
        entries.forEach((name, entry) -> sources.put(name, entry.source()));
    }

    /** What lies beside a page that was read then; not if there was something to say of it, which other entries may have mended. */
    Optional<Outcome<Page>> attached(Page page) {
        return of(page.where().file())
                .filter(one -> one.read().value().filter(read -> read == page).isPresent())
                .map(Entry::attached)
                .filter(outcome -> outcome.diagnostics().isEmpty());
    }

    Earlier under(Overlay other) {
        return overlay.equals(other) ? this : NOTHING;
    }

    /**
     * What is left of it once these were touched. Nothing, if anything else happened in the folder than that entries were saved: then
     * others may be there.
     *
     * @param content the folder
     */
    public Earlier after(Set<Path> touched, Path root, Path content) {
        if (listing.isEmpty()) {
            return NOTHING;
        }
        Path top = root.toAbsolutePath().normalize();
        Path folder = content.toAbsolutePath().normalize();
        Map<Path, String> instead = new HashMap<>();
        overlay.instead()
                .forEach((name, file) -> instead.put(file.toAbsolutePath().normalize(), name));
        Set<String> again = new HashSet<>();
        for (Path file : touched) {
            String name = instead.getOrDefault(
                    file,
                    file.startsWith(folder) ? top.relativize(file).toString().replace('\\', '/') : "");
            if (!name.isEmpty() && isEntry(name, file)) {
                again.add(name);
            } else if (!name.isEmpty() || folder.startsWith(file)) {
                return NOTHING;
            }
        }
        Map<String, Entry> left = new HashMap<>(entries);
        left.keySet().removeAll(again);
        return new Earlier(listing, overlay, left);
    }

    private boolean isEntry(String name, Path file) {
        Path read = listing.orElseThrow().files().get(name);
        return entries.containsKey(name)
                && read.toAbsolutePath().normalize().equals(file)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
