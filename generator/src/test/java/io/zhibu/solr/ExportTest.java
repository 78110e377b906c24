package io.zhibu.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zhibu.WithSmallSite;
import io.zhibu.catalogue.Place;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import io.zhibu.search.Search;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written for the engine and what is said to it, as one on loopback plays it. */
class ExportTest extends WithSmallSite {
    private FakeSolr fake;

    @BeforeEach
    void anEngine() throws IOException {
        fake = new FakeSolr();
        for (String id : List.of("yi", "er", "san", "si", "wu")) {
            site.entry("method/" + id, "title: 三亮活动", "做法：亮身份，亮身份。");
        }
    }

    @AfterEach
    void noEngine() {
        fake.close();
    }

    private Search search() {
        Place place =
                new Place("/unit/a/index.html", "单位", "水文局", List.of("水文"), "unit/a/index.html", "5 条", "", false);
        return Search.of(site.catalogue(), List.of(place), Map.of(), List.of(), new Parallel(2));
    }

    private Export export() {
        return new Export(search(), "here", 2);
    }

    private Export.Done send() throws IOException {
        fake.done.clear();
        return export().send(fake.solr(), "all", 2, 3, (at, of) -> {});
    }

    private Fault fault() {
        return catchThrowableOfType(Fault.class, this::send);
    }

    @Test
    void theFirstTimeTheCollectionIsMadeAndEverythingIsSent() throws IOException {
        assertThat(send()).isEqualTo(new Export.Done(true, 6, 0, 0, 0));
        assertThat(fake.done).containsExactly("upload", "create 2x3", "put 2", "put 2", "put 2", "commit");
        assertThat(fake.seen)
                .containsOnlyKeys("here:yi", "here:er", "here:san", "here:si", "here:wu", "here:/unit/a/index.html");
        assertThat(fake.collections).containsExactly(Map.entry("all", new Configset().name()));
    }

    @Test
    void whatIsAsItWasIsNotSentAgain() throws IOException {
        send();
        assertThat(send()).isEqualTo(new Export.Done(false, 0, 0, 0, 6));
        assertThat(fake.done).containsExactly("commit");
    }

    @Test
    void onlyWhatChangedIsSentAndWhatIsGoneIsRemoved() throws IOException {
        send();
        site.entry("method/er", "title: 三亮活动", "另一种做法。");
        site.entry("method/liu", "", "做法。");
        site.file("content/method/san.md", "---\nid: san\ntype: method\ntitle: 稿\nstatus: draft\n---\n");
        assertThat(send()).isEqualTo(new Export.Done(false, 1, 1, 1, 4));
        assertThat(fake.done).doesNotContain("upload").endsWith("remove 1", "commit");
        assertThat(fake.seen).containsKey("here:liu").doesNotContainKey("here:san");
    }

    @Test
    void comparingSendsNothing() throws IOException {
        assertThat(export().compare(fake.solr(), "all")).isEqualTo(new Export.Done(true, 6, 0, 0, 0));
        assertThat(fake.done).isEmpty();
        assertThat(fake.collections).isEmpty();
    }

    @Test
    void afterAFailureAtAnyBatchTheNextRunSendsTheRest() throws IOException {
        for (int batches = 0; batches < 3; batches++) {
            fake.close();
            fake = new FakeSolr();
            fake.batchesUntilRefused = batches;
            assertThat(fault().getMessage()).isEqualTo("Solr 没有照办（503：no leader）");
            assertThat(fake.seen).isEmpty();
            fake.batchesUntilRefused = Integer.MAX_VALUE;
            assertThat(send()).isEqualTo(new Export.Done(false, 6 - 2 * batches, 0, 0, 2 * batches));
            assertThat(fake.seen).hasSize(6);
        }
    }

    @Test
    void aRemovalThatFailsIsMadeUpFor() throws IOException {
        send();
        for (String id : List.of("yi", "er", "san")) {
            site.file(
                    "content/method/" + id + ".md",
                    "---\nid: " + id + "\ntype: method\ntitle: 稿\nstatus: draft\n---\n");
        }
        fake.batchesUntilRefused = 1;
        assertThat(fault().getMessage()).contains("503");
        fake.batchesUntilRefused = Integer.MAX_VALUE;
        assertThat(send().removed()).isEqualTo(1);
        assertThat(fake.seen).containsOnlyKeys("here:si", "here:wu", "here:/unit/a/index.html");
    }

    @Test
    void anotherSitesDocumentsInTheCollectionStay() throws IOException {
        new Export(search(), "there", 2).send(fake.solr(), "all", 2, 3, (at, of) -> {});
        assertThat(send()).isEqualTo(new Export.Done(false, 6, 0, 0, 0));
        site.file("content/method/yi.md", "---\nid: yi\ntype: method\ntitle: 稿\nstatus: draft\n---\n");
        assertThat(send().removed()).isEqualTo(1);
        assertThat(fake.seen).hasSize(11).containsKey("there:yi").doesNotContainKey("here:yi");
    }

