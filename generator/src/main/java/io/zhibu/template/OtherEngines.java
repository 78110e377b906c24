package io.zhibu.template;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Templates that JBake would give to another engine than FreeMarker. They would be published as they stand, so they are looked for by
 * their endings, which are how JBake tells its engines apart.
 */
public final class OtherEngines {
    private static final Map<String, String> NAMES = Map.of(
            "thyme", "Thymeleaf",
            "html", "Thymeleaf",
            "peb", "Pebble",
            "pebble", "Pebble",
            "jade", "Jade",
            "gsp", "Groovy",
            "groovy", "Groovy",
            "gxml", "Groovy",
            "tpl", "Groovy Markup");

    private final Path folder;
    /** Files by engine. */
    private final TreeMap<String, TreeSet<String>> found = new TreeMap<>();

    /** @param folder of the templates */
    public OtherEngines(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether a page's template is another engine's: the one that was found, or, if none was, a file of the same name with such an ending.
     *
     * @param asked names in the order of trust
     */
    public boolean owns(List<String> asked, Optional<String> template) {
        Optional<String> foreign =
                template.isPresent() ? template.filter(name -> engine(name).isPresent()) : beside(asked);
        foreign.ifPresent(name -> found.computeIfAbsent(engine(name).orElseThrow(), any -> new TreeSet<>())
                .add(name));
        return foreign.isPresent();
    }

    private static Optional<String> engine(String name) {
        return Optional.ofNullable(NAMES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    private Optional<String> beside(List<String> asked) {
        return asked.stream()
                .flatMap(name -> NAMES.keySet().stream()
                        .sorted()
                        .map(ending -> name.replaceFirst("(\\.[^./]*)?$", "") + "." + ending))
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst();
    }

    /** All of them in one error. */
    public List<Diagnostic> told(Where templates) {
        return found.entrySet().stream()
                .map(engine -> Diagnostic.error(
                        templates,
                        "template-engine",
                        "不支持 " + engine.getKey() + " 模板：" + String.join("、", engine.getValue()),
                        "只支持 FreeMarker：把这些模板改写成 .ftl；不改写，这个站点就还用 JBake 烘焙"))
                .toList();
    }
}
