package io.zhibu.word;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.SourceLink;
import io.zhibu.picture.Pictures;
import io.zhibu.picture.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where links and pictures of entries lead, for a document that is read away from the site. */
final class Places {
    /** Wide enough to be printed across the page, and an eighth of what a camera makes. */
    private static final int WIDE = 960;

    private final Catalogue catalogue;
    private final Pictures pictures;
    private final Optional<String> host;

    /** @param host of the site, if it is known */
    Places(Catalogue catalogue, Pictures pictures, Optional<String> host) {
        this.catalogue = catalogue;
        this.pictures = pictures;
        this.host = host;
    }

    /** Of the page on the web; empty if nobody knows under which host the site stands. */
    Optional<String> address(Page page) {
        return host.map(site -> site + "/" + page.address().link());
    }

    /** What a link leads to that can be followed from anywhere. */
    Optional<String> followed(String target, Page from) {
        SourceLink link = SourceLink.of(target, from);
        return switch (link.kind()) {
            case ELSEWHERE -> written(target.strip());
            case ENTRY ->
                catalogue.fromFile(link.file()).filter(catalogue::isShown).flatMap(this::address);
            default -> Optional.empty();
        };
    }

    /** Empty for what is no address in every letter: Word would call the whole document broken. */
    private static Optional<String> written(String address) {
        if (!address.matches("(?is)(?:https?://|mailto:)\\S+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address).toASCIIString());
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    /**
     * A picture as Word can show it.
     *
     * @param kind as MIME names it
     */
    record Drawn(String file, String kind, byte[] bytes, int width, int height) {}

    /** Empty for kinds that not every Word shows, and for what can't be read: pages tell of that. */
    Optional<Drawn> picture(String target, Page from) {
        String file = SourceLink.of(target, from).file();
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return pictures.at(file)
                .filter(shown -> List.of("png", "jpg", "jpeg", "gif").contains(ending) && shown.width() > 0)
                .flatMap(shown -> drawn(shown, file, ending.equals("jpg") ? "jpeg" : ending));
    }

    private static Optional<Drawn> drawn(Shown shown, String file, String kind) {
        int width = shown.narrower().contains(WIDE) ? WIDE : shown.width();
        byte[] bytes = (width == shown.width() ? shown.whole() : shown.narrower(width))
                .make()
                .value();
        int height = Math.max(1, (int) ((long) shown.height() * width / shown.width()));
        return bytes.length == 0 ? Optional.empty() : Optional.of(new Drawn(file, kind, bytes, width, height));
    }
}
