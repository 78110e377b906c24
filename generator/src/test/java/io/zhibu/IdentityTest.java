package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.memo.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The same content is the same bytes, whichever Java, processors, time zone, locale, umask, folder, order of files and user's home there are. */
@DisabledOnOs(OS.WINDOWS)
class IdentityTest {
    private static final Path SITE = Path.of("generator/src/test/resources/golden/example/site");
    /** A disk in memory, which lists the files of a folder by when they came there. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    private static List<Path> javas() throws IOException {
        List<Path> javas = new ArrayList<>(List.of(Started.java().toRealPath()));
        Path all = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(all)) {
            try (Stream<Path> homes = Files.list(all)) {
                homes.map(home -> home.resolve("bin/java"))
                        .filter(Files::isExecutable)
                        .map(IdentityTest::real)
                        .sorted()
                        .forEach(javas::add);
            }
        }
        return javas.stream().distinct().toList();
    }

    private static Path real(Path java) {
        try {
            return java.toRealPath();
        } catch (IOException gone) {
            return java;
        }
    }

    private int tried;

    private String tree(String name, Path java, Map<String, String> environment, String umask, String... more)
            throws Exception {
        Copy.of(SITE, folder.resolve(name).resolve("site"));
        return built(folder.resolve(name), java, environment, umask, more);
    }

    /** @param place the site is there already */
    private String built(Path place, Path java, Map<String, String> environment, String umask, String... more)
            throws Exception {
        Path site = place.resolve("site");
        Path out = place.resolve("out");
        List<String> words = new ArrayList<>(Started.words(
                List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"),
                java,
                List.of("-Duser.home=" + place),
                "build",
                "--site",
                site.toString(),
                "--out",
                out.toString(),
                "--as-of",
                "2026-11-23"));
        words.addAll(List.of(more));
        Started build = Started.run(environment, words);
        assertThat(build.exit()).as(place + build.said()).isZero();
        tried++;
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> out.relativize(file) + " " + digest(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The same files written in one order and in the other; how many orders the disk listed them in. */
    private int inOtherOrders(Set<String> trees) throws Exception {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) {
            return 0;
        }
        Set<List<Path>> orders = new HashSet<>();
        for (Comparator<Path> order : List.of(Comparator.<Path>naturalOrder(), Comparator.<Path>reverseOrder())) {
            Path place = Files.createTempDirectory(MEMORY, "zhibu-order");
            try {
                try (Stream<Path> files = Files.walk(SITE)) {
                    for (Path file :
                            files.filter(Files::isRegularFile).sorted(order).toList()) {
                        Path copy = place.resolve("site")
                                .resolve(SITE.relativize(file).toString());
                        Files.createDirectories(copy.getParent());
                        Files.copy(file, copy);
                    }
                }
                try (Stream<Path> listed = Files.walk(place)) {
                    orders.add(listed.map(place::relativize).toList());
                }
                trees.add(built(place, Started.java(), Map.of(), "022"));
            } finally {
                try (Stream<Path> all = Files.walk(place)) {
                    for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(one);
                    }
                }
            }
        }
        return orders.size();
    }

    private static String digest(Path file) {
        try {
            return Digest.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .toString();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Test
    void oneTreeOfBytesWhateverTheMachine() throws Exception {
        Assumptions.assumeTrue(Faults.every(), "only by generator/dev faults");
        Set<String> trees = new TreeSet<>();
        List<Path> javas = javas();
        for (Path java : javas) {
            trees.add(tree("java" + tried, java, Map.of(), "022"));
        }
        for (String jobs : List.of("1", "2", "8")) {
            trees.add(tree("jobs" + jobs, Started.java(), Map.of(), "022", "--jobs", jobs));
        }
        for (String zone : List.of("UTC", "America/New_York", "Pacific/Kiritimati")) {
            trees.add(tree("zone" + tried, Started.java(), Map.of("TZ", zone), "022"));
        }
        for (String locale : List.of("zh_CN", "en_US", "tr_TR")) {
            String[] parts = locale.split("_");
            trees.add(tree(
                    "locale" + locale,
                    Started.java(),
                    Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=" + parts[0] + " -Duser.country=" + parts[1]),
                    "022"));
        }
        for (String umask : List.of("000", "077")) {
            trees.add(tree("umask" + umask, Started.java(), Map.of(), umask));
        }
        trees.add(tree("一个 有空格和汉字的/很深/的/文件夹", Started.java(), Map.of(), "022"));
        int orders = inOtherOrders(trees);
        trees.add(tree("cache", Started.java(), Map.of(), "022", "--no-cache"));
        assertThat(trees).hasSize(1);
        int same = tried;
        // Control: another day is another site.
        Path site = folder.resolve("changed/site");
        Copy.of(SITE, site);
        Path entry;
        try (Stream<Path> files = Files.walk(site.resolve("content"))) {
            entry = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Path out = folder.resolve("changed/out");
        Files.writeString(entry, Files.readString(entry) + "\n又一句。\n");
        Run build =
                Run.of(List.of("build", "--site", site.toString(), "--out", out.toString(), "--as-of", "2026-11-23"));
        assertThat(build.exit()).as(build.err()).isZero();
        try (Stream<Path> files = Files.walk(out)) {
            trees.add(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> out.relativize(file) + " " + digest(file))
                    .collect(Collectors.joining("\n")));
        }
        assertThat(trees).hasSize(2);
        Faults.row(
                "换 JDK（" + javas.size() + " 个）、线程数、时区、语言、umask、文件夹" + (orders > 1 ? "、磁盘列文件的次序" : "") + "，字节一样",
                same,
                0,
                "多写一句，就是另一个站点");
    }
}
