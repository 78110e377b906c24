package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content gives the same bytes, whatever the machine is like. */
class SameBytesTest {
    @TempDir
    Path folder;

    @Test
    void anyNumberOfThreads() {
        SortedMap<String, String> one = baked("one", "--jobs", "1");
        assertSame(baked("two", "--jobs", "2"), one);
        assertSame(baked("eight", "--jobs", "8"), one);
    }

    @Test
    void anyLocaleAndTimeZone() {
        SortedMap<String, String> here = baked("here");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("zh-CN", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertSame(baked("in-" + tag), here);
            }
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertSame(baked("in-los-angeles"), here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anyOrderOfFilesAndAnyFileTimes() throws IOException {
        Path copy = folder.resolve("copy");
        List<Path> files = new ArrayList<>();
        for (String part : List.of("content", "templates", "site-config")) {
            try (Stream<Path> all = Files.walk(Path.of(part))) {
                files.addAll(all.filter(Files::isRegularFile).toList());
            }
        }
        Collections.shuffle(files, new Random(7));
        for (Path file : files) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(file, copy.resolve(file));
            Files.setLastModifiedTime(copy.resolve(file), FileTime.from(Instant.EPOCH));
        }
        Path out = folder.resolve("shuffled");
        assertThat(Run.of(List.of("build", "--site", copy.toString(), "--out", out.toString()))
                        .exit())
                .isZero();
        assertSame(hashes(out), bakedCopy("straight"));
    }

    @Test
    void windowsLineEnds() throws IOException {
        Path copy = folder.resolve("crlf");
        for (String part : List.of("content", "templates", "site-config")) {
            try (Stream<Path> all = Files.walk(Path.of(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(copy.resolve(file).getParent());
                    if (file.toString().endsWith(".md")) {
                        Files.writeString(
                                copy.resolve(file),
                                "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
                    } else {
                        Files.copy(file, copy.resolve(file));
                    }
                }
            }
        }
        Path out = folder.resolve("from-crlf");
        Run said = Run.of(List.of("build", "--site", copy.toString(), "--out", out.toString()));
        assertThat(said.exit()).as(said.err()).isZero();
        assertSame(hashes(out), bakedCopy("from-lf"));
    }

    /** Names the files that differ, not the bytes of all of them. */
    private static void assertSame(SortedMap<String, String> site, SortedMap<String, String> other) {
        assertThat(site.keySet()).isEqualTo(other.keySet());
        assertThat(site.keySet().stream().filter(file -> !site.get(file).equals(other.get(file))))
                .isEmpty();
    }

    private SortedMap<String, String> baked(String name, String... more) {
        return baked(Path.of("."), name, more);
    }

    /** Of files that Git doesn't know, as those are that a test has changed. */
    private SortedMap<String, String> bakedCopy(String name) {
        Path copy = folder.resolve(name + "-sources");
        for (String part : List.of("content", "templates", "site-config")) {
            Copy.of(Path.of(part), copy.resolve(part));
        }
        return baked(copy, name);
    }

    private SortedMap<String, String> baked(Path site, String name, String... more) {
        Path out = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("build", "--site", site.toString(), "--out", out.toString()));
        words.addAll(List.of(more));
        Run said = Run.of(words);
        assertThat(said.exit()).as(said.err()).isZero();
        return hashes(out);
    }

    private static SortedMap<String, String> hashes(Path site) {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(site.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw failed instanceof IOException disk
                    ? new UncheckedIOException(disk)
                    : new IllegalStateException(failed);
        }
        return hashes;
    }
}
