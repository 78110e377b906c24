package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
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
     * @param where a page of the site; may be empty where nothing is carried yet
     * @param text what stands on the page
     * @param missing what is still to be done, and where it will be
     */
    private record Row(
            String id, String name, String priority, String state, String where, String text, String missing) {
        static Row of(String line) {
            String[] cells = java.util.Arrays.copyOf(line.split("\t", -1), 7);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i] == null ? "" : cells[i];
            }
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
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
}
