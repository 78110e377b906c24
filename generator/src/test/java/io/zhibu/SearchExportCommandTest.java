package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu search-export}: as files, and what is wrong with how it is called. */
class SearchExportCommandTest {
    @TempDir
    Path folder;

    private Path site;

    @BeforeEach
    void aSite() {
        site = folder.resolve("site");
        new SmallSite(site)
                .entry("method/liang", "title: 青溪三亮", "做法：亮身份。")
                .file("site-config/jbake.properties", "site.title=青溪\n");
    }

    private Run export(String... words) {
        List<String> all = new ArrayList<>(List.of("search-export", "solr", "--site", site.toString(), "--no-cache"));
        all.addAll(List.of(words));
        return Run.of(all);
    }

    @Test
    void theSettingsAndTheDocumentsAreWrittenTheSameEachTime() throws IOException {
        Path out = folder.resolve("out");
        Run first = export("--to", out.toString(), "--id", "qingxi");
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertThat(first.out()).isEqualTo("已写：" + out);
        Map<String, String> files = files(out);
        assertThat(files)
                .containsKeys(
                        "configset/schema.xml",
                        "configset/solrconfig.xml",
                        "configset/fold.txt",
                        "documents/00001.json");
        assertThat(files.get("documents/00001.json"))
                .contains("\"id\":\"qingxi:liang\"", "\"heading\":\"青溪三亮\"", "\"sample\":false");
        assertThat(export("--to", out.toString(), "--id", "qingxi").exit()).isZero();
        assertThat(files(out)).isEqualTo(files);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aFolderOfOtherThingsStays() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "别的");
        Run run = export("--to", out.toString(), "--id", "qingxi");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("输出文件夹里有别的东西");
        assertThat(out.resolve("notes.txt")).hasContent("别的");
    }

    @Test
    void aSiteWithoutANameIsAskedForOne() {
        Run run = export("--to", folder.resolve("out").toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("不知道这个站点叫什么", "--id");
    }

    @Test
    void theHostOfTheSettingsIsAName() throws IOException {
        Files.writeString(site.resolve("site-config/jbake.properties"), "site.host=http://Zhibu.example.cn/a\n");
        Path out = folder.resolve("out");
        assertThat(export("--to", out.toString()).exit()).isZero();
        assertThat(out.resolve("documents/00001.json")).content().contains("\"site\":\"zhibu.example.cn\"");
    }

    @Test
    void nobodyAtTheAddressIsOneSentence() {
        Run run = export("--to", "http://127.0.0.1:1/solr", "--id", "qingxi");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("“http://127.0.0.1:1/solr”没有答复\n    建议：");
    }

    @Test
    void whatIsWrongWithTheWordsIsSaid() {
        assertThat(Run.of(List.of("search-export")).err()).contains("没有写交给什么");
        assertThat(Run.of(List.of("search-export", "elastic", "--to", "x")).err())
                .contains("不认识“elastic”");
        assertThat(export().err()).contains("没有写到哪里");
        assertThat(export("--to", "ftp://a/solr").err()).contains("不是网址");
        assertThat(export("--to", "http://a:b@c/solr").err()).contains("不是网址", "--user");
        assertThat(export("--to", folder.toString(), "--check").err()).contains("推到 SolrCloud 用的");
        assertThat(export("--to", "http://a/solr", "--collection", "知识").err()).contains("不能做集合的名称");
        assertThat(export("--to", "http://a/solr", "--id", "A b").err()).contains("不能做站点的标识");
        assertThat(export("--to", "http://a/solr", "--user", "x").err()).contains("ZHIBU_SOLR_PASSWORD");
        assertThat(export("--to", "http://a/solr", "--shards", "0").err()).contains("1 到 32");
    }
}
