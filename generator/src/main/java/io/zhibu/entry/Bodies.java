package io.zhibu.entry;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Citing;
import io.zhibu.jbake.BodyWriting;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Packing;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.PagePacking;
import io.zhibu.page.SourceLink;
import io.zhibu.page.Status;
import java.util.Map;
import java.util.TreeMap;

/** A page's body to HTML, with links that lead where the entries' pages stand. */
public final class Bodies {
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
                        Map<String, String> attributes = SourceLink.of(target, page)
                                .beside(page)
                                .map(path -> showing.attributes(page, path, first))
                                .orElse(Map.of());
                        first = false;
                        return attributes;
                    }
                });
    }

    /** Of all that the HTML is made from: the page, the glossary, where its links lead and how its pictures are shown. */
    Digest digest(Page page) {
        Packing.Out packed = new Packing.Out();
        PagePacking.write(page, packed);
        Digest.Of digest = new Digest.Of().bytes(packed.bytes()).add(glossary.digest());
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                digest(page, link.target(), link.place(), digest);
            } else if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
                digest(page, image.target(), image.place(), digest);
            } else if (event instanceof Event.Html html) {
                digest(page, html.target(), html.place(), digest);
            }
        });
        return digest.digest();
    }

    private void digest(Page page, String target, Event.Place place, Digest.Of digest) {
        digest.text(resolved(page, target)).number(isClosed(page, target, place) ? 1 : 0);
        SourceLink.of(target, page)
                .beside(page)
                .ifPresent(path -> digest.text(new TreeMap<>(showing.attributes(page, path, false)).toString()));
    }

    /** The text of a link to what the site's readers may not read, and of one in a draft that leads nowhere yet, without the link. */
    private Body withoutClosed(Page page, Body body) {
        if (catalogue.restricted().isEmpty() && page.heading().status() == Status.PUBLISHED) {
            return body;
        }
        Body.Builder kept = new Body.Builder();
        body.forEach(event -> {
            boolean closed = event instanceof Event.Start start && isClosed(page, start.element())
                    || event instanceof Event.End end && isClosed(page, end.element())
                    || event instanceof Event.Html html
                            && html.leading() == Event.Leading.LINK
                            && isClosed(page, html.target(), html.place());
            if (!closed) {
                kept.add(event);
            }
        });
        return kept.build();
    }

    private boolean isClosed(Page page, Event.Element element) {
        return element instanceof Event.Link link && isClosed(page, link.target(), link.place());
    }

    private boolean isClosed(Page page, String target, Event.Place place) {
        if (place.equals(Event.Place.UNKNOWN)) {
            return false;
        }
        SourceLink link = SourceLink.of(target, page);
        return catalogue.fromFile(link.file()).filter(catalogue::isRestricted).isPresent()
                || page.heading().status() != Status.PUBLISHED && !leadsSomewhere(page, link);
    }

    private boolean leadsSomewhere(Page page, SourceLink link) {
        return switch (link.kind()) {
            case HERE -> hasAnchor(page, link);
            case ENTRY ->
                catalogue
                        .fromFile(link.file())
                        .filter(other -> catalogue.isShown(other) && hasAnchor(other, link))
                        .isPresent();
            case ASSET ->
                link.beside(page)
                        .filter(path -> page.attached().stream()
                                .anyMatch(file -> file.path().equals(path)))
                        .isPresent();
            case ELSEWHERE -> !link.written().strip().matches("(?is)(?:[a-z]:[^:]|file:).*");
            default -> false;
        };
    }

    private static boolean hasAnchor(Page page, SourceLink link) {
        return link.anchor().isEmpty()
                || link.anchor().equals("top")
                || link.anchor().startsWith("fn")
                || page.body().anchors().contains(link.anchor());
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
        return link.beside(page)
                .map(path -> page.address().linkTo(Attachments.address(page, path)) + link.suffix())
                .orElse(target);
    }
}
