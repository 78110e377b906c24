package io.zhibu.render;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Citing;
import io.zhibu.catalogue.SourceLink;
import io.zhibu.page.Event;
import io.zhibu.page.Page;

/** A page's body to HTML, with links that lead where the entries' pages stand. */
final class Bodies {
    private final Catalogue catalogue;
    private final BodyWriting writing;
    private final Glossary glossary;

    Bodies(Catalogue catalogue, BodyWriting writing) {
        this.catalogue = catalogue;
        this.writing = writing;
        this.glossary = new Glossary(catalogue);
    }

    String html(Page page) {
        return writing.html(Mentioning.linked(page, Citing.cited(page), glossary), new BodyWriting.Targets() {
            @Override
            public String link(String target, Event.Place place) {
                // What has no place in the file wasn't written by an editor: it leads from this page already.
                return place.equals(Event.Place.UNKNOWN) ? target : resolved(page, target);
            }

            @Override
            public String image(String target, Event.Place place) {
                return resolved(page, target);
            }
        });
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
        String source = page.where().file();
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        if (link.kind() == SourceLink.Kind.ASSET && link.file().startsWith(folder)) {
            return page.address().linkTo(Attachments.address(page, link.file().substring(folder.length())));
        }
        return target;
    }
}
