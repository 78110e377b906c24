package io.zhibu.render;

import io.zhibu.config.Config;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;

/** A site's settings in JBake's form, over JBake's own defaults. The system's properties stay out: a build must not depend on them. */
final class JBakeSettings {
    private JBakeSettings() {}

    static DefaultJBakeConfiguration of(Config config, Map<String, String> ours) {
        PropertiesConfiguration own = empty();
        config.settings().all().forEach(own::addProperty);
        PropertiesConfiguration between = empty();
        ours.forEach(between::addProperty);
        CompositeConfiguration all = new CompositeConfiguration();
        all.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        all.addConfiguration(own);
        all.addConfiguration(between);
        all.addConfiguration(defaults());
        return new DefaultJBakeConfiguration(config.layout().root().toFile(), all);
    }

    private static PropertiesConfiguration empty() {
        PropertiesConfiguration configuration = new PropertiesConfiguration();
        configuration.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        return configuration;
    }

    private static PropertiesConfiguration defaults() {
        PropertiesConfiguration defaults = empty();
        try (Reader reader = new InputStreamReader(
                DefaultJBakeConfiguration.class.getResourceAsStream("/default.properties"), StandardCharsets.UTF_8)) {
            defaults.getLayout().load(defaults, reader);
            return defaults;
        } catch (IOException | ConfigurationException broken) {
            throw new IllegalStateException("JBake's own default.properties can't be read", broken);
        }
    }
}
