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
 * Times whole builds of the same entries, Zhibu and Hugo in turn, each a fresh process into an empty folder, and refuses to print a
 * number for a build that failed or left an entry out. It judges nothing: whether a ratio is good enough is for the caller to say.
 *
 * <p>{@code java generator/bench/build/Bench.java --sizes 1000,10000 --runs 5} from the repository's root; README.md has the options.
 */
public final class Bench {
    private static final String TIME = "/usr/bin/time";
    private static final String ZHIBU = "./zhibu build --site {site} --out {out}";
    private static final String HUGO = "hugo --source {site} --destination {out} --quiet";

    private final Map<String, String> options;
    private final Path work;
    private final long ends;

    /**
     * One of the two.
     *
     * @param key also the name of its folder in the corpus
     */
    private record Tool(String key, String name, String command) {
        String program() {
            return command.split(" ")[0];
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
        Tool zhibu = new Tool("zhibu", "Zhibu", options.get("--zhibu"));
        Tool hugo = new Tool("hugo", "Hugo", options.get("--hugo"));
        Map<String, String> about = about(zhibu, hugo);
        about.forEach((what, value) -> System.out.println(what + "：" + value));
        List<String> json = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String size : options.get("--sizes").split(",")) {
            sizes.add((int) number("--sizes", size));
        }
        clear(sizes);
        for (int size : sizes) {
            json.add(measure(size, zhibu, hugo));
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

    private String measure(int size, Tool zhibu, Tool hugo) throws IOException, InterruptedException, Refused {
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
        Map<Tool, Set<Path>> sources = new LinkedHashMap<>();
        Map<Tool, List<Run>> runs = new LinkedHashMap<>();
        Map<Tool, Site> sites = new LinkedHashMap<>();
        for (Tool tool : List.of(zhibu, hugo)) {
            sources.put(tool, files(corpus.resolve(tool.key())));
            runs.put(tool, new ArrayList<>());
        }
        // Round 0 isn't counted: it brings both programs and all sources into the page cache.
        for (int round = 0; round <= number("--runs"); round++) {
            for (Tool tool : List.of(zhibu, hugo)) {
                restore(corpus.resolve(tool.key()), sources.get(tool));
                Path out = corpus.resolve("out-" + tool.key() + "-" + round);
                Run run = build(tool, corpus, out);
                sites.put(tool, checked(tool, corpus, out));
                if (round > 0) {
                    runs.get(tool).add(run);
                }
                progress(size, round, tool, run);
            }
        }
        Measured a = new Measured(runs.get(zhibu), sites.get(zhibu));
        Measured b = new Measured(runs.get(hugo), sites.get(hugo));
        print(size, Long.parseLong(expected.getProperty("html")), a, b);
        return json(size, a, b);
    }

    private void progress(int size, int round, Tool tool, Run run) {
        String which = round == 0 ? "预热" : "第 " + round + " 轮";
        System.err.printf(Locale.ROOT, "%d 篇 %s %s：%.2f 秒%n", size, which, tool.name(), run.wall());
    }

    private Run build(Tool tool, Path corpus, Path out) throws IOException, InterruptedException, Refused {
        Path usage = corpus.resolve("usage.txt");
        List<String> command = new ArrayList<>(List.of(TIME, "-f", "%U %S %M", "-o", usage.toString()));
        for (String word : tool.command().split(" +")) {
            command.add(word.replace("{site}", corpus.resolve(tool.key()).toString())
                    .replace("{out}", out.toString()));
        }
        double wall = run(command, corpus.resolve(tool.key() + ".log"));
        List<String> lines = Files.readAllLines(usage);
        String[] used = lines.get(lines.size() - 1).split(" ");
        return new Run(
                wall, Double.parseDouble(used[0]) + Double.parseDouble(used[1]), Double.parseDouble(used[2]) / 1024);
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

    private Map<String, String> about(Tool zhibu, Tool hugo) throws IOException, InterruptedException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Zhibu", version(zhibu.program(), "--version"));
        about.put("Hugo", version(hugo.program(), "version"));
        about.put("Java", version(java(), "-version"));
        about.put("命令", zhibu.command() + " 对 " + hugo.command());
        about.put("处理器", Runtime.getRuntime().availableProcessors() + " 核，" + field("/proc/cpuinfo", "model name"));
        about.put("内存", field("/proc/meminfo", "MemTotal"));
        about.put("系统", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        Files.createDirectories(work);
        about.put("文件系统", Files.getFileStore(work).type());
        about.put("开始时的负载", load());
        return about;
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

    private void print(int size, long html, Measured zhibu, Measured hugo) {
        System.out.printf("%n%d 篇，%s 轮，中位数（最小–最大）%n%n", size, options.get("--runs"));
        row("", "Zhibu", "Hugo", "Zhibu/Hugo");
        System.out.println("|---|---|---|---|");
        for (Quantity quantity : Quantity.ALL) {
            double ratio = zhibu.median(quantity.of()) / hugo.median(quantity.of());
            String label = quantity.label() + "（" + quantity.unit() + "）";
            row(label, spread(quantity, zhibu), spread(quantity, hugo), decimal(2, ratio));
        }
        row("网页", "" + zhibu.site().html(), "" + hugo.site().html(), "");
        row("文件", "" + zhibu.site().files(), "" + hugo.site().files(), "");
        row(
                "输出（MB）",
                decimal(1, zhibu.site().bytes() / 1e6),
                decimal(1, hugo.site().bytes() / 1e6),
                "");
        for (Measured tool : List.of(zhibu, hugo)) {
            if (tool.site().html() < html) {
                System.out.printf("注意：%s 的网页少于应有的 %d 页，两边不完全可比。%n", tool == zhibu ? "Zhibu" : "Hugo", html);
            }
        }
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

    private static void row(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            // A terminal gives a Chinese character two columns.
            long columns = cell.chars().map(c -> c >= 0x2E80 ? 2 : 1).sum();
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat((int) Math.max(0, 24 - columns)))
                    .append(" |");
        }
        System.out.println(line);
    }

    private static String json(int size, Measured zhibu, Measured hugo) {
        List<String> members = new ArrayList<>(List.of("\"entries\": " + size));
        members.add("\"zhibu\": " + json(zhibu));
        members.add("\"hugo\": " + json(hugo));
        for (Quantity quantity : Quantity.ALL) {
            double ratio = zhibu.median(quantity.of()) / hugo.median(quantity.of());
            members.add(quote("ratio_" + quantity.key()) + ": " + decimal(3, ratio));
        }
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
