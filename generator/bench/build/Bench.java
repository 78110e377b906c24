import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times whole builds of the same entries by several contenders in turn, each a fresh process into an empty folder: Zhibu with the bench's
 * plain theme and with its own, each with and without search; Hugo; Hugo with Pagefind after it. It refuses to print a number for a build
 * that failed or left an entry out. It judges nothing: whether a ratio is good enough is for the caller to say.
 *
 * <p>{@code java generator/bench/build/Bench.java --sizes 1000,10000 --runs 5} from the repository's root; README.md has the options.
 */
public final class Bench {
    private static final String TIME = "/usr/bin/time";
    private static final String ZHIBU = "./zhibu build --site {site} --out {out}";
    private static final String HUGO = "hugo --source {site} --destination {out} --quiet";

    private static final String HUGO_KEY = "hugo";
    private static final String SEARCH =
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>检索</title></head><body></body></html>\n";

    private final Map<String, String> options;
    private final Path work;
    private final long ends;

    /**
     * One contender.
     *
     * @param key also the name of its folder in the corpus
     * @param commands one after the other; what they take is added up
     */
    private record Tool(String key, String name, String folder, List<String> commands) {
        static Tool zhibu(String key, String name, String command) {
            return new Tool(key, name, key, List.of(command));
        }
    }

    /**
     * What one run took.
     *
     * @param cpu user and system seconds of the process and of every child that it waited for
     * @param peak resident megabytes of the largest process among them
     */
    private record Run(double wall, double cpu, double peak) {}

    /** What a build left on disk. */
    private record Site(long html, long files, long bytes) {}

    private record Measured(List<Run> runs, Site site) {
        double median(ToDoubleFunction<Run> of) {
            double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double least(ToDoubleFunction<Run> of) {
            return runs.stream().mapToDouble(of).min().orElseThrow();
        }

        double most(ToDoubleFunction<Run> of) {
            return runs.stream().mapToDouble(of).max().orElseThrow();
        }
    }

    private record Quantity(String key, String label, String unit, int decimals, ToDoubleFunction<Run> of) {
        static final List<Quantity> ALL = List.of(
                new Quantity("wall", "用时", "秒", 2, Run::wall),
                new Quantity("cpu", "处理器", "秒", 2, Run::cpu),
                new Quantity("peak", "内存峰值", "MB", 0, Run::peak));
    }

