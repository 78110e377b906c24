package io.zhibu.jbake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jbake.model.DocumentModel;

/**
 * All documents in the lists and by the tags that JBake's templates ask for. Nothing in it changes afterwards, so any number of
 * threads may read.
 *
 * <p>Lists are newest first; where JBake's database leaves the order of equal dates open, the order of the documents handed in decides.
 */
public final class JBakeContents {
    private static final Comparator<DocumentModel> NEWEST_FIRST =
            Comparator.comparing(DocumentModel::getDate, Comparator.nullsLast(Comparator.reverseOrder()));

    private final List<String> types;
    private final Map<String, List<DocumentModel>> all = new HashMap<>();
    private final Map<String, List<DocumentModel>> published = new HashMap<>();
    private final Map<String, List<DocumentModel>> byUri = new HashMap<>();
    private final Map<String, List<DocumentModel>> postsByTag = new HashMap<>();
    private final Map<String, List<DocumentModel>> byTag = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final Map<String, List<?>> named = new HashMap<>();

    /**
     * @param types in the order in which JBake goes through them
     * @param documents of equal dates in the order that lists show them in: JBake's is the reverse of the order of reading
     * @param dataType whose documents no list over all types holds
     * @param tagUri a tag to the address that templates get
     */
    public JBakeContents(
            List<String> types,
            List<? extends DocumentModel> documents,
            String dataType,
            UnaryOperator<String> tagUri) {
        this.types = List.copyOf(types);
        documents.forEach(document -> add(byUri, document.getSourceuri(), document));
        List<DocumentModel> sorted = new ArrayList<>(documents);
        sorted.sort(NEWEST_FIRST);
        for (DocumentModel document : sorted) {
            add(all, document.getType(), document);
            if (isPublished(document)) {
                add(published, document.getType(), document);
            }
        }
        List<DocumentModel> asRead = new ArrayList<>(documents);
        Collections.reverse(asRead);
        tag(asRead);
        name(dataType);
        named.put("tags", tagModels(tagUri));
    }

    static boolean isPublished(DocumentModel document) {
        return "published".equals(document.getStatus());
    }

    private static void add(Map<String, List<DocumentModel>> lists, String key, DocumentModel document) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(document);
    }

    /** The order of tags is that of a hash set that JBake fills type by type in the order of reading. */
    private void tag(List<DocumentModel> asRead) {
        Map<String, List<DocumentModel>> read = new HashMap<>();
        asRead.stream().filter(JBakeContents::isPublished).forEach(document -> add(read, document.getType(), document));
        for (String type : types) {
            read.getOrDefault(type, List.of()).forEach(document -> Collections.addAll(tags, document.getTags()));
            for (DocumentModel document : published(type)) {
                for (String tag : new LinkedHashSet<>(Arrays.asList(document.getTags()))) {
                    add(byTag, tag, document);
                    if (type.equals("post")) {
                        add(postsByTag, tag, document);
                    }
                }
            }
        }
    }

    /** The keys of all lists. */
    static Set<String> lists(Collection<String> types) {
        Set<String> lists = new HashSet<>(Set.of("all_content", "published_content", "tags"));
        for (String type : types) {
            for (String key : spellings(type)) {
                lists.add(key + "s");
                lists.add("published_" + key + "s");
            }
        }
        return lists;
    }

    /** A hyphen in a template's key would be a minus, so a type that has one has a second spelling. */
    private static List<String> spellings(String type) {
        return List.of(type, type.replace('-', '_'));
    }

    private void name(String dataType) {
        List<DocumentModel> allContent = new ArrayList<>();
        List<DocumentModel> publishedContent = new ArrayList<>();
        for (String type : types) {
            for (String key : spellings(type)) {
                named.put(key + "s", all(type));
                named.put("published_" + key + "s", published(type));
            }
            publishedContent.addAll(published(type));
            if (!type.equals(dataType)) {
                allContent.addAll(all(type));
            }
        }
        named.put("all_content", allContent);
        named.put("published_content", publishedContent);
    }

    private List<PageModel> tagModels(UnaryOperator<String> tagUri) {
        List<PageModel> models = new ArrayList<>();
        for (String name : tags) {
            PageModel tag = new PageModel();
            tag.setName(name);
            tag.setUri(tagUri.apply(name));
            tag.put("tagged_posts", posts(name));
            tag.put("tagged_documents", documents(name));
            models.add(tag);
        }
        Collections.reverse(models);
        return models;
    }

    List<String> types() {
        return types;
    }

    /** @param key one of {@link #lists} */
    List<?> list(String key) {
        return named.get(key);
    }

    /** Published or not. */
    List<DocumentModel> all(String type) {
        return all.getOrDefault(type, List.of());
    }

    List<DocumentModel> published(String type) {
        return published.getOrDefault(type, List.of());
    }

    List<DocumentModel> at(String uri) {
        return byUri.getOrDefault(uri, List.of());
    }

    public List<DocumentModel> posts(String tag) {
        return postsByTag.getOrDefault(tag, List.of());
    }

    public List<DocumentModel> documents(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    public Set<String> tags() {
        return Collections.unmodifiableSet(tags);
    }

    Set<String> postTags() {
        return Collections.unmodifiableSet(postsByTag.keySet());
    }
}