    @Test
    void aCollectionOfOtherSettingsIsLeftAlone() {
        fake.collections.put("all", "zhibu-00000000");
        assertThat(fault().getMessage()).startsWith("集合“all”是照另一版支部的设置建的（zhibu-00000000，这一版是 zhibu-");
        fake.collections.put("all", "products");
        assertThat(fault().getMessage()).isEqualTo("集合“all”不是支部建的（设置是“products”），没有动它");
        assertThat(fault().hint()).contains("--collection");
        assertThat(fake.done).isEmpty();
    }

    @Test
    void whoeverAnswersWronglyIsNamed() {
        fake.version = "8.11.4";
        assertThat(fault().getMessage()).isEqualTo("那里的 Solr 是 8.11.4，太旧");
        fake.version = "9.10.1";
        fake.mode = "std";
        assertThat(fault().getMessage()).isEqualTo("那里的 Solr 没有用 SolrCloud 方式");
        fake.version = "";
        assertThat(fault().getMessage()).endsWith("不是 Solr");
        fake.body = "<html><body>Welcome<br></body></html>";
        fake.status = 404;
        assertThat(fault().getMessage()).contains("那里没有“/solr/admin/info/system”");
        fake.status = 401;
        assertThat(fault().getMessage()).isEqualTo("Solr 要用户名和密码");
        assertThat(fault().hint()).contains("ZHIBU_SOLR_PASSWORD");
        fake.status = 403;
        assertThat(fault().getMessage()).contains("不许");
        fake.close();
        assertThat(fault().getMessage()).endsWith("没有答复");
    }

    @Test
    void aPageThatIsNoAnswerOfTheEngineIsNamed() {
        fake.version = "</str><broken";
        assertThat(fault().getMessage()).isEqualTo("那里答复的不是 Solr 的 XML");
    }

    @Test
    void aPasswordThatIsWrongIsToldFromNone() {
        fake.status = 401;
        Solr solr = new Solr(URI.create(fake.address() + "/"), Optional.of("党建:密码"));
        Fault fault = catchThrowableOfType(Fault.class, () -> export().compare(solr, "all"));
        assertThat(fault.getMessage()).isEqualTo("Solr 不认这个用户名和密码");
        assertThat(fake.authorization).isEqualTo("Basic 5YWa5bu6OuWvhueggQ==");
    }

    @Test
    void anAddressWithoutAPathIsTheUsualOne() {
        assertThat(new Solr(URI.create("http://a:8983/"), Optional.empty())).hasToString("http://a:8983/solr");
        assertThat(new Solr(URI.create("http://a/search/solr/"), Optional.empty()))
                .hasToString("http://a/search/solr");
    }

    @Test
    void aDocumentHasItsWordsWithTheirCounts() {
        JsonObject entry = document("here:yi");
        assertThat(entry.get("t").getAsString()).startsWith("三亮 亮活 活动");
        assertThat(entry.get("b").getAsString()).startsWith("做法 亮身|2 身份|2");
        assertThat(entry.get("n").getAsString().split(" ")).contains("sanlianghuodong", "slhd", "亮");
        assertThat(entry.get("l").getAsString().split(" ")).contains("shuiwenju");
        assertThat(entry.getAsJsonArray("c_type").get(0).getAsString()).isEqualTo("method");
        assertThat(entry.getAsJsonArray("v_type").get(0).getAsString()).startsWith("0method=");
        assertThat(entry.get("text").getAsString()).startsWith("做法：亮身份，亮身份。");
        JsonObject place = document("here:/unit/a/index.html");
        assertThat(place.get("T").getAsString()).isEqualTo("水文|2 文局");
        assertThat(place.has("t")).isFalse();
    }

    private JsonObject document(String id) {
        return export().files().files().entrySet().stream()
                .filter(file -> file.getKey().path().startsWith("documents/"))
                .map(file -> new String(file.getValue().make().value(), StandardCharsets.UTF_8))
                .flatMap(text -> StreamSupport.stream(
                        JsonParser.parseString(text).getAsJsonArray().spliterator(), false))
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFilesAreTheConfigsetAndTheDocuments() throws Exception {
        Output files = export().files();
        assertThat(files.files().keySet().stream().map(Object::toString))
                .containsExactly(
                        "configset/fold.txt",
                        "configset/schema.xml",
                        "configset/solrconfig.xml",
                        "documents/00001.json",
                        "documents/00002.json",
                        "documents/00003.json");
        for (String name : List.of("schema.xml", "solrconfig.xml")) {
            String text = new Configset().files().get(name);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(text).doesNotContainPattern("<!-- [A-Z]+ -->");
        }
        assertThat(new Configset().files().get("solrconfig.xml"))
                .contains("{!switch tag=unit_kind case=$all default=$f_unit_kind v=$unit_kind}")
                .contains("<str name=\"f_unit_kind\">{!terms f=c_unit_kind v=$unit_kind}</str>");
    }
}
