package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the source report names is carried by the site, is not done for a reason, or is said to be missing. */
class RowsTest {
    @TempDir
    static Path folder;

    private static final List<Row> ROWS = new ArrayList<>();
    private static Path site;

    /**
     * A line of the table.
     *
     * @param priority 1 to 3, or - where nothing is to be done
     * @param state carried, later or none
     * @param content 真实 if what stands on the page comes from true entries, 示例 if only samples fill it, 部分, 无 or 不做
     * @param where a page of the site; may be empty where nothing is carried yet
     * @param text what stands on the page
     * @param missing what is still to be done, and where it will be
     */
    private record Row(
            String id,
            String name,
            String priority,
            String state,
            String content,
            String where,
            String text,
            String missing) {
        static Row of(String line) {
            String[] cells = java.util.Arrays.copyOf(line.split("\t", -1), 8);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i] == null ? "" : cells[i];
            }
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
        }
    }

    @BeforeAll
    static void bake() throws IOException {
        site = folder.resolve("site");
        Run run = Run.of(List.of("build", "--site", ".", "--out", site.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        Files.readAllLines(Path.of("generator/src/test/resources/rows/rows.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .forEach(ROWS::add);
    }

    @Test
    void everyRowIsThereOnceWithAPriorityAndAState() {
        assertThat(ROWS)
                .extracting(Row::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 105)
                        .mapToObj(n -> n < 10 ? "S0" + n : "S" + n)
                        .toList());
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.priority()).as(row.id()).matches("[123-]");
            assertThat(row.state()).as(row.id()).isIn("carried", "later", "none");
            assertThat(row.where().isEmpty()).as(row.id()).isEqualTo(row.text().isEmpty());
            assertThat(row.content()).as(row.id()).isIn("真实", "示例", "部分", "无", "不做");
            assertThat(row.content().equals("不做"))
                    .as(row.id())
                    .isEqualTo(row.state().equals("none"));
            assertThat(row.content().equals("部分") && row.missing().isEmpty())
                    .as(row.id() + " says what is missing")
                    .isFalse();
            boolean unfinished = row.state().equals("later");
            assertThat(unfinished && row.missing().isEmpty())
                    .as(row.id() + " says what is missing")
                    .isFalse();
            assertThat(!unfinished && row.where().isEmpty())
                    .as(row.id() + " says where it is")
                    .isFalse();
        });
    }

    @Test
    void whatARowSaysIsOnItsPage() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Row row : ROWS) {
            Path page = site.resolve(row.where());
            if (row.where().isEmpty()) {
                continue;
            }
            if (!Files.isRegularFile(page)) {
                faults.add(row.id() + " " + row.name() + ": no page " + row.where());
            } else if (!Jsoup.parse(page.toFile(), "UTF-8").body().text().contains(row.text())) {
                faults.add(row.id() + " " + row.name() + ": no “" + row.text() + "” on " + row.where());
            }
        }
        assertThat(faults).isEmpty();
    }

    /** A phrase on a page of a sample, or in what a page shows of samples, is no true content. */
    @Test
    void whatIsSaidToBeTrueStandsOutsideOfSamples() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Row row : ROWS) {
            if (!row.content().equals("真实")) {
                continue;
            }
            assertThat(row.where()).as(row.id()).isNotEmpty();
            Document page = Jsoup.parse(site.resolve(row.where()));
            boolean sample = !page.select("article .dateline > .badge").isEmpty();
            page.select("#samples, li:has(> h2 .badge), li:has(> h3 .badge), dd:has(.badge)")
                    .remove();
            if (sample || !page.body().text().contains(row.text())) {
                faults.add(row.id() + " " + row.name() + ": “" + row.text() + "” is made up on " + row.where());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void readersAreToldHowMuchIsTrue() throws IOException {
        List<String> told = new ArrayList<>();
        for (String content : List.of("真实", "示例", "部分", "无", "不做")) {
            told.add(String.valueOf(
                    ROWS.stream().filter(row -> row.content().equals(content)).count()));
        }
        assertThat(Jsoup.parse(site.resolve("page/about/index.html")).text())
                .contains(("来源报告和它的网页点到 105 项：有真实内容的 %s 项，做成了而只有示例的 %s 项，做了一部分的 %s 项，还没有的 %s 项，" + "想过不做的 %s 项")
                        .formatted(told.toArray()));
    }
}