    /** The measurement can't go on; the message says why. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private Bench(Map<String, String> options) throws Refused {
        this.options = options;
        this.work = Path.of(options.get("--work")).toAbsolutePath().normalize();
        this.ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(number("--total-limit"));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if ("示例".length() != 2) {
            System.err.println("Run java with -Dfile.encoding=UTF-8.");
            System.exit(2);
        }
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            new Bench(options(args)).measure();
        } catch (Refused refused) {
            System.err.println("错误：" + refused.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] args) throws Refused {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--sizes", "1000,10000");
        options.put("--runs", "5");
        options.put("--seed", "7");
        options.put("--work", "target/bench-build");
        options.put("--zhibu", ZHIBU);
        options.put("--hugo", HUGO);
        options.put("--pagefind", "");
        options.put("--only", "plain,plain-search,own,own-search,hugo,pagefind");
        options.put("--limit", "300");
        options.put("--total-limit", "3600");
        options.put("--json", "");
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || options.replace(args[i], args[i + 1]) == null) {
                throw new Refused("不认识“" + args[i] + "”，或者它后面没有值。可用的有：" + String.join(" ", options.keySet()));
            }
        }
        return options;
    }

    private long number(String option) throws Refused {
        return number(option, options.get(option));
    }

    private static long number(String option, String text) throws Refused {
        if (!text.strip().matches("[1-9][0-9]{0,8}")) {
            throw new Refused(option + " 要写正整数，不是“" + text + "”");
        }
        return Long.parseLong(text.strip());
    }

    private void measure() throws IOException, InterruptedException, Refused {
        if (!Files.isExecutable(Path.of(TIME))) {
            throw new Refused("没有 " + TIME + "。请先安装 Debian 的 time 包：apt-get install time");
        }
        List<Tool> tools = tools();
        Map<String, String> about = about();
        about.forEach((what, value) -> System.out.println(what + "：" + value));
        List<String> json = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String size : options.get("--sizes").split(",")) {
            sizes.add((int) number("--sizes", size));
        }
        clear(sizes);
        for (int size : sizes) {
            json.add(measure(size, tools));
        }
        for (int size : sizes) {
            delete(corpus(size));
        }
        System.out.println("\n结束时的负载：" + load());
        if (!options.get("--json").isEmpty()) {
            String head = about.entrySet().stream()
                    .map(entry -> quote(entry.getKey()) + ": " + quote(entry.getValue()))
                    .collect(Collectors.joining(",\n    "));
            String text = "{\n  \"about\": {\n    %s\n  },\n  \"sizes\": [\n    %s\n  ]\n}\n"
                    .formatted(head, String.join(",\n    ", json));
            Files.writeString(Path.of(options.get("--json")), text);
        }
    }

    private List<Tool> tools() throws Refused {
        String zhibu = options.get("--zhibu");
        List<String> hugo = List.of(options.get("--hugo"));
        List<Tool> all = new ArrayList<>(List.of(
                Tool.zhibu("plain", "Zhibu 测速的模板", zhibu),
                Tool.zhibu("plain-search", "Zhibu 测速的模板，带检索", zhibu),
                Tool.zhibu("own", "Zhibu 自带的模板", zhibu),
                Tool.zhibu("own-search", "Zhibu 自带的模板，带检索", zhibu),
                new Tool(HUGO_KEY, "Hugo", HUGO_KEY, hugo)));
        if (!options.get("--pagefind").isEmpty()) {
            all.add(new Tool(
                    "pagefind", "Hugo 之后 Pagefind", HUGO_KEY, List.of(hugo.get(0), options.get("--pagefind"))));
        }
        List<String> wanted = List.of(options.get("--only").split(","));
        List<Tool> tools = all.stream()
                .filter(tool -> wanted.contains(tool.key()) || tool.key().equals(HUGO_KEY))
                .toList();
        if (tools.size() < 2) {
            throw new Refused("--only 里一个参加的也没有。可写的有 plain、plain-search、own、own-search、pagefind；Hugo 总在");
        }
        return tools;
    }

    private Path corpus(int size) {
        return work.resolve("corpus-" + size);
    }

    /**
     * Takes away what an earlier bench left when it failed. Between runs nothing is deleted, and each writes into a folder of its own:
     * on ext4 a build of 800 files took 1.5 s of system time right after 800 others were deleted, and 0.1 s otherwise.
     */
    private void clear(List<Integer> sizes) throws IOException {
        boolean cleared = false;
        for (int size : sizes) {
            cleared |= Files.exists(corpus(size));
            delete(corpus(size));
        }
        if (cleared) {
            System.out.println("注意：刚刚删除了上次留下的文件。在 ext4 上，几分钟之内新建文件因此变慢，所得的数偏大。");
        }
    }

    // ---- one size

    private String measure(int size, List<Tool> tools) throws IOException, InterruptedException, Refused {
        Path corpus = corpus(size);
        List<String> generate = List.of(
                java(),
                "-Dfile.encoding=UTF-8",
                "generator/bench/build/Corpus.java",
                "--n",
                "" + size,
                "--seed",
                options.get("--seed"),
                "--out",
                "" + corpus);
        run(generate, work.resolve("corpus.log"));
        Properties expected = new Properties();
        expected.load(Files.newBufferedReader(corpus.resolve("expected.properties")));
        boolean inMemory = Files.getFileStore(corpus).type().equals("tmpfs");
        Map<Tool, Set<Path>> sources = new LinkedHashMap<>();
        Map<Tool, List<Run>> runs = new LinkedHashMap<>();
        Map<Tool, Site> sites = new LinkedHashMap<>();
        for (Tool tool : tools) {
            if (!Files.exists(corpus.resolve(tool.folder()))) {
                site(corpus, tool.key());
            }
            sources.put(tool, files(corpus.resolve(tool.folder())));
            runs.put(tool, new ArrayList<>());
        }
        // Round 0 isn't counted: it brings all programs and sources into the page cache.
        for (int round = 0; round <= number("--runs"); round++) {
            for (Tool tool : tools) {
                restore(corpus.resolve(tool.folder()), sources.get(tool));
                Path out = corpus.resolve("out-" + tool.key() + "-" + round);
                Run run = build(tool, corpus, out);
                sites.put(tool, checked(tool, corpus, out));
                if (round > 0) {
                    runs.get(tool).add(run);
                }
                if (inMemory) {
                    // Six sites of ten thousand entries a round fill it, and deleting doesn't slow it down.
                    delete(out);
                }
                progress(size, round, tool, run);
            }
        }
        Map<Tool, Measured> measured = new LinkedHashMap<>();
        tools.forEach(tool -> measured.put(tool, new Measured(runs.get(tool), sites.get(tool))));
        print(size, Long.parseLong(expected.getProperty("html")), measured);
        return json(size, measured);
    }

