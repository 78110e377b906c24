package io.zhibu.config;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.builtin.Layers;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.schema.Schema;
import io.zhibu.schema.SchemaReading;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import io.zhibu.schema.VocabularyReading;
import io.zhibu.schema.WordTyping;
import io.zhibu.unicode.Proofreading;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Stage 1: a folder to its configuration. Reads the files of the configuration and no others. */
public final class ConfigReading {
    private static final String NAME = "jbake.properties";
    private static final String LEGACY = "custom.properties";
    private final Path root;
    private final Optional<BuiltIn> builtIn;
    private final Diagnostics diagnostics = new Diagnostics();
    private Layers layers;
    /** Whether a file of vocabularies or types can't be read, or none of its words. */
    private boolean unread;

    public ConfigReading(Path root) {
        this(root, BuiltIn.here());
    }

    /** @param builtIn what came with the program */
    public ConfigReading(Path root, Optional<BuiltIn> builtIn) {
        this.root = root;
        this.builtIn = builtIn;
        this.layers = Layers.of(root);
    }

    /** @throws IOException if the disk fails; that a file is missing or wrong is a diagnostic */
    public Outcome<Config> read() throws IOException {
        Path folder = root.resolve("site-config");
        boolean plainJBake = !Files.isDirectory(folder) && Files.exists(root.resolve(NAME));
        Path file = plainJBake ? root.resolve(NAME) : folder.resolve(NAME);
        Where where = Where.inFile(spelt(file));
        Settings settings = settings(file, where);
        if (!diagnostics.hasErrors()) {
            new VersionChecking(BuiltIn.VERSION).check(settings, where).ifPresent(diagnostics::add);
        }
        if (diagnostics.hasErrors()) {
            // Folders would be looked for where nobody said that they are.
            return Outcome.of(
                    new Config(
                            layout(file, settings, plainJBake),
                            settings,
                            Dialect.CHINESE,
                            none(),
                            Wording.NONE,
                            List.of(),
                            List.of(),
                            List.of()),
                    diagnostics);
        }
        Dialect dialect = dialect(settings, plainJBake ? Dialect.JBAKE : Dialect.CHINESE);
        if (!plainJBake
                && dialect != Dialect.JBAKE
                && settings.get(VersionChecking.KEY).isPresent()) {
            layers = layers(settings, where);
        }
        Layout layout = layout(file, settings, plainJBake);
        diagnostics.addAll(new SettingsChecking(settings, dialect).check());
        if (plainJBake && Files.exists(root.resolve(LEGACY))) {
            diagnostics.warning(Where.inFile(LEGACY), "config-legacy", "不读这个旧名称的设置文件", "把里面的设置并入 " + NAME);
        }
        mustExist(layout.content(), "content-folder", "放文章的文件夹", place(settings, "content.folder", where));
        boolean usual = layout.templates().equals(root.resolve("templates"));
        boolean below = usual && layers.builtIn().isPresent();
        if (settings.get("template.folder").isEmpty() && !Files.isDirectory(layout.templates()) && !below) {
            diagnostics.error(
                    where,
                    "template-folder",
                    "放模板的文件夹“" + spelt(layout.templates()) + "”不存在",
                    plainJBake
                            ? "建这个文件夹，放进模板"
                            : "用支部自带的模板，在设置里写 zhibu.version=" + BuiltIn.line()
                                    + "；要全用自己的，把支部程序文件夹里的 templates 整个拷到这里，与 content、site-config 并排");
        } else if (!below) {
            mustExist(layout.templates(), "template-folder", "放模板的文件夹", place(settings, "template.folder", where));
        }
        // What lies in a folder that isn't there is told with it.
        boolean within =
                layout.assets().startsWith(layout.templates()) && (below || !Files.isDirectory(layout.templates()));
        if (dialect != Dialect.JBAKE && settings.get("asset.folder").isPresent() && !within) {
            mustExist(layout.assets(), "asset-folder", "放素材的文件夹", place(settings, "asset.folder", where));
        }
        Schemas schemas = dialect == Dialect.JBAKE ? none() : switched(schemas(), settings);
        Wording wording = dialect == Dialect.JBAKE ? Wording.NONE : wording();
        List<Expectation> expectations = dialect == Dialect.JBAKE
                ? List.of()
                : new ExpectationReading(diagnostics).expectations(optional("site-config/search-tests.yml"));
        // Its lines name words, and not all words are known.
        Node.Mapping numbers = dialect == Dialect.JBAKE || unread
                ? new Node.Mapping(List.of(), where)
                : optional("site-config/baseline.yml");
        List<Baseline> baseline = new BaselineReading(schemas, diagnostics).baseline(numbers);
        List<UnitTotal> totals = new UnitTotalReading(schemas, diagnostics).totals(numbers);
        return new Outcome<>(
                new Config(layout, settings, dialect, schemas, wording, expectations, baseline, totals),
                diagnostics.list().stream().map(BuiltIn::explained).toList());
    }

