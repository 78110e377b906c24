package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.HostileNames;
import io.zhibu.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a manifest says is what is read of it, whatever the names are; what somebody changed in it isn't read. */
class ManifestTest {
    private static final String DIGEST = Digest.of("x");

    @Test
    void whatIsWrittenIsReadBack() {
        HostileNames names = new HostileNames(11);
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, Integer> carried = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        int many = Faults.times(5_000, 200_000);
        for (int i = 0; i < many; i++) {
            Address address = Address.of(List.of(names.next()), names.next());
            files.put(address.path(), Digest.of(address.path()));
            if (i % 3 == 0) {
                carried.put(address.path(), 1 + i % 7);
            }
            if (i % 5 == 0) {
                String title = names.next();
                entries.add(new Entry(
                        "method",
                        "m" + i,
                        address.link(),
                        "工作法",
                        title,
                        DIGEST,
                        i % 2 == 0,
                        i % 4 == 0 ? "2026-11-23" : ""));
            }
        }
        Manifest manifest = new Manifest(new TreeMap<>(Map.of("as-of", "2026-11-23")), entries, carried, files);

        Manifest read = Manifest.read(manifest.text()).orElseThrow();

        assertThat(read.facts()).isEqualTo(manifest.facts());
        assertThat(read.carried()).isEqualTo(carried);
        assertThat(read.files()).isEqualTo(files);
        assertThat(read.entries())
                .extracting(Entry::id)
                .isEqualTo(entries.stream().map(Entry::id).toList());
        assertThat(read.entries())
                .extracting(Entry::uri)
                .isEqualTo(entries.stream().map(Entry::uri).toList());
        assertThat(read.entries())
                .extracting(Entry::sample)
                .isEqualTo(entries.stream().map(Entry::sample).toList());
        assertThat(read.entries())
                .extracting(Entry::since)
                .isEqualTo(entries.stream().map(Entry::since).toList());
        assertThat(read.text()).isEqualTo(manifest.text());
        assertThat(read.digest()).isEqualTo(manifest.digest()).isEqualTo(Digest.of(manifest.text()));
        Faults.row("文件名：故意为难的路径和标题，写进清单再读出来", many, 0, "改一个字，清单就不认");
    }

    @Test
    void oneLetterMoreOrLessIsNoManifest() {
        String text = new Manifest(
                        new TreeMap<>(Map.of("as-of", "2026-11-23")),
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("index.html", DIGEST)))
                .text();
        assertThat(Manifest.read(text)).isPresent();
        for (int i = 0; i < text.length(); i++) {
            assertThat(Manifest.read(text.substring(0, i))).as("first " + i).isEmpty();
            assertThat(Manifest.read(text.substring(0, i) + text.substring(i + 1)))
                    .as("without " + i)
                    .isEmpty();
        }
        assertThat(Manifest.read(text + "\n")).isEmpty();
        assertThat(Manifest.read(text + "# more: x\n")).isEmpty();
    }
}
