package io.zhibu.render;

import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * What templates see as JBake's store: a view that answers its queries and refuses every change. Nothing in it changes after it is made,
 * so any number of threads may ask.
 *
 * <p>Lists are newest first; where JBake's database leaves the order of equal dates open, the order of the documents handed in decides.
 */
final class JBakeStore extends ContentStore {
    private static final Comparator<DocumentModel> NEWEST_FIRST =
            Comparator.comparing(DocumentModel::getDate, Comparator.nullsLast(Comparator.reverseOrder()));

    private final List<String> types;
    private final Map<String, DocumentList<DocumentModel>> all = new HashMap<>();
    private final Map<String, DocumentList<DocumentModel>> published = new HashMap<>();
    private final Map<String, DocumentList<DocumentModel>> byUri = new HashMap<>();
    private final Map<String, DocumentList<DocumentModel>> postsByTag = new HashMap<>();
    private final Map<String, DocumentList<DocumentModel>> byTag = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> postTags = new HashSet<>();

    /**
     * @param types in the order in which JBake goes through them
     * @param documents in the order in which they were read
     */
    JBakeStore(List<String> types, List<? extends DocumentModel> documents) {
        super("memory", "zhibu");
        this.types = List.copyOf(types);
        for (DocumentModel document : documents) {
            byUri.computeIfAbsent(document.getSourceuri(), any -> new DocumentList<>())
                    .add(document);
        }
        for (String type : types) {
            DocumentList<DocumentModel> same =
                    list(documents, document -> key(document.getType()).equals(key(type)));
            all.put(key(type), same);
            published.put(key(type), list(same, document -> document.getStatus().equals("published")));
        }
        for (String type : types) {
            for (DocumentModel document : published.get(key(type))) {
                tag(document, type);
            }
        }
    }

    private static DocumentList<DocumentModel> list(
            List<? extends DocumentModel> documents, Predicate<DocumentModel> which) {
        DocumentList<DocumentModel> list = new DocumentList<>();
        documents.stream().filter(which).sorted(NEWEST_FIRST).forEach(list::add);
        return list;
    }

    /** A type's name inside a template's key, where a hyphen would be a minus. */
    static String key(String type) {
        return type.replace('-', '_');
    }

    private void tag(DocumentModel document, String type) {
        for (String tag : document.getTags()) {
            tags.add(tag);
            byTag.computeIfAbsent(tag, any -> new DocumentList<>()).add(document);
            if (type.equals("post")) {
                postTags.add(tag);
                postsByTag.computeIfAbsent(tag, any -> new DocumentList<>()).add(document);
            }
        }
    }

    /** All types, in JBake's order. */
    List<String> types() {
        return types;
    }

    @Override
    public long getDocumentCount(String docType) {
        return getAllContent(docType).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return getPublishedContent(docType).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return byUri.getOrDefault(uri, new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return getPublishedContent("post");
    }

    /** The whole list: which part of it a page of the index shows, the page's model says. */
    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return getPublishedContent("post");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return postsByTag.getOrDefault(tag, new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return byTag.getOrDefault(tag, new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return getPublishedContent("page");
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return published.getOrDefault(key(docType), new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return all.getOrDefault(key(docType), new DocumentList<>());
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return getAllContent(docType);
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return new DocumentList<>();
    }

    @Override
    public Set<String> getTags() {
        return postTags;
    }

    @Override
    public Set<String> getAllTags() {
        return tags;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void startup() {
        refuse("startup");
    }

    @Override
    public void close() {
        refuse("close");
    }

    @Override
    public void shutdown() {
        refuse("shutdown");
    }

    @Override
    public void drop() {
        refuse("drop");
    }

    @Override
    public void setStart(int start) {
        refuse("setStart");
    }

    @Override
    public void setLimit(int limit) {
        refuse("setLimit");
    }

    @Override
    public void resetPagination() {
        refuse("resetPagination");
    }

    @Override
    public void deleteContent(String uri) {
        refuse("deleteContent");
    }

    @Override
    public void markContentAsRendered(DocumentModel document) {
        refuse("markContentAsRendered");
    }

    @Override
    public void deleteAllByDocType(String docType) {
        refuse("deleteAllByDocType");
    }

    @Override
    public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {
        refuse("updateAndClearCacheIfNeeded");
    }

    @Override
    public void addDocument(DocumentModel document) {
        refuse("addDocument");
    }

    private static void refuse(String what) {
        throw new UnsupportedOperationException("模板只能读数据，不能调用 db." + what);
    }
}
