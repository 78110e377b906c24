package io.zhibu.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.ext.beans.BeansWrapper;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.Markup;
import java.util.Collection;
import java.util.LinkedList;
import java.util.Optional;

/** Java values to what FreeMarker takes. Bodies become HTML output where the template escapes, and plain text where it doesn't. */
final class Wrapping extends DefaultObjectWrapper {
    private final boolean escapes;
    private final BeansWrapper beans;
    /** Who listens on the thread that makes a page. */
    private final ThreadLocal<Asking> asking = new ThreadLocal<>();

    Wrapping(Version version, boolean escapes) {
        super(version);
        this.escapes = escapes;
        this.beans = new Beans(version);
    }

    static Wrapping escaping() {
        return new Wrapping(Configuration.VERSION_2_3_34, true);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        Asking listening = asking.get();
        if (value instanceof Document document && listening != null) {
            return super.wrap(listening.heard(document));
        }
        return value instanceof Markup markup ? markup(markup) : super.wrap(value);
    }

    /** From now on this thread's documents tell what they are asked; nobody if null. */
    void heardBy(Asking listening) {
        if (listening == null) {
            asking.remove();
        } else {
            asking.set(listening);
        }
    }

    /** Who listens on this thread. */
    Optional<Asking> listening() {
        return Optional.ofNullable(asking.get());
    }

    /** With the methods that templates may call, as JBake does it for {@code db} and {@code data}. */
    TemplateModel callable(Object value) throws TemplateModelException {
        return beans.wrap(value);
    }

    private TemplateModel markup(Markup markup) throws TemplateModelException {
        return escapes ? HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString()) : new SimpleScalar(markup.toString());
    }

    private final class Beans extends BeansWrapper {
        Beans(Version version) {
            super(version);
            setMemberAccessPolicy(new ReadOnly());
            writeProtect();
        }

        @Override
        public TemplateModel wrap(Object value) throws TemplateModelException {
            if (JBakeStore.isAnswer(value)) {
                // Its own class can't be looked at: it mentions the database that isn't there.
                return super.wrap(new LinkedList<>((Collection<?>) value));
            }
            return value instanceof Markup markup ? markup(markup) : super.wrap(value);
        }
    }
}
