package io.zhibu.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks.
 *
 * @param method GET, HEAD or POST
 * @param target as it came: a path that begins with a slash, and perhaps a query
 * @param headers by name in lower case
 * @param body of a POST; empty for others
 * @param client where it came from
 */
public record Request(
        String method, String target, Map<String, List<String>> headers, byte[] body, InetAddress client) {
    /** The value of a header that came once; empty if it came never or more often. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    public boolean has(String header) {
        return headers.containsKey(header);
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** The target without its query, still encoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What follows the question mark, still encoded; empty if nothing does. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