    private Layers layers(Settings settings, Where where) throws IOException {
        if (builtIn.isEmpty()) {
            diagnostics.error(
                    place(settings, VersionChecking.KEY, where),
                    "builtin-missing",
                    "写了 " + VersionChecking.KEY + "，要用支部自带的模板和类型，程序里却没有",
                    "程序不完整：重新解压支部的发布包，整个文件夹一起用");
            return layers;
        }
        // The checkout that the program was compiled from is where the built-in files come from.
        boolean source = Files.isSameFile(builtIn.get().folder(), root);
        return source ? layers : new Layers(root, builtIn);
    }

    private static Schemas none() {
        return new Schemas(List.of(), Map.of());
    }

    private Layout layout(Path file, Settings settings, boolean plainJBake) {
        return new Layout(
                root,
                file,
                folder(settings, "content.folder", "content"),
                folder(settings, "template.folder", "templates"),
                folder(settings, "asset.folder", plainJBake ? "assets" : "templates/assets"),
                layers);
    }

    private static Where place(Settings settings, String key, Where otherwise) {
        return settings.where(key).orElse(otherwise);
    }

    private String spelt(Path path) {
        return layers.spelt(path);
    }

    private Settings settings(Path file, Where where) throws IOException {
        try {
            return new PropertiesReading(where, diagnostics).read(text(file));
        } catch (NoSuchFileException missing) {
            diagnostics.error(
                    where, "config-missing", "没有站点设置文件", "这个文件夹若是知识库，建 " + where.file() + "；否则用 --site 指到知识库的文件夹");
        } catch (CharacterCodingException wrong) {
            notUtf8(where);
        }
        return new Settings(Map.of(), Map.of());
    }

