package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers at a real nginx while the site is published again and again: no answer is missing, cut off or of two sites. */
class ReadersTest {
    private static final int READERS = 6;
    /** Long enough that an answer takes several packets. */
    private static final int LONG = 30_000;

    @TempDir
    private Path folder;

    private WebServer nginx;
    private int port;
    private Nights nights;

    @BeforeEach
    void aServer() throws Exception {
        nights = Nights.to(folder.resolve("to"));
        nights.publish(word(0));
        port = WebServer.freePort();
        nginx = WebServer.nginx(
                folder, port, "server { listen 127.0.0.1:" + port + "; root " + nights.releases.current() + "; }");
        assertThat(get("index.html")).isPresent();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.stop();
        }
    }

    @Test
    void everyAnswerIsOfOneWholeSite() throws Exception {
        Seen seen = whileReading(i -> nights.publish(word(i)), Faults.times(20, 100));

        assertThat(seen.faults()).isEmpty();
        assertThat(seen.answers()).isGreaterThan(200);
        Faults.row("读者边读边换（nginx）：" + Faults.times(20, 100) + " 次发布中的回答", seen.answers(), 0, "就地写的，读者看到半截的网页");
    }

    /** Control: the same readers see it when files are written in place. */
    @Test
    void aSiteThatIsWrittenInPlaceIsTorn() throws Exception {
        Path site = nights.releases.current().toRealPath();
        Seen seen = whileReading(
                i -> {
                    for (String page : Nights.PAGES) {
                        byte[] bytes = Nights.bytes(page + word(i));
                        try (OutputStream out = Files.newOutputStream(site.resolve(page))) {
                            for (int at = 0; at < bytes.length; at += 8192) {
                                out.write(bytes, at, Math.min(8192, bytes.length - at));
                                Thread.sleep(1);
                            }
                        }
                    }
                },
                20);

        assertThat(seen.faults()).isNotEmpty();
    }

    private record Seen(int answers, Queue<String> faults) {}

    private interface Publishing {
        void publish(int nth) throws Exception;
    }

    private Seen whileReading(Publishing publishing, int times) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        List<Thread> readers = IntStream.range(0, READERS)
                .mapToObj(i -> new Thread(() -> read(over, answers, faults)))
                .toList();
        readers.forEach(Thread::start);
        for (int i = 1; i <= times; i++) {
            publishing.publish(i);
            Thread.sleep(20);
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        return new Seen(answers.get(), faults);
    }

    /** As a browser does: a page, and then what that page asks for. Never an older site after a newer one. */
    private void read(AtomicBoolean over, AtomicInteger answers, Queue<String> faults) {
        int newest = 0;
        while (!over.get()) {
            for (String page : Nights.PAGES) {
                Optional<String> body = get(page);
                answers.incrementAndGet();
                int nth = body.map(text -> nth(page, text)).orElse(-1);
                if (nth < newest) {
                    faults.add(page + ": " + (nth < 0 ? "missing or torn" : "older than one seen before"));
                    continue;
                }
                newest = nth;
                String part = "search/x-" + Digest.of(word(nth)).substring(0, 6) + ".js";
                answers.incrementAndGet();
                if (!get(part).equals(Optional.of(word(nth)))) {
                    faults.add(page + ": its part of the search is gone");
                }
            }
        }
    }

    private static String word(int nth) {
        return ("第" + nth + "版").repeat(LONG);
    }

    /** -1 if it is no whole page of any site. */
    private static int nth(String page, String body) {
        String number =
                body.startsWith(page + "第") ? body.substring(page.length() + 1).replaceFirst("(?s)版.*", "") : "";
        return number.matches("\\d{1,4}") && body.equals(page + word(Integer.parseInt(number)))
                ? Integer.parseInt(number)
                : -1;
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private Optional<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/" + new io.zhibu.address.Address(path).link());
        try {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException cutOff) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
