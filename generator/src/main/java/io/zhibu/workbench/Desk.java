package io.zhibu.workbench;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.Guard;
import io.zhibu.http.Handler;
import io.zhibu.http.Json;
import io.zhibu.http.Request;
import io.zhibu.http.Response;
import io.zhibu.page.Page;
import io.zhibu.preview.Edition;
import io.zhibu.preview.Listener;
import io.zhibu.preview.Live;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the page of the workbench; everything else is the site as its preview shows it. */
final class Desk implements Handler {
    /** What stands below here is the workbench's own, and in no built site. */
    static final String OWN = "/_edit/";

    private static final int LONGEST_TEXT = 32 << 20;
    private static final int LONGEST_UPLOAD = 60 << 20;
    private static final int MOST_FOUND = 20;
    private static final int MOST_LISTENERS = 24;
    private static final long FIRST_MILLIS = 90_000;
    private static final long HEARTBEAT_MILLIS = 1_000;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Path root;
    private final Guard guard;
    private final Live live;
    private final Drafts drafts;
    private final Submitting submitting;
    private final Listener listener;
    private final String token;
    private final AtomicInteger listeners = new AtomicInteger();
    private final Sending sending;
    private volatile Optional<Lookup> lookup = Optional.empty();

    /** @param token what a page shows to be allowed to change anything */
    Desk(
            Path root,
            Guard guard,
            Live live,
            Drafts drafts,
            Submitting submitting,
            CatchingUp catchingUp,
            Listener listener,
            String token) {
        this.root = root;
        this.guard = guard;
        this.live = live;
        this.drafts = drafts;
        this.submitting = submitting;
        this.listener = listener;
        this.token = token;
        this.sending = new Sending(drafts, submitting, catchingUp);
    }

    @Override
    public int longestBody(Request head) {
        boolean ours = guard.refusal(head).isEmpty() && isOurs(head);
        if (!ours) {
            return 0;
        }
        return head.path().matches(OWN + "(picture|import)") ? LONGEST_UPLOAD : LONGEST_TEXT;
    }

    /** Sent by the page itself: it alone knows the token, and a browser says where a request comes from. */
    private boolean isOurs(Request request) {
        return request.has("origin")
                && Guard.isNear(request)
                && Guard.same(request.header("x-zhibu-token").orElse(""), token);
    }

    @Override
    public Response answer(Request request) throws InterruptedException {
        if (!request.path().startsWith(OWN)) {
            if (request.path().startsWith("/_zhibu/open")) {
                return Response.text(404, "没有这个。");
            }
            return request.path().equals("/") && request.query().startsWith("key=")
                    ? guarded(request, () -> Response.redirect(OWN))
                    : live.answer(request, guard);
        }
        return safe(guarded(request, () -> admitted(request)));
    }

    private interface Answering {
        Response answer() throws InterruptedException, IOException;
    }

    private Response guarded(Request request, Answering answering) throws InterruptedException {
        Optional<Response> refusal = guard.refusal(request);
        if (refusal.isPresent()) {
            Response said = refusal.get();
            return said.status() == 302 ? said.with("Location", OWN) : said;
        }
        try {
            return answering.answer();
        } catch (CharacterCodingException other) {
            return refused(409, "这个文件不是 UTF-8 编码，打不开也没有动它：用记事本打开，另存为 UTF-8 编码");
        } catch (IOException disk) {
            return refused(507, listener.fault(disk) + "。刚才的没有存下；写的还在这个窗口里，别关，腾出地方再存");
        } catch (UncheckedIOException disk) {
            return refused(507, listener.fault(disk.getCause()) + "。刚才的没有存下；写的还在这个窗口里，别关");
        } catch (RuntimeException | Error wrong) {
            return refused(500, listener.fault(wrong) + "。刚才的没有存下；写的还在这个窗口里");
        }
    }

    private static Response safe(Response response) {
        return response.with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", POLICY)
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }

    private static Response json(Map<String, ?> told) {
        return Response.of(200, "application/json; charset=utf-8", Json.of(told).getBytes(StandardCharsets.UTF_8));
    }

