package io.zhibu.jbake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.jbake.util.DataFileUtil;

/**
 * What templates call as JBake's store: a view that answers its queries with copies, as JBake's database does. Any number of threads may
 * ask.
 */
public final class JBakeStore extends ContentStore {
    private final Once<JBakeContents> contents;
    private final Set<String> lists;

    /** @param types of the documents that it holds */
    public JBakeStore(Collection<String> types, Once<JBakeContents> contents) {
        this(contents, JBakeContents.lists(types), -1, -1);
    }

    private JBakeStore(Once<JBakeContents> contents, Set<String> lists, int start, int limit) {
        super("memory", "zhibu");
        this.contents = contents;
        this.lists = lists;
        super.setStart(start);
        super.setLimit(limit);
    }

    /** The same store as a page of the index sees it. */
    JBakeStore page(int start, int limit) {
        return new JBakeStore(contents, lists, start, limit);
    }

    public JBakeContents contents() {
        return contents.get();
    }

    /** The documents or tags that JBake has under this key; empty if the key is none of its lists. */
    public Optional<List<?>> list(String key) {
        return lists.contains(key) ? Optional.of(contents().list(key)) : Optional.empty();
    }

    /** What templates call as {@code data}. */
    public Object data(JBakeSettings settings) {
        return new DataFileUtil(this, settings.dataType());
    }

    /** Whether it is a list that a store answered with: its own class can't be looked at, since it mentions the database that isn't there. */
    public static boolean isAnswer(Object value) {
        return value instanceof DocumentList;
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
        return contents().all(docType).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return contents().published(docType).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return copy(contents().at(uri));
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return copy(contents().published("post"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return copy(contents().published("post"), applyPaging);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return copy(contents().posts(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return copy(contents().documents(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return copy(contents().published("page"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return copy(contents().published(docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return copy(contents().all(docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return copy(contents().all(docType), applyPaging);
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return new DocumentList<>();
    }

    @Override
    public Set<String> getTags() {
        return contents().postTags();
    }

    @Override
    public Set<String> getAllTags() {
        return contents().tags();
    }

    @Override
    public boolean isActive() {
        return true;
    }
}
