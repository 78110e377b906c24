package io.zhibu.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;

/** Java values to what FreeMarker takes. Bodies become HTML output where the template escapes, and plain text where it doesn't. */
final class Wrapping extends DefaultObjectWrapper {
    private final boolean escapes;

    Wrapping(Version version, boolean escapes) {
        super(version);
        this.escapes = escapes;
    }

    static Wrapping escaping() {
        return new Wrapping(Configuration.VERSION_2_3_34, true);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof Markup markup) {
            return escapes
                    ? HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString())
                    : new SimpleScalar(markup.toString());
        }
        return super.wrap(value);
    }
}
