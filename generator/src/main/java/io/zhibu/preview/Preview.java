package io.zhibu.preview;

import io.zhibu.http.Guard;
import io.zhibu.http.PortTaken;
import io.zhibu.http.Server;
import io.zhibu.preview.watch.Events;
import io.zhibu.preview.watch.Watching;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A site that follows its sources, in a browser on this machine. Runs until it is closed. */
public final class Preview implements Serving {
    /** Where it is found if nobody says otherwise. */
    public static final int USUAL_PORT = 8017;

    private final Live live;
    private final Optional<String> key;
    private final List<String> nearby;
    private final Server server;

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
        this.key = wanted.lan() ? Optional.of(Live.token()) : Optional.empty();
        this.nearby = wanted.lan() ? Nearby.addresses() : List.of();
        this.live = new Live(wanted.root(), wanted.editor(), making, listener, events);
        InetAddress address = InetAddress.getByName(wanted.lan() ? "0.0.0.0" : "127.0.0.1");
        boolean any = wanted.port() == 0;
        try {
            this.server = Server.listen(address, any ? USUAL_PORT : wanted.port(), any, port -> {
                Guard guard = new Guard(names(), port, key);
                return request -> live.answer(request, guard);
            });
        } catch (IOException | PortTaken nobodyListens) {
            live.close();
            throw nobodyListens;
        }
        live.begin();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(nearby);
        names.addAll(Set.of("127.0.0.1", "localhost", "[::1]"));
        return names;
    }

    public int port() {
        return server.port();
    }

    /** On this machine. */
    @Override
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
        live.awaitFirst();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        live.awaitEnd();
    }

    /** When it returns, nothing of it runs any more. */
    @Override
    public void close() throws IOException {
        try {
            live.close();
        } finally {
            server.close();
        }
    }
}
