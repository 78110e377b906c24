package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An ordinary JBake project becomes the same files with the same bytes as JBake 2.7.0 itself makes of it. */
class JBakeComparisonTest {
    private static final String NEWER_JSOUP = "a newer jsoup breaks the lines of a body with img.path.update otherwise";
    private static final String NO_INVENTED_DATE = "a page without a readable date has none, not that of its file";

    /**
     * Where the two may differ: project, file, and why. The table is exact, so a deviation that no longer occurs has to be
     * taken out of it.
     */
    private static final Map<String, Map<String, String>> DEVIATIONS = Map.of(
            "images",
            Map.of(
                    "a/b/html.html", NEWER_JSOUP,
                    "index.html", NEWER_JSOUP,
                    "posts/md.html", NEWER_JSOUP),
            "undated",
            Map.of(
                    "index.html", NO_INVENTED_DATE,
                    "other-form.html", NO_INVENTED_DATE,
                    "plain-html.html", NO_INVENTED_DATE,
                    "plain.html", NO_INVENTED_DATE));

    /** By which a build knows its own folder again. */
    private static final String MARK = ".zhibu";

    private static final String TRUSTED = """
            jbake.properties: 警告[html-trusted] JBake 项目的正文里写什么 HTML 就出什么，脚本也不例外，没有检查
                建议：只收信得过的人写的稿子
            """;

    private static OriginalJBake original;

    @BeforeAll
    static void resolveTheOriginal() {
        original = OriginalJBake.resolve();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog", "handbook", "images", "names", "prefixed", "undated"})
    void bakesTheSameBytesAsJBake(String project) {
        Path site = JBakeProjects.site(project);
        Path expected = site.resolveSibling("original");
        assertThat(original.bake(site, expected)).isEmpty();

        BakedTree ours = bakeWithZhibu(site);

        SortedMap<String, String> differences = new TreeMap<>(ours.differencesFrom(BakedTree.read(expected)));
        Map<String, String> allowed = DEVIATIONS.getOrDefault(project, Map.of());
        assertThat(allowed.keySet()).as("deviations that no longer occur").isSubsetOf(differences.keySet());
        differences.keySet().removeAll(allowed.keySet());
        assertThat(differences.keySet()).as(() -> readable(differences)).isEmpty();
    }

    /** All cases are baked in one go, because no case's files touch another's; each has its own expectation. */
    @Test
    void jbakeHasEachOfTheFaultsThatAreNotInherited() {
        Path site = JBakeProjects.faultySite("all", JBakeProjects.cases());
        Path outer = site.resolveSibling("original");
        original.bake(site, outer.resolve("output"));

        SortedMap<String, String> beginnings = new TreeMap<>();
        BakedTree baked = BakedTree.read(outer);
        baked.files().keySet().forEach(file -> beginnings.put(file, baked.text(file)));

        assertThat(JBakeFault.all().map(JBakeFault::name)).containsExactlyElementsOf(JBakeProjects.cases());
        JBakeFault.all()
                .forEach(fault -> fault.written()
                        .forEach((file, beginning) -> assertThat(beginnings.remove(file))
                                .as(fault.name() + ": " + file)
                                .startsWith(beginning)));
        assertThat(beginnings.keySet())
                .as("what the sound part of the project becomes")
                .containsExactly("output/asset.txt", "output/sound.html", "output/tags/index.html");
    }

    @ParameterizedTest
    @MethodSource("io.zhibu.JBakeFault#all")
    void zhibuSaysWhatIsWrongWhereJBakeIsSilent(JBakeFault fault) {
        Path site = JBakeProjects.faultySite(fault.name(), List.of(fault.name()));
        Path output = site.resolveSibling("ours");
        Baked baked = Baked.of(site, output);

        assertThat(baked.said().replace(TRUSTED, ""))
                .isEqualTo(String.join(
                        "", fault.said().stream().map(one -> one + "\n").toList()));
        assertThat(baked.exit()).isEqualTo(fault.refused() ? 1 : 0);
        assertThat(Files.exists(output)).isEqualTo(!fault.refused());
        if (!fault.refused()) {
            BakedTree tree = BakedTree.read(output);
            fault.ours().forEach((file, text) -> assertThat(tree.text(file)).isEqualTo(text));
            tree.files().keySet().removeAll(fault.ours().keySet());
            assertThat(tree.files().keySet())
                    .containsOnlyOnce(MARK, "asset.txt", "index.html", "sound.html")
                    .isSubsetOf(MARK, "asset.txt", "index.html", "sound.html", "tags/index.html");
        }
    }

    private static BakedTree bakeWithZhibu(Path site) {
        Path output = site.resolveSibling("ours");
        Baked baked = Baked.of(site, output);
        assertThat(baked.exit()).as(baked.said()).isZero();
        BakedTree tree = BakedTree.read(output);
        assertThat(tree.files().remove(MARK)).isNotNull();
        return tree;
    }

    private static String readable(Map<String, String> differences) {
        return differences.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n", differences.size() + " files differ\n", "\n"));
    }
}
