package io.zhibu.preview;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.PortTaken;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import io.zhibu.preview.watch.Events;
import io.zhibu.preview.watch.Watching;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A preview of a folder, and what a browser would get from it. */
public final class Served implements Closeable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<List<Diagnostic>> rebuilt = new ArrayList<>();
    private final Path root;
    private final boolean drafts;
    private volatile LocalDate today = LocalDate.of(2026, 11, 23);
    private volatile Runnable before = () -> {};

    public final Preview preview;

    private Served(Path root, boolean drafts, List<String> editor, Supplier<Events> events)
            throws IOException, PortTaken {
        this.root = root;
        this.drafts = drafts;
        this.preview =
                new Preview(new Preview.Wanted(root, freePort(), false, editor), new Builds(), new Voice(), events);
    }

    public static Served of(Path root) throws IOException, PortTaken {
        return new Served(root, false, List.of("true"), Watching::events);
    }

    public static Served of(Path root, List<String> editor) throws IOException, PortTaken {
        return new Served(root, false, editor, Watching::events);
    }

    static Served withDrafts(Path root) throws IOException, PortTaken {
        return new Served(root, true, List.of("true"), Watching::events);
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private final class Builds implements Making {
        private final Memory memory = new Recollection(Memory.NONE);

        @Override
        public Building building(Runnable stop) {
            before.run();
            return new Building(
                    root,
                    new Building.Wishes(
                            drafts,
                            false,
                            "",
                            zone -> today,
                            new Parallel(2, stop),
                            Shelf.NONE,
                            memory,
                            address -> Optional.empty(),
                            stage -> stop.run()));
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return today;
        }
    }

    private final class Voice implements Listener {
        @Override
        public void rebuilt(List<Diagnostic> errors, long millis) {
            synchronized (rebuilt) {
                rebuilt.add(errors);
            }
        }

        @Override
        public String fault(Throwable wrong) {
            synchronized (faults) {
                faults.add(wrong);
            }
            return "程序内部出错";
        }
    }

    /** It is that day from now on. */
    void on(LocalDate day) {
        today = day;
    }

    /** Done before each build from now on. */
    void before(Runnable act) {
        before = act;
    }

    List<Throwable> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    int builds() {
        synchronized (rebuilt) {
            return rebuilt.size();
        }
    }

    public String url(String path) {
        return preview.address() + path;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** What the script of this page is told, as soon as it is as wanted. */
    JsonObject state(String page, Predicate<JsonObject> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        JsonObject last = new JsonObject();
        try (Socket socket = new Socket("127.0.0.1", preview.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /_zhibu/events?" + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + preview.port()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    last = JsonParser.parseString(line.substring(6)).getAsJsonObject();
                    if (wanted.test(last)) {
                        return last;
                    }
                }
                if (System.nanoTime() > end) {
                    break;
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("last: " + last, broken);
        }
        throw new IllegalStateException("last: " + last);
    }

    /** All that is known of the site as it is now. */
    JsonObject whole(String page) {
        return state(page, state -> !state.get("behind").getAsBoolean());
    }

    @Override
    public void close() throws IOException {
        preview.close();
    }
}
