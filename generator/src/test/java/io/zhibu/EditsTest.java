package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.build.Building;
import io.zhibu.build.Known;
import io.zhibu.build.Sketch;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Stamp;
import io.zhibu.memo.Counting;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.output.Shelf;
import io.zhibu.output.Standing;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Cache;
import io.zhibu.publish.MemoryFolder;
import io.zhibu.publish.Publishing;
import io.zhibu.publish.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is changed, in whatever order: what a build makes with the memory of those before it is what one without makes, to the byte, and
 * it says the same. {@code -Dzhibu.edits=500} plays longer, {@code -Dzhibu.seed} another play.
 */
class EditsTest {
    private static final int EDITS = Integer.getInteger("zhibu.edits", 50);
    private static final long SEED = Long.getLong("zhibu.seed", 20261127L);

    private static final Standing NOTHING = address -> Optional.empty();

    private static final List<String> PARTS = List.of("content", "templates", "site-config");

    @TempDir
    Path folder;

    private Path site;
    private Path target;
    private LocalDate day = LocalDate.of(2026, 11, 23);
    private Digest program = Digest.of("one");
    private int made;

    @BeforeEach
    void copy() throws IOException {
        site = folder.resolve("site");
        target = site.resolve("target/site");
        Copy.of(Path.of("templates"), site.resolve("templates"));
        Copy.of(Path.of("site-config"), site.resolve("site-config"));
        // What is to be found there is found among the true entries.
        Files.delete(site.resolve("site-config/search-tests.yml"));
        // The made-up entries know each other and nobody else.
        try (Stream<Path> all = Files.walk(Path.of("content"))) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(one -> one.toString().contains("sample"))
                    .toList()) {
                Path copy = site.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        git("init", "-q");
        commit();
    }

    @Test
    void aBuildWithMemoryMakesWhatACleanOneMakes() throws IOException {
        Random random = new Random(SEED);
        List<String> played = new ArrayList<>();
        compare("before any edit");
        int published = 0;
        for (int edit = 1; edit <= EDITS; edit++) {
            keepSources();
            played.add(edit(random));
            String when = "edit " + edit + " of seed " + SEED + ": " + String.join(", ", last(played));
            if (compare(when)) {
                published++;
            } else {
                undo();
                compare(when + ", undone");
            }
        }
        // Edits that break the site are part of the play, but most don't.
        assertThat(published).isGreaterThan(EDITS / 3);
        assertThat(new TreeSet<>(played)).hasSizeGreaterThan(Math.min(EDITS / 4, 12));
    }

    /** Every page of our own templates tells what it asked, but for those that ask JBake's store, which answers with everything there is. */
    @Test
    void ofASiteThatDidntChangeEveryPageIsUsedAgain() throws IOException {
        Memory memory = new MemoryFolder(site.resolve("target/cache"), program);
        Map<String, Digest> files = incremental(memory).files();
        long pages =
                files.keySet().stream().filter(path -> path.endsWith(".html")).count();

        Outcome<Building.Built> built =
                building(memory, Shelf.NONE, new SiteFolder(target)).build();
        built.value().output().files().forEach((address, source) -> source.make());

        Counting.Reuse reuse = built.value().reuse().get().get("pages");
        assertThat(reuse.made()).isZero();
        assertThat((long) reuse.used()).isGreaterThanOrEqualTo(pages);
    }

    /** The control: with a memory that forgets under which settings something was made, the comparison must fail. */
    @Test
    void aDependencyThatIsHiddenIsFound() throws IOException {
        Path cache = site.resolve("target/cache");
        Memory forgetful = (stage, under) -> new MemoryFolder(cache, program).open(stage, Digest.of("any settings"));
        incremental(forgetful);
        Path words = site.resolve("site-config/vocabularies/mechanism.yml");
        Files.writeString(words, Files.readString(words).replace("{label: ", "{label: 改名"));

        Site stale = incremental(forgetful);

        assertThat(differences(stale.files(), clean().files())).isNotEmpty();
    }

