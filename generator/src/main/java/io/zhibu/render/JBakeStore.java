package io.zhibu.render;

import java.util.List;
import java.util.Set;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * What templates call as JBake's store: a view that answers its queries with copies, as JBake's database does. Any number of threads may
 * ask.
 */
final class JBakeStore extends ContentStore {
    private final JBakeContents contents;

    JBakeStore(JBakeContents contents) {
        this(contents, -1, -1);
    }

    private JBakeStore(JBakeContents contents, int start, int limit) {
        super("memory", "zhibu");
        this.contents = contents;
        super.setStart(start);
        super.setLimit(limit);
    }

    /** The same store as a page of the index sees it. */
    JBakeStore page(int start, int limit) {
        return new JBakeStore(contents, start, limit);
    }

    JBakeContents contents() {
        return contents;
    }

    private static DocumentList<DocumentModel> copy(List<DocumentModel> documents) {
        DocumentList<DocumentModel> copy = new DocumentList<>();
        copy.addAll(documents);
        return copy;
    }

    private DocumentList<DocumentModel> copy(List<DocumentModel> documents, boolean paged) {
        if (!paged || getStart() < 0) {
            return copy(documents);
        }
        int from = (int) Math.min(getStart(), documents.size());
        return copy(documents.subList(from, (int) Math.min(from + getLimit(), documents.size())));
    }

    @Override
    public long getDocumentCount(String docType) {
        return contents.all(docType).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return contents.published(docType).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return copy(contents.at(uri));
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return copy(contents.published("post"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return copy(contents.published("post"), applyPaging);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return copy(contents.posts(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return copy(contents.documents(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return copy(contents.published("page"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return copy(contents.published(docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return copy(contents.all(docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return copy(contents.all(docType), applyPaging);
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return new DocumentList<>();
    }

    @Override
    public Set<String> getTags() {
        return contents.postTags();
    }

    @Override
    public Set<String> getAllTags() {
        return contents.tags();
    }

    @Override
    public boolean isActive() {
        return true;
    }
}
