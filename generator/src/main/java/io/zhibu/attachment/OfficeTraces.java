package io.zhibu.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Names in a document that is an archive of XML. */
final class OfficeTraces {
    /** Bytes of an entry that are looked at, however large it grows when it is unpacked. */
    private static final int MOST = 1 << 20;
    /** More names don't make a message clearer. */
    private static final int MOST_NAMES = 8;

    private record Looked(String entry, String label, Pattern name) {}

    private static final List<Looked> LOOKED = List.of(
            element("docProps/core.xml", "作者", "creator"),
            element("docProps/core.xml", "最后修改的人", "lastModifiedBy"),
            element("docProps/app.xml", "单位", "Company"),
            element("docProps/app.xml", "主管", "Manager"),
            attribute("word/comments.xml", "批注的人", "w:comment\\b", "w:author"),
            attribute("word/document.xml", "修订的人", "w:(?:ins|del)\\b", "w:author"),
            attribute("ppt/commentAuthors.xml", "批注的人", "p:cmAuthor\\b", "name"),
            attribute("ppt/authors.xml", "批注的人", "p188:author\\b", "name"),
            attribute("xl/persons/person.xml", "批注的人", "person\\b", "displayName"),
            element("xl/comments1.xml", "批注的人", "author"),
            element("OFD.xml", "作者", "Author"));

    private OfficeTraces() {}

    private static Looked element(String entry, String label, String name) {
        return new Looked(
                entry, label, Pattern.compile("<(?:[\\w.-]{1,40}:)?" + name + "(?:\\s[^<>]{0,500})?>([^<]{1,2000})<"));
    }

    private static Looked attribute(String entry, String label, String element, String name) {
        return new Looked(
                entry, label, Pattern.compile("<" + element + "[^<>]{0,500}?\\s" + name + "=\"([^\"<>]{1,500})\""));
    }

    /** @throws IOException also if what is looked at is broken */
    static List<String> of(Path path) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (ZipFile zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ, Opened.NAMES)) {
            for (Looked one : LOOKED) {
                ZipEntry entry = zip.getEntry(one.entry());
                if (entry != null) {
                    names(text(zip, entry), one, found);
                }
            }
        }
        return found.stream().limit(MOST_NAMES).toList();
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        }
    }

    private static void names(String text, Looked one, Set<String> found) {
        Matcher names = one.name().matcher(text);
        while (names.find() && found.size() < MOST_NAMES) {
            String name = Traces.printed(names.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"));
            if (!name.isEmpty()) {
                found.add(one.label() + "“" + name + "”");
            }
        }
    }
}
