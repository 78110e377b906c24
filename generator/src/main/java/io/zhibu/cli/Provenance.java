package io.zhibu.cli;

import io.zhibu.history.Revision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Where a release comes from: the state of the sources, the day, and what made it. */
final class Provenance {
    private Provenance() {}

    /** @param now when it was made, the only fact besides the Java that the same sources on the same day don't give */
    static SortedMap<String, String> facts(Path root, LocalDate today, Instant now, ZoneId zone) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("as-of", today.toString());
        facts.put("made", now.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime() + "");
        Optional<Revision> revision = Revision.of(root);
        facts.put("commit", revision.map(Revision::commit).orElse(""));
        facts.put(
                "commit-changed",
                revision.map(one -> one.changed() ? "yes" : "no").orElse(""));
        facts.put("zhibu", Zhibu.Version.number());
        facts.put("java", System.getProperty("java.vm.vendor") + " " + Runtime.version());
        facts.put("libraries", libraries(System.getProperty("java.class.path", "")));
        return facts;
    }

    /** File names of all jars, as the program's own jar lists them, or else the class path. */
    static String libraries(String classPath) {
        String[] there = classPath.split(File.pathSeparator);
        String listed = there.length == 1 ? listed(Path.of(there[0])) : "";
        String[] jars = listed.isEmpty() ? there : listed.split(" ");
        return Arrays.stream(jars)
                .map(jar -> jar.replaceAll(".*[/\\\\]", ""))
                .filter(jar -> jar.endsWith(".jar"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String listed(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String list = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return list == null ? "" : list;
        } catch (IOException noJar) {
            return "";
        }
    }
}
