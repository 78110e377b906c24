package io.zhibu.jbake;

import java.util.HashSet;
import java.util.Set;
import org.jbake.template.model.TemplateModel;

/** What one page hands to its template, under JBake's keys and others. */
public final class PageModel extends TemplateModel {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> shared = new HashSet<>();
    private final transient Set<String> few = new HashSet<>();

    /** A value that is the same object on many pages. */
    public void share(String key, Object value) {
        shared.add(key);
        put(key, value);
    }

    /** A value that is one of a few objects, each on many pages. */
    public void oneOfFew(String key, Object value) {
        few.add(key);
        put(key, value);
    }

    /** Whether other pages have the same object under the key, if not all. */
    public boolean isOneOfFew(String key) {
        return few.contains(key) || isShared(key);
    }

    /** Whether other pages have the same object under the key. */
    public boolean isShared(String key) {
        return shared.contains(key);
    }
}
