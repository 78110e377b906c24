package io.zhibu.template;

import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import io.zhibu.builtin.BuiltIn;
import io.zhibu.config.Config;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.jbake.Document;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.PageModel;
import io.zhibu.memo.Digest;
import io.zhibu.parallel.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A model and a template to text. Templates are parsed once and may run on any number of threads; they can't load classes, reach
 * {@code ?api} or read outside their folder.
 */
public final class Engine {
    private static final List<String> ENDINGS = List.of(".ftlh", ".ftlx", ".ftl");

    /** A page of ten thousand links takes a second on an old machine. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A part that all pages share may be what has no end: then not every template is waited for. */
    private static final int MOST_ENDLESS = 3;

    private final Config config;
    private final Date now;
    private final Patience patience;
    /** Templates that were stopped: no other page waits for them again. */
    private final Set<String> endless = ConcurrentHashMap.newKeySet();

    private final Map<String, Digest> files = new ConcurrentHashMap<>();

    private final SharedAnswers common = new SharedAnswers();

    private final JBakeSettings jbake;
    private final JBakeStore store;
    private final Configuration asJBake;
    private final Configuration escaping;

    /** @param today what templates that ask for the time are told */
    public Engine(Config config, JBakeSettings jbake, JBakeStore store, LocalDate today) {
        this(config, jbake, store, today, new Patience(LONGEST));
    }

    Engine(Config config, JBakeSettings jbake, JBakeStore store, LocalDate today, Patience patience) {
        this.config = config;
        this.now = Document.midnight(today, config.settings().zone());
        this.patience = patience;
        this.jbake = jbake;
        this.store = store;
        @SuppressWarnings("deprecation") // JBake's own choice, and with it the same bytes.
        Version old = Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS;
        this.asJBake = configuration(old, new Wrapping(old, false));
        this.escaping = configuration(Configuration.VERSION_2_3_34, Wrapping.escaping());
        escaping.setNumberFormat("computer");
        escaping.setSharedVariable(Same.NAME, new Same());
    }

    private Configuration configuration(Version version, Wrapping wrapping) {
        Configuration configuration = new Interruptible(
                version, name -> wrapping.listening().ifPresent(listening -> listening.template(name)));
        configuration.setObjectWrapper(wrapping);
        configuration.setDefaultEncoding(jbake.templateEncoding());
        configuration.setOutputEncoding(jbake.pageEncoding());
        configuration.setLocale(config.settings().locale());
        TimeZone zone = jbake.timeZone()
                .orElseGet(() -> TimeZone.getTimeZone(config.settings().zone()));
        configuration.setTimeZone(zone);
        configuration.setSQLDateAndTimeTimeZone(zone);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        try {
            configuration.setTemplateLoader(loader());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return configuration;
    }

    /** The site's own folder, if it has one, over the program's. */
    private TemplateLoader loader() throws IOException {
        List<TemplateLoader> loaders = new ArrayList<>();
        Optional<Path> below = config.layout().builtInFolder("templates");
        if (below.isEmpty() || Files.isDirectory(config.layout().templates())) {
            loaders.add(new StrictLoader(config.layout().templates().toFile()));
        }
        if (below.isPresent()) {
            loaders.add(new StrictLoader(below.get().toFile()));
        }
        return loaders.size() == 1 ? loaders.get(0) : new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
    }

    /** The file of the first of these templates that there is: as named, or with another of FreeMarker's endings. */
    public Optional<String> first(List<String> names) {
        return names.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    private Optional<String> find(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        List<String> names = Stream.concat(Stream.of(name), ENDINGS.stream().map(ending -> stem + ending))
                .toList();
        // A site's own template counts, whatever its ending, before the program's.
        return first(names, config.layout()::ownTemplate).or(() -> first(names, config.layout()::builtInTemplate));
    }

    private static Optional<String> first(List<String> names, Function<String, Optional<Path>> files) {
        return names.stream().filter(name -> files.apply(name).isPresent()).findFirst();
    }

    /**
     * What a model and a template came to.
     *
     * @param page in UTF-8
     * @param trace what it depends on, where that can be told
     */
    public record Made(Outcome<byte[]> page, Optional<Trace> trace) {}

    /**
     * The text, and what was asked meanwhile.
     *
     * @param template a file that {@link #first} gave
     */
    public Made make(String template, PageModel model) {
        if (isOld(template)) {
            return new Made(render(template, model), Optional.empty());
        }
        return bounded(template, () -> {
            Asking asking = new Asking(this::digest, common);
            Wrapping wrapping = (Wrapping) escaping.getObjectWrapper();
            wrapping.heardBy(asking);
            try {
                return new Made(rendered(template, model), asking.trace());
            } finally {
                wrapping.heardBy(null);
            }
        });
    }

    /** Whether the templates and what many pages ask of shared values are as they were. */
    public boolean isSame(Trace trace, PageModel model) {
        return trace.templates().entrySet().stream()
                        .allMatch(one -> digest(one.getKey()).equals(one.getValue()))
                && Trace.same(trace.shared(), model::get);
    }

    /** Whether what the page asked of its own values would be answered as it was. */
    public boolean isSameOwn(Trace trace, PageModel model) {
        return Trace.same(trace.own(), key -> key.equals(Now.KEY) ? now : model.get(key));
    }

    /** Of a template's file as it is; of one that isn't there, a digest that no file has. */
    private Digest digest(String name) {
        return files.computeIfAbsent(name, any -> {
            try {
                return Digest.of(Files.readAllBytes(config.layout().template(name)));
            } catch (IOException | InvalidPathException missing) {
                return new Digest.Of().digest();
            }
        });
    }

    private boolean isOld(String template) {
        return config.dialect() == Dialect.JBAKE || template.endsWith(".ftl");
    }

    /** The text in UTF-8. */
    public Outcome<byte[]> render(String template, PageModel model) {
        return bounded(template, () -> new Made(rendered(template, model), Optional.empty()))
                .page();
    }

    private Made bounded(String template, Supplier<Made> work) {
        if (endless.contains(template)) {
            return without(TemplateFault.late(place(template), patience.limit()));
        }
        if (endless.size() >= MOST_ENDLESS) {
            return without(TemplateFault.notTried(place(template), endless.size()));
        }
        return patience.spend(work).orElseGet(() -> {
            endless.add(template);
            return without(TemplateFault.late(place(template), patience.limit()));
        });
    }

    private static Made without(Diagnostic why) {
        return new Made(new Outcome<>(new byte[0], List.of(BuiltIn.explained(why))), Optional.empty());
    }

    private Outcome<byte[]> rendered(String template, PageModel model) {
        Configuration configuration = isOld(template) ? asJBake : escaping;
        Utf8Writer out = new Utf8Writer();
        try {
            Template parsed = configuration.getTemplate(template);
            parsed.process(new Model((Wrapping) configuration.getObjectWrapper(), model, store, jbake, now), out);
            return Outcome.of(out.bytes());
        } catch (IOException | TemplateException | StackOverflowError | OutOfMemoryError failed) {
            return new Outcome<>(new byte[0], List.of(BuiltIn.explained(fault(template, failed))));
        }
    }

    private Diagnostic fault(String template, Throwable wrong) {
        return TemplateFault.of(wrong, this::place, template);
    }

    private Where place(String name) {
        return Where.inFile(config.layout().spelt(config.layout().template(name)));
    }
}
