package io.zhibu.render;

import io.zhibu.address.Address;
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
import io.zhibu.template.Engine;
import io.zhibu.template.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes pages, and makes none of which everything that was asked last time would be answered as it was. Of such a page the site that
 * stands has the bytes; here only their digest is kept. A page that has something to say for itself is made each time.
 */
final class RememberedPages {
    private final Engine engine;
    private final Once<LinkAudit> audit;
    private final Memory.Book book;
    private final Function<Address, Optional<byte[]>> last;
    private final Map<Digest, Boolean> common = new ConcurrentHashMap<>();

    /** @param last what stands at an address of the site that is there now */
    RememberedPages(Engine engine, Once<LinkAudit> audit, Memory.Book book, Function<Address, Optional<byte[]>> last) {
        this.engine = engine;
        this.audit = audit;
        this.book = book;
        this.last = last;
    }

    Outcome<byte[]> make(Task task, String template, Where place) {
        PageModel model = task.model().get();
        Digest key = new Digest.Of().text(task.address().path()).text(template).digest();
        Optional<byte[]> kept = book.recall(key).flatMap(packed -> again(packed, task.address(), model));
        if (kept.isPresent()) {
            return Outcome.of(kept.get());
        }
        Engine.Made page = engine.make(template, model);
        boolean looks = task.address().path().endsWith(".html");
        return page.page().then(html -> {
            LinkAudit.Looked looked = looks
                    ? audit.get().check(task.address(), html, place)
                    : new LinkAudit.Looked(List.<Diagnostic>of(), Set.of());
            boolean silent =
                    looked.found().isEmpty() && page.page().diagnostics().isEmpty();
            page.trace().filter(any -> silent).ifPresent(trace -> keep(key, trace, html, looked.led()));
            return new Outcome<>(html, looked.found());
        });
    }

    private void keep(Digest key, Trace trace, byte[] html, Set<Long> led) {
        byte[] shared = trace.common();
        Digest name = Digest.of(shared);
        book.keep(name, shared);
        Packing.Out out = new Packing.Out();
        out.bytes(name.bytes()).bytes(Digest.of(html).bytes()).number(led.size());
        led.forEach(number -> out.number((int) (number >>> 32)).number(number.intValue()));
        trace.write(out);
        book.keep(key, out.bytes());
    }

    private Optional<byte[]> again(byte[] packed, Address address, PageModel model) {
        Packing.In in = new Packing.In(packed);
        Digest name = Digest.read(in.bytes(), 0);
        Digest html = Digest.read(in.bytes(), 0);
        Set<Long> led = new TreeSet<>();
        for (int left = in.number(); left > 0; left--) {
            led.add((long) in.number() << 32 | in.number() & 0xffffffffL);
        }
        Optional<byte[]> shared = book.recall(name);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        Trace trace = Trace.read(shared.get(), in);
        boolean same = common.computeIfAbsent(name, any -> engine.isSame(trace, model))
                && engine.isSameOwn(trace, model)
                && (led.isEmpty() || audit.get().leads(led));
        return same ? last.apply(address).filter(bytes -> Digest.of(bytes).equals(html)) : Optional.empty();
    }
}
