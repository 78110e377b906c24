package io.zhibu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of clients that mean well and of others, on raw sockets. */
class ServerTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int PATIENCE = 1;

    private final List<Request> asked = new ArrayList<>();
    private final CountDownLatch streamed = new CountDownLatch(1);
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        server = new Server(HERE, 0, this::answer, PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Response answer(Request request) {
        synchronized (asked) {
            asked.add(request);
        }
        if (request.path().equals("/stream")) {
            return Response.streaming("text/event-stream", to -> {
                to.send("data: 一\n\n");
                while (!to.ended()) {
                    Thread.sleep(10);
                }
                streamed.countDown();
            });
        }
        return Response.text(200, request.method() + " " + request.target() + " " + request.text());
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    /** All that comes back until the server ends the connection. */
    private String say(String bytes) throws IOException {
        try (Socket socket = new Socket(HERE, server.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            } catch (SocketException sentAway) {
                // What it was told stands in the answer.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String status(String answer) {
        return answer.isEmpty() ? "" : answer.split(" ", 3)[1];
    }

    @Test
    void oneConnectionAsksManyTimes() throws IOException {
        String answer = say(get("/a") + get("/b?c=%41") + "GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("GET /a", "GET /b?c=%41", "GET /c");
        assertThat(answer.split("HTTP/1.1 200 OK")).hasSize(4);
        assertThat(answer).contains("Connection: keep-alive", "Connection: close");
    }

    @Test
    void headHasNoBodyAndAPostHasOne() throws IOException {
        assertThat(say("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("200 OK", "Content-Length: 9")
                .endsWith("\r\n\r\n");
        assertThat(say("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"))
                .contains("POST /a abc");
    }

    @Test
    void anOldClientGetsItsAnswerAndNoMore() throws IOException {
        assertThat(say("GET /a HTTP/1.0\r\n\r\n")).contains("GET /a", "Connection: close");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /a HTTP/2.0~~",
                "400 | GET  /a HTTP/1.1~~",
                "400 | get /a HTTP/1.1~~",
                "400 | GET http://127.0.0.1/a HTTP/1.1~~",
                "400 | GET a HTTP/1.1~~",
                "400 | GET /a#b HTTP/1.1~~",
                "400 | GET /党建 HTTP/1.1~~",
                "400 | GET /a{NUL} HTTP/1.1~~",
                "400 | GET /a HTTP/1.1{LF}Host: x~~",
                "400 | GET /a HTTP/1.1~Host : x~~",
                "400 | GET /a HTTP/1.1~Host: x~ folded~~",
                "400 | ~~",
                "405 | PUT /a HTTP/1.1~~",
                "405 | DELETE /a HTTP/1.1~~",
                "405 | CONNECT /a HTTP/1.1~~",
                "413 | GET /a HTTP/1.1~Content-Length: 1~~x",
                "413 | POST /a HTTP/1.1~Content-Length: 99999~~x",
                "400 | POST /a HTTP/1.1~Content-Length: 1~Content-Length: 2~~x",
                "400 | POST /a HTTP/1.1~Content-Length: -1~~x",
                "400 | POST /a HTTP/1.1~Content-Length: 0x1~~x",
                "501 | POST /a HTTP/1.1~Transfer-Encoding: chunked~~0~~",
                "501 | POST /a HTTP/1.1~Expect: 100-continue~Content-Length: 1~~x",
            })
    void whatIsNoRequestOfOursIsRefused(String status, String bytes) throws IOException {
        String answer = say(bytes.replace("~", "\r\n").replace("{NUL}", "\0").replace("{LF}", "\n"));

        assertThat(status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("Connection: close").contains("charset=utf-8");
        assertThat(asked).isEmpty();
    }

    @Test
    void longAddressesAndHugeHeadsAreRefused() throws IOException {
        assertThat(status(say(get("/" + "a".repeat(5_000))))).isEqualTo("414");
        assertThat(status(say(get("/" + "a".repeat(500_000))))).isEqualTo("414");
        assertThat(status(say("GET / HTTP/1.1\r\nA: " + "b".repeat(500_000) + "\r\n\r\n")))
                .isEqualTo("431");
        assertThat(status(say("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(200) + "\r\n")))
                .isEqualTo("431");
        assertThat(asked).isEmpty();
    }

    @Test
    void aSlowClientIsSentAwayAndOthersDontWait() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(HERE, server.port());
            socket.getOutputStream().write("GET /slow HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        assertThat(say("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n")).contains("GET /a");
        for (Socket socket : slow) {
            socket.setSoTimeout(10_000);
            assertThat(ended(socket)).isTrue();
            socket.close();
        }
        assertThat(asked).hasSize(1);
    }

    private static boolean ended(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void aClientThatDripsItsHeadersIsSentAwayToo() throws Exception {
        try (Socket socket = new Socket(HERE, server.port())) {
            socket.setSoTimeout(1);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            boolean away = false;
            socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!away && System.nanoTime() < end) {
                try {
                    socket.getOutputStream().write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(100);
                } catch (SocketException sentAway) {
                    away = true;
                }
            }
            assertThat(away).isTrue();
        }
    }

    @Test
    void oneTooManyIsSentAwayAndItsPlaceIsFreeAgain() throws Exception {
        List<Socket> many = new ArrayList<>();
        for (int i = 0; i < Server.MOST; i++) {
            Socket socket = new Socket(HERE, server.port());
            socket.getOutputStream().write("GET".getBytes(StandardCharsets.US_ASCII));
            many.add(socket);
        }
        String answer = "";
        for (int tries = 0; tries < 100 && !answer.contains("GET /a"); tries++) {
            try {
                answer = say("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
            } catch (SocketException reset) {
                answer = "";
            }
            Thread.sleep(100);
        }
        assertThat(answer).contains("GET /a");
        for (Socket socket : many) {
            socket.close();
        }
    }

    @Test
    void aStreamEndsWhenTheClientGoes() throws Exception {
        try (Socket socket = new Socket(HERE, server.port())) {
            socket.getOutputStream().write(get("/stream").getBytes(StandardCharsets.US_ASCII));
            StringBuilder told = new StringBuilder();
            byte[] some = new byte[500];
            while (!told.toString().contains("data")) {
                int read = socket.getInputStream().read(some);
                told.append(new String(some, 0, read, StandardCharsets.UTF_8));
            }
            assertThat(told).contains("text/event-stream", "data: 一").doesNotContain("Content-Length");
        }
        assertThat(streamed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenItIsClosedNoThreadOfItRuns() throws Exception {
        Socket idle = new Socket(HERE, server.port());
        Socket streaming = new Socket(HERE, server.port());
        streaming.getOutputStream().write(get("/stream").getBytes(StandardCharsets.US_ASCII));
        streaming.getInputStream().read();

        server.close();

        assertThat(ours()).isEmpty();
        assertThat(ended(idle)).isTrue();
        streaming.close();
    }

    private static Set<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("http-"))
                .collect(Collectors.toSet());
    }
}
