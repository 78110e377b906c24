package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final String NEEDED = "authors: [甲]\nsummary: 每周问三句话，问岗位、问困难、问办法，当场答复。\naccess: public-intranet\n";

    @TempDir
    Path folder;

    @Test
    void countsWhatIsTrueAndPublishedAndWhatItTells() throws IOException {
        SmallSite.ofOurTypes(folder)
                .entry("term/one", NEEDED + "term: 甲\nstate: 待补", "一二三四 五六")
                .entry("term/two", NEEDED.replace("[甲]", "未载") + "term: 丁\nstate: 待补", "一二")
                .entry("term/draft", NEEDED + "status: draft\nterm: 乙\nstate: 待补", "一二三四五六七八九十")
                .entry("term/made-up", NEEDED + "sample: true\nterm: 丙\nstate: 待补", "一二三四五六七八九十");

        // Only the authors of a term may be 未载; of each entry's ten facts the state is told and no other.
        assertThat(ContentTable.of(folder, TODAY).lines()).contains("词条\t2\t4\t50%\t10%", "报告\t0\t—\t—\t—");
    }

    @Test
    void whatIsNamedAndNotExplainedIsNotTold() throws IOException {
        SmallSite.ofOurTypes(folder).entry("work-method/named", NEEDED + "gloss: [{term: 甲, meaning: 未载}]", "甲");
        String named = ContentTable.of(folder, TODAY).lines().get(0);
        SmallSite.ofOurTypes(Files.createDirectory(folder.resolve("other")))
                .entry("work-method/named", NEEDED + "gloss: [{term: 甲, meaning: 乙}]", "甲");
        String told = ContentTable.of(folder.resolve("other"), TODAY).lines().get(0);

        assertThat(named).startsWith("支部工作法\t1\t1\t").isNotEqualTo(told);
    }

    /** {@code -Dtable.of=before:now} writes a table for each site into {@code target/content-table.tsv}. */
    @Test
    void theOwnSiteHasEveryType() throws IOException {
        List<String> all = new ArrayList<>();
        for (String site : System.getProperty("table.of", ".").split(":")) {
            all.add(ContentTable.HEAD);
            all.addAll(ContentTable.of(Path.of(site).toAbsolutePath().normalize(), TODAY)
                    .lines());
            all.add("");
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/content-table.tsv"), all);

        assertThat(all.subList(all.lastIndexOf(ContentTable.HEAD), all.size()))
                .hasSizeGreaterThan(9)
                .noneMatch(line -> line.contains("\t0\t"));
    }
}