    /** The corpus's site, with the templates and settings of this contender. */
    private static void site(Path corpus, String key) throws IOException {
        Path site = corpus.resolve(key);
        Path plain = corpus.resolve("zhibu");
        boolean own = key.startsWith("own");
        for (Path file : files(plain)) {
            if (!own || !file.startsWith("templates")) {
                Path target = site.resolve(file.toString());
                Files.createDirectories(target.getParent());
                Files.copy(plain.resolve(file.toString()), target);
            }
        }
        Path settings = site.resolve("site-config/jbake.properties");
        boolean search = key.endsWith("search");
        if (own) {
            // The repository's own, and the address that the plain one has too.
            String text = Files.readString(Path.of("site-config/jbake.properties"));
            Files.writeString(settings, text + "\nsite.host=http://zhibu.example.cn\nrender.search=" + search + "\n");
        } else {
            String text = Files.readString(settings);
            Files.writeString(settings, text.replace("render.search=false", "render.search=" + search));
            if (search) {
                Files.writeString(site.resolve("templates/search.ftlh"), SEARCH);
            }
        }
    }

    private void progress(int size, int round, Tool tool, Run run) {
        String which = round == 0 ? "预热" : "第 " + round + " 轮";
        System.err.printf(Locale.ROOT, "%d 篇 %s %s：%.2f 秒%n", size, which, tool.name(), run.wall());
    }

    private Run build(Tool tool, Path corpus, Path out) throws IOException, InterruptedException, Refused {
        Path usage = corpus.resolve("usage.txt");
        Run all = new Run(0, 0, 0);
        for (String text : tool.commands()) {
            List<String> command = new ArrayList<>(List.of(TIME, "-f", "%U %S %M", "-o", usage.toString()));
            for (String word : text.split(" +")) {
                command.add(word.replace("{site}", corpus.resolve(tool.folder()).toString())
                        .replace("{out}", out.toString()));
            }
            double wall = run(command, corpus.resolve(tool.key() + ".log"));
            List<String> lines = Files.readAllLines(usage);
            String[] used = lines.get(lines.size() - 1).split(" ");
            all = new Run(
                    all.wall() + wall,
                    all.cpu() + Double.parseDouble(used[0]) + Double.parseDouble(used[1]),
                    Math.max(all.peak(), Double.parseDouble(used[2]) / 1024));
        }
        return all;
    }

    /** Every entry must have its page, with its title on it, at one of the two spellings of its address. */
    private Site checked(Tool tool, Path corpus, Path out) throws IOException, Refused {
        for (String line : Files.readAllLines(corpus.resolve("entries.txt"))) {
            String[] entry = line.split("\t");
            Path folder = out.resolve(entry[0]).resolve("index.html");
            Path page = Files.exists(folder) ? folder : out.resolve(entry[0] + ".html");
            if (!Files.exists(page) || !Files.readString(page).contains(entry[1])) {
                throw new Refused(
                        tool.name() + " 没有做出条目“" + entry[0] + "”的页面，或者页面上没有它的标题“" + entry[1] + "”，所以不计时。输出在 " + out);
            }
        }
        long html = 0;
        long bytes = 0;
        Set<Path> files = files(out);
        for (Path file : files) {
            html += file.toString().endsWith(".html") ? 1 : 0;
            bytes += Files.size(out.resolve(file));
        }
        return new Site(html, files.size(), bytes);
    }

    // ---- processes

