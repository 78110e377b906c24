package io.zhibu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.zhibu.Copy;
import io.zhibu.NpmPackage;
import io.zhibu.Run;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The form editors' settings of the repository's own types, held against the editor's own JSON Schema. */
class FormSettingsTest {
    private static final URI REPOSITORY = URI.create("https://git.example.cn/dangjian/zhibu.git");
    private static Config config;

    @TempDir
    private Path folder;

    @BeforeAll
    static void ownTypes() throws IOException {
        config = new ConfigReading(Path.of("").toAbsolutePath()).read().value();
    }

    private static Map<String, Object> settings(Forge forge) {
        return map(new Load(LoadSettings.builder().build())
                .loadFromString(new FormSettings(config.schemas(), "content").file(forge, REPOSITORY, "main", "")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
        return ((List<?>) of.get(key)).stream().map(FormSettingsTest::map).toList();
    }

    private static Map<String, Object> named(List<Map<String, Object>> all, String name) {
        return all.stream()
                .filter(one -> one.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Forge.class)
    void theEditorsOwnSchemaTakesThem(Forge forge) throws IOException, InterruptedException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(
                Files.readString(NpmPackage.fetched("@sveltia/cms", "0.221.1").resolve("schema/sveltia-cms.json")));
        String json = new Gson().toJson(settings(forge));

        Validator.Result result = validator.validate(schema, json);

        assertThat(result.getErrors().stream().limit(5).map(one -> one.getInstanceLocation() + " " + one.getError()))
                .isEmpty();
        // Control: the schema refuses a widget's wrong option.
        assertThat(validator
                        .validate(schema, json.replaceFirst("\"required\":true", "\"required\":1"))
                        .isValid())
                .isFalse();
    }

    @Test
    void everyTypeIsACollectionOfAllItsFieldsInTheirOrder() {
        List<Map<String, Object>> collections = list(settings(Forge.GITEA), "collections");

        assertThat(collections.stream().map(one -> one.get("name")))
                .containsExactlyElementsOf(config.schemas().types().stream()
                        .filter(Schema::shown)
                        .map(Schema::key)
                        .toList());
        for (Map<String, Object> collection : collections) {
            List<String> fields = new ArrayList<>(
                    config.schemas().type(collection.get("name").toString()).orElseThrow().fields().stream()
                            .map(Field::key)
                            .toList());
            fields.add("body");
            assertThat(list(collection, "fields").stream().map(one -> one.get("name")))
                    .containsExactlyElementsOf(fields);
            assertThat(collection)
                    .containsEntry("folder", "content/" + collection.get("name"))
                    .containsEntry("slug", "{{fields.id}}")
                    .containsEntry("media_folder", "");
        }
    }

    @Test
    void fieldsArePickersOfTheWordsAndEntriesThatTheChecksKnow() {
        List<Map<String, Object>> fields =
                list(named(list(settings(Forge.GITEA), "collections"), "work-method"), "fields");

        assertThat(named(fields, "type")).containsEntry("widget", "hidden").containsEntry("default", "work-method");
        assertThat(named(fields, "status"))
                .containsEntry("label", "状态")
                .containsEntry("widget", "select")
                .containsEntry("required", true)
                .containsEntry("options", List.of("草稿", "初审", "复审", "终审", "已发布", "定时发布", "归档"));
        assertThat(named(fields, "published"))
                .containsEntry("widget", "datetime")
                .containsEntry("required", false)
                .containsEntry("hint", "“状态”是已发布、定时发布的必填");
        assertThat(named(fields, "branch"))
                .containsEntry("widget", "relation")
                .containsEntry("collection", "branch")
                .containsEntry("value_field", "id")
                .containsEntry("hint", "必填；来源没有写的先空着，在文件里写“branch: 未载”");
        assertThat(named(fields, "tags")).containsEntry("multiple", true).containsEntry("max", 8);
        assertThat((List<?>) named(fields, "unit").get("options")).last().isEqualTo("未载");
        Map<String, Object> cover = named(fields, "cover");
        assertThat(cover).containsEntry("widget", "object");
        assertThat(named(list(cover, "fields"), "src"))
                .containsEntry("widget", "image")
                .containsEntry("accept", ".jpg,.jpeg,.png,.svg,.webp,.gif");
        assertThat(named(list(named(fields, "reviews"), "fields"), "stage"))
                .containsEntry("options", List.of("初审", "复审", "终审", "未载"));
        assertThat(named(fields, "body").get("default").toString()).startsWith("## 背景\n\n## 做法\n");
    }

    @Test
    void patternsTakeWhatTheChecksTake() {
        List<Map<String, Object>> fields =
                list(named(list(settings(Forge.GITEA), "collections"), "work-method"), "fields");

        assertThat("san-wen").matches(pattern(fields, "id"));
        assertThat("San_Wen").doesNotMatch(pattern(fields, "id"));
        assertThat("ab").doesNotMatch(pattern(fields, "id"));
        assertThat("两字").matches(pattern(fields, "title"));
        assertThat("一").doesNotMatch(pattern(fields, "title"));
        assertThat("未载").matches(pattern(fields, "started"));
        assertThat("2021-03").matches(pattern(fields, "started"));
        assertThat("2021年3月").doesNotMatch(pattern(fields, "started"));
    }

    private static Pattern pattern(List<Map<String, Object>> fields, String name) {
        return Pattern.compile(
                ((List<?>) named(fields, name).get("pattern")).get(0).toString());
    }

    @Test
    void signingInFollowsTheForge() {
        assertThat(map(settings(Forge.GITEA).get("backend")))
                .containsEntry("name", "gitea")
                .containsEntry("repo", "dangjian/zhibu")
                .containsEntry("base_url", "https://git.example.cn")
                .containsEntry("api_root", "https://git.example.cn/api/v1");
        assertThat(map(settings(Forge.GITLAB).get("backend")))
                .containsEntry("api_root", "https://git.example.cn/api/v4")
                .containsEntry("auth_type", "pkce")
                .doesNotContainKey("app_id");
        assertThat(settings(Forge.GITLAB)).containsEntry("publish_mode", "editorial_workflow");
    }

    @Test
    void theCommandWritesTheFileAndNoOther() throws IOException {
        Path site = folder.resolve("站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path file = folder.resolve("admin/config.yml");

        Run asked = forms(site, "--forge", "gitea");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("不知道仓库的网址", "--repository https://");
        assertThat(forms(site, "--repository", "https://git.example.cn/a/b").err())
                .contains("不知道仓库在哪一种平台上");
        assertThat(forms(site, "--forge", "githab").err()).contains("没有“githab”这种平台");

        Run run = forms(
                site, "--forge", "gitlab", "--repository", "https://git.example.cn/a/b", "--out", file.toString());
        assertThat(run.exit()).isZero();
        assertThat(Files.readString(file)).startsWith("# zhibu forms\n").contains("repo: a/b", "name: method");
        Files.writeString(file, "collections: []");
        run = forms(site, "--forge", "gitlab", "--repository", "https://git.example.cn/a/b", "--out", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("[target-foreign] 这里已有别的东西，不能替换");
        assertThat(file).hasContent("collections: []");
    }

    private static Run forms(Path site, String... words) {
        List<String> arguments = new ArrayList<>(List.of("forms", "--site", site.toString()));
        arguments.addAll(List.of(words));
        return Run.of(arguments);
    }
}
