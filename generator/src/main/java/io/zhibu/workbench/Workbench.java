package io.zhibu.workbench;

import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.disk.Disk;
import io.zhibu.http.Guard;
import io.zhibu.http.PortTaken;
import io.zhibu.http.Server;
import io.zhibu.preview.Listener;
import io.zhibu.preview.Live;
import io.zhibu.preview.Making;
import io.zhibu.preview.Serving;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** A site's entries in a browser on this machine, to be written and sent. Runs until it is closed. */
public final class Workbench implements Serving {
    /** Where it is found if nobody says otherwise. */
    public static final int USUAL_PORT = 8018;

    private final Live live;
    private final Server server;
    private final String key;

    /** What the caller decides about every build. */
    public interface Builds {
        /**
         * A build of the folder as it is now.
         *
         * @param stop to be called often; throws when nobody wants the build any more
         * @param drafts what is read in place of what is saved
         */
        Building building(Runnable stop, Overlay drafts);

        /** The day that dates are held against. */
        LocalDate today(ZoneId zone);
    }

    /**
     * Serves from now on.
     *
     * @param folder the site's
     * @param port where to listen; 0 for the usual one or the next that is free
     * @throws PortTaken if another program has the port
     * @throws IOException if this machine lets nobody listen
     */
    public static Workbench open(Path folder, int port, Builds builds, Listener listener)
            throws IOException, PortTaken {
        return new Workbench(folder, port, builds, listener, Disk.REAL);
    }

    Workbench(Path folder, int port, Builds builds, Listener listener, Disk disk) throws IOException, PortTaken {
        Path root = folder.toAbsolutePath().normalize();
        Path state = root.resolve("target/edit");
        this.key = Live.token();
        String token = Live.token();
        Drafts drafts = new Drafts(root, state, disk);
        Submitting submitting = new Submitting(root, state.resolve("index"));
        CatchingUp catchingUp = new CatchingUp(root, drafts, state.resolve("index"));
        this.live = Live.of(
                root,
                new Making() {
                    @Override
                    public Building building(Runnable stop) {
                        return builds.building(stop, drafts.overlay());
                    }

                    @Override
                    public LocalDate today(ZoneId zone) {
                        return builds.today(zone);
                    }
                },
                listener);
        boolean any = port == 0;
        try {
            this.server = Server.listen(
                    InetAddress.getByName("127.0.0.1"),
                    any ? USUAL_PORT : port,
                    any,
                    free -> new Desk(
                            root,
                            new Guard(Set.of("127.0.0.1", "localhost"), free, Optional.of(key), true),
                            live,
                            drafts,
                            submitting,
                            catchingUp,
                            listener,
                            token));
        } catch (IOException | PortTaken nobodyListens) {
            live.close();
            throw nobodyListens;
        }
        live.begin();
    }

    public int port() {
        return server.port();
    }

    /** With the key that lets a browser in. */
    @Override
    public String address() {
        return "http://127.0.0.1:" + port() + "/?key=" + key;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        live.awaitEnd();
    }

    /** When it returns, nothing of it runs any more; drafts stay. */
    @Override
    public void close() throws IOException {
        try {
            live.close();
        } finally {
            server.close();
        }
    }
}
