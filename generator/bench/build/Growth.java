import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds sites of growing size in which everything is related, and says how long each stage took for one entry: what stays the same is
 * linear. It judges nothing. README.md has the options.
 */
public final class Growth {
    private static final Pattern STAGES = Pattern.compile("\"milliseconds\"\\s*:\\s*\\{([^}]*)}");
    private static final Pattern STAGE = Pattern.compile("\"([a-z-]+)\"\\s*:\\s*(\\d+)");

    private final Map<String, String> options;
    private final Path work;

    private Growth(Map<String, String> options) {
        this.options = options;
        this.work = Path.of(options.get("--work")).toAbsolutePath().normalize();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if ("示例".length() != 2) {
            System.err.println("Run java with -Dfile.encoding=UTF-8.");
            System.exit(2);
        }
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--sizes", "1000,3000,10000");
        options.put("--runs", "2");
        options.put("--seed", "7");
        options.put("--work", "target/bench-build");
        options.put("--zhibu", "./zhibu build --site {site} --out {out} --report {report}");
        options.put("--json", "");
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || options.replace(args[i], args[i + 1]) == null) {
                System.err.println("不认识“" + args[i] + "”，或者它后面没有值。可用的有：" + String.join(" ", options.keySet()));
                System.exit(2);
            }
        }
        new Growth(options).measure();
    }

    private void measure() throws IOException, InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        for (String size : options.get("--sizes").split(",")) {
            sizes.add(Integer.parseInt(size.strip()));
        }
        Map<Integer, Map<String, Long>> measured = new LinkedHashMap<>();
        int runs = Integer.parseInt(options.get("--runs"));
        for (int size : sizes) {
            Path site = work.resolve("related-" + size);
            run(
                    site,
                    List.of(
                            java(),
                            "-Dfile.encoding=UTF-8",
                            "generator/bench/build/Related.java",
                            "--n",
                            "" + size,
                            "--seed",
                            options.get("--seed"),
                            "--out",
                            "" + site.resolve("site")));
            for (int round = 1; round <= runs; round++) {
                Map<String, Long> times = build(size, site, "out-" + round);
                measured.merge(size, times, Growth::least);
            }
        }
        print(sizes, measured);
        if (!options.get("--json").isEmpty()) {
            Files.writeString(Path.of(options.get("--json")), json(measured));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Stage by stage: what else a machine does only ever adds. */
    private static Map<String, Long> least(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> least = new LinkedHashMap<>(one);
        other.forEach((stage, time) -> least.merge(stage, time, Math::min));
        return least;
    }

    private Map<String, Long> build(int size, Path site, String out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        for (String word : options.get("--zhibu").split(" +")) {
            command.add(word.replace("{site}", "" + site.resolve("site"))
                    .replace("{out}", "" + site.resolve(out))
                    .replace("{report}", "" + site.resolve("report.json")));
        }
        long begun = System.nanoTime();
        run(site, command);
        long all = (System.nanoTime() - begun) / 1_000_000;
        Matcher stages = STAGES.matcher(Files.readString(site.resolve("report.json")));
        if (!stages.find()) {
            throw new IOException("the report says no times: " + site.resolve("report.json"));
        }
        Map<String, Long> times = new LinkedHashMap<>();
        Matcher stage = STAGE.matcher(stages.group(1));
        while (stage.find()) {
            times.put(stage.group(1), Long.parseLong(stage.group(2)));
        }
        times.put("whole process", all);
        System.err.printf(Locale.ROOT, "%d 篇：%.1f 秒%n", size, all / 1000.0);
        return times;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = folder.resolve("log.txt");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            System.err.println("退出码 " + exit + "：" + String.join(" ", command) + "\n" + Files.readString(log));
            System.exit(1);
        }
    }

    /**
     * Milliseconds, microseconds for one entry, and the power of the number of entries with which the time grew from the last size but one
     * to the last: the smallest site is built before the machine code is.
     */
    private static void print(List<Integer> sizes, Map<Integer, Map<String, Long>> measured) {
        Set<String> stages = new LinkedHashSet<>();
        measured.values().forEach(times -> stages.addAll(times.keySet()));
        StringBuilder head = new StringBuilder("| 阶段 |");
        sizes.forEach(size -> head.append(" ").append(size).append(" 篇，毫秒 | 每篇，微秒 |"));
        System.out.println(head + " 增长的幂 |\n|---|" + "---:|---:|".repeat(sizes.size()) + "---:|");
        int first = sizes.get(Math.max(0, sizes.size() - 2));
        int last = sizes.get(sizes.size() - 1);
        for (String stage : stages) {
            StringBuilder row = new StringBuilder("| " + stage + " |");
            for (int size : sizes) {
                long time = measured.get(size).getOrDefault(stage, 0L);
                row.append(" %d | %d |".formatted(time, time * 1000 / size));
            }
            long before = measured.get(first).getOrDefault(stage, 0L);
            long after = measured.get(last).getOrDefault(stage, 0L);
            // Of what took no time at either end, nothing is told.
            boolean told = before >= 10 && after >= 10 && last > first;
            double power = told ? Math.log((double) after / before) / Math.log((double) last / first) : 0;
            System.out.println(row + (told ? String.format(Locale.ROOT, " %.2f |", power) : " — |"));
        }
    }

    private static String json(Map<Integer, Map<String, Long>> measured) {
        List<String> sizes = new ArrayList<>();
        measured.forEach((size, times) -> {
            List<String> stages = new ArrayList<>();
            times.forEach((stage, time) -> stages.add("\"" + stage + "\": " + time));
            sizes.add("{\"entries\": " + size + ", \"milliseconds\": {" + String.join(", ", stages) + "}}");
        });
        return "{\n  \"sizes\": [\n    " + String.join(",\n    ", sizes) + "\n  ]\n}\n";
    }
}