    private String text(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return Proofreading.of(
                (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n"),
                Where.inFile(spelt(file)),
                diagnostics);
    }

    private void notUtf8(Where where) {
        diagnostics.error(where, "encoding", "文件不是 UTF-8 编码", "用记事本打开，另存为 UTF-8 编码");
    }

    private Dialect dialect(Settings settings, Dialect otherwise) {
        String word = settings.get("markdown.profile").orElse(otherwise.word());
        List<String> words = Arrays.stream(Dialect.values()).map(Dialect::word).toList();
        if (!words.contains(word)) {
            wrong(settings, "markdown.profile", "没有“" + word + "”这种正文写法", Nearest.hint(word, words));
            return otherwise;
        }
        return Dialect.values()[words.indexOf(word)];
    }

    private Path folder(Settings settings, String key, String otherwise) {
        Path folder = root.resolve(settings.get(key).orElse(otherwise)).normalize();
        if (!folder.startsWith(root.normalize())) {
            wrong(settings, key, "文件夹不在站点里", "写站点里的文件夹，如 " + otherwise);
            return root.resolve(otherwise);
        }
        return folder;
    }

    private void mustExist(Path folder, String rule, String what, Where where) {
        if (!Files.isDirectory(folder)) {
            diagnostics.error(where, rule, what + "“" + spelt(folder) + "”不存在", "建这个文件夹，或改设置里的文件夹名");
        }
    }

    private void wrong(Settings settings, String key, String message, String hint) {
        diagnostics.error(settings.where(key).orElse(Where.inFile(NAME)), "setting-value", message, hint);
    }

    private Schemas schemas() throws IOException {
        Map<String, Vocabulary> vocabularies = new TreeMap<>();
        Map<String, Node.Mapping> files = mappings("site-config/vocabularies");
        for (Map.Entry<String, Node.Mapping> file : files.entrySet()) {
            Outcome<Vocabulary> vocabulary = new VocabularyReading().vocabulary(file.getKey(), file.getValue());
            diagnostics.addAll(vocabulary.diagnostics());
            unread |= vocabulary.value().words().isEmpty()
                    && !vocabulary.diagnostics().isEmpty();
            vocabularies.put(file.getKey(), vocabulary.value());
        }
        if (unread) {
            // Types and words that name a missing vocabulary are as they should be.
            return none();
        }
        Outcome<Map<String, Vocabulary>> typed = new WordTyping(vocabularies).typed(files);
        diagnostics.addAll(typed.diagnostics());
        Outcome<Schemas> schemas = new SchemaReading(typed.value()).schemas(mappings("site-config/schemas"));
        diagnostics.addAll(schemas.diagnostics());
        return schemas.value();
    }

    private Schemas switched(Schemas schemas, Settings settings) {
        List<String> known = schemas.types().stream().map(Schema::key).toList();
        for (String type : settings.typesOff()) {
            if (!known.contains(type) && !unread) {
                wrong(settings, "types.off", "没有“" + type + "”这一类", Nearest.hint(type, known));
            }
        }
        return schemas.without(Set.copyOf(settings.typesOff()));
    }

    private Wording wording() throws IOException {
        WordingReading reading = new WordingReading(diagnostics);
        return new Wording(
                reading.readings(optional("site-config/readings.yml")),
                reading.synonyms(optional("site-config/synonyms.yml")),
                strokes(layers.file("site-config/strokes.txt")));
    }

    private Map<String, String> strokes(Path file) throws IOException {
        Where where = Where.inFile(spelt(file));
        try {
            return Files.exists(file) ? new StrokesReading(where, diagnostics).strokes(text(file)) : Map.of();
        } catch (CharacterCodingException wrong) {
            notUtf8(where);
            return Map.of();
        }
    }

    /** What the file says; nothing if there is none. */
    private Node.Mapping optional(String path) throws IOException {
        Path file = layers.file(path);
        Where start = new Where(spelt(file), 1, 1);
        if (Files.exists(file)) {
            try {
                String text = text(file);
                Outcome<Node.Mapping> read = new YamlReading().mapping(text, start);
                diagnostics.addAll(text.isBlank() ? List.of() : read.diagnostics());
                return read.value();
            } catch (CharacterCodingException wrong) {
                notUtf8(start);
            }
        }
        return new Node.Mapping(List.of(), start);
    }

    /** Every YAML file of the folder, by its name without the ending. */
    private Map<String, Node.Mapping> mappings(String folder) throws IOException {
        Map<String, Node.Mapping> mappings = new TreeMap<>();
        if (layers.builtIn().isEmpty() && !Files.isDirectory(root.resolve(folder))) {
            diagnostics.error(
                    Where.inFile(folder),
                    "config-missing",
                    "没有这个文件夹",
                    "从示例站点里拷一份来改；用支部自带的，在设置里写 zhibu.version=" + BuiltIn.line());
            return mappings;
        }
        for (Map.Entry<String, Path> file : layers.files(folder, ".yml").entrySet()) {
            Where start = new Where(spelt(file.getValue()), 1, 1);
            String name = file.getKey();
            try {
                Outcome<Node.Mapping> read = new YamlReading().mapping(text(file.getValue()), start);
                diagnostics.addAll(read.diagnostics());
                if (read.diagnostics().isEmpty() || !read.value().entries().isEmpty()) {
                    mappings.put(name.substring(0, name.length() - ".yml".length()), read.value());
                } else {
                    unread = true;
                }
            } catch (CharacterCodingException wrong) {
                notUtf8(start);
                unread = true;
            }
        }
        if (mappings.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(Where.inFile(folder), "config-missing", "这个文件夹里没有 .yml 文件", "从示例站点里拷一份来改");
        }
        return mappings;
    }
}
