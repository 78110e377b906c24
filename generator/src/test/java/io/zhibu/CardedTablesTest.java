package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On phones the rows of some tables become cards, in which each cell carries its column's name: the one that stands above it elsewhere. */
class CardedTablesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCellIsCalledAsItsColumnIs() throws IOException {
        Run built = Run.of(
                List.of("build", "--site", ".", "--out", folder.resolve("site").toString()));
        assertThat(built.exit()).as(built.err()).isZero();

        Set<String> wrong = new TreeSet<>();
        int cells = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                for (Element table : Jsoup.parse(file.toFile(), "UTF-8").select("table.carded")) {
                    List<String> heads =
                            table.select("thead th").stream().map(Element::text).toList();
                    for (Element row : table.select("tbody tr, tfoot tr")) {
                        for (int i = 0; i < row.childrenSize(); i++) {
                            Element cell = row.child(i);
                            boolean named = cell.normalName().equals("td")
                                    && !cell.hasAttr("aria-hidden")
                                    && !cell.text().isEmpty();
                            if (named && !head(heads, i).equals(cell.attr("data-label"))) {
                                wrong.add(folder.resolve("site").relativize(file) + ": " + head(heads, i)
                                        + " is called " + cell.attr("data-label"));
                            }
                            cells += named ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(300);
    }

    private static String head(List<String> heads, int column) {
        return column < heads.size() ? heads.get(column) : "no column";
    }
}
