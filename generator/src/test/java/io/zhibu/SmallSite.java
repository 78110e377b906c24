package io.zhibu;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Cataloguing;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.content.Content;
import io.zhibu.content.ContentReading;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.memo.Memory;
import io.zhibu.page.Status;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site of the types and words of the sound site, with the entries that a test names. */
public final class SmallSite {
    private static final Path CONFIG = Path.of("generator/src/test/resources/bad-inputs/site/site-config");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Path root;

    public SmallSite(Path root) {
        this(root, CONFIG);
    }

    private SmallSite(Path root, Path config) {
        this.root = root;
        Copy.of(config, root.resolve("site-config"));
        try {
            Files.createDirectories(root.resolve("templates"));
            Files.createDirectories(root.resolve("content"));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** A site of the types and words of the repository's own site. */
    public static SmallSite ofOurTypes(Path root) {
        return new SmallSite(root, Path.of("site-config"));
    }

    /** A site of the types, words and templates of the repository's own site; its expectations of the search name entries that aren't here. */
    public static SmallSite ofOurPages(Path root) {
        try {
            SmallSite site = ofOurTypes(root);
            Copy.of(Path.of("templates"), root.resolve("templates"));
            Files.delete(root.resolve("site-config/search-tests.yml"));
            return site;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** A file as it is, by path from the site's root. */
    public SmallSite file(String path, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), bytes);
            return this;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    public SmallSite file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A published entry.
     *
     * @param name {@code type/id}
     * @param fields lines of the header; what every entry needs is there already, and may be replaced
     */
    public SmallSite entry(String name, String fields, String body) {
        String type = name.substring(0, name.indexOf('/'));
        String id = name.substring(name.indexOf('/') + 1);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("id", id);
        lines.put("type", type);
        lines.put("title", "条目 " + id);
        lines.put("status", "published");
        lines.put("published", "2026-07-01");
        lines.put("unit", "水文局");
        if (type.equals("method")) {
            lines.put("branch", "未载");
        }
        StringBuilder header = new StringBuilder();
        fields.lines().forEach(line -> lines.remove(line.split(":")[0]));
        lines.forEach(
                (key, value) -> header.append(key).append(": ").append(value).append('\n'));
        fields.lines().forEach(line -> header.append(line).append('\n'));
        return file("content/" + name + ".md", "---\n" + header + "---\n" + body + "\n");
    }

    public Outcome<Content> read() {
        try {
            Config config = config();
            return new ContentReading(
                            config,
                            TODAY,
                            new Parallel(2),
                            () -> new MarkdownReading(Profile.CHINESE, "")::read,
                            Memory.Book.BLANK)
                    .read();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    public Catalogue catalogue() {
        Content content = read().value();
        return new Cataloguing(config().schemas(), Status.PUBLISHED::equals, new Parallel(2))
                .catalogue(content.pages(), content.unread());
    }

    /** What reading says, a line each: place, severity and rule. */
    public List<String> said() {
        return read().diagnostics().stream().map(SmallSite::brief).toList();
    }

    /** {@code file:line:column rule}. */
    public static String brief(Diagnostic diagnostic) {
        return diagnostic.where() + " " + diagnostic.rule();
    }

    public Config config() {
        try {
            return new ConfigReading(root).read().value();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
