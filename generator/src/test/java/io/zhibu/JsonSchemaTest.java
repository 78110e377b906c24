package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.zhibu.config.ConfigReading;
import io.zhibu.schema.JsonSchemas;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of a type takes every entry that Zhibu takes, and refuses what one entry alone gets wrong. */
class JsonSchemaTest {
    private static final Map<String, URI> URIS = new HashMap<>();
    private static final Validator VALIDATOR =
            new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

    @BeforeAll
    static void theSchemas() throws IOException {
        Schemas schemas = new ConfigReading(Path.of(".")).read().value().schemas();
        for (Schema type : schemas.types()) {
            URIS.put(type.key(), VALIDATOR.registerSchema(new JsonSchemas(schemas).of(type)));
        }
    }

    @Test
    void everyEntryOfTheRepositoryIsTaken() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".md")).sorted()::iterator) {
                String type = file.getName(1).toString();
                faults(type, header(file)).forEach(fault -> faults.add(file + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(URIS).hasSize(10);
    }

    @Test
    void whatIsWrongInOneEntryIsRefusedAtItsPlace() throws IOException {
        String sound = header(Path.of("content/branch/sample-bing-linshi.md"));

        assertThat(faults("branch", sound)).isEmpty();
        assertThat(faults("branch", sound.replace("title: ", "titel: "))).contains("/titel", "");
        assertThat(faults("branch", sound.replaceAll("(?m)^end: .*\\n", ""))).contains("");
        assertThat(faults("branch", sound.replace("org_level: 临时支部", "org_level: 临时支不")))
                .contains("/org_level");
        assertThat(faults("branch", sound.replace("total: 9", "total: 9 人"))).contains("/members/total");
        assertThat(faults("branch", sound.replace("2026-06-30", "今年"))).contains("/members/as_of");
        assertThat(faults("branch", sound.replace("access: public-intranet", "access: 未载")))
                .contains("/access");
    }

    private static List<String> faults(String type, String header) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(header);
        Validator.Result result = VALIDATOR.validate(URIS.get(type), new Gson().toJson(read));
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation())
                .toList();
    }

    private static String header(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(4, text.indexOf("\n---\n") + 1);
    }
}
