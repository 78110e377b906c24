package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that readers unpack an offline site with find every name as it is, and files that can be read. */
class UnpackingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private Path unpacked;

    @BeforeEach
    void pack() throws IOException {
        unpacked = Files.createDirectories(folder.resolve("to"));
        pack(new TreeMap<>(Map.of("index.html", "首页", "tags/三亮/index.html", "标签", "unit/𠮷林/é.pdf", "附件")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unzip   | unzip -q ../site.zip",
                "bsdtar  | bsdtar -x -f ../site.zip",
                "7z      | 7z x -bd ../site.zip",
                "python3 | python3 -m zipfile -e ../site.zip .",
                "jar     | jar -x -f ../site.zip"
            })
    void everyNameIsAsItWas(String program, String command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere(program), "没有 " + program);

        String said = run("LC_ALL=C.UTF-8", command);

        assertThat(names())
                .as(said)
                .containsExactly(
                        "index.html",
                        "site/index.html",
                        "site/open-offline.js",
                        "site/tags/三亮/index.html",
                        "site/unit/𠮷林/é.pdf",
                        "使用说明.txt",
                        "打开网站.html");
        assertThat(unpacked.resolve("site/tags/三亮/index.html")).hasContent("标签").isReadable();
        assertThat(Files.getPosixFilePermissions(unpacked.resolve("index.html")).toString())
                .contains("OWNER_READ");
    }

    /** Whoever can't have Chinese names still finds the page with the ASCII name. */
    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX"})
    void inALocaleWithoutUtf8TheStartPageIsFound(String locale) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere("unzip"), "没有 unzip");

        run(locale, "unzip -q ../site.zip; true");

        assertThat(unpacked.resolve("index.html")).content().contains("site/index.html");
        assertThat(unpacked.resolve("site/index.html")).hasContent("首页");
    }

    @Test
    @Tag("slow")
    void everyEntryIsMadeOnUnixAlsoOfMoreThanASmallZipCanCount() throws IOException, InterruptedException {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 66_000; i++) {
            many.put("条/" + i, "");
        }
        pack(many);
        Assumptions.assumeTrue(isThere("python3"), "没有 python3");

        assertThat(run(
                        "LC_ALL=C.UTF-8",
                        "python3 -c \"import zipfile; z = zipfile.ZipFile('../site.zip').infolist();"
                                + " print(len(z), {(i.create_system, oct(i.external_attr >> 16)) for i in z})\""))
                .isEqualTo("66004 {(3, '0o100644')}");
    }

    private void pack(Map<String, String> files) throws IOException {
        Output.Builder output = new Output.Builder();
        files.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            output.add(new Address(path), Where.inFile("content/a.md"), () -> Outcome.of(bytes));
        });
        assertThat(new Packaging(folder.resolve("site.zip"), new Parallel(2), (written, of) -> {})
                        .pack(output.build().value(), "工作法", DAY, true)
                        .value()
                        .inPlace())
                .isTrue();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(path().split(java.io.File.pathSeparator))
                .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
    }

    /** The tools of the Java that runs come first. */
    private static String path() {
        return Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    }

    private String run(String environment, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "export " + environment + "; " + command)
                .directory(unpacked.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", path());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> unpacked.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
