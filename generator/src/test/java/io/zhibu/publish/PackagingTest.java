package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.HostileNames;
import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagingTest {
    private static final Where ORIGIN = Where.inFile("content/a.md");

    @TempDir
    Path folder;

    @Test
    void theZipHoldsTheSiteAStartPageAndHowToUseIt() throws IOException {
        Outcome<Publishing.Written> written = pack(site("index.html", "首页", "tags/三亮/index.html", "标签"));
        assertThat(written.diagnostics()).isEmpty();
        assertThat(written.value().inPlace()).isTrue();
        try (ZipFile zip = new ZipFile(zip().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "index.html",
                            "site/index.html",
                            "site/open-offline.js",
                            "site/tags/三亮/index.html",
                            "使用说明.txt",
                            "打开网站.html");
            assertThat(text(zip, "site/tags/三亮/index.html")).isEqualTo("标签");
            assertThat(text(zip, "打开网站.html")).contains("<title>工作法 &lt;甲&gt;</title>", "site/index.html");
            assertThat(text(zip, "index.html")).isEqualTo(text(zip, "打开网站.html"));
            assertThat(text(zip, "使用说明.txt"))
                    .contains("双击 index.html")
                    .startsWith("\uFEFF《工作法 <甲>》离线版，生成于 2026-11-23\r\n");
            assertThat(zip.stream())
                    .allMatch(entry -> entry.getTimeLocal().toString().equals("2026-11-23T00:00"));
        }
        byte[] head = Files.readAllBytes(zip());
        assertThat(head[7] & 8).as("the flag that names are UTF-8").isEqualTo(8);
    }

    @Test
    void hostileNamesAreInTheZipAsTheyAreInTheSite() throws IOException {
        HostileNames names = new HostileNames(7);
        Output.Builder site = new Output.Builder();
        Set<String> wanted = new TreeSet<>();
        Set<String> taken = new TreeSet<>();
        int many = Faults.times(2_000, 200_000);
        for (int i = 0; i < many; i++) {
            Address address = Address.of(List.of("甲"), names.next());
            site.add(address, ORIGIN, () -> Outcome.of(new byte[] {1}));
            if (address.path().length() < 150 && taken.add(address.collisionKey())) {
                wanted.add("site/" + address.path());
            }
        }
        Outcome<Output> output = site.build();
        assertThat(output.value().files()).hasSameSizeAs(taken);
        assertThat(output.diagnostics()).extracting(Diagnostic::rule).containsOnly("address-taken");

        assertThat(pack(output.value()).hasErrors()).isFalse();

        try (ZipFile zip = new ZipFile(zip().toFile())) {
            Set<String> got = new TreeSet<>();
            zip.stream().map(ZipEntry::getName).forEach(got::add);
            assertThat(got.containsAll(wanted)).isTrue();
            assertThat(got.size() - wanted.size()).as("the start pages").isEqualTo(4);
        }
        Faults.row("文件名：故意为难的路径，装进离线包再读出来", many, 0, "不分大小写是同一个的 " + (many - taken.size()) + " 个都说了出来");
    }

    @Test
    void theSameSiteOfTheSameDayIsTheSameBytes() throws IOException {
        pack(site("index.html", "首页", "b.html", "乙"));
        byte[] first = Files.readAllBytes(zip());
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            pack(site("b.html", "乙", "index.html", "首页"));
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(Files.readAllBytes(zip())).isEqualTo(first);
    }

    @Test
    void anErrorKeepsTheLastZip() throws IOException {
        pack(site("index.html", "好"));
        byte[] good = Files.readAllBytes(zip());
        Diagnostic error = Diagnostic.error(ORIGIN, "template-error", "坏了", "修");
        Output broken = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> new Outcome<>(new byte[0], List.of(error)))
                .build()
                .value();
        assertThat(pack(broken).diagnostics()).containsExactly(error);
        assertThat(Files.readAllBytes(zip())).isEqualTo(good);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(zip());
        }
    }

    @Test
    void whatWindowsWouldNotUnpackIsSaidBeforeAnythingIsWritten() throws IOException {
        String name = "长".repeat(150) + ".html";
        assertThat(pack(site(name, "长")).diagnostics().get(0)).hasToString("""
                site/%s: 错误[package-path] 路径有 160 个字，在 Windows 上解压可能超过 260 个
                    建议：最多 159 个字，其余留给解压到的文件夹：把标识、标签或附件的名称改短""".formatted(name));
        assertThat(pack(site("aux.html", "设备")).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("package-name");
        assertThat(zip()).doesNotExist();
    }

    @Test
    void aPathOfJustThatLengthIsPacked() throws IOException {
        assertThat(pack(site("长".repeat(149) + ".html", "长")).diagnostics()).isEmpty();
    }

    @Test
    void ofAsManyFilesAsOneLikesEachIsThereAndToldOf() throws IOException {
        Output.Builder site = new Output.Builder();
        for (int i = 0; i < 600; i++) {
            byte[] text = ("第 " + i + " 页").getBytes(StandardCharsets.UTF_8);
            site.add(new Address("p" + i + ".html"), ORIGIN, () -> Outcome.of(text));
        }
        List<String> told = new ArrayList<>();
        new Packaging(zip(), new Parallel(2), (files, of) -> told.add(files + "/" + of))
                .pack(site.build().value(), "工作法", LocalDate.of(2026, 11, 23), false);
        try (ZipFile zip = new ZipFile(zip().toFile())) {
            for (int i = 0; i < 600; i++) {
                assertThat(text(zip, "site/p" + i + ".html")).isEqualTo("第 " + i + " 页");
            }
        }
        assertThat(told).containsExactly("256/604", "512/604", "604/604");
    }

    @Test
    void aSecondPackingIsTurnedAwayWhileTheFirstIsWriting() throws IOException {
        AtomicReference<Outcome<Publishing.Written>> second = new AtomicReference<>();
        Output first = new Output.Builder()
                .add(new Address("index.html"), ORIGIN, () -> {
                    try {
                        second.set(pack(site("index.html", "乙")));
                    } catch (IOException disk) {
                        throw new UncheckedIOException(disk);
                    }
                    return Outcome.of("甲".getBytes(StandardCharsets.UTF_8));
                })
                .build()
                .value();
        assertThat(pack(first).value().inPlace()).isTrue();
        assertThat(second.get().diagnostics())
                .singleElement()
                .extracting(Diagnostic::rule)
                .isEqualTo("target-busy");
        assertThat(second.get().value().inPlace()).isFalse();
        try (ZipFile zip = new ZipFile(zip().toFile())) {
            assertThat(text(zip, "site/index.html")).isEqualTo("甲");
        }
    }

    /** More than a zip once could tell of, with room for more between: every entry is said to be from Unix, the last one too. */
    @Test
    void ofMoreThan65535FilesEachIsSaidToBeFromUnix() throws IOException {
        int many = 65_600;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip())))) {
            zip.setLevel(0);
            for (int i = 0; i < many; i++) {
                zip.putNextEntry(new ZipEntry(i + ""));
            }
        }
        byte[] before = Files.readAllBytes(zip());
        ZipHost.sayUnix(zip());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip())).order(ByteOrder.LITTLE_ENDIAN);
        int unix = 0;
        for (int at = 0; at + 46 < bytes.limit(); at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                unix += bytes.get(at + 5) == 3 && bytes.getInt(at + 38) == 0100644 << 16 ? 1 : 0;
                before[at + 5] = 3;
                System.arraycopy(bytes.array(), at + 38, before, at + 38, 4);
            }
        }
        assertThat(unix).isEqualTo(many);
        assertThat(bytes.array()).as("all else is as it was").isEqualTo(before);
    }

    @Test
    void whatIsNoZipIsNotReplaced() throws IOException {
        Files.writeString(zip(), "我的论文");
        assertThat(pack(site("index.html", "首页")).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("target-foreign");
        assertThat(zip()).hasContent("我的论文");
    }

    private Path zip() {
        return folder.resolve("离线.zip");
    }

    private Outcome<Publishing.Written> pack(Output output) throws IOException {
        return new Packaging(zip(), new Parallel(2), (files, of) -> {})
                .pack(output, "工作法 <甲>", LocalDate.of(2026, 11, 23), false);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Output site(String... pathsAndTexts) {
        Output.Builder output = new Output.Builder();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            output.add(new Address(pathsAndTexts[i]), ORIGIN, () -> Outcome.of(bytes));
        }
        return output.build().value();
    }
}
