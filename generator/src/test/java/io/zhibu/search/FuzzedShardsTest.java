package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zhibu.Faults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a search that are what their names say, and yet say nonsense: the browser answers, or says that the data is damaged. It neither
 * runs without end nor fails otherwise.
 */
class FuzzedShardsTest {
    private static final String BOOT = "boot.js";
    private static final String ASK = """
            async bases => {
                const said = [];
                for (const base of bases) {
                    const one = [];
                    for (const query of ['三亮', '郑守仁 台账', 'zsr', '臺賬', '']) {
                        try {
                            const found = await zhibuSearch(base).query(query, {snippets: true, counts: true});
                            one.push('answered ' + found.total);
                        } catch (wrong) {
                            one.push(wrong.code || 'fault ' + wrong.stack);
                        }
                    }
                    said.push(one);
                }
                return said;
            }
            """;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void whateverAFileSaysTheBrowserAnswersOrSaysThatItIsDamaged() throws IOException {
        Map<String, byte[]> sound = new TreeMap<>();
        SearchFilesTest.search(SearchFilesTest.entries())
                .output()
                .files()
                .forEach((address, source) -> sound.put(
                        address.path().substring("search/".length()),
                        source.make().value()));
        write("search", sound);
        int many = Faults.times(60, 1000);
        Random random = new Random(14);
        Map<String, String> told = new LinkedHashMap<>();
        List<String> kinds = sound.keySet().stream()
                .filter(name -> name.equals(BOOT) || name.matches("([wnlrt]|fold|facets)-[0-9a-f]{6}\\.js"))
                .toList();
        assertThat(kinds).hasSizeGreaterThan(8);
        for (int i = 0; i < many; i++) {
            String name = kinds.get(i % kinds.size());
            write("search-" + i, damaged(sound, name, random));
            told.put("search-" + i + "/", name);
        }
        Map<String, Integer> answers = new TreeMap<>();
        try (Browser browser = new Browser(folder)) {
            Page page = browser.overHttp();
            assertThat(ask(page, List.of("search/")).get(0))
                    .as("the sound one")
                    .allMatch(one -> one.startsWith("answered"));
            List<String> bases = List.copyOf(told.keySet());
            List<List<String>> said = ask(page, bases);
            for (int i = 0; i < said.size(); i++) {
                for (String one : said.get(i)) {
                    assertThat(one).as(told.get(bases.get(i))).matches("answered \\d+|damaged|load|foreign");
                    answers.merge(one.replaceAll(" .*", ""), 1, Integer::sum);
                }
            }
        }
        // Control: what was changed is met, and told.
        assertThat(answers).containsKeys("answered", "damaged");
        Faults.row(
                "检索的数据：名称对、内容乱写的 " + many + " 份，在 Chromium 里各问 5 次",
                5 * many,
                0,
                "完好的都答得出；乱写的 " + answers.get("damaged") + " 次说残缺");
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> ask(Page page, List<String> bases) {
        return (List<List<String>>) page.evaluate(ASK, bases);
    }

    private void write(String name, Map<String, byte[]> files) throws IOException {
        Path at = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(at.resolve(file.getKey()), file.getValue());
        }
    }

    /** One file says something else and is named after that, and the first file knows it by its new name. */
    private static Map<String, byte[]> damaged(Map<String, byte[]> sound, String name, Random random)
            throws IOException {
        Map<String, byte[]> files = new TreeMap<>(sound);
        byte[] boot = ShardsTest.unpacked(sound.get(BOOT));
        byte[] first = inflated(Arrays.copyOfRange(boot, 4, boot.length));
        if (name.equals(BOOT)) {
            files.put(BOOT, boot(mutated(first, random)));
            return files;
        }
        byte[] content = ShardsTest.unpacked(files.remove(name));
        boolean deflated = name.matches("(t|facets)-.*");
        byte[] inside = Arrays.copyOfRange(content, 1, content.length);
        byte[] other = mutated(deflated ? inflated(inside) : inside, random);
        byte[] salted = new Bytes()
                .raw(new byte[] {content[0]})
                .raw(deflated ? deflated(other) : other)
                .all();
        byte[] old = HexFormat.of().parseHex(name.substring(name.length() - 9, name.length() - 3));
        byte[] fresh = Shards.hash(salted);
        files.put(
                name.substring(0, name.length() - 9) + HexFormat.of().formatHex(fresh) + ".js", Packing.script(salted));
        files.put(BOOT, boot(replaced(first, old, fresh)));
        return files;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        if (random.nextInt(12) == 0) {
            mutated = new byte[random.nextInt(200)];
            random.nextBytes(mutated);
        }
        for (int times = random.nextInt(5); times >= 0 && mutated.length > 0; times--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(3)) {
                case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutated[at] = (byte) random.nextInt(256);
                default -> Arrays.fill(mutated, at, Math.min(mutated.length, at + random.nextInt(9)), (byte) 255);
            }
        }
        return mutated;
    }

    private static byte[] boot(byte[] content) throws IOException {
        byte[] packed = new Bytes().raw(new byte[] {0}).raw(deflated(content)).all();
        return Packing.script(new Bytes().raw(Shards.hash(packed)).raw(packed).all());
    }

    private static byte[] replaced(byte[] in, byte[] old, byte[] fresh) {
        byte[] replaced = in.clone();
        for (int at = 0; at + old.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(fresh, 0, replaced, at, fresh.length);
            }
        }
        return replaced;
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
