import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the same made-up case studies twice, as a Zhibu site and as a Hugo site: the same bytes for the same number and seed. Builds
 * neither and measures nothing. Run it from the repository's root.
 *
 * <p>{@code java generator/bench/build/Corpus.java --n 1000 --seed 7 --out DIR} fills {@code DIR/zhibu}, {@code DIR/hugo},
 * {@code DIR/entries.txt} (the address and title of every entry) and {@code DIR/expected.properties} (how many pages make the site).
 */
public final class Corpus {
    private static final Path HOME = Path.of("generator", "bench", "build");
    private static final Path CONFIG = Path.of("site-config");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern LINK = Pattern.compile("@([a-z-]+)/([a-z0-9-]+)@");
    private static final Pattern KEY = Pattern.compile("  ([a-z0-9-]+): \\{.*");
    private static final int PER_PAGE = 20;
    private static final int UNITS = 12;
    private static final int METHODS_PER_BRANCH = 4;

    private final Random random;
    private final Path out;
    private final Map<String, List<String>> words = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Head> branches = new ArrayList<>();
    private final List<Head> methods = new ArrayList<>();

    /**
     * What other entries must know of one.
     *
     * @param parts how many items the digits in the name of a method promise
     * @param branch of a method; its own number for a branch
     */
    private record Head(String type, String id, String title, String name, int parts, int branch, LocalDate published) {
        String link() {
            return "[" + title + "](@" + type + "/" + id + "@)";
        }
    }

    /** What the two tools call the same thing. */
    private record Dialect(String folder, String published, String updated, String link) {}

    private static final List<Dialect> DIALECTS = List.of(
            new Dialect("zhibu", "published", "updated", "../$1/$2.md"),
            new Dialect("hugo", "date", "lastmod", "../../$1/$2/"));

    private Corpus(long seed, Path out) {
        // java.util.Random is the one generator whose every number the Java specification fixes.
        this.random = new Random(seed);
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        if ("示例".length() != 2) {
            fail("Run java with -Dfile.encoding=UTF-8.");
        }
        // Otherwise an Arabic locale writes its own digits.
        Locale.setDefault(Locale.ROOT);
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !options.keySet().equals(Set.of("--n", "--seed", "--out"))) {
            fail("用法：java generator/bench/build/Corpus.java --n 篇数 --seed 种子 --out 空文件夹");
        }
        Path out = Path.of(options.get("--out"));
        int n = Integer.parseInt(options.get("--n"));
        if (!Files.isDirectory(HOME) || !Files.isDirectory(CONFIG)) {
            fail("请在仓库的根文件夹里运行。");
        }
        if (Files.exists(out) && !isEmpty(out)) {
            fail("“" + out + "”不是空文件夹：请换一个，或者先清空它。");
        }
        if (n < 5 || n > 120_000) {
            fail("--n 要在 5 到 120000 之间。");
        }
        new Corpus(Long.parseLong(options.get("--seed")), out).write(n);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void write(int n) throws IOException {
        readWords();
        writeFrames();
        name(Math.max(1, n / (METHODS_PER_BRANCH + 1)), n);
        Map<String, Integer> used = new TreeMap<>();
        List<String> entries = new ArrayList<>();
        for (Head head : Stream.concat(branches.stream(), methods.stream()).toList()) {
            List<String> own = pick(tags, 3 + random.nextInt(4));
            own.forEach(tag -> used.merge(tag, 1, Integer::sum));
            entry(head, own);
            entries.add(head.type() + "/" + head.id() + "\t" + head.title());
        }
        put(out.resolve("entries.txt"), String.join("\n", entries) + "\n");
        put(out.resolve("expected.properties"), "entries=" + n + "\nhtml=" + expected(n, used) + "\n");
    }

    /** Entries, the home page, paged lists of both types, the index of tags and paged lists of every tag in use. */
    private int expected(int n, Map<String, Integer> used) {
        int paged = pages(branches.size()) + pages(methods.size());
        return n + 2 + paged + used.values().stream().mapToInt(Corpus::pages).sum();
    }

    private static int pages(int entries) {
        return (entries + PER_PAGE - 1) / PER_PAGE;
    }

    // ---- what stands around the entries

    private void readWords() throws IOException {
        List<String> list = List.of();
        for (String line : Files.readAllLines(HOME.resolve("words.txt"))) {
            if (line.startsWith("[")) {
                list = new ArrayList<>();
                words.put(line.substring(1, line.length() - 1), list);
            } else if (!line.startsWith("#")) {
                list.addAll(List.of(line.split(" ")));
            }
        }
        for (String vocabulary : List.of("mechanism", "platform", "scene", "problem", "honour")) {
            words.put(vocabulary, keys(CONFIG.resolve("vocabularies").resolve(vocabulary + ".yml")));
        }
        words.get("theme-head").forEach(head -> words.get("theme-tail").forEach(tail -> tags.add(head + tail)));
    }

