package io.zhibu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files below a folder, by their path in it with forward slashes. */
record BakedTree(SortedMap<String, byte[]> files) {

    static BakedTree read(Path root) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BakedTree(files);
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    /** Every file that is not the same in both trees, with what a reader needs to see why. */
    SortedMap<String, String> differencesFrom(BakedTree expected) {
        var all = new TreeSet<>(files.keySet());
        all.addAll(expected.files.keySet());
        SortedMap<String, String> differences = new TreeMap<>();
        for (String file : all) {
            if (!files.containsKey(file)) {
                differences.put(file, "expected, but not written");
            } else if (!expected.files.containsKey(file)) {
                differences.put(file, "written, but not expected");
            } else if (!Arrays.equals(expected.files.get(file), files.get(file))) {
                differences.put(file, firstDifference(expected.text(file), text(file)));
            }
        }
        return differences;
    }

    private static String firstDifference(String expected, String actual) {
        String[] expectedLines = expected.split("(?<=\n)");
        String[] actualLines = actual.split("(?<=\n)");
        int line = 0;
        while (line < Math.min(expectedLines.length, actualLines.length)
                && expectedLines[line].equals(actualLines[line])) {
            line++;
        }
        return "first differs in line %d%n  expected %s%n  but was  %s"
                .formatted(line + 1, visible(expectedLines, line), visible(actualLines, line));
    }

    /** Two lines that look alike can differ in their ends, so what does not print is spelled out. */
    private static String visible(String[] lines, int line) {
        if (line >= lines.length) {
            return "the end of the file";
        }
        String escaped = lines[line].replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
        return '"' + escaped.replace("\t", "\\t").replace("\u00a0", "\\u00a0") + '"';
    }
}
