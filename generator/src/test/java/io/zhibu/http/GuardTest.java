package io.zhibu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private final Guard guard = new Guard(Set.of("127.0.0.1", "localhost", "[::1]"), 8017, Optional.empty());
    private final Guard lan = new Guard(Set.of("127.0.0.1", "192.168.1.5"), 8017, Optional.of(KEY));

    private static Request request(String client, String target, String... headers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            all.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
        }
        try {
            return new Request("GET", target, all, new byte[0], InetAddress.getByName(client));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int status(Guard of, Request request) {
        return of.refusal(request).map(Response::status).orElse(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8017", "localhost:8017", "LOCALHOST:8017", "[::1]:8017"})
    void byItsOwnNameItAnswers(String host) {
        assertThat(status(guard, request("127.0.0.1", "/", "host: " + host))).isEqualTo(200);
        assertThat(status(guard, request("127.0.0.1", "/", "host: " + host, "origin: http://" + host.toLowerCase())))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.test",
                "evil.test:8017",
                "127.0.0.1.nip.io:8017",
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost.evil.test:8017",
                "localhost:8017.evil.test",
                "localhost@evil.test:8017",
                "0.0.0.0:8017",
                "2130706433:8017",
            })
    void byAnotherNameItDoesnt(String host) {
        assertThat(status(guard, request("127.0.0.1", "/", "host: " + host))).isEqualTo(403);
    }

    @Test
    void aHostThatIsMissingOrTwiceIsNone() {
        assertThat(status(guard, request("127.0.0.1", "/"))).isEqualTo(403);
        assertThat(status(guard, request("127.0.0.1", "/", "host: localhost:8017", "host: localhost:8017")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.test",
                "https://localhost:8017",
                "http://localhost:3000",
                "http://127.0.0.1:8017",
                "http://localhost:8017.evil.test"
            })
    void anotherOriginGetsNothing(String origin) {
        assertThat(status(guard, request("127.0.0.1", "/", "host: localhost:8017", "origin: " + origin)))
                .isEqualTo(403);
    }

    @Test
    void aPageElsewhereFetchesNothingButALinkMayBeFollowed() {
        String host = "host: localhost:8017";
        assertThat(status(
                        guard,
                        request(
                                "127.0.0.1",
                                "/search/boot.js",
                                host,
                                "sec-fetch-site: cross-site",
                                "sec-fetch-mode: no-cors")))
                .isEqualTo(403);
        assertThat(status(
                        guard,
                        request(
                                "127.0.0.1",
                                "/",
                                host,
                                "sec-fetch-site: cross-site",
                                "sec-fetch-mode: navigate",
                                "sec-fetch-dest: iframe")))
                .isEqualTo(403);
        assertThat(status(
                        guard,
                        request(
                                "127.0.0.1",
                                "/",
                                host,
                                "sec-fetch-site: cross-site",
                                "sec-fetch-mode: navigate",
                                "sec-fetch-dest: document")))
                .isEqualTo(200);
        assertThat(status(guard, request("127.0.0.1", "/", host, "sec-fetch-site: same-site")))
                .isEqualTo(403);
        assertThat(status(guard, request("127.0.0.1", "/", host, "sec-fetch-site: same-origin")))
                .isEqualTo(200);
    }

    @Test
    void anotherMachineNeedsTheKeyAndKeepsItInACookie() {
        String host = "host: 192.168.1.5:8017";
        assertThat(status(guard, request("192.168.1.9", "/", "host: localhost:8017")))
                .isEqualTo(403);
        assertThat(status(lan, request("192.168.1.9", "/", host))).isEqualTo(403);
        assertThat(status(lan, request("192.168.1.9", "/?key=wrong", host))).isEqualTo(403);
        assertThat(status(lan, request("192.168.1.9", "/", host, "cookie: zhibu8017=")))
                .isEqualTo(403);

        Response entry =
                lan.refusal(request("192.168.1.9", "/a/?key=" + KEY, host)).orElseThrow();

        assertThat(entry.status()).isEqualTo(302);
        assertThat(entry.headers()).containsEntry("Location", "/a/");
        assertThat(entry.headers().get("Set-Cookie"))
                .isEqualTo("zhibu8017=" + KEY + "; Path=/; HttpOnly; SameSite=Strict");
        assertThat(status(lan, request("192.168.1.9", "/", host, "cookie: a=b; zhibu8017=" + KEY)))
                .isEqualTo(200);
        assertThat(status(lan, request("127.0.0.1", "/", "host: 127.0.0.1:8017")))
                .isEqualTo(200);
    }
}