    private static List<String> keys(Path vocabulary) throws IOException {
        return Files.readAllLines(vocabulary).stream()
                .dropWhile(line -> !line.equals("words:"))
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    private void writeFrames() throws IOException {
        Path zhibu = out.resolve("zhibu");
        copy(CONFIG, zhibu.resolve("site-config"));
        copy(HOME.resolve("theme"), zhibu.resolve("templates"));
        // What our own units have and our own searches find isn't in the corpus.
        Files.deleteIfExists(zhibu.resolve("site-config/baseline.yml"));
        Files.deleteIfExists(zhibu.resolve("site-config/search-tests.yml"));
        put(zhibu.resolve("site-config/jbake.properties"), Files.readString(HOME.resolve("jbake.properties")));
        put(zhibu.resolve("site-config/vocabularies/theme.yml"), themes());
        put(zhibu.resolve("site-config/vocabularies/unit.yml"), units());
        Path hugo = out.resolve("hugo");
        copy(HOME.resolve("hugo"), hugo);
        put(hugo.resolve("content/work-method/_index.md"), "---\ntitle: 工作法\n---\n");
        put(hugo.resolve("content/branch/_index.md"), "---\ntitle: 支部\n---\n");
        StringBuilder names = new StringBuilder();
        for (int unit = 0; unit < UNITS; unit++) {
            names.append("%s: %s\n".formatted(unitKey(unit), unitLabel(unit)));
        }
        put(hugo.resolve("data/unit.yml"), names.toString());
    }

    private String themes() {
        StringBuilder yaml = new StringBuilder("label: 标签\nwords:\n");
        for (int i = 0; i < tags.size(); i++) {
            yaml.append("  theme-%03d: {label: %s}\n".formatted(i + 1, tags.get(i)));
        }
        return yaml.toString();
    }

    private static String units() {
        StringBuilder yaml = new StringBuilder("label: 单位\nwords:\n  samples: {label: 示例单位, fictional: true}\n");
        for (int unit = 0; unit < UNITS; unit++) {
            yaml.append("  %s: {label: %s, parent: samples, kind: %s}\n"
                    .formatted(unitKey(unit), unitLabel(unit), unitKind(unit)));
        }
        return yaml.toString();
    }

    private static String unitKey(int unit) {
        return "sample-%02d".formatted(unit + 1);
    }

    private static String unitLabel(int unit) {
        return "示例单位" + "子丑寅卯辰巳午未申酉戌亥".charAt(unit);
    }

    private static String unitKind(int unit) {
        return List.of("organ", "institution", "enterprise").get(unit % 3);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    // ---- the entries

    private void name(int branchCount, int n) {
        for (int i = 0; i < branchCount; i++) {
            String name = unitLabel(i % UNITS) + "第" + (i / UNITS + 1) + "党支部";
            branches.add(new Head("branch", "sample-branch-%05d".formatted(i + 1), name, name, 0, i, day()));
        }
        Set<String> names = new HashSet<>();
        // Names of two deeds run short beyond that.
        int deeds = n > 40_000 ? 3 : 2;
        while (methods.size() < n - branchCount) {
            int[] digits = random.ints(deeds, 0, 4).toArray();
            StringBuilder spelt = new StringBuilder();
            for (int digit : digits) {
                spelt.append(words.get("digit").get(digit)).append(one("deed"));
            }
            String name = spelt.toString();
            if (names.add(name)) {
                String id = "sample-method-%05d".formatted(methods.size() + 1);
                int parts = IntStream.of(digits).sum() + deeds;
                int branch = random.nextInt(branchCount);
                methods.add(new Head("work-method", id, "“" + name + "”工作法", name, parts, branch, day()));
            }
        }
    }

    private LocalDate day() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
    }

    private void entry(Head head, List<String> own) throws IOException {
        String fields = fields(head, own);
        String body = head.type().equals("branch") ? branchBody(head) : methodBody(head);
        for (Dialect dialect : DIALECTS) {
            String text = fields.replace("@published", dialect.published()).replace("@updated", dialect.updated())
                    + LINK.matcher(body).replaceAll(dialect.link());
            Path folder = out.resolve(dialect.folder()).resolve("content").resolve(head.type());
            put(folder.resolve(head.id() + ".md"), text);
        }
    }

    private String fields(Head head, List<String> own) {
        String common = """
                ---
                id: %s
                type: %s
                title: %s
                summary: %s
                status: published
                @published: %s
                @updated: %s
                unit: %s
                authors: [示例课题组]
                reviews:
                  - {stage: 初审, name: 示例甲, date: %s}
                  - {stage: 复审, name: 示例乙, date: %s}
                  - {stage: 终审, name: 示例丙, date: %s}
                mechanism: %s
                platform: [%s]
                tags: %s
                scene: %s
                problem: %s
                access: public-intranet
                source: {kind: 原创}
                sample: true
                """;
        LocalDate day = head.published();
        String filled = common.formatted(
                head.id(),
                head.type(),
                head.title(),
                fill("{summary}"),
                day,
                day.plusDays(random.nextInt(90)),
                unitKey(head.branch() % UNITS),
                day.minusDays(9),
                day.minusDays(5),
                day.minusDays(1),
                pick(words.get("mechanism"), 1 + random.nextInt(2)),
                one("platform"),
                own,
                pick(words.get("scene"), 1),
                pick(words.get("problem"), 1 + random.nextInt(2)));
        return filled + (head.type().equals("branch") ? branchFields(head) : methodFields(head)) + "---\n\n";
    }

    private String branchFields(Head head) {
        int formal = 7 + random.nextInt(30);
        int probationary = random.nextInt(4);
        return """
                name: %s
                org_level: branch
                unit_kind: %s
                members: {total: %d, formal: %d, probationary: %d, as_of: %s}
                committee: [{post: 书记}, {post: 组织委员}, {post: 纪检委员}]
                has_discipline_member: true
                secretary_trained: %s
                honours: [{honour: %s, year: %d}]
                """.formatted(
                        head.name(),
                        unitKind(head.branch() % UNITS),
                        formal + probationary,
                        formal,
                        probationary,
                        head.published(),
                        head.published().minusDays(100),
                        one("honour"),
                        head.published().getYear() - 1);
    }

    private String methodFields(Head head) {
        StringBuilder gloss = new StringBuilder();
        for (String term : pick(words.get("object"), head.parts())) {
            gloss.append("  - {term: %s, meaning: %s}\n".formatted(term, fill("{meaning}")));
        }
        return "method_name: %s\nbranch: %s\nstarted: %d\ngloss:\n%s"
                .formatted(
                        head.name(),
                        branches.get(head.branch()).id(),
                        head.published().getYear() - 2,
                        gloss);
    }

    private String methodBody(Head head) {
        int budget = budget();
        String branch = branches.get(head.branch()).link();
        return section("背景", budget * 12 / 100, "这一做法由" + branch + "提出。")
                + section("做法", 0, "")
                + steps(budget * 55 / 100)
                + section("成效", budget * 16 / 100, "")
                + maybeTable()
                + section("启示", budget * 10 / 100, seeAlso());
    }

    private String branchBody(Head head) {
        int budget = budget();
        return section("支部概况", budget * 15 / 100, head.title() + "是虚构的示例。")
                + section("特色做法", 0, "")
                + steps(budget * 55 / 100)
                + section("工作成效", budget * 20 / 100, seeAlso())
                + maybeTable();
    }

    /** Bytes of Markdown: 3 to 6 KB, less what the headings and the last sentence add. */
    private int budget() {
        return 2700 + random.nextInt(2600);
    }

    private String seeAlso() {
        String one = methods.get(random.nextInt(methods.size())).link();
        String other = methods.get(random.nextInt(methods.size())).link();
        return "相近的做法见" + one + (random.nextBoolean() ? "和" + other : "") + "，也可以看"
                + branches.get(random.nextInt(branches.size())).link() + "。";
    }

    private String steps(int bytes) {
        int count = 2 + random.nextInt(3);
        return distinct(count, () -> fill("{step}")).stream()
                .map(heading -> "### " + heading + "\n\n" + step(bytes / count))
                .collect(Collectors.joining());
    }

    private String step(int bytes) {
        boolean numbered = random.nextBoolean();
        int items = 3 + random.nextInt(2);
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= items; i++) {
            list.append(numbered ? i + ". " : "- ").append(fill("{item}")).append('\n');
        }
        return prose(bytes - size(list.toString())) + list + "\n";
    }

