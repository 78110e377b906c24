package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.http.ContentTypes;
import io.zhibu.http.Guard;
import io.zhibu.http.Request;
import io.zhibu.http.Response;
import io.zhibu.output.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a browser from the state of the site. */
final class Answers {
    /** What stands below here is the preview's own, and in no built site. */
    static final String OWN = "/_zhibu/";

    private static final long FRESH_MILLIS = 20_000;
    private static final long SEARCH_MILLIS = 60_000;
    private static final long HEARTBEAT_MILLIS = 1_000;
    private static final int MOST_LISTENERS = 48;
    private static final Pattern PLACE = Pattern.compile("(.+?)(?::(\\d{1,9}))?(?::(\\d{1,9}))?");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");

    private final Editions editions;
    private final Rendered rendered;
    private final Telling telling;
    private final Opening opening;
    private final String token;
    private final Listener listener;
    private final AtomicInteger listeners = new AtomicInteger();

    Answers(Editions editions, Rendered rendered, Telling telling, Opening opening, String token, Listener listener) {
        this.editions = editions;
        this.rendered = rendered;
        this.telling = telling;
        this.opening = opening;
        this.token = token;
        this.listener = listener;
    }

    Response answer(Request request, Guard guard) throws InterruptedException {
        Optional<Response> refusal = guard.refusal(request);
        try {
            return safe(refusal.isPresent() ? refusal.get() : admitted(request));
        } catch (RuntimeException | Error wrong) {
            return safe(Response.text(500, listener.fault(wrong) + "。"));
        }
    }