    /** While an editor writes, only what was touched is read: what is shown must be what is shown if everything is read. */
    @Test
    void aPreviewThatIsToldWhatWasTouchedShowsWhatOneShowsThatReadsEverything() throws IOException {
        Random random = new Random(SEED + 1);
        List<Integer> kinds = List.of(0, 0, 0, 0, 0, 0, 3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 20, 20, 21);
        Memory memory = new Recollection(Memory.NONE);
        Known known = building(memory, Shelf.NONE, NOTHING)
                .sketch(Known.NOTHING, Set.of())
                .known();
        Map<Path, Digest> before = sources();
        int quick = 0;
        for (int edit = 1; edit <= EDITS; edit++) {
            keepSources();
            String when = "save " + edit + " of seed " + SEED + ": " + edit(kinds.get(random.nextInt(19)), random);
            Map<Path, Digest> after = sources();
            Set<Path> touched = touched(before, after);
            Known unread = known.unread();
            Sketch told = building(memory, Shelf.NONE, NOTHING).sketch(known, touched);
            compare(told, building(Memory.NONE, Shelf.NONE, NOTHING).sketch(unread, touched), edit, when);
            quick += touched.stream().allMatch(file -> file.toString().endsWith(".md") && after.containsKey(file))
                    ? 1
                    : 0;
            known = told.known();
            before = after;
            if (!told.begun()) {
                undo();
                known = known.unread();
                before = sources();
            }
        }
        assertThat(quick).isGreaterThan(EDITS / 4);
    }

    /** The control: of saves that nobody told of nothing is seen. */
    @Test
    void aSaveThatIsHiddenIsFound() throws IOException {
        Memory memory = new Recollection(Memory.NONE);
        Known known = building(memory, Shelf.NONE, NOTHING)
                .sketch(Known.NOTHING, Set.of())
                .known();
        List<Path> entries = sources().keySet().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        for (Path entry : entries) {
            Files.writeString(entry, Files.readString(entry) + "\n再说一句。\n");
        }

        Sketch stale = building(memory, Shelf.NONE, NOTHING).sketch(known, Set.of(entries.get(0)));
        Sketch whole = building(Memory.NONE, Shelf.NONE, NOTHING).sketch(known.unread(), Set.of());

        assertThat(differences(shown(stale, 0, 1), shown(whole, 0, 1))).isNotEmpty();
    }

    /** Every fifth page, each time others: all of them fifty times would take minutes. */
    private static void compare(Sketch told, Sketch whole, int turn, String when) {
        assertThat(said(told.diagnostics())).as(when).isEqualTo(said(whole.diagnostics()));
        assertThat(told.output().files().keySet())
                .as(when)
                .isEqualTo(whole.output().files().keySet());
        assertThat(differences(shown(told, turn, 5), shown(whole, turn, 5)))
                .as(when)
                .isEmpty();
    }

    private static Map<String, Digest> shown(Sketch sketch, int turn, int each) {
        Map<String, Digest> shown = new TreeMap<>();
        int[] number = {turn};
        sketch.output().files().forEach((address, source) -> {
            if (address.path().endsWith(".html") && number[0]++ % each == 0) {
                Outcome<byte[]> made = source.make();
                shown.put(
                        address.path(),
                        new Digest.Of()
                                .bytes(made.value())
                                .text(made.diagnostics().toString())
                                .digest());
            }
        });
        return shown;
    }