    private String section(String heading, int bytes, String last) {
        return "## " + heading + "\n\n" + prose(bytes) + (last.isEmpty() ? "" : last + "\n\n");
    }

    private String prose(int bytes) {
        StringBuilder text = new StringBuilder();
        int written = 0;
        for (int sentence = 1; written < bytes; sentence++) {
            String next = fill("{pattern}");
            written += size(next);
            text.append(next).append(sentence % 3 == 0 || written >= bytes ? "\n\n" : "");
        }
        return text.toString();
    }

    private String maybeTable() {
        if (random.nextInt(3) != 0) {
            return "";
        }
        StringBuilder table = new StringBuilder("| 指标 | 之前 | 之后 |\n|---|---:|---:|\n");
        for (String indicator : pick(words.get("indicator"), 3 + random.nextInt(4))) {
            table.append("| %s | %d | %d |\n".formatted(indicator, random.nextInt(60), 60 + random.nextInt(40)));
        }
        return table.append('\n').toString();
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String one(String list) {
        List<String> from = words.get(list);
        return from.get(random.nextInt(from.size()));
    }

    private List<String> pick(List<String> from, int count) {
        return distinct(count, () -> from.get(random.nextInt(from.size())));
    }

    private static List<String> distinct(int count, Supplier<String> source) {
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < count) {
            texts.add(source.get());
        }
        return List.copyOf(texts);
    }

    /** The text with every slot filled, and the slots of what filled it. */
    private String fill(String text) {
        UnaryOperator<String> word =
                name -> name.equals("number") ? String.valueOf(2 + random.nextInt(40)) : fill(one(name));
        return SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(word.apply(slot.group(1))));
    }
}
