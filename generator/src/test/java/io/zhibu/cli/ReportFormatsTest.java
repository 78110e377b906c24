package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.zhibu.Copy;
import io.zhibu.NpmPackage;
import io.zhibu.Run;
import io.zhibu.rulebook.Rulebook;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Each format is what its readers take, of a site with errors and of one without. */
class ReportFormatsTest {
    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void aSite() {
        site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
    }

    private void broken() throws IOException {
        Path entry = site.resolve("content/method/三 问.md");
        Files.move(site.resolve("content/method/three.md"), entry);
        // What may stand in no XML, and what means something in it.
        Files.writeString(entry, Files.readString(entry).replace("score: 9.5", "score: \"<&>\\x01\\uFFFF𠀀\""));
    }

    private String report(String command, String format, int exit) throws IOException {
        Path report = folder.resolve("report");
        List<String> words = new ArrayList<>(
                List.of(command, "--site", site.toString(), "--report", report.toString(), "--format", format));
        words.addAll(
                command.equals("publish") ? List.of("--to", folder.resolve("to").toString()) : List.of());
        Run run = Run.of(words);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        return Files.readString(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "publish"})
    void sarifIsWhatItsSchemaSays(String command) throws Exception {
        Path schema = NpmPackage.fetched("@microsoft/jest-sarif", "1.0.0-beta.0")
                .resolve("lib/schemas/sarif-2.1.0-rtm.5.json");
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI uri = validator.registerSchema(Files.readString(schema));
        String good = report(command, "sarif", 0);
        broken();
        String bad = report(command, "sarif", 1);

        for (String text : List.of(good, bad)) {
            Validator.Result result = validator.validate(uri, text);
            assertThat(result.getErrors())
                    .extracting(error -> error.getInstanceLocation() + " " + error.getError())
                    .isEmpty();
        }
        JsonObject run = run(bad);
        JsonObject first = StreamSupport.stream(run.getAsJsonArray("results").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("level").getAsString().equals("error"))
                .findFirst()
                .orElseThrow();
        JsonObject place =
                first.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertThat(place.getAsJsonObject("artifactLocation").get("uri").getAsString())
                .isEqualTo("content/method/%E4%B8%89%20%E9%97%AE.md");
        assertThat(place.getAsJsonObject("region").get("startLine").getAsInt()).isEqualTo(13);
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        JsonObject rule = rules.get(first.get("ruleIndex").getAsInt()).getAsJsonObject();
        assertThat(rule.get("id")).isEqualTo(first.get("ruleId"));
        assertThat(rule.getAsJsonObject("shortDescription").get("text").getAsString())
                .isEqualTo(Rulebook.own()
                        .rule(rule.get("id").getAsString())
                        .orElseThrow()
                        .title());
        // Control: the schema refuses what is wrong in one place.
        assertThat(validator
                        .validate(uri, bad.replace("\"level\" : \"error\"", "\"level\" : \"grave\""))
                        .isValid())
                .isFalse();
    }

    private static JsonObject run(String text) {
        return new Gson()
                .fromJson(text, JsonObject.class)
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    @ParameterizedTest
    @CsvSource({
        "junit, build, failures",
        "junit, publish, failures",
        "checkstyle, check, severity",
        "checkstyle, publish, line"
    })
    void xmlIsWhatItsReadersTake(String format, String command, String needed) throws Exception {
        String good = report(command, format, 0);
        broken();
        String bad = report(command, format, 1);
        validate(format, good);
        validate(format, bad);
        assertThat(bad).contains("value-kind", "content/method/三 问.md", "𠀀", "&lt;&amp;&gt;");
        // Control: a report without what its readers need is refused.
        assertThatThrownBy(() -> validate(format, bad.replaceFirst(needed + "=\"[^\"]*\"", "")))
                .isInstanceOf(SAXException.class);
    }

    private static void validate(String format, String text) throws SAXException, IOException {
        Path schema = Path.of("generator/src/test/resources/report-schemas/" + format + ".xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
    }

    @Test
    void anUnknownFormatIsToldBeforeAnythingIsDone() {
        Run run = Run.of(List.of("check", "--site", site.toString(), "--report", "r", "--format", "sarfi"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("命令写法有误：没有“sarfi”这种报告格式").contains("是“sarif”吗？");
        assertThat(Run.of(List.of("check", "--site", site.toString(), "--format", "junit"))
                        .err())
                .startsWith("命令写法有误：写了 --format，没有写报告写到哪里");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "junit", "checkstyle"})
    void aFaultOfTheDiskIsAReportInAnyFormat(String format) throws IOException {
        Path report = folder.resolve("report");
        Files.writeString(folder.resolve("file"), "不是文件夹");
        Run run = Run.of(List.of(
                "build",
                "--site",
                site.toString(),
                "--out",
                folder.resolve("file/x").toString(),
                "--report",
                report.toString(),
                "--format",
                format));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(Files.readString(report)).contains("磁盘出错：");
    }
}
