package io.zhibu.jbake;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jbake.model.DocumentModel;

/** The published documents before and after each document of its type. Looking them up in the list for each would be quadratic. */
final class Neighbours {
    private final Map<DocumentModel, DocumentModel> newer = new IdentityHashMap<>();
    private final Map<DocumentModel, DocumentModel> older = new IdentityHashMap<>();

    /** @param same documents of one type, newest first */
    void add(List<DocumentModel> same) {
        DocumentModel last = null;
        for (DocumentModel document : same) {
            newer.put(document, last);
            last = JBakeContents.isPublished(document) ? link(document) : last;
        }
        last = null;
        for (int i = same.size() - 1; i >= 0; i--) {
            older.put(same.get(i), last);
            last = JBakeContents.isPublished(same.get(i)) ? link(same.get(i)) : last;
        }
    }

    /** The document as its own page sees it: with its neighbours, and not rendered yet. */
    Document own(Document document) {
        Document own = new Document();
        own.putAll(document);
        own.with("rendered", false);
        // The keys exist even where there is nobody.
        own.setPreviousContent(older.get(document));
        own.setNextContent(newer.get(document));
        return own;
    }

    private static DocumentModel link(DocumentModel document) {
        DocumentModel link = new DocumentModel();
        link.setNoExtensionUri(document.getNoExtensionUri());
        link.setUri(document.getUri());
        link.setTitle(document.getTitle());
        return link;
    }
}