    /** As the servers are told to send it; the policy of the site itself stands in its pages. */
    private static Response safe(Response response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "frame-ancestors 'self'")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Referrer-Policy", "same-origin");
    }

    private Response admitted(Request request) throws InterruptedException {
        if (request.path().startsWith(OWN)) {
            return own(request).with("Cache-Control", "no-store");
        }
        if (request.isPost()) {
            return Response.text(405, "只能看。").with("Allow", "GET, HEAD");
        }
        Optional<Address> address = SiteAddress.of(request.path());
        return address.isEmpty() ? Response.text(400, "网址写法有误。") : file(request, address.get());
    }

    // ---- the site

    private Response file(Request request, Address address) throws InterruptedException {
        Optional<Edition> fresh = editions.fresh(FRESH_MILLIS);
        if (fresh.isEmpty()) {
            return Response.text(503, "还在做第一遍，请过一会儿再打开。").with("Retry-After", "2");
        }
        Edition edition = fresh.get();
        Optional<Source> source = edition.site().flatMap(site -> site.at(address));
        if (source.isEmpty() && address.path().startsWith("search/") && edition.behind()) {
            edition = whole();
            source = edition.site().flatMap(site -> site.at(address));
        }
        if (source.isEmpty()) {
            return missing(request, address, edition);
        }
        Rendered.Made made = rendered.of(edition.number(), address, source.get());
        return address.path().endsWith(".html")
                ? page(200, address, made.bytes(), made.digest(), edition, "")
                : copy(request, address, made);
    }

    /** For the files that a browser searches: rather late than none. */
    private Edition whole() throws InterruptedException {
        Edition edition = editions.current().orElseThrow();
        long end = System.nanoTime() + SEARCH_MILLIS * 1_000_000;
        while (edition.behind() && System.nanoTime() - end < 0 && !editions.isClosed()) {
            edition = editions.after(edition.number(), HEARTBEAT_MILLIS).orElseThrow();
        }
        return edition;
    }

    private Response missing(Request request, Address address, Edition edition) {
        boolean folder = !address.path().endsWith("/index.html")
                && edition.site()
                        .flatMap(site -> site.at(new Address(address.path() + "/index.html")))
                        .isPresent();
        if (folder) {
            String query = request.query().isEmpty() ? "" : "?" + request.query();
            return Response.redirect("/" + address.link() + "/" + query).with("Cache-Control", "no-store");
        }
        Address notFound = new Address("404.html");
        Optional<Rendered.Made> page = edition.site()
                .flatMap(site -> site.at(notFound))
                .map(source -> rendered.of(edition.number(), notFound, source));
        // Its links are told from the root, wherever the page was looked for.
        return page(
                404, address, page.map(Rendered.Made::bytes).orElse(new byte[0]), "none", edition, "<base href=\"/\">");
    }

    private Response page(int status, Address address, byte[] bytes, String digest, Edition edition, String before) {
        String tag = "<script src=\"" + OWN + "preview.js\" data-page=\"" + address.link() + "\" data-digest=\""
                + digest + "\" data-copies=\"" + edition.copies() + "\" defer></script>";
        byte[] page = bytes.length > 0 ? bytes : Placeholder.of(edition, address);
        return Response.of(status, "text/html; charset=utf-8", Injection.into(page, tag + before))
                .with("Cache-Control", "no-store");
    }

    private static Response copy(Request request, Address address, Rendered.Made made) {
        String etag = "\"" + made.digest() + "\"";
        boolean known = Arrays.stream(request.header("if-none-match").orElse("").split(","))
                .anyMatch(one -> one.strip().equals(etag));
        String type = ContentTypes.of(address.path(), made.bytes());
        Response whole =
                known ? Response.of(304, type, new byte[0]) : ranged(request, Response.of(200, type, made.bytes()));
        return whole.with("ETag", etag).with("Cache-Control", "no-cache");
    }

    /** Films are looked at in pieces. */
    private static Response ranged(Request request, Response whole) {
        Matcher range = RANGE.matcher(request.header("range").orElse(""));
        if (!range.matches() || request.has("if-range")) {
            return whole.with("Accept-Ranges", "bytes");
        }
        int length = whole.body().length;
        long from = Long.parseLong(range.group(1));
        long to = Math.min(length - 1, range.group(2).isEmpty() ? length - 1 : Long.parseLong(range.group(2)));
        if (from > to) {
            return Response.text(416, "没有这一段。").with("Content-Range", "bytes */" + length);
        }
        byte[] piece = Arrays.copyOfRange(whole.body(), (int) from, (int) to + 1);
        return Response.of(206, whole.headers().get("Content-Type"), piece)
                .with("Content-Range", "bytes " + from + "-" + to + "/" + length);
    }

    // ---- the preview's own

    private Response own(Request request) throws InterruptedException {
        String name = request.path().substring(OWN.length());
        if (name.equals("open")) {
            return request.isPost()
                    ? open(request)
                    : Response.text(405, "只收 POST。").with("Allow", "POST");
        }
        if (request.isPost()) {
            return Response.text(405, "只能看。").with("Allow", "GET, HEAD");
        }
        return switch (name) {
            case "preview.js" -> resource(name, "text/javascript; charset=utf-8");
            case "preview.css" -> resource(name, "text/css; charset=utf-8");
            case "events" -> events(request);
            default -> Response.text(404, "没有这个。");
        };
    }

    private static Response resource(String name, String type) {
        try (InputStream in = Answers.class.getResourceAsStream(name)) {
            return Response.of(200, type, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Response events(Request request) {
        Optional<Address> page = SiteAddress.of("/" + request.query());
        if (page.isEmpty()) {
            return Response.text(400, "网址写法有误。");
        }
        if (listeners.get() >= MOST_LISTENERS) {
            return Response.text(503, "打开的网页太多，关掉几个。");
        }
        boolean opens = Guard.isNear(request);
        return Response.streaming("text/event-stream; charset=utf-8", to -> {
            listeners.incrementAndGet();
            try {
                tell(page.get(), opens, to);
            } finally {
                listeners.decrementAndGet();
            }
        });
    }

    private void tell(Address page, boolean opens, Response.Stream to) throws IOException, InterruptedException {
        long seen = 0;
        String last = "";
        to.send("retry: 1000\n\n");
        while (!to.ended() && !editions.isClosed()) {
            Optional<Edition> edition = editions.after(seen, HEARTBEAT_MILLIS);
            if (edition.isPresent() && edition.get().number() > seen) {
                seen = edition.get().number();
                String state = state(edition.get(), page, opens);
                if (!state.equals(last)) {
                    to.send("data: " + state + "\n\n");
                    last = state;
                }
            }
        }
    }

    private String state(Edition edition, Address page, boolean opens) {
        return telling.of(edition, page, shown(edition, page), opens);
    }

    private Optional<Rendered.Made> shown(Edition edition, Address page) {
        return edition.site().flatMap(site -> site.at(page)).map(source -> rendered.of(edition.number(), page, source));
    }

    Optional<String> digest(Edition edition, Address page) {
        return shown(edition, page).map(Rendered.Made::digest);
    }

    private Response open(Request request) {
        boolean ours = request.has("origin")
                && Guard.isNear(request)
                && Guard.same(request.header("x-zhibu-token").orElse(""), token);
        Matcher place = PLACE.matcher(request.text());
        if (!ours || !place.matches() || !isKnown(place.group(1))) {
            return Response.text(403, "不能从这里打开文件。");
        }
        Optional<String> wrong = opening.open(place.group(1), number(place.group(2)), number(place.group(3)));
        return wrong.map(text -> Response.text(500, text)).orElseGet(() -> Response.text(200, "已打开。"));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Only what the page itself speaks of. */
    private boolean isKnown(String file) {
        return editions.current()
                .filter(edition -> edition.diagnostics().stream()
                                .anyMatch(one -> one.where().file().equals(file))
                        || edition.site()
                                .flatMap(site -> site.catalogue().fromFile(file))
                                .isPresent()
                        || rendered.speaksOf(file))
                .isPresent();
    }
}