    private Map<Path, Digest> sources() throws IOException {
        Map<Path, Digest> sources = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> all = Files.walk(site.resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    sources.put(file, Digest.of(Files.readAllBytes(file)));
                }
            }
        }
        return sources;
    }

    private static Set<Path> touched(Map<Path, Digest> before, Map<Path, Digest> after) {
        Set<Path> touched = new TreeSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(file -> Optional.ofNullable(before.get(file)).equals(Optional.ofNullable(after.get(file))));
        return touched;
    }

    private void keepSources() throws IOException {
        for (String part : PARTS) {
            remove(folder.resolve("kept").resolve(part));
            Copy.of(site.resolve(part), folder.resolve("kept").resolve(part));
        }
    }

    private void undo() throws IOException {
        for (String part : PARTS) {
            remove(site.resolve(part));
            Copy.of(folder.resolve("kept").resolve(part), site.resolve(part));
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static List<String> last(List<String> played) {
        return played.subList(Math.max(0, played.size() - 5), played.size());
    }

    /**
     * What a build came to.
     *
     * @param files digests by path; none if it didn't come to a site
     */
    private record Site(Map<String, Digest> files, List<String> said) {}

    /** Whether there is a site. */
    private boolean compare(String when) throws IOException {
        Site remembered = incremental(new MemoryFolder(site.resolve("target/cache"), program));
        Site clean = clean();
        assertThat(remembered.said()).as(when).isEqualTo(clean.said());
        assertThat(differences(remembered.files(), clean.files())).as(when).isEmpty();
        return !clean.files().isEmpty();
    }

    private static List<String> differences(Map<String, Digest> one, Map<String, Digest> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all.stream()
                .filter(path -> !Optional.ofNullable(one.get(path)).equals(Optional.ofNullable(other.get(path))))
                .limit(10)
                .toList();
    }

    private Site incremental(Memory memory) throws IOException {
        Shelf shelf = new Cache(site.resolve("target/cache"));
        SiteFolder last = new SiteFolder(target, memory);
        Map<Path, Digest> marks = marks();
        Outcome<Building.Built> built = building(memory, shelf, last, file -> Optional.ofNullable(marks.get(file)))
                .build();
        List<String> said = new ArrayList<>(said(built.diagnostics()));
        if (built.hasErrors()) {
            return new Site(Map.of(), said);
        }
        Outcome<Publishing.Written> written = new Publishing(target, last, new Parallel(2), (files, of) -> {})
                .publish(built.value().output(), false, false);
        built.value().done().run();
        written.diagnostics().forEach(one -> said.add(one.toString()));
        said.sort(null);
        return new Site(written.value().inPlace() ? tree() : Map.of(), said);
    }

    private Site clean() throws IOException {
        Outcome<Building.Built> built =
                building(Memory.NONE, Shelf.NONE, NOTHING).build();
        List<String> said = new ArrayList<>(said(built.diagnostics()));
        if (built.hasErrors()) {
            return new Site(Map.of(), said);
        }
        Map<String, Digest> files = new TreeMap<>();
        boolean[] failed = {false};
        built.value().output().files().forEach((address, source) -> {
            Outcome<byte[]> one = source.make();
            one.diagnostics().forEach(diagnostic -> said.add(diagnostic.toString()));
            failed[0] |= one.hasErrors();
            files.put(address.path(), Digest.of(one.value()));
        });
        said.sort(null);
        return new Site(failed[0] ? Map.of() : files, said.stream().distinct().toList());
    }

    /** As a command looks at them before it builds: what was changed just now isn't relied on. */
    private Map<Path, Digest> marks() throws IOException {
        long settled = System.currentTimeMillis() - 100;
        Map<Path, Digest> marks = new HashMap<>();
        Stamp.of(List.of(site.resolve("content")), (file, mark) -> {
            if (mark.changed() < settled) {
                marks.put(file, mark.digest());
            }
        });
        return marks;
    }

    private Building building(Memory memory, Shelf shelf, Standing last) {
        return building(memory, shelf, last, file -> Optional.empty());
    }

    private Building building(Memory memory, Shelf shelf, Standing last, Function<Path, Optional<Digest>> marks) {
        return new Building(
                site,
                new Building.Wishes(false, false, "", zone -> day, new Parallel(2), shelf, memory, last, stage -> {}),
                Overlay.NONE,
                marks);
    }

    private static List<String> said(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::toString).sorted().toList();
    }

    private Map<String, Digest> tree() throws IOException {
        Map<String, Digest> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(target)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                tree.put(target.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
        }
        tree.remove(".zhibu");
        return tree;
    }

    // ---- edits

    /** Its name. */
    private String edit(Random random) throws IOException {
        int kind = random.nextInt(22);
        // Those two are for a preview alone.
        return edit(kind < 20 ? kind : kind + 2, random);
    }

    private String edit(int kind, Random random) throws IOException {
        return switch (kind) {
            case 0, 1, 2 -> text(random);
            case 3, 4 -> line(random, "title", "又名");
            case 5 -> line(random, "summary", "补一句。");
            case 6 -> rename(random);
            case 7 -> delete(random);
            case 8, 9 -> copy(random);
            case 10 -> word(random);
            case 11 -> schema(random);
            case 12 -> template(random);
            case 13 -> asset(random);
            case 14 -> setting(random);
            case 15 -> later(random);
            case 16 -> {
                commit();
                yield "commit";
            }
            case 17 -> crash(random);
            case 18 -> damage(random);
            case 20 -> slip(random);
            case 21 -> mend();
            case 22 -> heading(random);
            case 23 -> sentence(random);
            default -> random.nextBoolean() ? otherJava() : byHand(random);
        };
    }

    private Path any(Random random, String part, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(site.resolve(part))) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            return files.get(random.nextInt(files.size()));
        }
    }

    private String text(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        Files.writeString(file, Files.readString(file) + "\n再说一句" + ++made + "：三亮与三问。\n");
        return "text of " + file.getFileName();
    }

    /** The same words, which head nothing any more. */
    private String heading(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^#{2,3} ", ""));
        return "heading of " + file.getFileName();
    }

    /** In the middle: what stands behind it stands elsewhere now. */
    private String sentence(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        String text = Files.readString(file);
        int end = text.indexOf("。\n", text.indexOf("\n---\n", 4));
        if (end > 0) {
            String more = random.nextBoolean() ? "。插一句" : "。\n\n另起一段";
            Files.writeString(file, text.substring(0, end) + more + ++made + text.substring(end));
        }
        return "sentence in " + file.getFileName();
    }

    /** What stops a build is shown as it was before, until it is mended. */
    private String slip(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^status: ", "statu: "));
        return "slip in " + file.getFileName();
    }

    private String mend() throws IOException {
        for (Path file : sources().keySet()) {
            String text = file.toString().endsWith(".md") ? Files.readString(file) : "";
            if (text.contains("\nstatu: ")) {
                Files.writeString(file, text.replaceFirst("(?m)^statu: ", "status: "));
            }
        }
        return "mending";
    }

    private String line(Random random, String key, String more) throws IOException {
        Path file = any(random, "content", ".md");
        Matcher line = Pattern.compile("(?m)^(" + key + ": [^|>\"'\\n]+)$").matcher(Files.readString(file));
        if (line.find()) {
            Files.writeString(file, line.replaceFirst("$1" + more + ++made));
        }
        return key + " of " + file.getFileName();
    }

    private String rename(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        Files.move(file, file.resolveSibling("renamed-" + ++made + ".md"));
        return "rename of " + file.getFileName();
    }

    private String delete(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        Files.delete(file);
        return "delete of " + file.getFileName();
    }

    private String copy(Random random) throws IOException {
        Path file = any(random, "content", ".md");
        String id = "copied-" + ++made;
        String text = Files.readString(file)
                .replaceFirst("(?m)^id: .*$", "id: " + id)
                .replaceFirst("(?m)^title: (.*)$", "title: 另一篇" + made);
        Files.writeString(file.resolveSibling(id + ".md"), text);
        return "copy of " + file.getFileName();
    }

    private String word(Random random) throws IOException {
        Path file = any(random, "site-config/vocabularies", ".yml");
        String label = random.nextBoolean() ? "{label: " : "label: ";
        replace(file, label, label + "新");
        return "word in " + file.getFileName();
    }

    private String schema(Random random) throws IOException {
        Path file = any(random, "site-config/schemas", ".yml");
        String label = random.nextBoolean() ? "{label: " : "label: ";
        replace(file, label, label + "新");
        return "schema " + file.getFileName();
    }

    private String template(Random random) throws IOException {
        Path file = any(random, "templates", ".ftlh");
        replace(file, "class=\"", "class=\"c" + ++made + " ");
        return "template " + file.getFileName();
    }

    private String asset(Random random) throws IOException {
        Path file = any(random, "templates/assets", ".css");
        Files.writeString(file, Files.readString(file) + "\n.c" + ++made + " { color: inherit }\n");
        return "asset " + file.getFileName();
    }

    private String setting(Random random) throws IOException {
        Path file = site.resolve("site-config/jbake.properties");
        List<String> settings = List.of(
                "index.posts_per_page=" + (5 + random.nextInt(30)),
                "site.title=另一个名字" + ++made,
                "render.alike=" + random.nextBoolean(),
                "render.units=true",
                "samples.show=" + (random.nextInt(4) > 0));
        String setting = settings.get(random.nextInt(settings.size()));
        String key = setting.substring(0, setting.indexOf('=') + 1);
        String rest = Files.readString(file).replaceAll("(?m)^" + Pattern.quote(key) + ".*\\n", "");
        Files.writeString(file, rest + "\n" + setting + "\n");
        return setting;
    }

    private String later(Random random) {
        day = day.plusDays(1 + random.nextInt(40));
        return "day " + day;
    }

    /** The process ends in the middle of writing: nothing is tidied up and nothing is remembered. */
    private String crash(Random random) throws IOException {
        int at = random.nextInt(400);
        Memory memory = new MemoryFolder(site.resolve("target/cache"), program);
        SiteFolder last = new SiteFolder(target, memory);
        Outcome<Building.Built> built =
                building(memory, new Cache(site.resolve("target/cache")), last).build();
        if (built.hasErrors()) {
            return "crash before anything was written";
        }
        Publishing publishing = new Publishing(target, last, new Parallel(1), (files, of) -> {
            if (files > at) {
                throw new IllegalStateException("killed");
            }
        });
        try {
            publishing.publish(built.value().output(), false, false);
        } catch (IllegalStateException killed) {
            return "crash at file " + at;
        }
        return "a build whose end isn't remembered";
    }

    private String damage(Random random) throws IOException {
        List<Path> books;
        try (Stream<Path> all = Files.list(site.resolve("target/cache"))) {
            books = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path book = books.get(random.nextInt(books.size()));
        byte[] bytes = Files.readAllBytes(book);
        switch (random.nextInt(3)) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> bytes = new byte[0];
        }
        Files.write(book, bytes);
        return "damage to " + book.getFileName();
    }

    private String otherJava() {
        program = Digest.of("program " + ++made);
        return "another Java";
    }

    private String byHand(Random random) throws IOException {
        if (!Files.isDirectory(target)) {
            return "nothing by hand";
        }
        // What was put aside isn't anybody's to touch either.
        boolean aside = Files.isDirectory(target.resolveSibling(".site.spare")) && random.nextBoolean();
        Path file = any(random, aside ? "target/.site.spare" : "target/site", ".html");
        if (aside && random.nextBoolean()) {
            Files.delete(file);
            Files.writeString(file.resolveSibling("strange-" + ++made + ".html"), "陌生");
        } else {
            Files.writeString(file, Files.readString(file) + "<!-- " + ++made + " -->");
        }
        return "by hand " + file.getFileName();
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private void commit() throws IOException {
        git("add", "-A", "content");
        git(
                "-c",
                "user.name=编辑",
                "-c",
                "user.email=a@example.cn",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                "改",
                "--date",
                day + "T08:00:00+0800");
    }

    private void git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", site.toString()));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes());
            assertThat(git.waitFor()).as(said).isZero();
        } catch (InterruptedException stopped) {
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
