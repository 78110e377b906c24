package io.zhibu.fuzz;

import com.sun.management.OperatingSystemMXBean;
import io.zhibu.WordFile;
import io.zhibu.address.Address;
import io.zhibu.address.Segment;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.intake.Draft;
import io.zhibu.intake.Importing;
import io.zhibu.markdown.HtmlWriting;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.page.Body;
import io.zhibu.picture.FuzzedPicture;
import io.zhibu.search.FuzzedQuestion;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The readers of what others write, each given the bytes that a fuzzer makes up: none throws, none takes long, and what comes out keeps
 * its promises. Jazzer asks this class, by the property {@code reader}, or all readers in turn.
 */
public final class Readers {
    private static final Where START = new Where("content/a.md", 1, 1);
    private static final long SLOW = 5_000_000_000L;
    private static final String ACTIVE = "script,style,iframe,object,embed,base,meta,link,form,button,svg,math";

    private Readers() {}

    /** What is asked of one reader. */
    private interface Reading {
        void read(byte[] bytes);
    }

    /** By the names that {@code generator/dev fuzz} takes. */
    private enum Reader implements Reading {
        FRONT(bytes -> new YamlReading().mapping(text(bytes), START)),
        MARKDOWN(Readers::markdown),
        SVG(FuzzedPicture::drawing),
        PICTURE(FuzzedPicture::read),
        ADDRESS(Readers::address),
        QUERY(bytes -> FuzzedQuestion.read(text(bytes))),
        WORD(Readers::word);

        private final Reading reading;

        Reader(Reading reading) {
            this.reading = reading;
        }

        @Override
        public void read(byte[] bytes) {
            reading.read(bytes);
        }
    }

    /** Called by the fuzzer once: classes are loaded, and changed by the fuzzer, before anything is timed. */
    public static void fuzzerInitialize() {
        for (Reader reader : Reader.values()) {
            reader.read("# 一\n\n**二** [三](a.md) <b>四</b>\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Called by the fuzzer, again and again. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String name = System.getProperty("reader", "all");
        long begun = System.nanoTime();
        long worked = worked();
        if (name.equals("all")) {
            if (bytes.length > 0) {
                byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
                Reader.values()[(bytes[0] & 0xff) % Reader.values().length].read(rest);
            }
        } else if (name.startsWith("broken")) {
            broken(name, bytes);
        } else {
            Reader.valueOf(name.toUpperCase(Locale.ROOT)).read(bytes);
        }
        long took = System.nanoTime() - begun;
        // On a busy machine any of them may wait for long.
        if (took > SLOW && worked() - worked > SLOW / 2) {
            throw new IllegalStateException("took " + took / 1_000_000 + " ms");
        }
    }

    /** Nanoseconds of all processors. */
    private static long worked() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** A reader with a fault, which a fuzzer that works comes upon: at its beginning, in a question, in a table. */
    private static void broken(String name, byte[] bytes) {
        boolean fault = switch (name) {
            case "broken-query" -> FuzzedQuestion.read(text(bytes)).contains("characters");
            case "broken-word" -> word(bytes).stream().anyMatch(entry -> entry.contains("| --- | --- |"));
            default -> text(bytes).startsWith("---\n");
        };
        if (fault) {
            throw new IllegalStateException("found");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void markdown(byte[] bytes) {
        Body body = new MarkdownReading(Profile.CHINESE, "")
                .read(text(bytes), START)
                .value();
        String html = new HtmlWriting(Profile.CHINESE).html(body, HtmlWriting.Targets.AS_WRITTEN);
        var page = Jsoup.parseBodyFragment(html);
        if (!page.select(ACTIVE).isEmpty()) {
            throw new IllegalStateException("runs: " + html);
        }
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String value = attribute
                        .getValue()
                        .replaceAll("[\\p{Cntrl}\\s\\p{Cf}]", "")
                        .toLowerCase(Locale.ROOT);
                boolean link =
                        attribute.getKey().equals("href") || attribute.getKey().equals("src");
                if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")
                        || link && value.matches("(?s)(javascript|vbscript|data):.*")) {
                    throw new IllegalStateException("runs: " + html);
                }
            }
        }
    }

    /** A name becomes one segment, whatever is in it, and is that name again when it is read. */
    private static void address(byte[] bytes) {
        String name = text(bytes);
        if (name.isEmpty()) {
            return;
        }
        String segment = Segment.of(name);
        boolean safe = !segment.isEmpty()
                && !segment.matches("(?s).*[/\\\\\\p{Cntrl}:*?\"<>|].*")
                && !segment.startsWith(".")
                && !segment.endsWith(".");
        if (!safe) {
            throw new IllegalStateException("no segment: " + segment);
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (!Segment.name(segment).equals(composed)) {
            throw new IllegalStateException(segment + " is read as another name");
        }
        Address address = Address.page("tags", name);
        if (!address.link().matches("[\\x21-\\x7e]+") || address.link().contains("//")) {
            throw new IllegalStateException("no link: " + address.link());
        }
    }

    /** As the body of a document, as the scraps that one is made of, and as the whole file: an entry that can be gone on with. */
    private static List<String> word(byte[] bytes) {
        List<String> entries = new ArrayList<>();
        try {
            Path file = Files.createTempFile("fuzzed", ".docx");
            try {
                entries.addAll(imported(new WordFile().body(text(bytes)).write(file)));
                WordFile scraps = new WordFile().outside("out", "hyperlink", "javascript:alert(1)");
                entries.addAll(imported(scraps.body(Scraps.body(bytes)).write(file)));
                entries.addAll(imported(Files.write(file, bytes)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        return entries;
    }

    /** Its header is one, and its text runs nothing. */
    private static List<String> imported(Path file) throws IOException {
        Optional<Draft> draft = Site.IMPORTING.read(file, "a.docx", "page").value();
        if (draft.isEmpty()) {
            return List.of();
        }
        String text = Site.IMPORTING.entry(draft.get(), "a.docx", "a").value().text();
        int end = text.indexOf("\n---\n", 4);
        if (!text.startsWith("---\n") || end < 0) {
            throw new IllegalStateException("no header: " + text);
        }
        Outcome<Node.Mapping> header = new YamlReading().mapping(text.substring(4, end + 1), START);
        if (!header.diagnostics().isEmpty()) {
            throw new IllegalStateException(header.diagnostics() + " in " + text);
        }
        markdown(text.substring(end + 5).getBytes(StandardCharsets.UTF_8));
        return List.of(text);
    }

    /** Of our types; made when it is asked for the first time. */
    private static final class Site {
        private static final Importing IMPORTING = new Importing(config().schemas(), List.of(), Map.of(), 2026);

        private static Config config() {
            try {
                return new ConfigReading(Path.of(System.getProperty("site")))
                        .read()
                        .value();
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        }
    }
}
