package io.zhibu.render;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Citing;
import io.zhibu.catalogue.SourceLink;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.Map;
import java.util.Optional;

/** A page's body to HTML, with links that lead where the entries' pages stand. */
final class Bodies {
    private final Catalogue catalogue;
    private final BodyWriting writing;
    private final Showing showing;
    private final Glossary glossary;

    /**
     * @param catalogue what a link that an editor wrote may lead to
     * @param listed what the text of every page is searched for
     */
    Bodies(Catalogue catalogue, Catalogue listed, BodyWriting writing, Showing showing) {
        this.catalogue = catalogue;
        this.showing = showing;
        this.writing = writing;
        this.glossary = new Glossary(listed);
    }

    String html(Page page) {
        return writing.html(
                Mentioning.linked(page, withoutClosed(page, Citing.cited(page)), glossary), new BodyWriting.Targets() {
                    // What stands above the text has been seen already.
                    private boolean first = page.fields().get("cover").isEmpty();

                    @Override
                    public String link(String target, Event.Place place) {
                        // What has no place in the file wasn't written by an editor: it leads from this page already.
                        return place.equals(Event.Place.UNKNOWN) ? target : resolved(page, target);
                    }

                    @Override
                    public String image(String target, Event.Place place) {
                        return resolved(page, target);
                    }

                    @Override
                    public Map<String, String> imageAttributes(String target, Event.Place place) {
                        Map<String, String> attributes = beside(page, SourceLink.of(target, page))
                                .map(path -> showing.attributes(page, path, first))
                                .orElse(Map.of());
                        first = false;
                        return attributes;
                    }
                });
    }

    /** The text of a link to what the site's readers may not read, without the link. */
    private Body withoutClosed(Page page, Body body) {
        if (catalogue.restricted().isEmpty()) {
            return body;
        }
        Body.Builder kept = new Body.Builder();
        body.forEach(event -> {
            boolean closed = event instanceof Event.Start start && isClosed(page, start.element())
                    || event instanceof Event.End end && isClosed(page, end.element());
            if (!closed) {
                kept.add(event);
            }
        });
        return kept.build();
    }

    private boolean isClosed(Page page, Event.Element element) {
        return element instanceof Event.Link link
                && !link.place().equals(Event.Place.UNKNOWN)
                && catalogue
                        .fromFile(SourceLink.of(link.target(), page).file())
                        .filter(catalogue::isRestricted)
                        .isPresent();
    }

    /** An entry's page instead of its file; what lies beside an entry keeps its path. */
    private String resolved(Page page, String target) {
        SourceLink link = SourceLink.of(target, page);
        if (link.kind() == SourceLink.Kind.ENTRY) {
            String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
            return catalogue
                    .fromFile(link.file())
                    .map(other -> page.address().linkTo(other.address()) + anchor)
                    .orElse(target);
        }
        return beside(page, link)
                .map(path -> page.address().linkTo(Attachments.address(page, path)))
                .orElse(target);
    }

    /** The path from the entry's folder, if the link leads to a file that lies there. */
    private static Optional<String> beside(Page page, SourceLink link) {
        String source = page.where().file();
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        return link.kind() == SourceLink.Kind.ASSET && link.file().startsWith(folder)
                ? Optional.of(link.file().substring(folder.length()))
                : Optional.empty();
    }
}
