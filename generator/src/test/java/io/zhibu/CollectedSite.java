package io.zhibu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site of our types for collections of terms, and what {@code zhibu book} makes of one. */
abstract class CollectedSite {
    @TempDir
    Path folder;

    SmallSite site;

    @BeforeEach
    void aSiteOfOurTypes() throws IOException {
        site = SmallSite.ofOurTypes(folder);
        Files.delete(folder.resolve("site-config/search-tests.yml"));
        site.file("templates/assets/none.css", "");
    }

    Run book(String collection, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of("book", "--site", folder.toString(), "--collection", collection));
        words.addAll(List.of(more));
        words.addAll(List.of("--as-of", "2026-11-23", "--out", out.toString()));
        return Run.of(words);
    }

    void term(String id, String title, String body, String... more) {
        site.entry(
                "term/" + id,
                "title: " + title + "\nterm: " + title + "\nstate: 待补\n" + String.join("\n", more)
                        + (more.length == 0 ? "\nunit: 未载" : "")
                        + "\ncitations:\n  - {key: A1, title: 一份来源, publisher: 某网站, date: 2021-06}" + needed(),
                body);
    }

    /** Fields that every entry of our types has. */
    static String needed() {
        return "\nauthors: [本站编写]\naccess: public-intranet\nsummary: 只为测试而写的一条，写得长一点，好让摘要够四十个字的下限。\n";
    }
}
