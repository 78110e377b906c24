import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times builds of a site that was built before: nothing changed, one text, one title, one template; beside a clean build and beside Hugo's
 * whole build of the same entries, each a fresh process, one after the other in every round. After the first round's builds the site must be
 * what a build without memory makes, or nothing is printed.
 *
 * <p>{@code java generator/bench/build/Again.java --size 10000 --runs 3 --work DIR} from the repository's root.
 */
public final class Again {
    private static final String SEARCH =
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>检索</title></head><body></body></html>\n";

    private final Path work;
    private final int size;
    private final int runs;
    private final Map<String, List<double[]>> times = new LinkedHashMap<>();

    private Again(Path work, int size, int runs) {
        this.work = work;
        this.size = size;
        this.runs = runs;
    }

    public static void main(String[] args) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        Map<String, String> options = new LinkedHashMap<>(
                Map.of("--size", "10000", "--runs", "3", "--work", "target/bench-again", "--json", ""));
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (options.replace(args[i], args[i + 1]) == null) {
                System.err.println("不认识“" + args[i] + "”，可用的有 " + options.keySet());
                System.exit(2);
            }
        }
        Path work = Path.of(options.get("--work")).toAbsolutePath();
        new Again(work, Integer.parseInt(options.get("--size")), Integer.parseInt(options.get("--runs")))
                .measure(options.get("--json"));
    }

    private void measure(String json) throws Exception {
        Path corpus = work.resolve("again-" + size);
        delete(corpus);
        run(
                "corpus",
                List.of(
                        java(),
                        "-Dfile.encoding=UTF-8",
                        "generator/bench/build/Corpus.java",
                        "--n",
                        "" + size,
                        "--seed",
                        "7",
                        "--out",
                        "" + corpus));
        times.clear();
        Path site = corpus.resolve("zhibu");
        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings).replace("render.search=false", "render.search=true"));
        Path templates = site.resolve("templates");
        Files.writeString(templates.resolve("search.ftlh"), SEARCH);
        List<String> build = List.of("./zhibu", "build", "--site", site.toString());
        Path entry = site.resolve("content")
                .resolve(Files.readAllLines(corpus.resolve("entries.txt"))
                                .get(size / 2)
                                .split("\t")[0] + ".md");
        for (int round = 0; round <= runs; round++) {
            String counted = round == 0 ? "warm-up " : "";
            delete(corpus.resolve("hugo-out"));
            run(
                    counted + "Hugo 从头",
                    List.of(
                            "hugo",
                            "--source",
                            corpus.resolve("hugo").toString(),
                            "--destination",
                            corpus.resolve("hugo-out").toString(),
                            "--quiet"));
            delete(site.resolve("target"));
            run(counted + "从头", build);
            run(counted + "什么也没改", build);
            Files.writeString(entry, Files.readString(entry) + "\n第 " + round + " 次补的一句话。\n");
            run(counted + "改一篇的正文", build);
            Files.writeString(entry, Files.readString(entry).replaceFirst("(?m)^title: (.*)$", "title: $1又"));
            run(counted + "改一篇的标题", build);
            Path template = templates.resolve("entry.ftlh");
            Files.writeString(template, Files.readString(template) + "<!-- " + round + " -->\n");
            run(counted + "改一个模板", build);
            if (round == 0) {
                check(site);
            }
        }
        print(site, json);
    }

    private void check(Path site) throws Exception {
        Path clean = site.resolve("target/clean");
        run("control", List.of("./zhibu", "build", "--no-cache", "--site", site.toString(), "--out", clean.toString()));
        if (!digest(clean).equals(digest(site.resolve("target/site")))) {
            throw new IllegalStateException("有记忆的构建与从头构建不一样，不计时");
        }
        delete(clean);
    }

    private void print(Path site, String json) throws IOException {
        double[] hugo = median("Hugo 从头");
        System.out.printf(Locale.ROOT, "%n%d 篇，带检索；%d 轮的中位数，每轮各一次，都是新进程%n", size, runs);
        System.out.println("| | 用时 秒 | 处理器 秒 | 用时比 Hugo | 处理器比 Hugo |");
        System.out.println("|---|---|---|---|---|");
        List<String> rows = new ArrayList<>();
        for (String name : List.of("Hugo 从头", "从头", "什么也没改", "改一篇的正文", "改一篇的标题", "改一个模板")) {
            double[] own = median(name);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    name,
                    own[0],
                    own[1],
                    own[0] / hugo[0],
                    own[1] / hugo[1]);
            rows.add(String.format(
                    Locale.ROOT, "{\"what\": \"%s\", \"wall\": %.3f, \"cpu\": %.3f}", name, own[0], own[1]));
        }
        long kept = bytes(site.resolve("target/cache"));
        long sources = bytes(site.resolve("content")) + bytes(site.resolve("target/site/search"));
        System.out.printf(
                Locale.ROOT,
                "记下来的占 %.1f MB，是内容与检索数据（%.1f MB）的 %.2f 倍%n",
                kept / 1e6,
                sources / 1e6,
                (double) kept / sources);
        if (!json.isEmpty()) {
            Files.writeString(Path.of(json), "[\n  " + String.join(",\n  ", rows) + "\n]\n");
        }
    }

    /** Wall and processor seconds. */
    private double[] median(String name) {
        double[] median = new double[2];
        for (int i = 0; i < 2; i++) {
            int which = i;
            double[] sorted = times.get(name).stream()
                    .mapToDouble(one -> one[which])
                    .sorted()
                    .toArray();
            median[i] = sorted[sorted.length / 2];
        }
        return median;
    }

    private void run(String name, List<String> command) throws Exception {
        Path usage = work.resolve("usage.txt");
        Files.createDirectories(work);
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S", "-o", usage.toString()));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log.txt").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + "\n" + Files.readString(work.resolve("log.txt")));
        }
        List<String> lines = Files.readAllLines(usage);
        double[] used = Arrays.stream(lines.get(lines.size() - 1).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        times.computeIfAbsent(name, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(new double[] {used[0], used[1] + used[2]});
        System.err.printf(Locale.ROOT, "%s：%.2f 秒%n", name, used[0]);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String digest(Path folder) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                sha.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            long sum = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
