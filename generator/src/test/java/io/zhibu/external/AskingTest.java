package io.zhibu.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhibu.Copy;
import io.zhibu.Run;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other hosts, as a server on loopback plays them. */
class AskingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void aHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        answer("/there", 200, "");
        answer("/gone", 404, "");
        answer("/shut", 403, "");
        answer("/ill", 503, "");
        answer("/moved", 301, "/there");
        answer("/detour", 302, "/there");
        answer("/circle", 302, "/circle");
        answer("/odd", 301, "ftp://127.0.0.1/x");
        server.createContext("/late", exchange -> {
            try {
                Thread.sleep(5000);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 16];
            try (exchange) {
                for (int i = 0; i < 100_000; i++) {
                    exchange.getResponseBody().write(much);
                }
            } catch (IOException nobodyListens) {
                return;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(String path, int status, String to) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            if (!to.isEmpty()) {
                exchange.getResponseHeaders().set("Location", to);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Asking on(LocalDate day) {
        return new Asking(Duration.ofSeconds(1), day);
    }

    private String said(Answers answers, String path) {
        Answer answer = answers.of(at(path)).orElseThrow();
        return answer.kind() + " " + answer.word().replace(at(""), "");
    }

    @Test
    void eachAnswerIsTakenForWhatItMeansToAReader() throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
        List<String> addresses = List.of(
                at("/there"),
                at("/there#part"),
                at("/gone"),
                at("/shut"),
                at("/ill"),
                at("/moved"),
                at("/detour"),
                at("/circle"),
                at("/odd"),
                at("/late"),
                at("/endless"),
                nobody,
                "http://127.0.0.1:x/|");
        Asking.Round round = on(MONDAY).ask(addresses, Answers.none());

        assertThat(round.asked()).isEqualTo(addresses.size());
        assertThat(round.offline()).isFalse();
        Answers answers = round.answers();
        assertThat(said(answers, "/there")).isEqualTo("THERE 200");
        assertThat(said(answers, "/there#part")).isEqualTo("THERE 200");
        assertThat(said(answers, "/gone")).isEqualTo("GONE 404");
        assertThat(said(answers, "/shut")).isEqualTo("CLOSED 403");
        assertThat(said(answers, "/ill")).isEqualTo("SILENT 503");
        assertThat(said(answers, "/moved")).isEqualTo("MOVED /there");
        assertThat(said(answers, "/detour")).isEqualTo("THERE 200");
        assertThat(said(answers, "/circle")).isEqualTo("SILENT 转来转去没有到头");
        assertThat(said(answers, "/odd")).isEqualTo("CLOSED 转到了别的协议");
        assertThat(said(answers, "/late")).isEqualTo("SILENT 等了很久没有回答");
        assertThat(said(answers, "/endless")).isEqualTo("THERE 200");
        assertThat(answers.of(nobody).orElseThrow().word()).isEqualTo("连不上");
        assertThat(answers.of("http://127.0.0.1:x/|").orElseThrow().kind()).isEqualTo(Answer.Kind.GONE);
        assertThat(Answers.read(answers.text())).isEqualTo(answers);
    }

    @Test
    void whatIsThereIsNotAskedForAgainWithinTheWeekAndWhatIsNotKeepsItsDay() {
        List<String> both = List.of(at("/there"), at("/gone"));
        Answers monday = on(MONDAY).ask(both, Answers.none()).answers();
        assertThat(asked.get()).isEqualTo(2);
        Asking.Round tuesday = on(MONDAY.plusDays(1)).ask(both, monday);
        assertThat(tuesday.asked()).isEqualTo(1);
        assertThat(tuesday.answers().of(at("/gone")).orElseThrow().since()).isEqualTo(MONDAY);
        assertThat(tuesday.answers().of(at("/gone")).orElseThrow().asked()).isEqualTo(MONDAY.plusDays(1));
        Asking.Round later = on(MONDAY.plusDays(7)).ask(both, tuesday.answers());
        assertThat(later.asked()).isEqualTo(2);
        // What is written nowhere any more is forgotten.
        assertThat(on(MONDAY.plusDays(7))
                        .ask(List.of(), later.answers())
                        .answers()
                        .all())
                .isEmpty();
    }

    @Test
    void whereThereIsNoNetworkNothingIsRemembered() {
        Answers before = on(MONDAY).ask(List.of(at("/gone")), Answers.none()).answers();
        String address = at("/gone");
        server.stop(0);
        Asking.Round round = on(MONDAY.plusDays(1)).ask(List.of(address), before);
        assertThat(round.offline()).isTrue();
        assertThat(round.answers()).isEqualTo(before);
    }

    @Test
    void silenceBecomesAWarningAfterAWeek() {
        Where where = Where.inFile("content/a.md").at(3, 5);
        Answers answers = Answers.read(Answers.BEGIN + "http://a/\tSILENT\t503\t2026-11-29\t2026-11-23\n"
                + "http://b/\tSILENT\t连不上\t2026-11-30\t2026-11-23\nhttp://c/\tMOVED\thttp://d/\t2026-11-23\t2026-11-23\n"
                + "http://damaged/\tSILENT\t503\t昨天\t2026-11-23\n");
        assertThat(Judging.judge(
                                Map.of(
                                        "http://a/", List.of(where),
                                        "http://b/", List.of(where),
                                        "http://c/", List.of(where),
                                        "http://damaged/", List.of(where)),
                                answers)
                        .stream()
                        .map(Diagnostic::toString))
                .containsExactly(
                        "content/a.md:3:5: 警告[external-silent] 外站的“http://b/”打不开：连不上（2026-11-30 问的，从 2026-11-23 起就这样）\n    建议：用浏览器看看；确实没有了，换一个网址或去掉链接",
                        "content/a.md:3:5: 提示[external-moved] 外站的“http://c/”搬到了 http://d/（2026-11-23 问的）\n    建议：打开看看，内容还是那一篇，就换成新的网址",
                        "content/a.md:3:5: 提示[external-silent] 外站的“http://a/”打不开：503（2026-11-29 问的，从 2026-11-23 起就这样）\n    建议：过几天再查一次");
    }

    @Test
    void theCheckTellsWhereADeadLinkStandsAndRemembersIt() throws IOException {
        Path site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path entry = site.resolve("content/method/three.md");
        // Nobody outside is asked.
        Path other = site.resolve("content/branch/first.md");
        Files.writeString(other, Files.readString(other).replaceAll("https?://\\S*", at("/there")));
        Files.writeString(
                entry, Files.readString(entry) + "\n见[那一页](" + at("/gone") + ")和[这一页](" + at("/there") + ")。\n");
        List<String> words = List.of("check", "--site", site.toString(), "--external");
        Run first = Run.of(words);
        int line = Files.readAllLines(entry).size();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("content/method/three.md:" + line + ":2: 警告[external-gone] 外站的“" + at("/gone")
                        + "”没有了（404，2026-11-23 问的）");
        assertThat(first.out()).contains("这一次问了 2 个，记在 target/external-links.tsv。");
        assertThat(site.resolve("target/external-links.tsv"))
                .content()
                .contains(at("/there") + "\tTHERE\t200\t2026-11-23");
        server.stop(0);
        Run offline = Run.of(words);
        assertThat(offline.out()).contains("外站一个也连不上，多半这里没有网络：下面是以前问的");
        assertThat(offline.err()).contains("没有了（404，2026-11-23 问的）");
        int before = asked.get();
        Run.of(List.of("check", "--site", site.toString()));
        assertThat(asked.get()).isEqualTo(before);
    }
}
