package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.config.Layout;
import io.zhibu.http.Guard;
import io.zhibu.http.Request;
import io.zhibu.http.Response;
import io.zhibu.preview.watch.Events;
import io.zhibu.preview.watch.Places;
import io.zhibu.preview.watch.Watching;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A site that follows its sources, and answers whoever a server lets in. Runs until it is closed. */
public final class Live implements Closeable {
    private static final long STACK_BYTES = 64L << 20;

    private final Path root;
    private final Editions editions = new Editions();
    private final Answers answers;
    private final Watching watching;
    private final Thread building;

    /**
     * Watches from now on, and builds when it is told to begin.
     *
     * @param root the site's folder
     */
    public static Live of(Path root, Making making, Listener listener) {
        return new Live(root, List.of(), making, listener, Watching::events);
    }

    Live(Path folder, List<String> editor, Making making, Listener listener, Supplier<Events> events) {
        this.root = folder.toAbsolutePath().normalize();
        String token = token();
        Rendered rendered = new Rendered(listener::fault);
        Telling telling = new Telling(root, rendered, token);
        this.answers = new Answers(editions, rendered, telling, new Opening(root, editor), token, listener);
        this.watching = new Watching(this::places, events.get(), new Watching.Told() {
            @Override
            public void begins() {
                editions.begins();
            }

            @Override
            public void changed(Set<Path> touched) {
                editions.changed(touched);
            }

            @Override
            public boolean isOver() {
                return editions.current()
                        .flatMap(Edition::site)
                        .filter(site ->
                                !making.today(site.config().settings().zone()).equals(site.today()))
                        .isPresent();
            }
        });
        this.building = new Thread(null, new Rebuilding(editions, making, listener), "preview-build", STACK_BYTES);
        building.setDaemon(true);
    }

    /** 32 hexadecimal digits for addresses, cookies and headers; nobody guesses them. */
    public static String token() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public void begin() {
        building.start();
    }

    /** What a browser is answered that the guard lets in. */
    public Response answer(Request request, Guard guard) throws InterruptedException {
        return answers.answer(request, guard);
    }

    /** A file that stands in for one of the site's changed, wherever it lies. */
    public void touched(Path file) {
        editions.begins();
        editions.changed(Set.of(file));
    }

    /** The last state; empty before the first. */
    public Optional<Edition> current() {
        return editions.current();
    }

    /** The state that knows of all changes so far, or after a while the one that there is. */
    public Optional<Edition> fresh(long millis) throws InterruptedException {
        return editions.fresh(millis);
    }

    /** A later state than that of this number, or after a while whatever there is. */
    public Optional<Edition> after(long number, long millis) throws InterruptedException {
        return editions.after(number, millis);
    }

    /** Tells one state of a page from another; empty if there is no such page. */
    public Optional<String> digest(Edition edition, Address page) {
        return answers.digest(edition, page);
    }

    public boolean isClosed() {
        return editions.isClosed();
    }

    /** Waits for the first state of the site. */
    public void awaitFirst() throws InterruptedException {
        while (editions.current().isEmpty() && !editions.isClosed()) {
            editions.after(-1, 1_000);
        }
    }

    /** Waits until it is closed. */
    public void awaitEnd() throws InterruptedException {
        building.join();
    }

    /** Where the site's sources lie, as the last settings that could be read say. */
    private Places places() {
        Optional<Layout> layout = editions.current()
                .flatMap(Edition::site)
                .map(site -> site.config().layout());
        Set<Path> trees = new HashSet<>();
        for (String usual : List.of("site-config", "content", "templates", "data")) {
            trees.add(root.resolve(usual));
        }
        Set<Path> files = new HashSet<>(Set.of(root.resolve("jbake.properties")));
        layout.ifPresent(one -> {
            files.add(one.properties());
            trees.addAll(List.of(one.content(), one.templates(), one.assets()));
            one.builtInFolder("templates").ifPresent(trees::add);
            one.builtInFolder("site-config").ifPresent(trees::add);
        });
        if (layout.isEmpty()) {
            trees.add(root.resolve("assets"));
        }
        return new Places(absolute(trees), absolute(files));
    }

    private Set<Path> absolute(Set<Path> paths) {
        Set<Path> absolute = new HashSet<>();
        paths.forEach(path -> absolute.add(root.resolve(path).normalize()));
        return absolute;
    }

    /** When it returns, nothing of it runs any more. */
    @Override
    public void close() throws IOException {
        editions.close();
        watching.close();
        building.interrupt();
        try {
            building.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
