package io.zhibu.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One client: its requests one after the other, each within its time. Whoever looks at the clock closes it when time is up. */
final class Connection implements Runnable {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(507, "Insufficient Storage"),
            Map.entry(503, "Service Unavailable"));

    private static final int IDLE_SECONDS = 30;
    /** Also what an answer may take that waits for a build of a large site. */
    private static final int ANSWER_SECONDS = 120;

    private static final long SLOWEST_BYTES_A_SECOND = 32 << 10;

    private final Socket socket;
    private final Handler handler;
    private final int patience;
    private volatile long until;
    private volatile boolean closed;

    /** @param patience seconds that a client may take to ask, or to take a piece of a stream */
    Connection(Socket socket, Handler handler, int patience) {
        this.socket = socket;
        this.handler = handler;
        this.patience = patience;
        within(patience);
    }

    private void within(long seconds) {
        until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    void closeIfLate(long now) {
        if (now - until > 0) {
            close();
        }
    }

    void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException already) {
            closed = true;
        }
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            try {
                converse(new RequestReading(in, socket.getInetAddress(), handler::longestBody), out);
            } catch (Refused refused) {
                within(patience);
                write(refused.response(), false, false, out);
                drain(in);
            }
        } catch (IOException gone) {
            // The client went away, or was sent away: nobody is left to be told.
            closed = true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(RequestReading reading, OutputStream out) throws IOException, Refused, InterruptedException {
        boolean more = true;
        while (more && !closed) {
            Optional<Request> request = reading.next(() -> within(patience));
            if (request.isEmpty()) {
                return;
            }
            within(ANSWER_SECONDS);
            Response response = handler.answer(request.get());
            more = response.stream().isEmpty()
                    && !request.get().header("connection").orElse("").equalsIgnoreCase("close");
            within(patience + response.body().length / SLOWEST_BYTES_A_SECOND);
            write(response, more, request.get().isHead(), out);
            if (response.stream().isPresent() && !request.get().isHead()) {
                response.stream().get().write(new Open(out));
            }
            within(IDLE_SECONDS);
        }
    }

    /** An answer that is thrown away unread would tear down the connection before the client has read why. */
    private void drain(BufferedInputStream in) throws IOException {
        socket.shutdownOutput();
        byte[] some = new byte[4096];
        long left = 1 << 20;
        for (int read = in.read(some); read > 0 && left > 0; read = in.read(some)) {
            left -= read;
        }
    }

    private static void write(Response response, boolean more, boolean headOnly, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(REASONS.getOrDefault(response.status(), "Other"))
                .append("\r\n");
        response.headers().forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("no header: " + name + ": " + value);
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        if (response.stream().isEmpty() && response.status() != 304 && response.status() != 204) {
            head.append("Content-Length: ").append(response.body().length).append("\r\n");
        }
        head.append("Connection: ").append(more ? "keep-alive" : "close").append("\r\n\r\n");
        byte[] start = RequestReading.latin(head.toString());
        byte[] body = headOnly || response.status() == 304 ? new byte[0] : response.body();
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        out.flush();
    }

    /** An answer of events. */
    private final class Open implements Response.Stream {
        private final OutputStream out;

        Open(OutputStream out) {
            this.out = out;
        }

        @Override
        public void send(String text) throws IOException {
            within(patience);
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public boolean ended() {
            within(patience);
            try {
                socket.setSoTimeout(1);
                return closed || socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException quiet) {
                return closed;
            } catch (IOException gone) {
                return true;
            }
        }
    }
}
