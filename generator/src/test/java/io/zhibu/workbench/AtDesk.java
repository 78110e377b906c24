package io.zhibu.workbench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.disk.Disk;
import io.zhibu.http.PortTaken;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import io.zhibu.preview.Listener;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A workbench over a folder, and a browser that was let in. */
public final class AtDesk implements Closeable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> faults = new ArrayList<>();
    private final Workbench workbench;
    private final String cookie;
    private final String token;

    public AtDesk(Path root) throws IOException, PortTaken {
        this(root, Disk.REAL);
    }

    AtDesk(Path root, Disk disk) throws IOException, PortTaken {
        this.workbench = new Workbench(root, freePort(), new Builds(root), new Voice(), disk);
        this.cookie = raw("?" + URI.create(workbench.address()).getQuery())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        Matcher meta = Pattern.compile("zhibu-token\" content=\"([0-9a-f]{32})").matcher(get("").body());
        meta.find();
        this.token = meta.group(1);
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record Builds(Path root, Memory memory) implements Workbench.Builds {
        Builds(Path root) {
            this(root, new Recollection(Memory.NONE));
        }

        @Override
        public Building building(Runnable stop, Overlay drafts) {
            return new Building(
                    root,
                    new Building.Wishes(
                            true,
                            false,
                            "",
                            this::today,
                            new Parallel(2, stop),
                            Shelf.NONE,
                            memory,
                            address -> Optional.empty(),
                            stage -> stop.run()),
                    drafts);
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return LocalDate.of(2026, 11, 23);
        }
    }

    private final class Voice implements Listener {
        @Override
        public void rebuilt(List<Diagnostic> errors, long millis) {}

        @Override
        public String fault(Throwable wrong) {
            synchronized (faults) {
                faults.add(wrong);
            }
            return "磁盘出错：" + wrong.getMessage();
        }
    }

    /** What the program was told of faults of its own or the disk's. */
    List<Throwable> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    /** With the key that lets a browser in. */
    public String address() {
        return workbench.address();
    }

    String origin() {
        return "http://127.0.0.1:" + workbench.port();
    }

    private HttpResponse<String> raw(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/" + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    HttpResponse<String> get(String path) {
        return raw("_edit/" + path, "Cookie", cookie);
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(origin() + "/_edit/" + path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> preview(String path) {
        return raw(path, "Cookie", cookie);
    }

    JsonObject told(String path) {
        return json(get(path));
    }

    static JsonObject json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, query(fields).getBytes(StandardCharsets.UTF_8), cookie, token, origin());
    }

    HttpResponse<String> post(String path, byte[] body, String cookies, String shown, String from) {
        return send(HttpRequest.newBuilder(URI.create(origin() + "/_edit/" + path))
                .headers("Cookie", cookies, "X-Zhibu-Token", shown, "Origin", from)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> bring(String path, Map<String, String> asked, byte[] body) {
        return post(path + "?" + query(asked), body, cookie, token, origin());
    }

    JsonObject entry(String file) {
        return told("entry?" + query(Map.of("file", file)));
    }

    /** Types into an entry, from what it says now. */
    HttpResponse<String> type(String file, String edits, String body) {
        return post(
                "draft",
                Map.of(
                        "file",
                        file,
                        "version",
                        entry(file).get("version").getAsString(),
                        "edits",
                        edits,
                        "body",
                        body));
    }

    HttpResponse<String> save(String file) {
        return post(
                "save",
                Map.of("file", file, "version", entry(file).get("version").getAsString()));
    }

    String cookie() {
        return cookie;
    }

    String token() {
        return token;
    }

    @Override
    public void close() throws IOException {
        workbench.close();
    }
}
