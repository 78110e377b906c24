package io.zhibu.render;

import io.zhibu.audit.LinkAudit;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.output.Product;
import io.zhibu.output.Source;
import io.zhibu.output.Standing;
import io.zhibu.template.Engine;
import io.zhibu.template.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes pages, and makes none of which everything that was asked last time would be answered as it was. Of such a page the site that
 * stands has the bytes; here only their digest is kept. A page that has something to say for itself is made each time.
 */
final class RememberedPages {
    /** In place of what was kept of a page before it had something to say for itself. */
    private static final byte[] NOTHING = {};

    private final Engine engine;
    private final Once<LinkAudit> audit;
    private final Memory.Book book;
    private final Standing last;
    private final Unchanged unchanged;
    private final Map<Digest, Shared> common = new ConcurrentHashMap<>();

    /**
     * @param last what stands at an address of the site that is there now
     * @param unchanged what of the site is as it was when the book was written
     */
    RememberedPages(Engine engine, Once<LinkAudit> audit, Memory.Book book, Standing last, Unchanged unchanged) {
        this.engine = engine;
        this.audit = audit;
        this.book = book;
        this.last = last;
        this.unchanged = unchanged;
    }

    /** One page, made when it is asked for. */
    Source source(Task task, String template, Where place) {
        return new Source() {
            @Override
            public Outcome<byte[]> make() {
                Outcome<Product> made = RememberedPages.this.make(task, template, place, false);
                return new Outcome<>(made.value().bytes().orElseThrow(), made.diagnostics());
            }

            @Override
            public Outcome<Product> product() {
                return RememberedPages.this.make(task, template, place, true);
            }
        };
    }

    /** @param standing whether a page that lies there already may stay unread */
    private Outcome<Product> make(Task task, String template, Where place, boolean standing) {
        Once<PageModel> model = new Once<>(() -> task.model().get());
        Digest key = new Digest.Of().text(task.address().path()).text(template).digest();
        Optional<byte[]> before = book.recall(key).filter(packed -> packed.length > 0);
        Optional<Product> kept = before.flatMap(packed -> again(packed, task, model, standing));
        if (kept.isPresent()) {
            return Outcome.of(kept.get());
        }
        Engine.Made page = engine.make(template, model.get());
        boolean looks = task.address().path().endsWith(".html");
        Outcome<Product> made = page.page().then(html -> {
            LinkAudit.Looked looked = looks
                    ? audit.get().check(task.address(), html, place)
                    : new LinkAudit.Looked(List.<Diagnostic>of(), Set.of());
            if (looked.found().isEmpty()
                    && page.page().diagnostics().isEmpty()
                    && page.trace().isPresent()) {
                Digest digest = Digest.of(html);
                keep(key, page.trace().get(), digest, looked.led());
                return Outcome.of(new Product(Optional.of(html), Optional.of(digest)));
            }
            return forgotten(before, key, new Outcome<>(Product.of(html), looked.found()));
        });
        return page.page().hasErrors() ? forgotten(before, key, made) : made;
    }

    /** What is known of a page is what it was in the last build, or nothing. */
    private Outcome<Product> forgotten(Optional<byte[]> before, Digest key, Outcome<Product> made) {
        before.ifPresent(any -> book.keep(key, NOTHING));
        return made;
    }

    private void keep(Digest key, Trace trace, Digest html, Set<Long> led) {
        byte[] shared = trace.common();
        Digest name = Digest.of(shared);
        book.keep(name, shared);
        Packing.Out out = new Packing.Out();
        out.bytes(name.bytes()).bytes(html.bytes()).number(led.size());
        led.forEach(number -> out.number((int) (number >>> 32)).number(number.intValue()));
        out.flag(trace.isOfTheDay());
        trace.write(out);
        book.keep(key, out.bytes());
    }

    /**
     * What many pages ask of the same values.
     *
     * @param asked empty if it isn't answered as it was
     */
    private record Shared(Optional<Trace> asked) {}

    private Shared shared(Digest name, Once<PageModel> model) {
        return common.computeIfAbsent(
                name,
                any -> new Shared(
                        book.recall(name).map(Trace::common).filter(trace -> engine.isSame(trace, model.get()))));
    }

    private Optional<Product> again(byte[] packed, Task task, Once<PageModel> model, boolean standing) {
        Packing.In in = new Packing.In(packed);
        Digest name = Digest.read(in.bytes(), 0);
        Digest html = Digest.read(in.bytes(), 0);
        Set<Long> led = new TreeSet<>();
        for (int left = in.number(); left > 0; left--) {
            led.add((long) in.number() << 32 | in.number() & 0xffffffffL);
        }
        Optional<Trace> shared = shared(name, model).asked();
        if (shared.isEmpty() || !led.isEmpty() && !audit.get().leads(led)) {
            return Optional.empty();
        }
        boolean ofTheDay = in.flag();
        Set<String> owners = Trace.owners(in);
        boolean same = unchanged.stands(task.basis(), owners, ofTheDay)
                || engine.isSameOwn(shared.get().with(owners, in), model.get());
        if (!same) {
            return Optional.empty();
        }
        return standing && last.has(task.address(), html)
                ? Optional.of(Product.standing(html))
                : last.read(task.address())
                        .filter(bytes -> Digest.of(bytes).equals(html))
                        .map(bytes -> new Product(Optional.of(bytes), Optional.of(html)));
    }
}
