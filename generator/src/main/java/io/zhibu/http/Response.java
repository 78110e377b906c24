package io.zhibu.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers without those that the connection itself writes
 * @param body empty where the answer is a stream
 * @param stream writes the answer bit by bit, until it ends or the client goes
 */
public record Response(int status, Map<String, String> headers, byte[] body, Optional<Streaming> stream) {
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Writes for as long as it likes. */
    @FunctionalInterface
    public interface Streaming {
        void write(Stream to) throws IOException, InterruptedException;
    }

    /** An open answer. */
    public interface Stream {
        /** @throws IOException if the client is gone, or too slow */
        void send(String text) throws IOException;

        /** Whether the client went away, or the server is closing. */
        boolean ended();
    }

    public static Response of(int status, String type, byte[] body) {
        return new Response(status, Map.of("Content-Type", type), body, Optional.empty());
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Response redirect(String to) {
        return text(302, to).with("Location", to);
    }

    public static Response streaming(String type, Streaming stream) {
        return new Response(200, Map.of("Content-Type", type), new byte[0], Optional.of(stream));
    }

    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, stream);
    }
}
