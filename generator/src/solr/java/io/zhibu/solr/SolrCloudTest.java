package io.zhibu.solr;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.build.Building;
import io.zhibu.memo.Memory;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SolrCloud finds what Lucene finds, in its order. */
class SolrCloudTest {
    @TempDir
    static Path folder;

    private static Cloud cloud;

    @BeforeAll
    static void start() throws Exception {
        cloud = new Cloud(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        cloud.close();
    }

    private static Search search(Path site) throws IOException {
        return new Building(
                        site.toAbsolutePath(),
                        new Building.Wishes(
                                false,
                                false,
                                "",
                                zone -> LocalDate.of(2026, 11, 23),
                                new Parallel(2),
                                Shelf.NONE,
                                Memory.NONE,
                                address -> Optional.empty(),
                                stage -> {}))
                .search()
                .value();
    }

    @Test
    void theRepositorysOwnContent() throws Exception {
        Search search = search(Path.of(""));
        Solr solr = cloud.solr();
        Export.Done done = new Export(search, "own").send(solr, "own", 2, 2, (at, of) -> {});
        System.out.println(done);
        List<String> queries = new ArrayList<>();
        Matcher query = Pattern.compile("query: (\"[^\"]*\"|[^,]*),").matcher(Files.readString(Path.of("site-config/search-tests.yml")));
        while (query.find()) {
            queries.add(query.group(1).replace("\"", ""));
        }
        Search other = search.rankedBy(new Asking(solr, "own", "own", search));
        int same = 0;
        for (String one : queries) {
            List<String> a = told(search.answer(one));
            List<String> b;
            try {
                b = told(other.answer(one));
            } catch (java.io.UncheckedIOException wrong) {
                b = List.of(wrong.getCause().toString());
            }
            if (a.equals(b)) {
                same++;
            } else {
                System.out.println(one + "\n  " + a + "\n  " + b);
            }
        }
        System.out.println(same + " of " + queries.size());
        assertThat(same).isEqualTo(queries.size());
    }

    private static List<String> told(Answer answer) {
        return answer.hits().stream().limit(10).map(hit -> hit.id() + "/" + hit.tier() + "/" + hit.place()).toList();
    }
}
