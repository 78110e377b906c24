package io.zhibu.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jbake.app.DocumentList;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.FreemarkerTemplateEngine.LazyLoadingModel;
import org.jbake.template.ModelExtractors;

/**
 * What one template sees: what the page brings, then JBake's own keys. JBake asks its extractors first and learns from an exception that
 * a key isn't theirs; at fifty keys a page that costs more than the page, so keys that the page brings don't go that way.
 */
final class Model implements TemplateHashModel {
    private final ObjectWrapper wrapper;
    private final Map<String, Object> page;
    private final JBakeStore store;
    private final LazyLoadingModel jbake;
    private final Set<String> extracted;
    private final Map<String, TemplateModel> wrapped = new HashMap<>();

    Model(
            ObjectWrapper wrapper,
            org.jbake.template.model.TemplateModel page,
            JBakeStore store,
            JBakeConfiguration settings) {
        this.wrapper = wrapper;
        this.page = page;
        this.store = store;
        this.jbake = new LazyLoadingModel(wrapper, page, store, settings);
        this.extracted = ModelExtractors.getInstance().keySet();
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        TemplateModel known = wrapped.get(key);
        if (known == null) {
            known = find(key);
            wrapped.put(key, known);
        }
        return known;
    }

    private TemplateModel find(String key) throws TemplateModelException {
        Object value = page.get(key);
        if (value != null) {
            return wrapper.wrap(value);
        }
        return switch (key) {
            // JBake asks its process-wide list of types for these two; the types of this site are enough.
            case "published_content" -> wrapper.wrap(ofAllTypes(false));
            case "all_content" -> wrapper.wrap(ofAllTypes(true));
            default -> extracted.contains(key) ? jbake.get(key) : null;
        };
    }

    private DocumentList<DocumentModel> ofAllTypes(boolean drafts) {
        DocumentList<DocumentModel> list = new DocumentList<>();
        for (String type : store.types()) {
            list.addAll(drafts ? store.getAllContent(type) : store.getPublishedContent(type));
        }
        return list;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
