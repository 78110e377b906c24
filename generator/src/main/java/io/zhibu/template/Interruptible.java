package io.zhibu.template;

import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.Version;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** FreeMarker's configuration, whose templates heed the interruption of the thread that they run on; of themselves they never do. */
final class Interruptible extends Configuration {
    private static final String KNOWN = "zhibu.interruptible";

    private final Consumer<String> asked;

    /** @param asked is told the name of each template that is asked for, whether there is one or not */
    Interruptible(Version version, Consumer<String> asked) {
        super(version);
        this.asked = asked;
    }

    /** Every template comes this way, those that another includes or imports too. */
    @Override
    public Template getTemplate(
            String name, Locale locale, Object lookup, String encoding, boolean parsed, boolean mayBeMissing)
            throws IOException {
        asked.accept(name);
        Template template = super.getTemplate(name, locale, lookup, encoding, parsed, mayBeMissing);
        if (template != null) {
            // Its tree is changed once, before any thread walks it.
            synchronized (template) {
                if (template.getCustomAttribute(KNOWN) == null) {
                    _CoreAPI.addThreadInterruptedChecks(template);
                    template.setCustomAttribute(KNOWN, true);
                }
            }
        }
        return template;
    }
}
