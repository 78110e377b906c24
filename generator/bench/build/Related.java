import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a made-up Zhibu site in which everything is related to everything: methods, branches, units, honours, people, institutions,
 * study, activities, terms and collections; units, tags and terms grow with the entries. The same bytes for the same number and seed. It
 * takes the repository's own settings and templates, so that every page that a site can have is made. Run it from the repository's root.
 *
 * <p>{@code java generator/bench/build/Related.java --n 1000 --seed 7 --out DIR}
 */
public final class Related {
    private static final Path WORDS = Path.of("generator", "bench", "build", "words.txt");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z-]+)}");
    private static final String DIGITS = "甲乙丙丁戊己庚辛壬癸";
    /** Of a hundred entries, how many are of each type. */
    private static final Map<String, Integer> SHARES = new LinkedHashMap<>();

    static {
        SHARES.put("work-method", 48);
        SHARES.put("branch", 16);
        SHARES.put("institution", 10);
        SHARES.put("study", 8);
        SHARES.put("activity", 8);
        SHARES.put("term", 5);
        SHARES.put("role-model", 3);
        SHARES.put("collection", 2);
    }

    private final Random random;
    private final Path out;
    private final int units;
    private final int tags;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private Related(int n, long seed, Path out) {
        this.random = new Random(seed);
        this.out = out;
        this.units = Math.max(3, n / 50);
        this.tags = Math.max(10, n / 50);
        SHARES.forEach((type, share) -> counts.put(type, Math.max(2, n * share / 100)));
        int others = counts.values().stream().mapToInt(Integer::intValue).sum() - counts.get("work-method");
        counts.put("work-method", n - others);
    }

    public static void main(String[] args) throws IOException {
        if ("示例".length() != 2) {
            System.err.println("Run java with -Dfile.encoding=UTF-8.");
            System.exit(2);
        }
        Locale.setDefault(Locale.ROOT);
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !options.keySet().equals(Set.of("--n", "--seed", "--out"))) {
            System.err.println("用法：java generator/bench/build/Related.java --n 篇数 --seed 种子 --out 空文件夹");
            System.exit(2);
        }
        int n = Integer.parseInt(options.get("--n"));
        if (n < 100 || n > 120_000) {
            System.err.println("--n 要在 100 到 120000 之间。");
            System.exit(2);
        }
        new Related(n, Long.parseLong(options.get("--seed")), Path.of(options.get("--out"))).write();
    }

    private void write() throws IOException {
        readWords();
        copy(Path.of("site-config"), out.resolve("site-config"));
        copy(Path.of("templates"), out.resolve("templates"));
        // What our own units have and our own searches find isn't in the corpus.
        Files.deleteIfExists(out.resolve("site-config/baseline.yml"));
        Files.deleteIfExists(out.resolve("site-config/search-tests.yml"));
        vocabulary(
                "unit",
                "单位",
                units,
                i -> "{label: 示例单位%s, fictional: true%s}"
                        .formatted(spelt(i), i < 3 ? "" : ", parent: unit-" + (i / 3)));
        vocabulary("theme", "标签", tags, i -> "{label: %s, aliases: [又名%s]}".formatted(tag(i), spelt(i)));
        for (Map.Entry<String, Integer> type : counts.entrySet()) {
            for (int i = 0; i < type.getValue(); i++) {
                String fields = common(type.getKey(), i) + own(type.getKey(), i);
                put(
                        "content/" + type.getKey() + "/" + id(type.getKey(), i) + ".md",
                        "---\n" + fields + "---\n\n" + body(i));
            }
        }
    }

    // ---- what stands around the entries

    private void readWords() throws IOException {
        List<String> list = List.of();
        for (String line : Files.readAllLines(WORDS)) {
            if (line.startsWith("[")) {
                list = new ArrayList<>();
                words.put(line.substring(1, line.length() - 1), list);
            } else if (!line.startsWith("#")) {
                list.addAll(List.of(line.split(" ")));
            }
        }
    }

    private void vocabulary(String key, String label, int count, Function<Integer, String> word) throws IOException {
        String fields = key.equals("unit")
                ? "fields:\n  fictional: {label: 虚构, kind: flag}\n  kind: {label: 类别, kind: term, of: unit-kind}\n"
                : "";
        String all = IntStream.range(0, count)
                .mapToObj(i -> "  " + key + "-" + i + ": " + word.apply(i) + "\n")
                .collect(Collectors.joining());
        put("site-config/vocabularies/" + key + ".yml", "label: " + label + "\n" + fields + "words:\n" + all);
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

    private void put(String path, String text) throws IOException {
        Path file = out.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    // ---- the entries

    private static String id(String type, int i) {
        return "sample-" + type + "-" + i;
    }

    private static String spelt(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    private String tag(int i) {
        List<String> heads = words.get("theme-head");
        List<String> tails = words.get("theme-tail");
        return heads.get(i % heads.size()) + tails.get(i / heads.size() % tails.size()) + spelt(i);
    }

    /** The title of an institution, which running text names between its marks. */
    private static String institution(int i) {
        return "示例办法第" + spelt(i) + "号";
    }

    private static String term(int i) {
        return "示例语" + spelt(i);
    }

    private static String title(String type, int i) {
        return switch (type) {
            case "institution" -> institution(i);
            case "term" -> term(i);
            default -> "示例" + type.charAt(0) + spelt(i);
        };
    }

    private LocalDate day() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
    }

    /** So many different ones of a type, none of them the i-th of it. */
    private String some(String type, int count, int i) {
        Set<String> ids = new LinkedHashSet<>();
        for (int tried = 0; ids.size() < count && tried < 4 * count; tried++) {
            int other = random.nextInt(counts.get(type));
            if (other != i) {
                ids.add(id(type, other));
            }
        }
        return "[" + String.join(", ", ids) + "]";
    }

    private String one(String type) {
        return id(type, random.nextInt(counts.get(type)));
    }

    private String common(String type, int i) {
        LocalDate day = day();
        String mechanism =
                List.of("political", "learning", "organization", "execution").get(random.nextInt(4));
        String platform = List.of("jiangong", "fuwu", "bangyang").get(random.nextInt(3));
        return """
                id: %s
                type: %s
                title: %s
                summary: %s
                status: published
                published: %s
                unit: unit-%d
                authors: [示例课题组]
                mechanism: [%s]
                platform: [%s]
                tags: [theme-%d, theme-%d]
                scene: [fangxun]
                problem: [kaohe-pinggu]
                years: [%d, %d]
                review_cycle: year
                access: public-intranet
                related: %s
                sample: true
                """.formatted(
                        id(type, i),
                        type,
                        title(type, i),
                        fill("{summary}"),
                        day,
                        unit(type, i),
                        mechanism,
                        platform,
                        i % tags,
                        (i + 1 + random.nextInt(tags - 1)) % tags,
                        day.getYear() - 1,
                        day.getYear(),
                        some("work-method", 2, type.equals("work-method") ? i : -1));
    }

    /** That of its branch, for a method: a branch and its methods belong to one unit. */
    private int unit(String type, int i) {
        return (type.equals("work-method") ? i % counts.get("branch") : i) % units;
    }

    private String own(String type, int i) {
        return switch (type) {
            case "work-method" ->
                "method_name: 示例法" + spelt(i) + "\ngloss: [{term: 甲, meaning: 示例}]\nbranch: "
                        + id("branch", i % counts.get("branch"))
                        + "\nstarted: 2018\npromotion: {level: 全委, adopted_by: "
                        + some("branch", 3, i % counts.get("branch")) + "}\nhonours: [{honour: shili-gongzuofa, year: "
                        + (2018 + i % 8) + "}]\ninstitutions: " + some("institution", 2, -1) + "\n";
            case "branch" ->
                "name: 示例支部" + spelt(i) + "\norg_level: branch\nmembers: {total: 9, formal: 8, probationary: 1,"
                        + " as_of: 2025}\ncommittee: [{post: 书记}, {post: 组织委员}, {post: 纪检委员}]\nhas_discipline_member: true\n"
                        + "secretary_trained: 2024-05\nhonours: [{honour: shili-xianfeng, year: " + (2018 + i % 8)
                        + "}, {honour: shili-jiti, year: " + (2017 + i % 8) + "}]\ncontact_department: 示例处" + spelt(i)
                        + "\njoint_with: " + some("branch", 2, i) + "\n";
            case "institution" ->
                "issuer: [shili-danwei]\nkind: 办法\ndate_issued: 2019-01\nstate: 现行\ntext_status: 摘要\n"
                        + (i % 5 > 0 ? "supersedes: [" + id("institution", i - 1) + "]\n" : "");
            case "study" ->
                "form: zhongxinzu\ntrack: 规定\naudience: [zhihuiyuan, shigongyuan]\nbranch: " + one("branch")
                        + "\ninstitutions: " + some("institution", 2, -1) + "\n";
            case "activity" ->
                "date: 2019-01-01\nform: zhuti-dangri\nbranches: " + some("branch", 2, -1) + "\nmethods: "
                        + some("work-method", 2, -1) + "\njoint_with: " + some("branch", 1, -1) + "\noutcome: 示例的成效\n";
            case "term" ->
                "term: " + term(i) + "\nexpansions: [展开" + spelt(i) + "]\nstate: 已释义\ndefinition: 示例的释义\n"
                        + "defined_in: 示例\ncategory: 组织\nmethods: " + some("work-method", 3, -1) + "\n";
            case "role-model" ->
                "name: 示例集体" + spelt(i)
                        + "\nkind: 集体\nposts: [{post: 示例, org: 示例单位, from: 2015, to: 2018, src: [A1]}]\n"
                        + "titles: [{text: 示例集体, honour: shili-jiti, year: 2019, src: [A1]}]\n"
                        + "timeline: [{date: 2012, text: 成立, src: [A1]}, {date: 2019-05, text: 获奖, src: [A1]}]\n"
                        + "citations: [{key: A1, title: 示例, publisher: 示例}]\nbranch: " + one("branch") + "\nmethods: "
                        + some("work-method", 2, -1) + "\n";
            default ->
                "order_mode: " + List.of("手工", "日期", "拼音", "笔画").get(i % 4) + "\nitems: "
                        + some("work-method", 10, -1) + "\nquery: {type: work-method, tag: theme-" + i % tags
                        + ", unit: unit-"
                        + i % units + "}\n";
        };
    }

    private String body(int i) {
        StringBuilder text = new StringBuilder();
        for (String heading : List.of("背景", "支部概况", "主要做法", "特色做法", "先进事迹", "人物简介", "成效", "工作成效")) {
            text.append("## ").append(heading).append("\n\n");
            IntStream.range(0, 3).forEach(sentence -> text.append(fill("{pattern}")));
            text.append("\n\n");
        }
        int terms = counts.get("term");
        int institutions = counts.get("institution");
        return text + "照《" + institution(random.nextInt(institutions)) + "》和" + term(random.nextInt(terms))
                + "去做，见[做法](../work-method/" + one("work-method") + ".md)和[支部](../branch/" + one("branch") + ".md)。第 "
                + i + " 篇。\n";
    }

    /** The text with every slot filled, and the slots of what filled it. */
    private String fill(String text) {
        return SLOT.matcher(text).replaceAll(slot -> {
            String name = slot.group(1);
            List<String> from = words.get(name);
            return Matcher.quoteReplacement(
                    name.equals("number")
                            ? "" + (2 + random.nextInt(40))
                            : fill(from.get(random.nextInt(from.size()))));
        });
    }
}