    /** @param why without its full stop */
    private static Response refused(int status, String why) {
        return Response.text(status, why + "。");
    }

    private Response admitted(Request request) throws InterruptedException, IOException {
        String name = request.path().substring(OWN.length());
        if (!request.isPost()) {
            return switch (name) {
                case "" -> page();
                case "workbench.js" -> resource(name, "text/javascript; charset=utf-8");
                case "workbench.css" -> resource(name, "text/css; charset=utf-8");
                case "forms" ->
                    withSite((at, site) -> json(new Forms(site.config().schemas(), lookup(site)).all()));
                case "list" -> withSite((at, site) -> list(at, site, Fields.asked(request)));
                case "find" -> withSite((at, site) -> find(site, Fields.asked(request)));
                case "entry" -> entry(Fields.asked(request).text("file"));
                case "events" -> events(Fields.asked(request).text("file"));
                case "author" -> author();
                case "parcel" -> parcel(Fields.asked(request).text("file"));
                default -> refused(404, "没有这个");
            };
        }
        if (!isOurs(request)) {
            return refused(403, "这个请求不是工作台的网页发来的，没有照办；刷新网页再试");
        }
        Fields sent = name.matches("picture|import") ? Fields.asked(request) : Fields.sent(request);
        return switch (name) {
            case "draft" -> draft(sent);
            case "save" -> save(sent);
            case "resolve" -> resolve(sent);
            case "picture" -> picture(sent, request.body());
            case "import" -> withSite((at, site) -> new Arrivals(root, drafts).document(site, sent, request.body()));
            case "new" -> withSite((at, site) -> new Arrivals(root, drafts).fresh(site, sent, live));
            case "author" -> keepAuthor(sent);
            case "submit" -> submit(sent);
            case "latest" -> latest();
            default -> refused(404, "没有这个");
        };
    }

    private interface WithSite {
        Response answer(Edition at, Edition.Site site) throws InterruptedException, IOException;
    }

    private Response withSite(WithSite answering) throws InterruptedException, IOException {
        Optional<Edition> at = first();
        if (at.isEmpty()) {
            return refused(503, "站点还在读，请过一会儿再来");
        }
        if (at.get().site().isEmpty()) {
            String why = at.get().diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .findFirst()
                    .map(one -> one.where() + "：" + one.message())
                    .orElse("读不了站点的设置");
            return refused(503, "站点的设置有错误，请站点负责人先改好：" + why);
        }
        return answering.answer(at.get(), at.get().site().get());
    }

    private Optional<Edition> first() throws InterruptedException {
        long end = System.nanoTime() + FIRST_MILLIS * 1_000_000;
        while (live.current().isEmpty() && !live.isClosed() && System.nanoTime() - end < 0) {
            live.after(-1, HEARTBEAT_MILLIS);
        }
        return live.current();
    }

    private Lookup lookup(Edition.Site site) {
        if (lookup.isEmpty()) {
            lookup = Optional.of(new Lookup(site.config().wording().readings()));
        }
        return lookup.get();
    }

    private String content() {
        return live.current()
                .flatMap(Edition::site)
                .map(site -> site.config().layout().spelt(site.config().layout().content()))
                .orElse("content");
    }

