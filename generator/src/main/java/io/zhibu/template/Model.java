package io.zhibu.template;

import freemarker.template.SimpleCollection;
import freemarker.template.SimpleDate;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.PageModel;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one template sees: what the page brings, then JBake's own keys. They are answered here and not by JBake's extractors, which keep
 * the types of whatever site was baked last in registries of the whole process. Used by one thread.
 */
final class Model implements TemplateHashModel {
    /** The key of the model itself. */
    static final String SELF = "$model";

    private final Wrapping wrapper;
    private final PageModel page;
    private final JBakeStore store;
    private final JBakeSettings settings;
    private final Date now;
    private final Optional<Asking> asking;
    private final Map<String, TemplateModel> wrapped = new HashMap<>();

    Model(Wrapping wrapper, PageModel page, JBakeStore store, JBakeSettings settings, Date now) {
        this.now = now;
        this.wrapper = wrapper;
        this.page = page;
        // A page of the index sees the store at its own place.
        this.store = page.get("db") instanceof JBakeStore own ? own : store;
        this.settings = settings;
        this.asking = wrapper.listening();
    }

    /** Who listens. */
    Optional<Asking> asking() {
        return asking;
    }

    /** What the page brings under the key. */
    Optional<Object> value(String key) {
        return Optional.ofNullable(key.equals(Now.KEY) ? now : page.get(key));
    }

    /** The same as if a template had asked. */
    void ask(String key) {
        if (asking.isPresent()) {
            asking.get().key(key, value(key).orElse(null), page.isShared(key), page.isOneOfFew(key));
        }
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        if (key.equals(SELF)) {
            return this;
        }
        if (key.equals(SameOf.ROOT) && asking.filter(Asking::isAboutOne).isPresent()) {
            return SameOf.MARKED;
        }
        TemplateModel known = wrapped.get(key);
        if (known == null) {
            known = find(key);
            wrapped.put(key, known);
        } else if (asking.isPresent() && asking.get().isPart()) {
            ask(key);
        }
        return known;
    }

    private TemplateModel find(String key) throws TemplateModelException {
        Object value = key.equals(Now.KEY) ? now : page.get(key);
        if (value != null && !(value instanceof JBakeStore)) {
            ask(key);
            return key.equals(Now.KEY) ? new SimpleDate(now, TemplateDateModel.DATETIME) : wrapper.wrap(value);
        }
        TemplateModel own = stored(key);
        if (asking.isPresent()) {
            if (own == null) {
                asking.get().key(key, null, false, false);
            } else {
                asking.get().opaque();
            }
        }
        return own;
    }

    /** What JBake's store has under the key. */
    private TemplateModel stored(String key) throws TemplateModelException {
        String tag = page.get("tag") instanceof String text ? text : "";
        return switch (key) {
            case "db" -> new StoreView((TemplateHashModel) wrapper.callable(store));
            case "data" -> wrapper.callable(store.data(settings));
            case "alltags" -> new SimpleCollection(store.contents().tags(), wrapper);
            case "tag_posts" -> new SimpleSequence(store.contents().posts(tag), wrapper);
            case "tagged_documents" -> new SimpleSequence(store.contents().documents(tag), wrapper);
            default -> {
                Optional<List<?>> list = store.list(key);
                yield list.isPresent() ? new SimpleSequence(list.get(), wrapper) : null;
            }
        };
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
