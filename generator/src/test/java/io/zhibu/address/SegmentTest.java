package io.zhibu.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.Faults;
import io.zhibu.HostileNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any name can be a folder's, on any system, and be read back. */
class SegmentTest {

    @ParameterizedTest
    @CsvSource({
        "郑守仁, 郑守仁",
        "党建+业务, 党建+业务",
        "三问 两帮, 三问~20两帮",
        "榜样/先锋, 榜样~2f先锋",
        "#1, ~231",
        "50%, 50~25",
        "a~b, a~7eb",
        ".., ~2e~2e",
        ".htaccess, ~2ehtaccess",
        "-rf, ~2drf",
        "第三版., 第三版~2e",
        "con, ~63on",
        "CON, ~43ON",
        "aux.html, ~61ux.html",
        "' con', ~20con",
        "com1, ~63om1",
        "com10, com10",
        "concert, concert",
        "😀, 😀"
    })
    void eachNameHasOneSpelling(String name, String spelt) {
        assertThat(Segment.of(name)).isEqualTo(spelt);
        assertThat(Segment.name(spelt)).isEqualTo(name);
    }

    @Test
    void composedAndDecomposedTextIsOneName() {
        assertThat(Segment.of("e\u0301")).isEqualTo(Segment.of("\u00e9")).isEqualTo("\u00e9");
    }

    @Test
    void anEmptyNameHasNone() {
        assertThatThrownBy(() -> Segment.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u0000", "\u3000", "\u00a0", "\ufeff"})
    void whatDoesNotShowIsSpeltOut(String name) {
        assertThat(Segment.of("a" + name + "b")).matches("a(~[0-9a-f]{2})+b");
    }

    private static final Pattern REFUSED = Pattern.compile("[<>:\"/\\\\|?*\\p{Cc}\\p{Cf}\\p{Z}]|^[.]{1,2}$|[.]$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])([.].*)?");

    @Test
    void manyHostileNamesAreReadBackFitEverySystemAndAreNeverTakenForEachOther() {
        int many = Faults.times(20_000, 1_000_000);
        HostileNames names = new HostileNames(20261123);
        Set<String> meant = new HashSet<>();
        Set<String> spelt = new HashSet<>();
        Path root = Path.of("/srv/site");
        for (int i = 0; i < many; i++) {
            String name = Normalizer.normalize(names.next(), Normalizer.Form.NFC);
            String segment = Segment.of(name);
            // Not by AssertJ, which is slower than what is tried.
            boolean good = Segment.name(segment).equals(name)
                    && !REFUSED.matcher(segment).find()
                    && !DEVICE.matcher(segment).matches()
                    && segment.charAt(0) != '.'
                    && segment.charAt(0) != '-'
                    && Normalizer.isNormalized(segment, Normalizer.Form.NFC);
            Address address = Address.of(List.of("甲", name), "index.html");
            String link = address.link();
            good &= URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .equals(address.path())
                    && link.matches("[A-Za-z0-9%/._~!$'()*,;:@=-]+")
                    && root.resolve(address.path()).normalize().equals(root.resolve(address.path()));
            String kept = Segment.kept(name);
            good &= !kept.isEmpty()
                    && (kept.equals(name) || kept.equals(segment))
                    && !REFUSED.matcher(kept.replace(" ", "")).find()
                    && !DEVICE.matcher(kept.strip()).matches();
            assertThat(good)
                    .as(() -> name + " is spelt " + segment + ", kept as " + kept)
                    .isTrue();
            meant.add(name);
            spelt.add(segment);
        }
        assertThat(spelt).hasSameSizeAs(meant);
        Faults.row("文件名：故意为难的名称，变成网址、链接和文件夹，再读回来", many, 0, "照原样当路径，" + outside(many) + " 个走到外面或拼不成路径");
    }

    /** Control: as they are, how many lead out of the folder, or nowhere. */
    private static int outside(int many) {
        HostileNames names = new HostileNames(20261123);
        Path root = Path.of("/srv/site/甲");
        int outside = 0;
        for (int i = 0; i < many; i++) {
            try {
                Path path = root.resolve(names.next());
                outside +=
                        path.getParent() != null && path.normalize().getParent().equals(root) ? 0 : 1;
            } catch (InvalidPathException | NullPointerException nowhere) {
                outside++;
            }
        }
        assertThat(outside).isGreaterThan(many / 100);
        return outside;
    }
}