    private Places places() {
        return new Places(root, content());
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Desk.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Response resource(String name, String type) {
        return Response.of(200, type, bytes(name));
    }

    private Response page() {
        String html = new String(bytes("workbench.html"), StandardCharsets.UTF_8).replace("{token}", token);
        return Response.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    // ---- finding

    private Response list(Edition at, Edition.Site site, Fields asked) throws IOException {
        String content = content();
        Map<String, Object> told = new Listing(root, drafts, lookup(site))
                .of(
                        at,
                        site,
                        content,
                        submitting.changed(content),
                        sending.all(),
                        new Listing.Asked(asked.text("q"), asked.text("type"), asked.text("state")));
        told.put("site", site.config().settings().title());
        return json(told);
    }

    /** Entries by part of their title, for links and for fields that name one. */
    private Response find(Edition.Site site, Fields asked) {
        String typed = asked.text("q").strip();
        String from = asked.text("from");
        Lookup by = lookup(site);
        Catalogue catalogue = site.catalogue();
        record Hit(Page page, int rank) {}
        List<Hit> hits = new ArrayList<>();
        for (Page page : Listing.pages(site).values()) {
            boolean type = asked.text("type").isEmpty() || asked.text("type").equals(page.type());
            int rank = by.rank(page.title(), typed);
            if (type && (rank >= 0 || page.id().equals(typed))) {
                hits.add(new Hit(page, rank));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparing(hit -> hit.page().title().length())
                .thenComparing(hit -> hit.page().title()));
        return json(Map.of(
                "found",
                hits.stream()
                        .limit(MOST_FOUND)
                        .map(hit -> Map.of(
                                "id",
                                hit.page().id(),
                                "title",
                                hit.page().title(),
                                "type",
                                catalogue
                                        .schemas()
                                        .type(hit.page().type())
                                        .map(type -> type.label())
                                        .orElse(hit.page().type()),
                                "link",
                                relative(from, hit.page().where().file())))
                        .toList()));
    }

    /** From the folder of one file to another, as a link in Markdown says it. */
    static String relative(String from, String to) {
        int folder = from.lastIndexOf('/');
        Path base = Path.of(folder < 0 ? "" : from.substring(0, folder));
        return base.relativize(Path.of(to)).toString().replace('\\', '/');
    }

    // ---- one entry

    private Response entry(String file) throws IOException {
        if (!places().isEntry(file)) {
            return refused(403, "只能打开 content 里的条目");
        }
        Optional<Drafts.Held> held = drafts.read(file);
        return held.isEmpty() ? refused(404, "没有这个文件：" + file) : json(told(file, held.get()));
    }

    private Map<String, Object> told(String file, Drafts.Held held) throws IOException {
        EntryText text = EntryText.of(held.text());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file);
        told.put("version", held.version());
        told.put("form", text.hasForm());
        told.put("head", text.header());
        told.put("values", text.values());
        told.put("toDo", text.toDo());
        told.put("body", text.hasForm() ? text.plainBody() : new EntryText("", held.text()).plainBody());
        told.put("draft", held.isDraft());
        told.put("fresh", held.saved().isEmpty());
        told.put("overtaken", held.isOvertaken());
        told.put("saved", held.saved().orElse(""));
        told.put("sent", sending.of(file).map(Listing.Sent::branch).orElse(""));
        return told;
    }

    /** What somebody else did meanwhile, with both texts. */
    private static Response overtaken(String who, Drafts.Held held, String theirs) {
        return Response.of(
                409,
                "application/json; charset=utf-8",
                Json.of(Map.of("who", who, "theirs", theirs, "version", held.version()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Response draft(Fields sent) throws IOException {
        String file = sent.text("file");
        Optional<Drafts.Held> held = places().isEntry(file) ? drafts.read(file) : Optional.empty();
        Optional<Map<String, Object>> edits = sent.values("edits");
        if (held.isEmpty()) {
            return refused(404, "没有这个文件，也许有人删了：" + file + "。写的还在这个窗口里，可以拷出来");
        }
        if (edits.isEmpty()) {
            return refused(400, "网页送来的字段读不了，没有存。刷新网页再试；正文先拷出来");
        }
        if (!held.get().version().equals(sent.text("version"))) {
            // Whatever the person decides, what this window had is still there.
            if (sent.given("body").isPresent()) {
                drafts.keepCopy(file, sent.text("body"));
            }
            return overtaken("window", held.get(), held.get().text());
        }
        if (sent.given("whole").isPresent()) {
            drafts.keepCopy(file, held.get().text());
            drafts.keep(file, sent.text("whole"));
            live.touched(drafts.draftFile(file));
            return json(told(file, drafts.read(file).orElseThrow()));
        }
        EntryText before = EntryText.of(held.get().text());
        boolean form = before.hasForm();
        EntryText whole = form ? before : new EntryText("", held.get().text());
        EntryText after = sent.given("body").map(whole::withBody).orElse(whole);
        if (form) {
            after = after.looked(sent.words("looked")).with(edits.get());
        }
        if (!after.text().equals(held.get().text())) {
            drafts.keep(file, after.text());
            live.touched(drafts.draftFile(file));
        }
        return json(told(file, drafts.read(file).orElseThrow()));
    }

    private Response save(Fields sent) throws IOException {
        String file = sent.text("file");
        Optional<Drafts.Held> held = places().isEntry(file) ? drafts.read(file) : Optional.empty();
        if (held.isEmpty()) {
            return refused(404, "没有这个文件：" + file);
        }
        if (!held.get().version().equals(sent.text("version"))) {
            return overtaken("window", held.get(), held.get().text());
        }
        if (!drafts.save(file)) {
            return overtaken("disk", held.get(), held.get().saved().orElse(""));
        }
        live.touched(root.resolve(file));
        return json(told(file, drafts.read(file).orElseThrow()));
    }

    /** One of two texts goes on; of the other a copy is kept. */
    private Response resolve(Fields sent) throws IOException {
        String file = sent.text("file");
        if (!places().isEntry(file)) {
            return refused(403, "只能打开 content 里的条目");
        }
        if (sent.text("take").equals("theirs")) {
            drafts.giveUp(file);
        } else {
            drafts.goOn(file);
        }
        live.touched(root.resolve(file));
        return drafts.read(file).isEmpty()
                ? json(Map.of("gone", true))
                : json(told(file, drafts.read(file).get()));
    }

    private Response picture(Fields asked, byte[] bytes) throws IOException {
        String file = asked.text("file");
        if (!places().isEntry(file) || drafts.read(file).isEmpty()) {
            return refused(404, "没有这个文件：" + file);
        }
        return new Arrivals(root, drafts).picture(places(), file, asked.text("name"), bytes);
    }

    // ---- what is heard of it

    private Response events(String file) {
        if (!places().isEntry(file)) {
            return refused(403, "只能打开 content 里的条目");
        }
        if (listeners.get() >= MOST_LISTENERS) {
            return refused(503, "打开的窗口太多，关掉几个");
        }
        return Response.streaming("text/event-stream; charset=utf-8", to -> {
            listeners.incrementAndGet();
            try {
                tell(file, to);
            } finally {
                listeners.decrementAndGet();
            }
        });
    }

    private void tell(String file, Response.Stream to) throws IOException, InterruptedException {
        long seen = 0;
        String last = "";
        String lastSeen = "";
        to.send("retry: 1000\n\n");
        while (!to.ended() && !live.isClosed()) {
            Optional<Edition> now = live.after(seen, HEARTBEAT_MILLIS);
            if (now.isEmpty()) {
                continue;
            }
            Optional<Drafts.Held> held = read(file);
            String version = held.map(one -> one.version() + one.isOvertaken()).orElse("");
            if (now.get().number() > seen || !version.equals(lastSeen)) {
                seen = now.get().number();
                lastSeen = version;
                String state = Json.of(state(now.get(), file, held));
                if (!state.equals(last)) {
                    to.send("data: " + state + "\n\n");
                    last = state;
                }
            }
        }
    }

    private Optional<Drafts.Held> read(String file) {
        try {
            return drafts.read(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Map<String, Object> state(Edition at, String file, Optional<Drafts.Held> held) {
        EntryText text = EntryText.of(held.map(Drafts.Held::text).orElse(""));
        Optional<Address> page =
                at.site().map(site -> Listing.pages(site).get(file)).map(Page::address);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("behind", at.behind());
        state.put("version", held.map(Drafts.Held::version).orElse(""));
        state.put("overtaken", held.filter(Drafts.Held::isOvertaken).isPresent());
        state.put("findings", Findings.of(at.diagnostics(), file, text));
        page.ifPresent(address -> {
            state.put("page", "/" + address.link());
            state.put("digest", live.digest(at, address).orElse("none") + at.copies());
        });
        return state;
    }

    // ---- to be reviewed

    private Response author() throws IOException {
        Submitting.Author known = sending.author();
        return json(Map.of("name", known.name(), "mail", known.mail()));
    }

    private Response keepAuthor(Fields sent) throws IOException {
        String name = sent.text("name").strip();
        String mail = sent.text("mail").strip();
        if (name.isEmpty()
                || name.length() > 40
                || (name + mail).matches("(?s).*[<>\\p{Cntrl}].*")
                || mail.length() > 100) {
            return refused(400, "姓名写 1 至 40 个字，不带尖括号");
        }
        sending.keep(new Submitting.Author(name, mail));
        return author();
    }

    private Response submit(Fields sent) throws IOException, InterruptedException {
        String file = sent.text("file");
        Optional<Drafts.Held> held = places().isEntry(file) ? drafts.read(file) : Optional.empty();
        if (held.isEmpty()) {
            return refused(404, "没有这个文件：" + file);
        }
        if (held.get().isDraft()) {
            return refused(400, "还有没保存的改动，先保存再提交");
        }
        if (sending.author().name().isEmpty()) {
            return refused(400, "先写上你的姓名，提交的记录里要有");
        }
        long errors = Findings.errors(checked().diagnostics(), file);
        Object status = EntryText.of(held.get().text()).values().getOrDefault("status", "");
        // Nobody reads a draft yet: what it lacks stops nothing.
        if (errors > 0 && !List.of("draft", "草稿").contains(status)) {
            return refused(400, "这一篇还有 " + errors + " 处错误，改好再提交");
        }
        Submitting.Result result = sending.submit(file, held.get(), sent.text("seen"));
        return json(Map.of(
                "stuck",
                result.stuck(),
                "done",
                result.done(),
                "message",
                result.message(),
                "branch",
                result.branch(),
                "overtaken",
                result.theirs().isPresent(),
                "theirs",
                result.theirs().orElse(""),
                "upstream",
                result.upstream()));
    }

    /** What can't be submitted from here, to be handed on in another way. */
    private Response parcel(String file) throws IOException {
        if (!places().isEntry(file) || read(file).isEmpty()) {
            return refused(404, "没有这个文件：" + file);
        }
        if (read(file).flatMap(Drafts.Held::saved).isEmpty()) {
            return refused(400, "这一篇还没有保存，先保存再下载");
        }
        String name = URLEncoder.encode(
                        Path.of(file).getFileName().toString().replaceFirst("\\.md$", ".zip"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.of(200, "application/zip", new Parcel(root, file).zip())
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    }

    /** The state in which everything was checked, as far as it comes within a while. */
    private Edition checked() throws InterruptedException {
        long end = System.nanoTime() + FIRST_MILLIS * 1_000_000;
        Edition at = live.fresh(FIRST_MILLIS).orElseThrow();
        while (at.behind() && System.nanoTime() - end < 0 && !live.isClosed()) {
            at = live.after(at.number(), HEARTBEAT_MILLIS).orElseThrow();
        }
        return at;
    }

    // ---- what others did

    private Response latest() throws IOException {
        CatchingUp.Result result = sending.catchUp();
        result.became().keySet().forEach(file -> live.touched(root.resolve(file)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<String, CatchingUp.Became> one : result.became().entrySet()) {
            if (places().isEntry(one.getKey()) || one.getValue().isMet()) {
                rows.add(row(one.getKey(), one.getValue()));
            }
        }
        return json(Map.of("done", result.done(), "message", result.message(), "rows", rows));
    }

    private Map<String, Object> row(String file, CatchingUp.Became became) {
        boolean entry = places().isEntry(file);
        Optional<Drafts.Held> held = entry ? read(file) : Optional.empty();
        Object title = held.map(one -> EntryText.of(one.text()).values().get("title"))
                .filter(String.class::isInstance)
                .orElse(file);
        return Map.of(
                "file", file, "title", title, "said", became.said(), "met", became.isMet(), "open", held.isPresent());
    }
}
