package io.zhibu.jbake;

import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.config.Settings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;

/** A site's settings in JBake's form, over JBake's own defaults. The system's properties stay out: a build must not depend on them. */
public final class JBakeSettings {
    private final DefaultJBakeConfiguration jbake;

    private JBakeSettings(DefaultJBakeConfiguration jbake) {
        this.jbake = jbake;
    }

    /** @param ours what counts where the site's settings say nothing, by JBake's keys */
    public static JBakeSettings of(Config config, Map<String, String> ours) {
        PropertiesConfiguration own = empty();
        if (config.dialect() == Dialect.JBAKE) {
            read(own, config.layout().properties());
        } else {
            config.settings().all().forEach((key, value) -> own.addProperty(key, plain(key, value, config.settings())));
        }
        PropertiesConfiguration between = empty();
        ours.forEach(between::addProperty);
        CompositeConfiguration all = new CompositeConfiguration();
        all.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        all.addConfiguration(own);
        all.addConfiguration(between);
        all.addConfiguration(defaults());
        return new JBakeSettings(
                new DefaultJBakeConfiguration(config.layout().root().toFile(), all));
    }

    DefaultJBakeConfiguration jbake() {
        return jbake;
    }

    /** In which templates are written. */
    public String templateEncoding() {
        return jbake.getRenderEncoding();
    }

    /** In which pages are written. */
    public String pageEncoding() {
        return jbake.getOutputEncoding();
    }

    /** In which templates show times, if the settings say so. */
    public Optional<TimeZone> timeZone() {
        return Optional.ofNullable(jbake.getFreemarkerTimeZone());
    }

    /** The type of the documents that data files become. */
    public String dataType() {
        return jbake.getDataFileDocType();
    }

    /** What templates find under {@code config}. */
    public Map<String, Object> asMap() {
        return jbake.asHashMap();
    }

    /** What templates find under {@code version}. */
    public String version() {
        return jbake.getVersion();
    }

    /** However a switch is written, templates see {@code true} or {@code false}. */
    private static String plain(String key, String value, Settings settings) {
        return key.startsWith("render.") && Settings.isSwitch(value) ? String.valueOf(!settings.isOff(key)) : value;
    }

    private static PropertiesConfiguration empty() {
        PropertiesConfiguration configuration = new PropertiesConfiguration();
        configuration.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        return configuration;
    }

    /** By JBake's own reader, since templates see values as written: commas make lists unless they are escaped. */
    private static void read(PropertiesConfiguration own, Path file) {
        try {
            String text = Files.readString(file);
            own.setIncludesAllowed(false);
            own.getLayout().load(own, new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (ConfigurationException broken) {
            throw new IllegalStateException("not caught when the settings were read: " + file, broken);
        }
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
