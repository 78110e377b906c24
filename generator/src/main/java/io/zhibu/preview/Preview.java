package io.zhibu.preview;

import io.zhibu.config.Layout;
import io.zhibu.http.Guard;
import io.zhibu.http.PortTaken;
import io.zhibu.http.Server;
import io.zhibu.preview.watch.Events;
import io.zhibu.preview.watch.Places;
import io.zhibu.preview.watch.Watching;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A site that follows its sources, in a browser on this machine. Runs until it is closed. */
public final class Preview implements Closeable {
    /** Where it is found if nobody says otherwise. */
    public static final int USUAL_PORT = 8017;

    private static final long STACK_BYTES = 64L << 20;

    private final Path root;
    private final Editions editions = new Editions();
    private final Optional<String> key;
    private final List<String> nearby;
    private final Server server;
    private final Watching watching;
    private final Thread building;

    /**
     * What the caller decides about a preview.
     *
     * @param root the site's folder
     * @param port where to listen; 0 for the usual one or the next that is free
     * @param lan whether other machines of the network may look, with a key
     * @param editor the command that opens a file, as {@link Opening} takes it; empty for the system's own
     */
    public record Wanted(Path root, int port, boolean lan, List<String> editor) {}

    /**
     * Serves from now on.
     *
     * @throws PortTaken if another program has the port
     * @throws IOException if this machine lets nobody listen
     */
    public static Preview open(Wanted wanted, Making making, Listener listener) throws IOException, PortTaken {
        return new Preview(wanted, making, listener, Watching::events);
    }

    Preview(Wanted wanted, Making making, Listener listener, Supplier<Events> events) throws IOException, PortTaken {
        this.root = wanted.root().toAbsolutePath().normalize();
        this.key = wanted.lan() ? Optional.of(secret()) : Optional.empty();
        this.nearby = wanted.lan() ? Nearby.addresses() : List.of();
        String token = secret();
        Rendered rendered = new Rendered(listener::fault);
        Telling telling = new Telling(root, rendered, token);
        Opening opening = new Opening(root, wanted.editor());
        InetAddress address = InetAddress.getByName(wanted.lan() ? "0.0.0.0" : "127.0.0.1");
        boolean any = wanted.port() == 0;
        this.server = Server.listen(
                address,
                any ? USUAL_PORT : wanted.port(),
                any,
                port -> new Answers(
                        editions, rendered, telling, new Guard(names(), port, key), opening, token, listener));
        Rebuilding rebuilding = new Rebuilding(editions, making, listener);
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
        this.building = new Thread(null, rebuilding, "preview-build", STACK_BYTES);
        building.setDaemon(true);
        building.start();
    }

    /** For addresses and cookies; nobody guesses it. */
    private static String secret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(nearby);
        names.addAll(Set.of("127.0.0.1", "localhost", "[::1]"));
        return names;
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

    public int port() {
        return server.port();
    }

    /** On this machine. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** For other machines, with the key that lets them in; empty if they aren't to look, or there is no network. */
    public Optional<String> addressNearby() {
        return nearby.stream()
                .findFirst()
                .flatMap(host -> key.map(word -> "http://" + host + ":" + port() + "/?key=" + word));
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

    /** When it returns, nothing of it runs any more. */
    @Override
    public void close() throws IOException {
        editions.close();
        watching.close();
        server.close();
        building.interrupt();
        try {
            building.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
