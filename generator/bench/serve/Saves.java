import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times a preview, Zhibu's and Hugo's in turn on the same entries: how long from the start of the process to the first page, for the first
 * time and once more, and how long from a save to the changed page. It judges nothing.
 *
 * <p>{@code java generator/bench/serve/Saves.java --sizes 1000,10000 --saves 40} from the repository's root; README.md has the options.
 */
public final class Saves {
    private static final String ZHIBU = "./zhibu serve --site {site} --port {port}";
    private static final String HUGO = "hugo server --source {site} --port {port} --bind 127.0.0.1 --disableLiveReload";

    private final Map<String, String> options;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** One of the two; the key is also the name of its folder in the corpus. */
    private record Tool(String key, String name, String command) {}

    /**
     * What one tool took, in milliseconds.
     *
     * @param start to the first page
     * @param again the same when the process is started once more
     * @param saves each to the changed page, sorted
     */
    private record Measured(double start, double again, double[] saves) {
        /** The nearest rank. */
        double percentile(double part) {
            return saves[(int) Math.max(0, Math.ceil(part * saves.length) - 1)];
        }
    }

    /** The measurement can't go on; the message says why. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private Saves(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            new Saves(options(args)).measure();
        } catch (Refused refused) {
            System.err.println("错误：" + refused.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] args) throws Refused {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--sizes", "1000,10000");
        options.put("--saves", "40");
        options.put("--pause", "400");
        options.put("--seed", "7");
        options.put("--work", "target/bench-serve");
        options.put("--zhibu", ZHIBU);
        options.put("--hugo", HUGO);
        options.put("--limit", "120");
        options.put("--json", "");
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || options.replace(args[i], args[i + 1]) == null) {
                throw new Refused("不认识“" + args[i] + "”，或者它后面没有值。可用的有：" + String.join(" ", options.keySet()));
            }
        }
        return options;
    }

    private int number(String option) throws Refused {
        String text = options.get(option).strip();
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new Refused(option + " 要写正整数，不是“" + text + "”");
        }
        return Integer.parseInt(text);
    }

    private void measure() throws IOException, InterruptedException, Refused {
        List<Tool> tools = List.of(
                new Tool("zhibu", "Zhibu", options.get("--zhibu")), new Tool("hugo", "Hugo", options.get("--hugo")));
        System.out.println("开始时的负载：" + load());
        List<String> json = new ArrayList<>();
        for (String size : options.get("--sizes").split(",")) {
            Path corpus = corpus(size.strip());
            List<Measured> measured = new ArrayList<>();
            for (Tool tool : tools) {
                measured.add(measured(tool, corpus));
            }
            print(size, measured.get(0), measured.get(1));
            json.add(json(size, measured.get(0), measured.get(1)));
            delete(corpus);
        }
        System.out.println("\n结束时的负载：" + load());
        if (!options.get("--json").isEmpty()) {
            Files.writeString(Path.of(options.get("--json")), "[\n  " + String.join(",\n  ", json) + "\n]\n");
        }
    }

    private Path corpus(String size) throws IOException, InterruptedException, Refused {
        Path corpus = Path.of(options.get("--work")).toAbsolutePath().resolve("corpus-" + size);
        delete(corpus);
        Files.createDirectories(corpus.getParent());
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "generator/bench/build/Corpus.java",
                        "--n",
                        size,
                        "--seed",
                        options.get("--seed"),
                        "--out",
                        corpus.toString())
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new Refused("造不出 " + size + " 篇的站点");
        }
        return corpus;
    }

    /**
     * Starts the preview, saves one entry again and again, each time with other words, and asks for its page until they are there; starts it
     * once more.
     */
    private Measured measured(Tool tool, Path corpus) throws IOException, InterruptedException, Refused {
        String entry = Files.readAllLines(corpus.resolve("entries.txt"))
                .get(number("--saves"))
                .split("\t")[0];
        Path file = file(corpus.resolve(tool.key()), entry);
        String text = Files.readString(file);
        URI page = page(entry);
        Path log = corpus.resolve(tool.key() + ".log");
        double start;
        double[] saves = new double[number("--saves")];
        long begun = System.nanoTime();
        Process server = started(tool, corpus, page, log);
        try {
            start = (System.nanoTime() - begun) / 1e6;
            // The first isn't counted: it finds cold paths in both. What follows a page in the background may end
            // first.
            for (int i = -1; i < saves.length; i++) {
                Thread.sleep(i < 0 ? 8L * number("--pause") : number("--pause"));
                String word = "第" + (i + 2) + "次存盘";
                Files.writeString(file, text + "\n" + word + "。\n", StandardOpenOption.TRUNCATE_EXISTING);
                long saved = System.nanoTime();
                await(page, word, server, log);
                if (i >= 0) {
                    saves[i] = (System.nanoTime() - saved) / 1e6;
                }
            }
            // What is kept for the next start may be written after the page.
            Thread.sleep(8L * number("--pause"));
        } finally {
            stop(server);
            Files.writeString(file, text);
        }
        Arrays.sort(saves);
        page = page(entry);
        begun = System.nanoTime();
        server = started(tool, corpus, page, log);
        double again = (System.nanoTime() - begun) / 1e6;
        stop(server);
        return new Measured(start, again, saves);
    }

