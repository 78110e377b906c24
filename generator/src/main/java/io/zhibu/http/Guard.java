package io.zhibu.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. Any page that the browser has open could send requests here, also under a name of its own that it lets point to this
 * machine: only what was asked for by its real name, by the person or by a page of ours, is answered.
 */
public final class Guard {
    private static final String KEY = "key=";

    private final Set<String> hosts = new HashSet<>();
    private final Optional<String> key;
    private final boolean nearToo;
    private final String cookie;

    /**
     * @param names of this machine, as they stand in addresses
     * @param key that clients of other machines show; empty if there are none
     */
    public Guard(Set<String> names, int port, Optional<String> key) {
        this(names, port, key, false);
    }

    /** @param nearToo whether clients of this machine show the key too: others than the person who started it may use it */
    public Guard(Set<String> names, int port, Optional<String> key, boolean nearToo) {
        this.nearToo = nearToo;
        names.forEach(name -> {
            hosts.add(name + ":" + port);
            if (port == 80) {
                hosts.add(name);
            }
        });
        this.key = key;
        this.cookie = "zhibu" + port;
    }

    /** What a client is answered that may not ask, or must come in first; empty if it may. */
    public Optional<Response> refusal(Request request) {
        String host = request.header("host")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
        if (!hosts.contains(host)) {
            return refused("这里只用 " + String.join("、", hosts.stream().sorted().toList()) + " 打开。");
        }
        boolean foreign =
                request.has("origin") && !request.header("origin").orElse("").equals("http://" + host);
        if (foreign || isFromElsewhere(request)) {
            return refused("别的网站不能从这里取东西。");
        }
        return isNear(request) && !nearToo ? Optional.empty() : entry(request);
    }

    /** A person may follow a link to here; a page may not fetch or frame anything. */
    private static boolean isFromElsewhere(Request request) {
        String site = request.header("sec-fetch-site").orElse("none");
        boolean navigates = request.header("sec-fetch-mode").orElse("").equals("navigate")
                && request.header("sec-fetch-dest").orElse("").equals("document")
                && !request.isPost();
        return request.has("sec-fetch-site") && !Set.of("same-origin", "none").contains(site) && !navigates;
    }

    /** Whether it comes from this machine. */
    public static boolean isNear(Request request) {
        return request.client().isLoopbackAddress();
    }

    private Optional<Response> entry(Request request) {
        if (key.isEmpty()) {
            return refused("这里只从本机打开。");
        }
        boolean known = request.header("cookie").stream()
                .flatMap(all -> Arrays.stream(all.split(";\\s*")))
                .anyMatch(one -> isKey(one, cookie + "="));
        if (known) {
            return Optional.empty();
        }
        boolean shown = Arrays.stream(request.query().split("&")).anyMatch(one -> isKey(one, KEY));
        return shown
                ? Optional.of(Response.redirect(request.path())
                        .with("Set-Cookie", cookie + "=" + key.get() + "; Path=/; HttpOnly; SameSite=Strict")
                        .with("Cache-Control", "no-store"))
                : refused(nearToo ? "请打开终端里带口令的网址；关掉浏览器以后要重新打开它。" : "请扫终端里的二维码，或打开终端里带口令的网址。");
    }

    private boolean isKey(String word, String before) {
        return word.startsWith(before) && same(word.substring(before.length()), key.orElseThrow());
    }

    /** Takes as long whatever is wrong. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Response> refused(String why) {
        return Optional.of(Response.text(403, why).with("Cache-Control", "no-store"));
    }
}
