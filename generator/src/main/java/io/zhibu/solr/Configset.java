package io.zhibu.solr;

import io.zhibu.catalogue.Choices;
import io.zhibu.hanzi.Folding;
import io.zhibu.memo.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a collection is made by. The same for every site and only another one with another version of the program: what differs between
 * sites, such as synonyms, goes into questions.
 */
public final class Configset {
    /** Names of configsets begin so; what follows says which one it is. */
    static final String NAME = "zhibu-";

    private final Map<String, String> files = new LinkedHashMap<>();

    public Configset() {
        files.put("schema.xml", resource("schema.xml"));
        files.put(
                "solrconfig.xml",
                resource("solrconfig.xml")
                        .replace("<!-- EMPTY -->", lines(key -> "<str name=\"" + key + "\"></str>"))
                        .replace(
                                "<!-- FILTERS -->",
                                lines(key -> "<str name=\"fq\">{!switch tag=" + key + " case=$all default=$f_" + key
                                        + " v=$" + key + "}</str>"))
                        .replace(
                                "<!-- GROUPS -->",
                                lines(key ->
                                        "<str name=\"f_" + key + "\">{!terms f=c_" + key + " v=$" + key + "}</str>")));
        files.put("fold.txt", folding());
    }

    /** The groups that readers narrow down by, as names that stand in questions. */
    static String key(String group) {
        return group.replace('-', '_');
    }

    private static String lines(Function<String, String> line) {
        return Choices.GROUPS.keySet().stream()
                .map(group -> "      " + line.apply(key(group)))
                .collect(Collectors.joining("\n"));
    }

    private static String folding() {
        Folding folding = new Folding();
        StringBuilder table = new StringBuilder();
        for (char c = 'A'; c < 0xFFFF; c++) {
            char to = folding.fold(c);
            if (to != c) {
                table.append("\"\\u%04X\" => \"\\u%04X\"\n".formatted((int) c, (int) to));
            }
        }
        return table.toString();
    }

    public Map<String, String> files() {
        return files;
    }

    /** Changes whenever a file of it does: a collection is never made by two of them. */
    public String name() {
        Digest.Of all = new Digest.Of();
        files.forEach((name, text) -> all.text(name).text(text));
        return NAME + all.digest().toString().substring(0, 8);
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private static String resource(String name) {
        try (InputStream in = Configset.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own archive can't be read", unreadable);
        }
    }
}