    private static URI page(String entry) throws IOException {
        return URI.create("http://127.0.0.1:" + freePort() + "/" + entry + "/");
    }

    /** Returns when the page is there. */
    private Process started(Tool tool, Path corpus, URI page, Path log)
            throws IOException, InterruptedException, Refused {
        List<String> command = Stream.of(tool.command().split(" "))
                .map(word -> word.replace("{site}", corpus.resolve(tool.key()).toString())
                        .replace("{port}", "" + page.getPort()))
                .toList();
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await(page, "<h1", server, log);
            return server;
        } catch (IOException | InterruptedException | Refused wrong) {
            stop(server);
            throw wrong;
        }
    }

    private static void stop(Process server) throws InterruptedException {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        server.waitFor(20, TimeUnit.SECONDS);
    }

    private void await(URI page, String word, Process server, Path log)
            throws IOException, InterruptedException, Refused {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(number("--limit"));
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(Duration.ofSeconds(number("--limit")))
                .build();
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body()
                        .contains(word)) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(2);
            }
            Thread.sleep(1);
        }
        throw new Refused("没有等到“" + word + "”：" + page + "\n" + Files.readString(log));
    }

    private static Path file(Path site, String entry) throws IOException, Refused {
        try (Stream<Path> files = Files.walk(site.resolve("content"))) {
            return files.filter(one -> one.toString().replace('\\', '/').endsWith("/" + entry + ".md"))
                    .findFirst()
                    .orElseThrow(() -> new Refused("没有条目 " + entry));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).strip() : "不知道";
    }

    private static void print(String size, Measured zhibu, Measured hugo) {
        System.out.printf("%n%s 篇（毫秒）%n%n| | Zhibu | Hugo | Zhibu/Hugo |%n|---|---|---|---|%n", size);
        row("启动到第一页", zhibu.start(), hugo.start());
        row("再启动一次", zhibu.again(), hugo.again());
        row("存盘到新网页，p50", zhibu.percentile(0.5), hugo.percentile(0.5));
        row("存盘到新网页，p95", zhibu.percentile(0.95), hugo.percentile(0.95));
    }

    private static void row(String label, double zhibu, double hugo) {
        System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", label, zhibu, hugo, zhibu / hugo);
    }

    private static String json(String size, Measured zhibu, Measured hugo) {
        return "{\"entries\": " + size.strip() + ", \"zhibu\": " + json(zhibu) + ", \"hugo\": " + json(hugo) + "}";
    }

    private static String json(Measured measured) {
        return String.format(
                Locale.ROOT,
                "{\"start\": %.1f, \"again\": %.1f, \"p50\": %.1f, \"p95\": %.1f, \"saves\": [%s]}",
                measured.start(),
                measured.again(),
                measured.percentile(0.5),
                measured.percentile(0.95),
                Arrays.stream(measured.saves())
                        .mapToObj(one -> String.format(Locale.ROOT, "%.1f", one))
                        .collect(Collectors.joining(", ")));
    }
}
