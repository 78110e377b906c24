package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.page.Page;
import io.zhibu.picture.Pictures;
import io.zhibu.picture.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How pages show the pictures beside entries: their size before they are loaded, narrower ones to choose from, and where those stand. */
public final class Showing {
    /** How wide a picture in the text is: the whole screen of a telephone, and at most the column. */
    static final String SIZES = "(max-width: 700px) 100vw, 680px";

    private final Pictures pictures;

    Showing(Pictures pictures) {
        this.pictures = pictures;
    }

    Optional<Shown> of(Page page, String path) {
        return pictures.of(page, path);
    }

    /** Beside the picture itself, under its name and the width. */
    public static Address narrower(Address picture, int width) {
        String path = picture.path();
        int dot = path.lastIndexOf('.');
        return new Address(path.substring(0, dot) + "@" + width + path.substring(dot));
    }

    /**
     * What a picture's tag says beside its source; nothing of one that isn't known.
     *
     * @param path from the entry's folder
     * @param first whether it is what a reader sees first, and so must not wait
     */
    Map<String, String> attributes(Page page, String path, boolean first) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Optional<Shown> shown = of(page, path);
        if (shown.isEmpty()) {
            return attributes;
        }
        if (shown.get().width() > 0) {
            attributes.put("width", Integer.toString(shown.get().width()));
            attributes.put("height", Integer.toString(shown.get().height()));
        }
        String offered = offered(Attachments.address(page, path), shown.get(), page.address()::linkTo);
        if (!offered.isEmpty()) {
            attributes.put("srcset", offered);
            attributes.put("sizes", SIZES);
        }
        if (!first) {
            attributes.put("loading", "lazy");
        }
        attributes.put("decoding", "async");
        return attributes;
    }

    /** As a {@code srcset} has it; empty if there is nothing to choose. */
    static String offered(Address picture, Shown shown, Function<Address, String> link) {
        List<String> offered = new ArrayList<>();
        shown.narrower().forEach(width -> offered.add(link.apply(narrower(picture, width)) + " " + width + "w"));
        if (!offered.isEmpty() && shown.offered()) {
            offered.add(link.apply(picture) + " " + shown.width() + "w");
        }
        return String.join(", ", offered);
    }
}
