package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Shelf;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks at every picture that an entry names. A site without pictures costs a glance at the names of its files. */
public final class Picturing {
    private final Map<String, Path> files;
    private final Parallel parallel;
    private final Shelf shelf;

    /**
     * @param files by path from the site's root
     * @param shelf keeps narrower pictures
     */
    public Picturing(Map<String, Path> files, Parallel parallel, Shelf shelf) {
        this.files = files;
        this.parallel = parallel;
        this.shelf = shelf;
    }

    private record Named(String file, String name, Where where) {}

    public Outcome<Pictures> pictures(List<Page> pages) {
        TreeMap<String, Named> named = new TreeMap<>();
        for (Page page : pages) {
            Set<Where> shown = page.attached().isEmpty() ? Set.of() : shown(page);
            for (Page.Attached one : page.attached()) {
                if (Kind.named(one.path()).isPresent() || shown.contains(one.where())) {
                    String file = Pictures.file(page, one.path());
                    named.putIfAbsent(file, new Named(file, one.path(), one.where()));
                }
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        List<Named> all = List.copyOf(named.values());
        List<Optional<Shown>> shown = parallel.map(all, () -> one -> shown(one, diagnostics));
        Map<String, Shown> byFile = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String file = all.get(i).file();
            shown.get(i).ifPresent(one -> byFile.put(file, one));
        }
        return Outcome.of(new Pictures(byFile), diagnostics);
    }

    /** Where the text shows a picture, whatever its file is called. */
    private static Set<Where> shown(Page page) {
        Set<Where> places = new HashSet<>();
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
                places.add(page.where().at(image.place().line(), image.place().column()));
            }
        });
        return places;
    }

    private Optional<Shown> shown(Named one, Diagnostics diagnostics) {
        Path path = files.get(one.file());
        try {
            return new Measuring(one.name(), one.where(), Where.inFile(one.file()), diagnostics)
                    .picture(OwnFile.bytes(path))
                    .map(picture -> new Shown(picture, path, one.where(), shelf));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