    /** Seconds that the command took. It's stopped, with its children, once its time is up. */
    private double run(List<String> command, Path log) throws IOException, InterruptedException, Refused {
        Files.createDirectories(log.getParent());
        long started = System.nanoTime();
        long allowed = Math.min(TimeUnit.SECONDS.toNanos(number("--limit")), ends - started);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean finished = process.waitFor(Math.max(allowed, 0), TimeUnit.NANOSECONDS);
        double seconds = (System.nanoTime() - started) / 1e9;
        String spelt = String.join(" ", command);
        if (!finished) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new Refused("到了时限（--limit 或 --total-limit）还没有结束：" + spelt);
        }
        if (process.exitValue() != 0) {
            throw new Refused("退出码 " + process.exitValue() + "：" + spelt + "\n" + tail(log));
        }
        return seconds;
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    // ---- files

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toSet());
        }
    }

    /** Takes away what a build left in its own sources, such as a cache: every run is a first one. */
    private static void restore(Path folder, Set<Path> sources) throws IOException {
        Set<Path> left = new HashSet<>(files(folder));
        left.removeAll(sources);
        for (Path file : left) {
            Files.delete(folder.resolve(file));
        }
    }

    /** Only ever called on folders that this program made below its own working folder. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }

    // ---- words

    private Map<String, String> about() throws IOException, InterruptedException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Zhibu", version(program("--zhibu"), "--version"));
        about.put("Hugo", version(program("--hugo"), "version"));
        about.put("Pagefind", options.get("--pagefind").isEmpty() ? "没有" : version(program("--pagefind"), "--version"));
        about.put("Java", version(java(), "-version"));
        about.put("命令", options.get("--zhibu") + " 对 " + options.get("--hugo"));
        about.put("处理器", Runtime.getRuntime().availableProcessors() + " 核，" + field("/proc/cpuinfo", "model name"));
        about.put("内存", field("/proc/meminfo", "MemTotal"));
        about.put("系统", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        Files.createDirectories(work);
        about.put("文件系统", Files.getFileStore(work).type());
        about.put("开始时的负载", load());
        return about;
    }

    private String program(String option) {
        return options.get(option).split(" ")[0];
    }

    private String version(String program, String word) throws IOException, InterruptedException {
        Path log = work.resolve("version.log");
        try {
            // Through time, as it will be run: a program that is missing is an exit code like any other.
            run(List.of(TIME, "-o", work.resolve("usage.txt").toString(), program, word), log);
            return Files.readAllLines(log).stream().findFirst().orElse("未知");
        } catch (Refused unknown) {
            return "未知";
        }
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("未知");
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    private void print(int size, long html, Map<Tool, Measured> measured) {
        Measured hugo = hugo(measured);
        System.out.printf("%n%d 篇，%s 轮，中位数（最小–最大）%n%n", size, options.get("--runs"));
        List<String> head = new ArrayList<>(List.of(""));
        Quantity.ALL.forEach(quantity -> head.add(quantity.label() + "（" + quantity.unit() + "）"));
        head.addAll(List.of("用时比 Hugo", "处理器比 Hugo", "网页", "文件", "输出（MB）"));
        row(head);
        System.out.println("|---" + "|---:".repeat(head.size() - 1) + "|");
        measured.forEach((tool, own) -> {
            List<String> cells = new ArrayList<>(List.of(tool.name()));
            Quantity.ALL.forEach(quantity -> cells.add(spread(quantity, own)));
            cells.add(decimal(2, own.median(Run::wall) / hugo.median(Run::wall)));
            cells.add(decimal(2, own.median(Run::cpu) / hugo.median(Run::cpu)));
            cells.addAll(List.of(
                    "" + own.site().html(),
                    "" + own.site().files(),
                    decimal(1, own.site().bytes() / 1e6)));
            row(cells);
        });
        measured.forEach((tool, own) -> {
            if (own.site().html() < html) {
                System.out.printf("注意：%s 的网页少于应有的 %d 页，不完全可比。%n", tool.name(), html);
            }
        });
    }

    private static Measured hugo(Map<Tool, Measured> measured) {
        return measured.entrySet().stream()
                .filter(one -> one.getKey().key().equals(HUGO_KEY))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String spread(Quantity quantity, Measured measured) {
        int decimals = quantity.decimals();
        return "%s（%s–%s）"
                .formatted(
                        decimal(decimals, measured.median(quantity.of())),
                        decimal(decimals, measured.least(quantity.of())),
                        decimal(decimals, measured.most(quantity.of())));
    }

    private static String decimal(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static void row(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String json(int size, Map<Tool, Measured> measured) {
        Measured hugo = hugo(measured);
        List<String> members = new ArrayList<>(List.of("\"entries\": " + size));
        measured.forEach((tool, own) -> {
            members.add(quote(tool.key()) + ": " + json(own));
            for (Quantity quantity : Quantity.ALL) {
                double ratio = own.median(quantity.of()) / hugo.median(quantity.of());
                members.add(quote("ratio_" + tool.key() + "_" + quantity.key()) + ": " + decimal(3, ratio));
            }
        });
        return "{" + String.join(", ", members) + "}";
    }

    private static String json(Measured measured) {
        List<String> members = new ArrayList<>();
        for (Quantity quantity : Quantity.ALL) {
            members.add(quote(quantity.key()) + ": " + decimal(3, measured.median(quantity.of())));
            members.add(quote(quantity.key() + "_runs") + ": "
                    + measured.runs().stream()
                            .map(run -> decimal(3, quantity.of().applyAsDouble(run)))
                            .toList());
        }
        Collections.addAll(
                members,
                "\"html\": " + measured.site().html(),
                "\"files\": " + measured.site().files(),
                "\"bytes\": " + measured.site().bytes());
        return "{" + String.join(", ", members) + "}";
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
