package io.zhibu.forms;

import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.yaml.YamlWriting;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code config.yml} of the editors: a collection for each type that readers see. */
public final class FormSettings {
    /** What the file begins with, so that another file isn't taken for one of these. */
    public static final String MARK = "# zhibu forms";

    private final Schemas schemas;
    private final String content;

    /** @param content folder of the entries, from the top of the repository */
    public FormSettings(Schemas schemas, String content) {
        this.schemas = schemas;
        this.content = content;
    }

    /**
     * @param repository address of its web page
     * @param app id under which the forge knows the editor; may be empty
     */
    public String file(Forge forge, URI repository, String branch, String app) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("backend", forge.backend(repository, branch, app));
        if (forge.reviews()) {
            settings.put("publish_mode", "editorial_workflow");
        }
        settings.put("media_folder", content);
        settings.put("public_folder", "/" + content);
        settings.put("slug", Map.of("encoding", "ascii"));
        // An empty field isn't the same as none: the checks ask what it should hold.
        settings.put("output", Map.of("omit_empty_optional_fields", true));
        settings.put(
                "collections",
                schemas.types().stream()
                        .filter(Schema::shown)
                        .map(this::collection)
                        .toList());
        return MARK + "\n# 由 zhibu forms 从 site-config 生成，不要手改；字段和词表改了，再生成一次。\n" + YamlWriting.of(settings);
    }

    private Map<String, Object> collection(Schema type) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("name", type.key());
        collection.put("label", type.plural());
        collection.put("label_singular", type.label());
        collection.put("folder", content + "/" + type.key());
        collection.put("create", true);
        collection.put("extension", "md");
        collection.put("format", "yaml-frontmatter");
        collection.put("identifier_field", "title");
        collection.put("slug", "{{fields.id}}");
        collection.put("summary", "{{title}}");
        // Files stand beside their entry.
        collection.put("media_folder", "");
        collection.put("public_folder", "");
        collection.put("fields", new Widgets(schemas).of(type));
        return collection;
    }
}
